"""What a pull request must satisfy: every briefing is what the generator makes, and verbatim.

This module decides what is looked at, and in which order; the single checks are in `checks/`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from tqdm import tqdm

from generator.archive import (
    Entry,
    Memo,
    Moves,
    Project,
    Record,
    Settings,
    SourceFile,
    StoredBriefing,
    briefing_paths,
    build_index,
    digest,
    find_articles,
    open_memo,
    read_file,
    scan_briefings,
    slug_or_none,
)
from generator.errors import (
    BriefingError,
    FrontMatterError,
    RegistryError,
    SettingsError,
    TemplateError,
)
from generator.pipeline import Briefer, Provenance, program_digest
from generator.publish import Addresses, Pages
from generator.review.changes import Changes, changes_since
from generator.review.checks.addresses import broken_moves
from generator.review.checks.briefings import Expected, compare, strays, touched_strays, verbatim
from generator.review.checks.lines import located
from generator.review.checks.links import anchors_of, dead_link, dead_links
from generator.review.checks.plausible import idle_corrections, implausible_dates, over_budget
from generator.review.checks.registry import contradictions
from generator.review.checks.spelling import deceptive_names
from generator.review.checks.stories import duplicates, same_addresses
from generator.review.findings import Finding, of_error
from generator.sources import Registry

PROGRESS_AFTER = 1.0
"""Seconds of work after which a progress bar shows, on a terminal."""


def check_archive(
    project: Project, *, today: dt.date, base: str | None = None, workers: int | None = None
) -> list[Finding]:
    """Everything that is wrong with an archive, and hints, in the order of the files; nothing is mended.

    With `base`, a branch or commit, only what differs from it is looked at. Raises SettingsError if git
    cannot tell what that is, and AnalysisError if the language model is missing.
    """
    try:
        settings, registry, moves = project.settings(), project.registry(), project.moves()
    except FrontMatterError as error:  # the settings' YAML
        return list(of_error(error, kind="settings"))
    except (RegistryError, SettingsError) as error:
        return list(of_error(error))
    changes = changes_since(project, base, registry, settings) if base is not None else None
    with open_memo(project.memo) as memo:
        try:
            found = list(_Run(project, settings, registry, moves, memo, changes, today, workers).findings())
        except TemplateError as error:
            return list(of_error(error))
    return sorted(set(found), key=lambda one: (one.file, one.hint, one.line or 0, one.kind, one.problem))


@dataclass
class _Run:
    """One check: what its steps share. `changes` is None where all of the archive is looked at."""

    project: Project
    settings: Settings
    registry: Registry
    moves: Moves
    memo: Memo
    changes: Changes | None
    today: dt.date
    workers: int | None

    def __post_init__(self) -> None:
        self.pages = Pages.from_folders(self.project.page_templates)
        self.provenance = Provenance(Briefer(self.registry, self.settings.options()), self.memo)
        self.whole = self.changes is None or self.changes.everything

    def findings(self) -> Iterator[Finding]:
        """Yield all findings, each check after the other."""
        paths, errors = find_articles(self.project)
        yield from self._unusable(errors)
        due: list[SourceFile] = []
        others: list[SourceFile] = []
        for slug, path in paths.items():
            if not self._is_read(slug):
                continue
            try:
                file = read_file(self.project, slug, path)
            except BriefingError as error:
                yield from of_error(error, file=path)
                continue
            (due if self._is_due(file) else others).append(file)
        expected: list[Expected] = []
        for file, result in self._records(due):
            if isinstance(result, Record):
                entry = Entry(file.slug, result)
                expected.append(Expected(file, entry, self.pages.briefing(result)))
                yield from self._of_briefing(expected[-1])
            else:
                yield from (self._located(one, file) for one in of_error(result, file=file.path))
        yield from self._duplicates(due, others, [each.entry.record for each in expected])
        if self.changes is None or self.changes.registry:
            yield from contradictions(self.registry)
        yield from self._archive(expected, {*paths, *map(slug_or_none, errors)})

    def _is_read(self, slug: str) -> bool:
        """Whether an article is needed: what the branch touches or, with that, what to compare it with."""
        changes = self.changes
        return (
            changes is None
            or changes.everything
            or changes.articles
            or bool(changes.names.entries or changes.domains)
            or slug in changes.slugs
        )

    def _is_due(self, file: SourceFile) -> bool:
        """Whether the briefing of a file may differ because of what the branch touches."""
        changes = self.changes
        if changes is None or changes.everything or file.slug in changes.slugs:
            return True
        if not (changes.names.entries or changes.domains):
            return False
        text = file.data.decode("utf-8", "replace")
        lower = text.lower()
        return any(domain in lower for domain in changes.domains) or bool(changes.names.matches(text))

    def _unusable(self, errors: dict[str, BriefingError]) -> Iterator[Finding]:
        """Yield why files in `articles/` are none that can be read, as far as the branch touches them."""
        for path, error in errors.items():
            if self.changes is None or path in self.changes.paths or slug_or_none(path) in self.changes.slugs:
                yield from of_error(error, file=path)

    def _records(self, due: Sequence[SourceFile]) -> Iterator[tuple[SourceFile, Record | BriefingError]]:
        """Yield each file with the record that analysis makes of it; what is proven is not analysed again."""
        stored = self._stored if self.whole else {}
        proven = {file.path: record for file in due if (record := self._proven(file, stored))}
        open_ones = [file for file in due if file.path not in proven]
        yield from ((file, proven[file.path]) for file in due if file.path in proven)
        results = self.provenance.briefer.records(open_ones, self.workers)
        bar = tqdm(
            results,
            "Checking",
            len(open_ones),
            unit="article",
            delay=PROGRESS_AFTER,
            disable=None,
            leave=False,
        )
        for file, result in zip(open_ones, bar, strict=True):
            if isinstance(result, Record):
                self.provenance.note(result)
            yield file, result

    @cached_property
    def _stored(self) -> dict[str, StoredBriefing]:
        return {briefing.slug: briefing for briefing in scan_briefings(self.project, self.memo)}

    def _proven(self, file: SourceFile, stored: dict[str, StoredBriefing]) -> Record | None:
        """The record on disk, if it is known to be what analysis makes of the file as it is now."""
        briefing = stored.get(file.slug)
        record = briefing.record if briefing else None
        if record is None or not self.provenance.is_proven(record):
            return None
        with suppress(BriefingError):
            return record if record.fingerprint == self.provenance.fingerprint(file) else None
        return None

    def _of_briefing(self, expected: Expected) -> Iterator[Finding]:
        """Yield all that can be wrong with one article that can be read, and its briefing."""
        record = expected.entry.record
        stated = chain(
            implausible_dates(record, self.today),
            over_budget(record, self.settings.quoted_share),
            idle_corrections(record, expected.file),
            deceptive_names(record),
        )
        yield from (self._located(one, expected.file) for one in stated)
        key = digest("sound", program_digest(""), expected.file.path, expected.file.data, expected.text)
        different = list(compare(expected, self.project))
        yield from different
        if not different and self.memo.get(key) is not None:
            return
        untrue = list(verbatim(expected, self.project))
        yield from untrue
        if not different and not untrue:
            self.memo.put(key, "")

    def _located(self, finding: Finding, file: SourceFile) -> Finding:
        if finding.line or not finding.field or not file.path.endswith((".md", ".txt")):
            return finding
        return located(finding, file.data.decode("utf-8-sig", "replace"))

    def _duplicates(
        self, due: Sequence[SourceFile], others: Sequence[SourceFile], records: Iterable[Record]
    ) -> Iterator[Finding]:
        """Yield a finding for each story that is there twice; only changed articles can be new copies."""
        if self.changes is not None:
            due = [file for file in due if file.path in self.changes.paths]
        by_path = {file.path: file for file in (*due, *others)}
        told = {file.path for file in due}
        found = list(duplicates(due, list(by_path.values()), self.memo))
        addressed = (record for record in records if record.source.article in told)
        found += same_addresses(addressed, others)
        yield from (self._located(one, by_path[one.file]) for one in found)

    def _archive(self, expected: Sequence[Expected], slugs: set[str | None]) -> Iterator[Finding]:
        """Yield the findings for the archive as a whole, or for the part of it that the branch touches."""
        index = build_index(self._entries(expected), self.registry)
        summed = dict(self.pages.archive(index, newest=self.settings.newest))
        if self.whole:
            yield from strays(self.project, slugs, summed)
        elif self.changes:
            yield from touched_strays(self.project, slugs, self.changes)
        live = {*briefing_paths(self.project), *(each.entry.path for each in expected)}
        yield from broken_moves(self.moves, {path.removesuffix(".md") for path in live})
        addresses = Addresses(index)
        briefings = {each.entry.path: addresses.upgrade(each.text) for each in expected}
        anchors = {entry.path: frozenset[str]() for entry in index.entries}
        anchors |= {path: anchors_of(text) for path, text in (briefings | summed).items()}
        for path, text in (briefings | summed).items():
            for line, target, fault in dead_links(path, text, anchors):
                remedy = "mend the page template that writes it, in templates/pages/"
                yield dead_link(f"briefings/{path}", line, target, fault, remedy)

    def _entries(self, expected: Sequence[Expected]) -> list[Entry]:
        """The briefings whose pages are looked at: where a page template changed, all that are there."""
        entries = [each.entry for each in expected]
        if self.whole or not (self.changes and self.changes.templates):
            return entries
        known = {entry.slug for entry in entries}
        stored = self._stored.values()
        return entries + [
            Entry(one.slug, one.record) for one in stored if one.record and one.slug not in known
        ]
