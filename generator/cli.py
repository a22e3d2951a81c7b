"""The command line: a thin face that reads options, calls the core and prints what it returns."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from generator import build as builder
from generator.add import Added, Incoming, add, incoming, named
from generator.analysis import Options
from generator.archive import (
    Project,
    SourceFile,
    curate,
    find_project,
    report,
    sightings,
    suggested_entries,
)
from generator.briefer import Briefer
from generator.check import check as check_archive
from generator.errors import BriefingError, SettingsError, printable
from generator.explain import explain_layout, explain_summary
from generator.findings import FORMATS, summed_up
from generator.jsonl import answer_lines
from generator.publish import Pages
from generator.sources import MAX_BYTES, Registry, read_article

_STDIN = Path("-")

_EXAMPLES = """\b
Examples:
  briefing add story.html                     add an article and its briefing
  briefing build                              refresh the archive
  briefing check                              what a pull request must satisfy
  briefing entities                           what entities.yml does not settle yet
  briefing analyse articles/moon.txt          show the briefing of one article
  briefing analyse --jsonl < in > out         the same for programs
"""


class _Command(click.Command):
    """Turns an error into one line and exit status 1; BRIEFING_DEBUG=1 shows where an unforeseen one is."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; whatever goes wrong is told in one line."""
        try:
            return super().invoke(ctx)
        except (BriefingError, click.ClickException, click.exceptions.Exit, click.Abort) as error:
            if not isinstance(error, BriefingError):
                raise
            _complain(error)
        except Exception as error:
            if os.environ.get("BRIEFING_DEBUG"):
                raise
            problem = f"an unforeseen error ({type(error).__name__}: {error})"
            _complain(
                BriefingError("briefing", problem, "please report it; BRIEFING_DEBUG=1 shows where it arose")
            )
        return ctx.exit(1)


