"""The command that adds articles to an archive."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click
from tqdm import tqdm

from generator.archive import find_project
from generator.cli.face import STDIN, complain, main, read, workers_option
from generator.errors import BriefingError, DuplicateError, printable
from generator.pipeline import Added, Folder, Incoming, add, incoming, preview

SUMMED_FROM = 2
"""With more files, a summary is told at the end."""


@main.command(
    name="add",
    short_help="Add articles and their briefings.",
    epilog="\b\nExamples:\n  briefing add story.html\n  briefing add inbox/ --outlet 'The Courier'\n"
    "  briefing add inbox/ --json > report.jsonl\n  briefing add --dry-run --json story.html\n"
    "  pbpaste | briefing add - --url https://example.org/1 --published 2031-03-14",
)
@click.option("--title", help="The headline, if the file does not give it.")
@click.option("--published", help="The day of publication, as 2024-01-31.")
@click.option("--outlet", help="The paper or station.")
@click.option("--author", help="Who wrote it.")
@click.option("--url", help="Where it can be read.")
@click.option("--force", is_flag=True, help="Add it although the archive has the same story.")
@click.option("--dry-run", is_flag=True, help="Show what would be added, and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON for each article.")
@workers_option
@click.argument("sources", nargs=-1, required=True, type=click.Path(allow_dash=True, path_type=Path))
@click.pass_obj
def add_command(
    root: Path,
    /,
    sources: tuple[Path, ...],
    force: bool,
    dry_run: bool,
    as_json: bool,
    workers: int | None,
    **stated: str | None,
) -> None:
    """Add articles: a clean file under articles/ and its briefing, for each.

    SOURCES are files (saved pages, text, notes, mails, feeds, PDFs), folders of such files, or "-" for
    standard input. What is stated by an option wins over what a file says. A file that cannot be used is told
    in one line, and the others go on; an article that the archive has already is no error, so that a run that
    was stopped can be begun again. Nothing is fetched from the network.
    """
    given = {name: value for name, value in stated.items() if value}
    if given.keys() & {"title", "url"} and (len(sources) > 1 or sources[0].is_dir()):
        raise click.UsageError("--title and --url belong to one article: add it alone")
    told = _Told(as_json)
    brought = _brought(sources, told)
    if dry_run:
        for source in brought:
            for row in preview(source, given):
                told.row(row)
    else:
        answers = add(find_project(root), brought, given, force=force, workers=workers)
        bar = tqdm(answers, "Adding", len(brought), unit="file", delay=1, disable=None, leave=False)
        for source, results in bar:
            told.answers(source, results)
    told.sum_up(len(brought), dry_run=dry_run)
    sys.exit(1 if told.failed else 0)


def _brought(sources: Sequence[Path], told: _Told) -> list[Incoming]:
    """The files to be added. Files that are left out or cannot be read are reported."""
    found: list[Incoming] = [read(STDIN) for source in sources if source == STDIN][:1]
    for item in incoming(source for source in sources if source != STDIN):
        if isinstance(item, Incoming):
            found.append(item)
        elif isinstance(item, Folder):
            for folder in item.left_out:
                click.echo(f"{printable(str(folder))}: left out", err=True)
        else:
            told.refuse(str(item.where), item)
    return found


@dataclass
class _Told:
    """Reports the result for each article, and counts results."""

    as_json: bool
    counts: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def failed(self) -> bool:
        """Whether anything was refused."""
        return bool(self.counts["refused"])

    def answers(self, source: Incoming, results: Sequence[Added | BriefingError]) -> None:
        """What became of the articles in a file."""
        for result in results:
            if isinstance(result, BriefingError):
                self.refuse(source.name, result)
            else:
                self.counts["added"] += 1
                self.counts["warnings"] += len(result.warnings)
                self._echo(json.dumps(_row(result), ensure_ascii=False) if self.as_json else _lines(result))

    def refuse(self, name: str, error: BriefingError) -> None:
        """Report why an article was not added."""
        status = "duplicate" if isinstance(error, DuplicateError) else "refused"
        self.counts[status] += 1
        if status == "refused":
            self.reasons[error.problem] += 1
        if self.as_json:
            row = {"file": name, "status": status, "reason": error.problem, "remedy": error.remedy}
            self._echo(json.dumps(row, ensure_ascii=False))
        else:
            self._clear(lambda: complain(error))

    def row(self, row: dict[str, Any]) -> None:
        """What a dry run found of an article."""
        self.counts["refused" if row["refused"] else "found"] += 1
        if row["refused"]:
            self.reasons[row["refused"].partition(";")[0]] += 1
        if self.as_json:
            self._echo(json.dumps(row, ensure_ascii=False))
            return
        self._echo(f"{row['file']}: {row['refused'] or 'it can be added'}")
        for name in ("title", "published", "outlet", "author", "url", "language"):
            if row[name]:
                self._echo(f"  {name}: {row[name]}")
        for warning in row["warnings"]:
            self._echo(f"  warning: {warning}")

    def sum_up(self, files: int, *, dry_run: bool) -> None:
        """The counts of a run of several files, on standard error beside a report."""
        if files < SUMMED_FROM:
            return
        names = ("found", "refused") if dry_run else ("added", "duplicate", "refused", "warnings")
        words = {"duplicate": "already there", "found": "can be added"}
        counts = ", ".join(f"{self.counts[name]:,} {words.get(name, name)}" for name in names)
        click.echo(f"{files:,} files: {counts}.", err=self.as_json)
        for reason, number in self.reasons.most_common(10):
            click.echo(f"  {number:,} refused: {printable(reason)}", err=self.as_json)

    def _echo(self, text: str) -> None:
        self._clear(lambda: click.echo(text if self.as_json else printable(text)))

    @staticmethod
    def _clear(tell: Any) -> None:
        """Print a line above a progress bar."""
        with tqdm.external_write_mode():
            tell()


def _row(added: Added) -> dict[str, Any]:
    """An added article as a row of the report."""
    record, source = added.record, added.record.source
    return {
        "file": added.name,
        "status": "added",
        "article": added.article,
        "briefing": added.briefing,
        "title": record.title,
        "published": record.published.isoformat() if record.published else None,
        "outlet": source.outlet,
        "author": source.author,
        "url": source.url,
        "language": source.language,
        "words": source.words,
        "left_out": dict(sorted(added.left_out.items())),
        "duplicate": added.duplicate.path if added.duplicate else None,
        "warnings": list(added.warnings),
    }


def _lines(added: Added) -> str:
    """What was read of an added article, one fact a line."""
    record, source = added.record, added.record.source
    known = {
        "title": record.title,
        "published": record.published and record.published.isoformat(),
        "outlet": source.outlet or source.domain,
        "author": source.author,
        "url": source.url,
        "language": source.language,
    }
    lines = [f"{added.name}: added as {added.article}, briefing in {added.briefing}"]
    lines += [f"  {name}: {value}" for name, value in known.items() if value]
    lines.append(f"  words: {source.words:,}, of which the briefing quotes {source.share}%")
    if added.left_out:
        rules = ", ".join(f"{rule} ({number})" for rule, number in sorted(added.left_out.items()))
        lines.append(f"  left out: {rules}")
    if added.missing:
        lines.append("  not known: " + ", ".join(f"{name} (--{name})" for name in added.missing))
    return "\n".join([*lines, *(f"  warning: {warning}" for warning in added.warnings), *_notes(added)])


def _notes(added: Added) -> list[str]:
    """Remarks on an added article."""
    notes = []
    if added.mistaken:
        notes.append(f"it is stated to be in {added.mistaken}, but its text is not, and is read as it is")
    if added.record.partial:
        notes.append("it is not in English, so speakers and names are not worked out")
    if added.duplicate:
        notes.append(f"the archive has this story also in {added.duplicate.path}")
    return [f"  note: {note}" for note in notes]
