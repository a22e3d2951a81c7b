"""What a pull request must satisfy: every briefing is what the generator makes, and verbatim."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
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
from generator.errors import BriefingError, FrontMatterError, SourceError
from generator.publish import Pages
from generator.sources import read_article

DIFF_LINES, DIFF_WIDTH = 8, 160
"""How much of a difference is shown."""

_REBUILD = 'run "briefing build" and commit what it writes'


def check(project: Project, *, workers: int | None = None) -> Iterator[BriefingError]:
    """Yield everything that is wrong with an archive, and write nothing.

    Every article can be read; its briefing exists, is byte for byte what the generator makes of it now, and
    each passage stands at its offsets in the article; there is no briefing without an article. Raises
    BriefingError if the settings, the registry or the language model cannot be used.
    """
    briefer = Briefer(project.registry(), project.settings().options())
    pages = Pages.from_folder(project.page_templates)
    files, unusable = scan_articles(project)
    yield from (unusable[path] for path in sorted(unusable))
    expected = set()
    for file, result in zip(files, briefer.records(files, workers), strict=True):
        if not isinstance(result, Record):
            yield result
            continue
        entry = Entry(file.slug, result)
        expected.add(entry.path)
        yield from _compare(project, entry, pages.briefing(result))
        yield from _verbatim(project, entry, file)
    protected = {slug_or_none(path) for path in unusable}
    for path in briefing_paths(project):
        if path not in expected and PurePosixPath(path).stem not in protected:
            yield SourceError(f"briefings/{path}", "no article makes this briefing", _REBUILD)


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
