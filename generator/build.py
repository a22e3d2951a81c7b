"""Refresh an archive: analyse what changed, write its briefings, and the pages that sum it up."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tqdm import tqdm

from generator.archive import (
    Entry,
    Memo,
    Project,
    Record,
    SourceFile,
    StoredBriefing,
    build_index,
    digest,
    open_memo,
    scan_articles,
    scan_briefings,
    slug_or_none,
    sweep_unfinished,
    write_if_changed,
)
from generator.briefer import Briefer
from generator.errors import AnalysisError, BriefingError, SourceError
from generator.publish import FOLDERS, Pages

PROGRESS_AFTER = 1.0
"""Seconds of work after which a progress bar shows, on a terminal."""


@dataclass
class Report:
    """What a build did; paths are relative to the archive's folder."""

    briefings: int = 0
    analysed: int = 0
    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    errors: list[BriefingError] = field(default_factory=list)


def build(project: Project, *, workers: int | None = None) -> Report:
    """Bring `briefings/` up to date with `articles/`, the registry and the settings.

    Only what changed is analysed, and only files whose bytes differ are written. An article that cannot be
    used is reported, and leaves its briefing as it was. `workers` is the number of processes that analyse
    (default: one for each processor, if there is enough to do). Raises BriefingError if the settings or the
    registry cannot be used; then nothing is changed.
    """
    settings = project.settings()
    briefer = Briefer(project.registry(), settings.options())
    pages = Pages.from_folder(project.page_templates)
    report = Report()
    sweep_unfinished(project.briefings)
    with open_memo(project.memo) as memo:
        files, unusable = scan_articles(project)
        stored = scan_briefings(project, memo)
        due, current = _divide(files, stored, briefer, memo, unusable)
        records = current | _analyse(due, briefer, unusable, report, workers)
        entries = [Entry(slug, record) for slug, record in sorted(records.items())]
        _write_briefings(project, entries, stored, pages, memo, report=report)
    kept = _settle_leftovers(project, entries, stored, unusable, report)
    index = build_index([*entries, *kept])
    _write_archive(project, pages.archive(index, newest=settings.newest), report)
    report.briefings = len(index.entries)
    report.errors += [unusable[path] for path in sorted(unusable)]
    return report


def _divide(
    files: Sequence[SourceFile],
    stored: Sequence[StoredBriefing],
    briefer: Briefer,
    memo: Memo,
    unusable: dict[str, BriefingError],
) -> tuple[list[SourceFile], dict[str, Record]]:
    """The files that are due for analysis, and the records, by slug, that are current."""
    old = {briefing.slug: briefing.record for briefing in stored}
    due: list[SourceFile] = []
    current: dict[str, Record] = {}
    for file in files:
        try:
            fingerprint = _fingerprint(file, briefer, memo)
        except BriefingError as error:
            unusable[file.path] = error
            continue
        record = old.get(file.slug)
        if record and record.fingerprint == fingerprint:
            current[file.slug] = record
        else:
            due.append(file)
    return due, current


def _fingerprint(file: SourceFile, briefer: Briefer, memo: Memo) -> str:
    """The fingerprint of a file; worked out anew only if the file or any part of its surroundings changed."""
    key = digest("fingerprint", briefer.digest, file.path, file.data)
    known = memo.get(key)
    if known is None:
        known = briefer.fingerprint(file)
        memo.put(key, known)
    return known


def _analyse(
    due: Sequence[SourceFile],
    briefer: Briefer,
    unusable: dict[str, BriefingError],
    report: Report,
    workers: int | None,
) -> dict[str, Record]:
    """Analyse what is due: the new records by slug. Without a language model there are none."""
    records: dict[str, Record] = {}
    results = briefer.records(due, workers)
    bar = tqdm(
        results, "Analysing", len(due), unit="article", delay=PROGRESS_AFTER, disable=None, leave=False
    )
    try:
        for file, result in zip(due, bar, strict=True):
            if isinstance(result, Record):
                records[file.slug] = result
            else:
                unusable[file.path] = result
    except AnalysisError as error:
        report.errors.append(error)
        unusable |= {file.path: _waiting(file) for file in due if file.slug not in records}
    report.analysed = len(records)
    return records


def _waiting(file: SourceFile) -> BriefingError:
    return SourceError(
        file.path, "it is not analysed yet", "build again when the language model can be loaded"
    )


def _write_briefings(
    project: Project,
    entries: Iterable[Entry],
    stored: Iterable[StoredBriefing],
    pages: Pages,
    memo: Memo,
    *,
    report: Report,
) -> None:
    """Write the briefings that are new or other; those known to be as these templates make them are left."""
    old = {briefing.path: briefing for briefing in stored}
    for entry in entries:
        known = old.get(entry.path)
        as_it_was = known and known.record is entry.record
        if known and as_it_was and memo.get(digest("page", pages.digest, known.digest)) is not None:
            continue
        text = pages.briefing(entry.record)
        _write(project, entry.path, text, report)
        memo.put(digest("page", pages.digest, digest(text)), "")


def _settle_leftovers(
    project: Project,
    entries: Sequence[Entry],
    stored: Iterable[StoredBriefing],
    unusable: dict[str, BriefingError],
    report: Report,
) -> list[Entry]:
    """Remove briefings that have no article any more; those of unusable articles stay, and are returned."""
    made = {entry.path for entry in entries}
    protected = {slug_or_none(path) for path in unusable}
    kept = []
    for briefing in stored:
        if briefing.path in made:
            continue
        if briefing.slug in protected:
            kept += [Entry(briefing.slug, briefing.record)] if briefing.record else []
        elif briefing.record:
            (project.briefings / briefing.path).unlink(missing_ok=True)
            report.removed.append(f"{project.briefings.name}/{briefing.path}")
        else:
            path = f"{project.briefings.name}/{briefing.path}"
            unusable[path] = SourceError(
                path, "it is no briefing, and has no article", "move it elsewhere or delete it"
            )
    return kept


def _write_archive(project: Project, texts: Iterable[tuple[str, str]], report: Report) -> None:
    """Write the pages that sum up the archive, and remove those of names that no briefing holds any more."""
    made = set()
    for path, text in texts:
        made.add(path)
        _write(project, path, text, report)
    folders = [*FOLDERS.values()]
    old = [file for folder in folders for file in project.briefings.glob(f"{folder}/*.md")]
    old += [file for file in project.briefings.glob("*/index.md") if file.parent.name not in folders]
    for file in sorted(old):
        path = file.relative_to(project.briefings).as_posix()
        if path not in made:
            file.unlink(missing_ok=True)
            report.removed.append(f"{project.briefings.name}/{path}")
            with contextlib.suppress(OSError):
                file.parent.rmdir()


def _write(project: Project, path: str, text: str, report: Report) -> None:
    if write_if_changed(project.briefings / path, text):
        report.written.append(f"{project.briefings.name}/{path}")