@click.group(epilog=_EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("-C", "root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path(),
              help="The archive's folder, instead of the current one.")  # fmt: skip
@click.version_option(package_name="briefing-archive")
@click.pass_context
def main(ctx: click.Context, root: Path) -> None:
    """Turn news articles into an archive of short, verifiable briefings."""
    ctx.obj = root


@main.command(
    name="add",
    cls=_Command,
    epilog="\b\nExamples:\n  briefing add story.html\n  briefing add inbox/ --outlet 'The Courier'\n"
    "  pbpaste | briefing add - --url https://example.org/1 --published 2031-03-14",
)
@click.option("--title", help="The headline, if the file does not give it.")
@click.option("--published", help="The day of publication, as 2024-01-31.")
@click.option("--outlet", help="The paper or station.")
@click.option("--author", help="Who wrote it.")
@click.option("--url", help="Where it can be read.")
@click.option("--force", is_flag=True, help="Add it although the archive has the same story.")
@click.argument("sources", nargs=-1, required=True, type=click.Path(allow_dash=True, path_type=Path))
@click.pass_obj
def add_command(root: Path, /, sources: tuple[Path, ...], force: bool, **stated: str | None) -> None:
    """Add articles: a clean file under articles/ and its briefing, for each.

    SOURCES are files (text, Markdown, saved web pages), folders of such files, or "-" for standard input.
    What is stated by an option wins over what a file says. Nothing is fetched from the network.
    """
    project = find_project(root)
    given = {name: value for name, value in stated.items() if value}
    if given.keys() & {"title", "url"} and (len(sources) > 1 or sources[0].is_dir()):
        raise click.UsageError("--title and --url belong to one article: add it alone")
    failed = False
    for answer in add(project, _incoming(sources), given, force=force):
        if isinstance(answer, BriefingError):
            failed = True
            _complain(answer)
        else:
            click.echo(printable(_told(answer)))
    sys.exit(1 if failed else 0)


def _incoming(sources: tuple[Path, ...]) -> Iterator[Incoming]:
    for source in sources:
        if source == _STDIN:
            yield _read(source)
        else:
            yield from incoming(source, MAX_BYTES)


def _told(added: Added) -> str:
    """What was understood of an added article, a line for each thing."""
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
        lines.append(
            "  left out: " + ", ".join(f"{rule} ({n})" for rule, n in sorted(added.left_out.items()))
        )
    if added.missing:
        lines.append("  not known: " + ", ".join(f"{name} (--{name})" for name in added.missing))
    if added.mistaken:
        lines.append(
            f"  note: it is stated to be in {added.mistaken}, but its text is not, and is read as it is"
        )
    if record.partial:
        lines.append("  note: it is not in English, so speakers and names are not worked out")
    if added.duplicate:
        lines.append(f"  note: the archive has this story also in {added.duplicate.path}")
    return "\n".join(lines)


_workers = click.option(
    "--workers", type=click.IntRange(1, 64), help="Processes that analyse. [default: all processors]"
)
main.command_class = _Command


@main.command(
    epilog="\b\nExamples:\n  briefing build\n  briefing build articles/moon.md\n"
    "  briefing -C ~/archive build --workers 4"
)
@_workers
@click.argument("articles", nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
def build(root: Path, workers: int | None, articles: tuple[Path, ...]) -> None:
    """Bring briefings/ up to date with articles/.

    Only new and changed articles are analysed, and those that are named. One that is not in English is named
    in a warning. An article that cannot be used is told in one line, and leaves the others and its own
    briefing alone; the exit status is then 1.
    """
    project = find_project(root)
    done = builder.build(project, workers=workers, anew=[_in(project, root, path) for path in articles])
    for path in done.removed:
        click.echo(f"removed {path}")
    for warning in done.warnings:
        _complain(warning, "warning: ")
    for error in done.errors:
        _complain(error)
    work = f"{done.analysed:,} analysed, {len(done.written):,} files written"
    click.echo(f"Briefings: {done.briefings:,} in the archive, {work}.")
    sys.exit(1 if done.errors else 0)


def _in(project: Project, root: Path, path: Path) -> str:
    """The path of an article file below the archive's folder; raises SettingsError if it is none of them."""
    file = (root / path).absolute()
    if not file.is_file() or not file.is_relative_to(project.articles.absolute()):
        raise SettingsError(str(path), "it is no file in articles/", "name an article of this archive")
    return file.relative_to(project.root.absolute()).as_posix()


@main.command(
    epilog="\b\nExamples:\n  briefing check\n  briefing check --changed origin/main --format github"
)
@click.option("--changed", metavar="BASE", help="Only what differs from this branch or commit.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="people", help="How to print.")
@_workers
@click.pass_obj
def check(root: Path, changed: str | None, form: str, workers: int | None) -> None:
    """Check all that a pull request must satisfy, and write nothing.

    Every article can be read, its briefing is exactly what the generator makes of it, each sentence and
    quotation stands in its source, and registry and settings are consistent. Exit status: 0 nothing to mend,
    1 findings, 2 the check could not be made.
    """
    try:
        today = dt.datetime.now(dt.UTC).date()
        findings = check_archive(find_project(root), today=today, base=changed, workers=workers)
    except BriefingError as error:
        _complain(error)
        sys.exit(2)
    click.echo(FORMATS[form](findings), nl=False)
    faults = sum(not finding.hint for finding in findings)
    if form == "people":
        click.echo(f"{chr(10) if findings else ''}{summed_up(faults, len(findings) - faults)}")
    sys.exit(1 if faults else 0)


@main.command(epilog="\b\nExamples:\n  briefing entities\n  briefing entities --yaml >> entities.yml")
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, help="Most names of each kind."
)
@click.option("--yaml", "block", is_flag=True, help="Print only the block to paste under “entities:”.")
@click.pass_obj
def entities(root: Path, limit: int, block: bool) -> None:
    """Tell the curator of entities.yml what it does not settle yet.

    New names, names that are likely one and the same, and names of unsure type, each with the briefings that
    have them; and a block of entries to judge, mend and paste. It reads the briefings as they are.
    """
    project = find_project(root)
    curation = curate(sightings(project), project.registry())
    if not block:
        click.echo(printable("\n".join(report(curation, limit=limit))))
        click.echo("\nTo paste under “entities:” in entities.yml:\n")
    click.echo(suggested_entries(curation, limit=limit), nl=False)


@main.command(
    epilog="\b\nExamples:\n  briefing analyse articles/moon.txt\n  briefing analyse --jsonl < in > out"
)
@click.option(
    "--jsonl", is_flag=True, help="Read lines {id, text, title?} and write a line of JSON for each."
)
@click.option(
    "--sentences",
    type=click.IntRange(1, 10),
    default=4,
    show_default=True,
    help="Most sentences of a summary.",
)
@click.option("--explain", is_flag=True, help="Show what is left out of each article, and by which rule.")
@click.option("--model", help="An installed spaCy pipeline. [default: the archive's own]")
@click.argument("files", nargs=-1, type=click.Path(allow_dash=True, path_type=Path))
@click.pass_obj
def analyse(
    root: Path, jsonl: bool, sentences: int, explain: bool, model: str | None, files: tuple[Path, ...]
) -> None:
    """Analyse articles and print what is found; the archive stays as it is.

    FILES are article files whose briefings are shown or, with --jsonl, files of JSON lines; without FILES,
    standard input is read. Offsets are Unicode code points of the text as given. The names of the archive's
    registry are used where the command is run inside an archive.
    """
    if not jsonl:
        for file in files or (_STDIN,):
            if explain:
                _explain(_read(file), find_project(root))
                continue
            click.echo(_preview(find_project(root), file), nl=False)
        return
    registry, options = _surroundings(root)
    # What is printed is not published: the share that a page may quote does not bound it.
    options = replace(options, sentences=sentences, model=model or options.model, share=100, statements=True)
    failed = False
    for file in files or (_STDIN,):
        with click.open_file(str(file), encoding="utf-8", errors="surrogateescape") as lines:
            for answer in answer_lines(lines, Briefer(registry, options)):
                if isinstance(answer, BriefingError):
                    failed = True
                    _complain(answer)
                else:
                    click.echo(answer)
    sys.exit(1 if failed else 0)


def _preview(project: Project, file: Path) -> str:
    """The briefing page of one article file, wherever it lies."""
    source = _read(file)
    briefer = Briefer(project.registry(), project.settings().options())
    record = briefer.record(SourceFile(named(source), "", source.data))
    return Pages.from_folder(project.page_templates).briefing(record)


def _read(file: Path) -> Incoming:
    """The bytes of a file or of standard input."""
    with click.open_file(str(file), "rb") as stream:
        return Incoming("standard input" if file == _STDIN else file.name, stream.read(MAX_BYTES + 1))


def _explain(source: Incoming, project: Project) -> None:
    """Print what is left out of an article, and which sentences its summary passes over, with the reasons."""
    article = read_article(source.data, named(source))
    click.echo(f"{source.name}: {len(article.paragraphs)} paragraphs")
    for rule, text in explain_layout(article):
        click.echo(f"  left out ({rule}): {printable(text)}")
    for reason, text in explain_summary(article, project.registry(), project.settings().options()):
        click.echo(f"  passed over ({reason}): {printable(text)}")


def _surroundings(root: Path) -> tuple[Registry, Options]:
    """The registry and the settings of the archive, or empty ones outside of any."""
    try:
        project = find_project(root)
    except SettingsError:
        return Registry(), Options()
    return project.registry(), project.settings().options()


def _complain(error: BriefingError, kind: str = "") -> None:
    """One line on standard error; a file's name cannot send commands to the terminal."""
    where, _, rest = printable(str(error)).partition(": ")
    click.echo(f"{click.style(where, bold=True)}: {kind}{rest}", err=True)
