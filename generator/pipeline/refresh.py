"""Refresh an archive: analyse what changed, write its briefings, and the pages that sum it up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from tqdm import tqdm

from generator.archive import (
    Entry,
    Manifest,
    Memo,
    Project,
    Record,
    Settings,
    SourceFile,
    StoredBriefing,
    build_index,
    digest,
    dump_moves,
    lock,
    moved,
    open_memo,
    read_manifest,
    refuse_links,
    remember,
    scan_articles,
    scan_briefings,
    slug_or_none,
    snapshot,
    stray_files,
    sweep_unfinished,
    write_if_changed,
)
from generator.errors import AnalysisError, BriefingError, SourceError, StoreError
from generator.pipeline.brief import Briefer, version_of
from generator.pipeline.cluster import Cluster
from generator.pipeline.languages import language_warnings, partial_warnings
from generator.pipeline.provenance import Provenance, program_digest
from generator.pipeline.report import Report, keep, state, unchanged
from generator.pipeline.summing_up import remove_page, write_pages
from generator.publish import Pages, PlannedPage, collection

Means = tuple[int | None, str | None]
"""Who analyses: a number of processes, or the workers of the scheduler at an address."""

PROGRESS_AFTER = 1.0
"""Seconds of work after which a progress bar shows, on a terminal."""


def refresh_archive(
    project: Project,
    *,
    workers: int | None = None,
    scheduler: str | None = None,
    anew: Collection[str] = (),
) -> Report:
    """Bring `briefings/` up to date with `articles/`, the registry and the settings.

    Only what changed is analysed, and the articles at the paths in `anew`; only pages whose inputs changed
    are rendered; if no file changed since the last build, none is read. An article that cannot be used is
    reported, and leaves its briefing as it was. `workers` is the number of processes that analyse
    (default: one for each processor, if there is enough to do), `scheduler` the address of a Dask scheduler
    whose workers do it instead. Raises BriefingError if the settings, the
    registry or a template cannot be used, if another build is at work, or if the disk refuses a file; what
    was written until then is whole, and the next build goes on from there.
    """
    with lock(project.lock):
        try:
            settings = project.settings()
            pages = Pages.from_folders(project.page_templates)
            analysis = version_of(settings.options())
            program = digest(program_digest(settings.model), analysis, pages.digest, repr(settings))
            manifest, warning = read_manifest(project.manifest, program)
            before = snapshot(project.inputs())
            if not anew and manifest.snapshot and manifest.snapshot == state(project, before):
                return unchanged(project, manifest)
            report = _refreshed(project, settings, pages, manifest, means=(workers, scheduler), anew=anew)
            report.warnings += [warning] if warning else []
            keep(project, report, before)
            return report
        except OSError as error:
            where = str(error.filename or project.briefings)
            problem = f"it cannot be written ({error.strerror or error})"
            raise StoreError(where, problem, "make room or mend the permissions, and build again") from error


def _refreshed(
    project: Project,
    settings: Settings,
    pages: Pages,
    manifest: Manifest,
    *,
    means: Means,
    anew: Collection[str],
) -> Report:
    """Build while the lock is held."""
    briefer = Briefer(project.registry(), settings.options())
    refuse_links(project.briefings)
    for folder in (project.articles, project.briefings):
        sweep_unfinished(folder)
    report = Report(manifest)
    with open_memo(project.memo) as memo:
        files, unusable = scan_articles(project)
        run = _Run(project, briefer, pages, memo, scan_briefings(project, memo), unusable, report, anew)
        due, current = run.divide(files)
        entries = []
        # Written one by one: a long build that is killed has not worked in vain.
        for entry in chain(current, run.analysed(due, means)):
            run.write_briefing(entry)
            entries.append(entry)
    index = build_index([*entries, *run.settle_leftovers(entries)], briefer.registry)
    run.write_archive(collection(index, newest=settings.newest), manifest)
    report.load_index, report.briefings = lambda: index, len(index.entries)
    report.partial = partial_warnings(entries, dict(settings.languages))
    report.warnings += report.partial
    report.errors += [run.unusable[path] for path in sorted(run.unusable)]
    return report


@dataclass
class _Run:
    """One build: what all of its steps share. `unusable` tells by path why an article makes no briefing."""

    project: Project
    briefer: Briefer
    pages: Pages
    memo: Memo
    stored: Sequence[StoredBriefing]
    unusable: dict[str, BriefingError]
    report: Report
    anew: Collection[str] = ()

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

    def analysed(self, due: Sequence[SourceFile], means: Means) -> Iterator[Entry]:
        """Analyse what is due, with a progress bar. Without a language model nothing comes out."""
        waiting = {file.path for file in due}
        results = self._records(due, *means)
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

    def _records(
        self, due: Sequence[SourceFile], workers: int | None, scheduler: str | None
    ) -> Iterator[Record | BriefingError]:
        if not scheduler or not due:
            yield from self.briefer.records(due, workers)
            return
        with Cluster(self.briefer, scheduler, self.briefer.options.model) as cluster:
            yield from cluster.map(Briefer.attempt, due)

    def write_briefing(self, entry: Entry) -> None:
        """Write a briefing, unless its file is known to be as these templates make it."""
        old = self._stored_at.get(entry.path)
        if old and old.record is entry.record and self.memo.get(self._page_key(old.digest)) is not None:
            return
        text = self.pages.briefing(entry.record)
        self._write(entry.path, text)
        name = digest(text)
        self.memo.put(self._page_key(name), "")
        remember(self.memo, name, entry.record)

    def settle_leftovers(self, entries: Collection[Entry]) -> list[Entry]:
        """Remove briefings that have no article any more; return those of unusable articles, which stay."""
        made = {entry.path for entry in entries}
        protected = {slug_or_none(path) for path in self.unusable}
        kept = []
        gone: list[tuple[str, Record]] = []
        for briefing in self.stored:
            if briefing.path in made:
                continue
            if briefing.slug in protected:
                kept += [Entry(briefing.slug, briefing.record)] if briefing.record else []
            elif briefing.record:
                self._remove(briefing.path)
                gone.append((briefing.path, briefing.record))
            else:
                path = f"{self.project.briefings.name}/{briefing.path}"
                problem = "it is no briefing, and has no article"
                self.unusable[path] = SourceError(path, problem, "move it elsewhere or delete it")
        self._record_moves(gone, [*entries, *kept])
        return kept

    def _record_moves(self, gone: Sequence[tuple[str, Record]], entries: Iterable[Entry]) -> None:
        """Note where the briefings are that have gone, so that their addresses lead on."""
        old = self.project.moves()
        new = moved(old, gone, entries)
        if new != old:
            write_if_changed(self.project.moves_file, dump_moves(new))
            self.report.written.append(self.project.moves_file.name)

    def write_archive(self, planned: Iterable[PlannedPage], manifest: Manifest) -> None:
        """Write the pages that sum up the archive; remove those of names that no briefing holds any more."""
        done = write_pages(self.project.briefings, planned, self.pages, manifest)
        self.report.written += map(self._named, done.changed)
        self.report.removed += map(self._named, done.removed)
        folder = self.project.briefings
        for path in (f"{folder.name}/{name}" for name in stray_files(self.project, manifest.made)):
            problem = "it is no briefing, and would be published"
            self.unusable[path] = SourceError(path, problem, "move it elsewhere or delete it")

    def _page_key(self, name: str) -> str:
        return digest("page", self.pages.digest, name)

    def _write(self, path: str, text: str) -> None:
        if write_if_changed(self.project.briefings / path, text):
            self.report.written.append(self._named(path))

    def _remove(self, path: str) -> None:
        remove_page(self.project.briefings / path)
        self.report.removed.append(self._named(path))

    def _named(self, path: str) -> str:
        return f"{self.project.briefings.name}/{path}"


def _waiting(path: str) -> BriefingError:
    return SourceError(path, "it is not analysed yet", "build again when the language model can be loaded")
