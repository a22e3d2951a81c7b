"""Compare the briefings of an archive with another commit, or with what this version makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.archive import (
    UNDATED,
    Entry,
    Memo,
    Project,
    Record,
    SourceFile,
    briefing_paths,
    load_record,
    open_memo,
    scan_articles,
    scan_briefings,
)
from generator.errors import BriefingError
from generator.pipeline import Briefer, Provenance, refresh_archive
from generator.publish import Pages
from generator.review.differences import Difference, differences
from generator.review.git import Git

States = Iterable[tuple[str, str | None, str | None]]
"""The path of each briefing, and its text before and after; None where it is not there."""


@dataclass(frozen=True)
class Comparison:
    """What differs, in the order of the files; how many briefings were compared, and why others were not."""

    found: tuple[Difference, ...]
    compared: int
    errors: tuple[BriefingError, ...] = ()


def compare(states: States, errors: Iterable[BriefingError] = ()) -> Comparison:
    """Compare two states of some briefings."""
    found: list[Difference] = []
    compared = 0
    for path, old, new in states:
        compared += 1
        if old != new:
            same_page = _body(old) == _body(new)
            found += differences(path, _record(old, path), _record(new, path), same_page=same_page)
    return Comparison(tuple(found), compared, tuple(errors))


def compare_with(project: Project, base: str) -> Comparison:
    """The briefings as they lie there, compared with those at which the branch left `base`.

    Raises SettingsError if git cannot tell.
    """
    git, folder, root = Git(project.root, base), project.briefings.resolve(), project.root.resolve()
    changed = {git.top / path for path in git.changed()}
    names = sorted(path.relative_to(root).as_posix() for path in changed if _is_briefing(path, folder))
    now = (_text(project.root / name) for name in names)
    return compare(zip(names, git.texts(names), now, strict=True))


def compare_with_this_version(project: Project, workers: int | None = None) -> Comparison:
    """The briefings as they lie there, compared with what this version of the program makes; writes none.

    Raises BriefingError if the archive or the language model cannot be used.
    """
    briefer = Briefer(project.registry(), project.settings().options())
    pages = Pages.from_folders(project.page_templates)
    with open_memo(project.memo) as memo:
        files, unusable = scan_articles(project)
        states = []
        for file, record in _made(project, files, briefer, memo, workers):
            if isinstance(record, BriefingError):
                unusable[file.path] = record
            else:
                path = f"{project.briefings.name}/{Entry(file.slug, record).path}"
                states.append((path, _text(project.root / path), pages.briefing(record)))
    return compare(states, [unusable[path] for path in sorted(unusable)])


def _made(
    project: Project, files: Iterable[SourceFile], briefer: Briefer, memo: Memo, workers: int | None
) -> Iterator[tuple[SourceFile, Record | BriefingError]]:
    """Yield each article with the record that this version makes of it; what is current is not analysed."""
    provenance = Provenance(briefer, memo)
    stored = {briefing.slug: briefing.record for briefing in scan_briefings(project, memo)}
    due = []
    for file in files:
        record = stored.get(file.slug)
        if record and _is_current(file, record, provenance):
            yield file, record
        else:
            due.append(file)
    yield from zip(due, briefer.records(due, workers), strict=True)


def upgraded(project: Project, workers: int | None = None) -> Comparison:
    """Bring the briefings up to date, and compare them with those before; raises BriefingError."""
    before = _texts(project)
    report = refresh_archive(project, workers=workers)
    after = _texts(project)
    paths = sorted(before.keys() | after.keys())
    return compare(((path, before.get(path), after.get(path)) for path in paths), report.errors)


def _texts(project: Project) -> dict[str, str | None]:
    folder = project.briefings
    return {f"{folder.name}/{path}": _text(folder / path) for path in briefing_paths(project)}


def _is_current(file: SourceFile, record: Record, provenance: Provenance) -> bool:
    try:
        return record.fingerprint == provenance.fingerprint(file)
    except BriefingError:
        return False


def _is_briefing(path: Path, folder: Path) -> bool:
    """Whether a path is that of a briefing, which is kept in the folder of a year or of the undated."""
    kept = path.parent.name == UNDATED or re.fullmatch("[0-9]{4}", path.parent.name)
    return path.parent.parent == folder and bool(kept) and path.suffix == ".md" and path.name != "index.md"


def _text(file: Path) -> str | None:
    return file.read_bytes().decode("utf-8", "replace") if file.is_file() else None


def _body(text: str | None) -> str:
    """The text of a page below its front matter."""
    return (text or "").partition("\n---\n")[2]


def _record(text: str | None, name: str) -> Record | None:
    """The record in the text of a briefing, None if there is none that can be read."""
    try:
        return load_record(text, name) if text else None
    except BriefingError:
        return None
