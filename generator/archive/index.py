"""The archive as a whole: its briefings in order of time, and all that is said of each name in them."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.analysis import EntityType
from generator.archive.schema import Named, Record, Statement
from generator.archive.slug import entity_slug

UNDATED = "undated"


@dataclass(frozen=True)
class Entry:
    """One briefing of the archive: its record, and the slug that its address ends in."""

    slug: str
    record: Record

    @property
    def year(self) -> str:
        """The folder of the briefing: its year, or "undated"."""
        published = self.record.published
        return f"{published.year:04d}" if published else UNDATED

    @property
    def path(self) -> str:
        """The path of the briefing's file below `briefings/`."""
        return f"{self.year}/{self.slug}.md"


@dataclass(frozen=True)
class Appearance:
    """An entity in one briefing, with the key quotes that it speaks there."""

    entry: Entry
    named: Named
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Subject:
    """Somebody or something across the archive: an entity and its appearances, newest first."""

    type: EntityType
    slug: str
    appearances: tuple[Appearance, ...]

    @cached_property
    def name(self) -> str:
        """The name that most briefings use; of equals, the first in the alphabet."""
        counts = Counter(appearance.named.name for appearance in self.appearances)
        return min(counts, key=lambda name: (-counts[name], name))

    @cached_property
    def aliases(self) -> tuple[str, ...]:
        """All other names, in alphabetical order."""
        names = {name for item in self.appearances for name in (item.named.name, *item.named.aliases)}
        return tuple(sorted(names - {self.name}))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The briefings that name the subject, newest first."""
        return tuple(appearance.entry for appearance in self.appearances)

    @cached_property
    def roles(self) -> tuple[tuple[str, Entry], ...]:
        """Each role that an article gives, once, with the newest briefing that has it."""
        found: dict[str, tuple[str, Entry]] = {}
        for appearance in self.appearances:
            role = appearance.named.role
            if role:
                found.setdefault(role.casefold(), (role, appearance.entry))
        return tuple(found.values())

    @cached_property
    def statements(self) -> tuple[tuple[Statement, Entry], ...]:
        """The key quotes that the subject speaks, newest briefing first."""
        return tuple((said, item.entry) for item in self.appearances for said in item.statements)


@dataclass(frozen=True)
class Index:
    """All briefings, newest first (undated ones last), and all subjects by type and slug."""

    entries: tuple[Entry, ...]
    subjects: tuple[Subject, ...]

    def of_type(self, kind: EntityType) -> list[Subject]:
        """The subjects of one type in alphabetical order of their names."""
        found = [subject for subject in self.subjects if subject.type == kind]
        return sorted(found, key=lambda subject: (subject.name.casefold(), subject.slug))

    def most_present(self, kind: EntityType, limit: int) -> list[Subject]:
        """The subjects of one type that most briefings name, then the alphabetically first."""
        found = self.of_type(kind)
        return sorted(found, key=lambda subject: -len(subject.appearances))[:limit]

    def by_year(self) -> dict[str, list[Entry]]:
        """The briefings of each year, latest year first, "undated" last."""
        years: dict[str, list[Entry]] = {}
        for entry in self.entries:
            years.setdefault(entry.year, []).append(entry)
        return years


def build_index(entries: Iterable[Entry]) -> Index:
    """The index of an archive; the order of `entries` does not matter."""
    ordered = tuple(sorted(entries, key=_newest_first))
    appearances: defaultdict[tuple[EntityType, str], list[Appearance]] = defaultdict(list)
    for entry in ordered:
        for key, appearance in _appearances(entry):
            appearances[key].append(appearance)
    subjects = (Subject(kind, slug, tuple(found)) for (kind, slug), found in sorted(appearances.items()))
    return Index(ordered, tuple(subjects))


def _newest_first(entry: Entry) -> tuple[bool, float, str]:
    published = entry.record.published
    return published is None, -_moment(published) if published else 0.0, entry.slug


def _moment(published: dt.date) -> float:
    """A date as a number; a time without a zone is taken for UTC, a day for its first moment."""
    if not isinstance(published, dt.datetime):
        published = dt.datetime(published.year, published.month, published.day)
    return (published if published.tzinfo else published.replace(tzinfo=dt.UTC)).timestamp()


def _appearances(entry: Entry) -> Iterator[tuple[tuple[EntityType, str], Appearance]]:
    """Each entity of a briefing once, with what it says there."""
    spoken = defaultdict(list)
    for statement in entry.record.quotes:
        spoken[statement.speaker].append(statement)
    for kind, group in entry.record.entities.items():
        seen = set()
        for named in group:
            key = (kind, entity_slug(named.name))
            if key not in seen:
                seen.add(key)
                yield key, Appearance(entry, named, tuple(spoken[named.name]))
