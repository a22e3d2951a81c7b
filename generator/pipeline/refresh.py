"""Refresh an archive: analyse what changed, write its briefings, and the pages that sum it up."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from operator import attrgetter

from tqdm import tqdm

from generator.archive import (
    Entry,
    Index,
    Memo,
    Project,
    Record,
    SourceFile,
    StoredBriefing,
    build_index,
    digest,
    lock,
    open_memo,
    refuse_links,
    scan_articles,
    scan_briefings,
    slug_or_none,
    sweep_unfinished,
    write_if_changed,
)
from generator.errors import AnalysisError, BriefingError, SourceError, StoreError
from generator.pipeline.brief import Briefer
from generator.pipeline.provenance import Provenance
from generator.publish import GENERATED_FOLDERS, Pages
from generator.sources import read_article

PROGRESS_AFTER = 1.0
"""Seconds of work after which a progress bar shows, on a terminal."""


@dataclass
class Report:
    """What a build did, and the `index` of what is there now; paths are relative to the archive's folder."""

    briefings: int = 0
    analysed: int = 0
    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    errors: list[BriefingError] = field(default_factory=list)
    warnings: list[BriefingError] = field(default_factory=list)
    index: Index = field(default_factory=lambda: build_index(()))


def refresh_archive(project: Project, *, workers: int | None = None, anew: Collection[str] = ()) -> Report:
    """Bring `briefings/` up to date with `articles/`, the registry and the settings.

    Only what changed is analysed, and the articles at the paths in `anew`; only files whose bytes differ are
    written. An article that cannot be
    used is reported, and leaves its briefing as it was. `workers` is the number of processes that analyse
    (default: one for each processor, if there is enough to do). Raises BriefingError if the settings, the
    registry or a template cannot be used, if another build is at work, or if the disk refuses a file; what
    was written until then is whole, and the next build goes on from there.
    """
    with lock(project.lock):
        try:
            return _refreshed(project, workers, anew)
        except OSError as error:
            where = str(error.filename or project.briefings)
            problem = f"it cannot be written ({error.strerror or error})"
            raise StoreError(where, problem, "make room or mend the permissions, and build again") from error


def _refreshed(project: Project, workers: int | None, anew: Collection[str]) -> Report:
    """A build, in the archive that is ours alone meanwhile."""
    settings = project.settings()
    briefer = Briefer(project.registry(), settings.options())
    pages = Pages.from_folders(project.page_templates)
    refuse_links(project.briefings)
    for folder in (project.articles, project.briefings):
        sweep_unfinished(folder)
    with open_memo(project.memo) as memo:
        files, unusable = scan_articles(project)
        run = _Run(project, briefer, pages, memo, scan_briefings(project, memo), unusable, anew)
        due, current = run.divide(files)
        entries = []
        # Written one by one: a long build that is killed has not worked in vain.
        for entry in chain(current, run.analysed(due, workers)):
            run.write_briefing(entry)
            entries.append(entry)
    index = build_index([*entries, *run.settle_leftovers(entries)], briefer.registry)
    run.write_archive(pages.archive(index, newest=settings.newest))
    run.report.index, run.report.briefings = index, len(index.entries)
    run.report.warnings += partial_warnings(entries, dict(settings.languages))
    run.report.errors += [run.unusable[path] for path in sorted(run.unusable)]
    return run.report


