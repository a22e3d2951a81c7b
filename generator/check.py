"""What a pull request must satisfy: every briefing is what the generator makes, and verbatim."""

from __future__ import annotations

import datetime as dt
import difflib
import subprocess
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import PurePosixPath

from generator.archive import (
    Entry,
    Project,
    Record,
    SourceFile,
    briefing_paths,
    load_record,
    scan_articles,
    slug_or_none,
)
from generator.briefer import Briefer
from generator.errors import BriefingError, FrontMatterError, RegistryError, SettingsError, SourceError
from generator.publish import Pages
from generator.sources import read_article

DIFF_LINES, DIFF_WIDTH = 8, 160
"""How much of a difference is shown."""

_REBUILD = 'run "briefing build" and commit what it writes'
_EVERYTHING = ("entities.yml", "briefing.yml", "templates/pages/", "generator/", "requirements.lock")
"""A change of one of these can change every briefing."""


def check(
    project: Project, *, today: dt.date, only: Collection[str] | None = None, workers: int | None = None
) -> Iterator[BriefingError]:
    """Yield everything that is wrong with an archive, and write nothing.

    Every article can be read and is not from the future; its briefing exists, is byte for byte what the
    generator makes of it now, and each passage stands at its offsets in the article; there is no briefing
    without an article. With `only`, just the articles of these slugs are analysed. Raises AnalysisError if
    the language model is missing.
    """
    try:
        briefer = Briefer(project.registry(), project.settings().options())
    except (RegistryError, SettingsError, FrontMatterError) as error:
        yield from error.faults()
        return
    files, unusable = scan_articles(project)
    yield from (unusable[path] for path in sorted(unusable))
    pages = Pages.from_folder(project.page_templates)
    due = [file for file in files if only is None or file.slug in only]
    for file, result in zip(due, briefer.records(due, workers), strict=True):
        if isinstance(result, Record):
            yield from _check_briefing(project, file, Entry(file.slug, result), pages, today)
        else:
            yield result
    yield from _strays(project, {file.slug for file in files} | {slug_or_none(path) for path in unusable})


def changed_slugs(project: Project, base: str) -> set[str] | None:
    """The slugs of the articles and briefings that a branch touches; None means all.

    Compared are the files as they lie there, new ones too, with the commit at which the branch left `base`.
    Raises SettingsError if git cannot tell.
    """
    changed = _git(project, "diff", "--name-only", "--relative", "-z", "--merge-base", base, "--")
    paths = changed + _git(project, "ls-files", "--others", "--exclude-standard", "-z")
    if any(path.startswith(_EVERYTHING) for path in paths):
        return None
    named = [path for path in paths if path.startswith(("articles/", "briefings/"))]
    return {slug for slug in map(slug_or_none, named) if slug}


def _git(project: Project, *arguments: str) -> list[str]:
    """The paths that a git command prints; raises SettingsError if it fails."""
    try:
        command = ["git", "-C", str(project.root), *arguments]
        answer = subprocess.run(command, capture_output=True, check=True, timeout=60)  # noqa: S603  no shell
    except (OSError, subprocess.SubprocessError) as error:
        problem = f"git {arguments[0]} does not work here"
        raise SettingsError(str(project.root), problem, "name a branch or a commit that git knows") from error
    return [path for path in answer.stdout.decode("utf-8", "surrogateescape").split("\0") if path]


def _check_briefing(
    project: Project, file: SourceFile, entry: Entry, pages: Pages, today: dt.date
) -> Iterator[BriefingError]:
    """All that can be wrong with one article that can be read, and its briefing."""
    published = entry.record.published
    day = published.date() if isinstance(published, dt.datetime) else published
    if day and day > today + dt.timedelta(days=1):  # it may be tomorrow elsewhere
        yield SourceError(f"{file.path}: published", f"{day} is in the future", "correct the date")
    yield from _compare(project, entry, pages.briefing(entry.record))
    yield from _verbatim(project, entry, file)


def _strays(project: Project, slugs: Collection[str | None]) -> Iterator[BriefingError]:
    """Briefings that no article makes, and a second briefing of one article."""
    seen: set[str] = set()
    for path in briefing_paths(project):
        slug = PurePosixPath(path).stem
        if slug not in slugs:
            yield SourceError(f"briefings/{path}", "no article makes this briefing", _REBUILD)
        elif slug in seen:
            yield SourceError(f"briefings/{path}", "its article has another briefing already", _REBUILD)
        seen.add(slug)


def _compare(project: Project, entry: Entry, text: str) -> Iterator[BriefingError]:
    """Whether the file of a briefing is as it should be; if not, where it differs first."""
    path = f"briefings/{entry.path}"
    try:
        found = (project.briefings / entry.path).read_text(encoding="utf-8")
    except FileNotFoundError:
        yield FrontMatterError(path, f"the briefing of {entry.record.source.article} is missing", _REBUILD)
        return
    except (OSError, UnicodeDecodeError) as error:
        yield FrontMatterError(path, f"it cannot be read ({type(error).__name__})", _REBUILD)
        return
    if found != text:
        lines = difflib.unified_diff(found.splitlines(), text.splitlines(), n=0, lineterm="")
        shown = [line[:DIFF_WIDTH] for line in islice(lines, 2, 2 + DIFF_LINES)]
        yield FrontMatterError(path, "it is not what the generator makes", "\n    ".join([_REBUILD, *shown]))


def _verbatim(project: Project, entry: Entry, file: SourceFile) -> Iterator[BriefingError]:
    """Whether each passage of the briefing on disk stands in its article at its offsets."""
    path = f"briefings/{entry.path}"
    try:
        record = load_record((project.briefings / entry.path).read_text(encoding="utf-8"), path)
    except (OSError, UnicodeDecodeError):
        return  # already reported
    except BriefingError as error:
        yield error
        return
    text = read_article(file.data, file.path).text
    for passage in record.passages():
        if text[passage.start : passage.end] != passage.text:
            where = f"{path}: characters {passage.start} to {passage.end}"
            yield FrontMatterError(
                where, f"“{passage.text[:40]}…” does not stand there in {file.path}", _REBUILD
            )