@dataclass
class _Run:
    """One build: what all of its steps share. `unusable` tells by path why an article makes no briefing."""

    project: Project
    briefer: Briefer
    pages: Pages
    memo: Memo
    stored: Sequence[StoredBriefing]
    unusable: dict[str, BriefingError]
    anew: Collection[str] = ()
    report: Report = field(default_factory=Report)

    @cached_property
    def _stored_at(self) -> dict[str, StoredBriefing]:
        return {briefing.path: briefing for briefing in self.stored}

    def divide(self, files: Iterable[SourceFile]) -> tuple[list[SourceFile], list[Entry]]:
        """The files that are due for analysis, and the briefings that are current."""
        stored = {briefing.slug: briefing for briefing in self.stored if briefing.record}
        due: list[SourceFile] = []
        current: list[Entry] = []
        for file in files:
            try:
                fingerprint = self._provenance.fingerprint(file)
            except BriefingError as error:
                self.unusable[file.path] = error
                continue
            old = stored.get(file.slug)
            record = old.record if old else None
            if old and record and record.fingerprint == fingerprint and not self._is_wrong(file, old, record):
                current.append(Entry(file.slug, record))
            else:
                due.append(file)
        return due, current

    def _is_wrong(self, file: SourceFile, old: StoredBriefing, record: Record) -> bool:
        """Whether a briefing is wanted anew, or was changed by hand and names what it was made from still."""
        if file.path in self.anew:
            return True
        is_as_written = self.memo.get(self._page_key(old.digest)) is not None
        return not is_as_written and self._provenance.is_disproven(record)

    @cached_property
    def _provenance(self) -> Provenance:
        return Provenance(self.briefer, self.memo)

    def analysed(self, due: Sequence[SourceFile], workers: int | None) -> Iterator[Entry]:
        """Analyse what is due, with a progress bar. Without a language model nothing comes out."""
        waiting = {file.path for file in due}
        results = self.briefer.records(due, workers)
        bar = tqdm(
            results, "Analysing", len(due), unit="article", delay=PROGRESS_AFTER, disable=None, leave=False
        )
        try:
            for file, result in zip(due, bar, strict=True):
                waiting.discard(file.path)
                if isinstance(result, Record):
                    self.report.analysed += 1
                    self._provenance.note(result)
                    self.report.warnings += language_warnings(file, result)
                    yield Entry(file.slug, result)
                else:
                    self.unusable[file.path] = result
        except AnalysisError as error:
            self.report.errors.append(error)
            self.unusable |= {path: _waiting(path) for path in waiting}

    def write_briefing(self, entry: Entry) -> None:
        """Write a briefing, unless its file is known to be as these templates make it."""
        old = self._stored_at.get(entry.path)
        if old and old.record is entry.record and self.memo.get(self._page_key(old.digest)) is not None:
            return
        text = self.pages.briefing(entry.record)
        self._write(entry.path, text)
        self.memo.put(self._page_key(digest(text)), "")

    def settle_leftovers(self, entries: Iterable[Entry]) -> list[Entry]:
        """Remove briefings that have no article any more; return those of unusable articles, which stay."""
        made = {entry.path for entry in entries}
        protected = {slug_or_none(path) for path in self.unusable}
        kept = []
        for briefing in self.stored:
            if briefing.path in made:
                continue
            if briefing.slug in protected:
                kept += [Entry(briefing.slug, briefing.record)] if briefing.record else []
            elif briefing.record:
                self._remove(briefing.path)
            else:
                path = f"{self.project.briefings.name}/{briefing.path}"
                problem = "it is no briefing, and has no article"
                self.unusable[path] = SourceError(path, problem, "move it elsewhere or delete it")
        return kept

    def write_archive(self, texts: Iterable[tuple[str, str]]) -> None:
        """Write the pages that sum up the archive; remove those of names that no briefing holds any more."""
        made = set()
        for path, text in texts:
            made.add(path)
            self._write(path, text, durable=False)
        folder = self.project.briefings
        old = {file for name in GENERATED_FOLDERS for file in folder.glob(f"{name}/**/*.md")}
        old |= set(folder.glob("*/index.md"))
        for path in sorted(file.relative_to(folder).as_posix() for file in old):
            if path not in made:
                self._remove(path)

    def _page_key(self, name: str) -> str:
        return digest("page", self.pages.digest, name)

    def _write(self, path: str, text: str, *, durable: bool = True) -> None:
        if write_if_changed(self.project.briefings / path, text, durable=durable):
            self.report.written.append(f"{self.project.briefings.name}/{path}")

    def _remove(self, path: str) -> None:
        """Remove a page, and its folder if that was the last one."""
        file = self.project.briefings / path
        file.unlink(missing_ok=True)
        self.report.removed.append(f"{self.project.briefings.name}/{path}")
        with contextlib.suppress(OSError):
            file.parent.rmdir()


def partial_warnings(entries: Iterable[Entry], models: Mapping[str, str]) -> list[BriefingError]:
    """A line for each article that is not analysed in full, in the order of their paths.

    `models` names the pipelines for other languages than English, by their letters.
    """
    sources = sorted(
        (entry.record.source for entry in entries if entry.record.partial), key=attrgetter("article")
    )
    return [_partial_warning(source.article, str(source.language), models) for source in sources]


def _partial_warning(path: str, language: str, models: Mapping[str, str]) -> BriefingError:
    problem = f"it is not in English ({language}): "
    if language in models:
        problem += f"speakers are not worked out, and names are as {models[language]} finds them"
        return SourceError(path, problem, "read them before you publish them")
    remedy = f"to have its names, name a spaCy pipeline for {language} under “languages” in briefing.yml"
    return SourceError(path, f"{problem}speakers and names are not worked out", remedy)


def language_warnings(file: SourceFile, record: Record) -> list[BriefingError]:
    """A line if an article is stated to be in another language than its text is in."""
    stated, found = read_article(file.data, file.path).metadata.language, record.source.language
    if not stated or not found or stated.startswith(found):
        return []
    problem = f"it is stated to be in {stated}, but its text is in {found}, and is read so"
    return [SourceError(file.path, problem, "mend or delete the field “language” of its front matter")]


def _waiting(path: str) -> BriefingError:
    return SourceError(path, "it is not analysed yet", "build again when the language model can be loaded")
