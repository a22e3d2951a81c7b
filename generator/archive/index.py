"""The archive as a whole: its briefings in order of time, and all that is said of each name in them."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from generator.archive.filing import filing_name
from generator.archive.joins import Joins, Key, NameUse, join_names, role_form
from generator.archive.memo import digest
from generator.archive.records import Named, Passage, Record, Statement
from generator.archive.roles import most_telling
from generator.archive.slug import entity_slug
from generator.sources import EntityType, Registry, RegistryEntry

UNDATED = "undated"

OWN_PAGE_FROM = 2
"""Named in as many briefings, somebody has a page of their own; with a registry entry, always."""

FOLLOWED_FROM = 5
"""Named in as many briefings, somebody with a page has a feed, too: fewer are no news to follow."""

_NO_NAMES = Registry()
_ARTICLE = re.compile("(?:the|an?) ")


@dataclass(frozen=True)
class Entry:
    """One briefing of the archive: its record, and the slug that its address ends in."""

    slug: str
    record: Record

    @cached_property
    def year(self) -> str:
        """The folder of the briefing: its year, or "undated"."""
        published = self.record.published
        return f"{published.year:04d}" if published else UNDATED

    @cached_property
    def path(self) -> str:
        """The path of the briefing's file below `briefings/`; no two briefings share one."""
        return f"{self.year}/{self.slug}.md"

    @cached_property
    def digest(self) -> str:
        """A digest of the whole record."""
        return digest(self.record.model_dump_json())

    @property
    def outlet(self) -> str | None:
        """The name of the outlet, or its domain if the name is unknown."""
        return self.record.source.outlet or self.record.source.domain

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """The subjects that the briefing names, each once, in its own order."""
        return tuple(dict.fromkeys(_key(kind, named) for kind, named in _named(self)))


@dataclass(frozen=True)
class Appearance:
    """An entity in one briefing, with the statements that it makes there."""

    entry: Entry
    named: Named
    statements: tuple[Statement, ...]

    @property
    def sentence(self) -> Passage | None:
        """The first sentence of the briefing that names the entity, if one does."""
        return next((item for item in self.entry.record.summary if self.named.is_in(item.shown)), None)


@dataclass(frozen=True)
class Subject:
    """Somebody or something across the archive: an entity and its appearances, newest first.

    `curated` is its entry in the registry, if it has one.
    """

    type: EntityType
    slug: str
    appearances: tuple[Appearance, ...]
    curated: RegistryEntry | None = None

    @property
    def key(self) -> Key:
        """Type and slug, which no other subject has."""
        return self.type, self.slug

    @property
    def has_page(self) -> bool:
        """Whether it has a page of its own. If not, it is only listed in the A to Z pages."""
        return self.curated is not None or len(self.appearances) >= OWN_PAGE_FROM

    @property
    def has_feed(self) -> bool:
        """Whether it has a feed of its own."""
        return self.has_page and len(self.appearances) >= FOLLOWED_FROM

    @cached_property
    def name(self) -> str:
        """The curated name, else the one that most briefings use; of equals, the first in the alphabet."""
        if self.curated:
            return self.curated.name
        counts = Counter(appearance.named.name for appearance in self.appearances)
        return min(counts, key=lambda name: (-counts[name], name))

    @cached_property
    def filed(self) -> str:
        """What sorts it in a list, in plain letters: by the family name, or the first word."""
        return entity_slug(filing_name(self.name, self.type))

    @cached_property
    def aliases(self) -> tuple[str, ...]:
        """All other names, in alphabetical order; names in other letter case are not other names."""
        names = {name for item in self.appearances for name in (item.named.name, *item.named.aliases)}
        if self.curated:
            names |= set(self.curated.aliases)
        # Of equals the last in the alphabet, which has small letters where others have capitals.
        distinct = {name.casefold(): name for name in sorted(names)}
        distinct.pop(self.name.casefold(), None)
        return tuple(sorted(distinct.values()))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The briefings that name the subject, newest first."""
        return tuple(appearance.entry for appearance in self.appearances)

    @cached_property
    def roles(self) -> tuple[tuple[str, Entry], ...]:
        """Each role that an article gives, once, with the newest briefing that has it.

        "The director" and "director" are one role.
        """
        found: dict[str, tuple[str, Entry]] = {}
        for appearance in self.appearances:
            role = appearance.named.role
            if role:
                found.setdefault(_ARTICLE.sub("", role.casefold()), (role, appearance.entry))
        return tuple(found.values())

    @cached_property
    def statements(self) -> tuple[tuple[Statement, Entry], ...]:
        """The statements that the subject makes, newest first; those of one briefing in its order."""
        return tuple((said, item.entry) for item in self.appearances for said in item.statements)

    @cached_property
    def description(self) -> str | None:
        """What it is: the registry's words, else the most telling of its recent roles."""
        if self.curated and self.curated.description:
            return self.curated.description
        return most_telling([item.named.role for item in self.appearances if item.named.role])

    @cached_property
    def said_of(self) -> tuple[tuple[Statement, Entry], ...]:
        """The statements of others that name the subject, newest first."""
        return tuple(
            (statement, item.entry)
            for item in self.appearances
            for statement in item.entry.record.statements
            if statement not in item.statements and item.named.is_in(statement.shown)
        )


@dataclass(frozen=True)
class Speaker:
    """Somebody who is quoted or reported, with all their statements, newest first as in `Subject.statements`.

    `subject` is None if it is no entity.
    """

    name: str
    slug: str
    subject: Subject | None
    statements: tuple[tuple[Statement, Entry], ...]

    @cached_property
    def filed(self) -> str:
        """What sorts it in a list, as `Subject.filed`; a voice that is no entity is filed as a person."""
        return self.subject.filed if self.subject else entity_slug(filing_name(self.name, "person"))


@dataclass(frozen=True)
class Index:
    """All briefings, newest first (undated ones last), and all subjects by type and slug.

    `joined` has for each key that is joined with another the key of the subject; `perhaps` are pairs of keys
    that are likely one subject's.
    """

    entries: tuple[Entry, ...]
    subjects: tuple[Subject, ...]
    joined: Mapping[Key, Key] = field(default_factory=dict)
    perhaps: tuple[tuple[Key, Key], ...] = ()

    @cached_property
    def by_key(self) -> dict[Key, Subject]:
        """The subjects by type and slug; names that are joined lead to one subject."""
        found = {subject.key: subject for subject in self.subjects}
        return found | {key: found[whole] for key, whole in self.joined.items()}

    def keys(self, entry: Entry) -> tuple[Key, ...]:
        """The subjects that a briefing names, each once, joined names as one."""
        return tuple(dict.fromkeys(self.joined.get(key, key) for key in entry.keys))

    def perhaps_same(self, subject: Subject) -> tuple[Subject, ...]:
        """Subjects that are perhaps the same as one."""
        return tuple(self.by_key[key] for key in self._perhaps[subject.key])

    @cached_property
    def _perhaps(self) -> defaultdict[Key, dict[Key, None]]:
        """The subjects that each is perhaps the same as, in order and each once."""
        found: defaultdict[Key, dict[Key, None]] = defaultdict(dict)
        for pair in self.perhaps:
            one, other = (self.by_key[key].key for key in pair)
            if one != other:
                found[one][other] = found[other][one] = None
        return found

    @cached_property
    def positions(self) -> dict[str, int]:
        """Where each briefing, by its path, stands in `entries`."""
        return {entry.path: number for number, entry in enumerate(self.entries)}

    @cached_property
    def pages(self) -> tuple[Subject, ...]:
        """The subjects that have pages of their own."""
        return tuple(subject for subject in self.subjects if subject.has_page)

    def of_type(self, kind: EntityType) -> list[Subject]:
        """The subjects of one type in the order in which a list files them."""
        return self._alphabetical[kind]

    @cached_property
    def _alphabetical(self) -> defaultdict[EntityType, list[Subject]]:
        found: defaultdict[EntityType, list[Subject]] = defaultdict(list)
        for subject in sorted(self.subjects, key=lambda subject: (subject.filed, subject.name, subject.slug)):
            found[subject.type].append(subject)
        return found

    def most_present(self, kind: EntityType, limit: int) -> list[Subject]:
        """The subjects of one type that most briefings name, then the alphabetically first."""
        return sorted(self.of_type(kind), key=lambda subject: -len(subject.appearances))[:limit]

    def by_year(self) -> dict[str, list[Entry]]:
        """The briefings of each year, latest year first, "undated" last."""
        return _grouped(self.entries, lambda entry: entry.year)

    def by_outlet(self) -> dict[str, list[Entry]]:
        """The briefings by the slug of their outlet, in alphabetical order of the outlets' names."""
        known = (entry for entry in self.entries if entry.outlet)
        found = _grouped(known, lambda entry: entity_slug(entry.outlet or ""))
        return dict(sorted(found.items(), key=lambda item: ((item[1][0].outlet or "").casefold(), item[0])))

    @cached_property
    def speakers(self) -> tuple[Speaker, ...]:
        """All who are quoted, in the order in which a list files them."""
        said: defaultdict[str, list[tuple[str, Statement, Entry]]] = defaultdict(list)
        for entry in self.entries:
            for statement in entry.record.statements:
                if statement.speaker:
                    said[self._voice(statement.speaker)].append((statement.speaker, statement, entry))
        found = (self._speaker(slug, group) for slug, group in said.items())
        return tuple(sorted(found, key=lambda speaker: (speaker.filed, speaker.slug)))

    def _voice(self, speaker: str) -> str:
        """The slug that a speaker goes by: that of the subject with which the name is joined."""
        slug = entity_slug(speaker)
        kinds: tuple[EntityType, ...] = ("person", "organisation")
        return next((self.joined[kind, slug][1] for kind in kinds if (kind, slug) in self.joined), slug)

    def _speaker(self, slug: str, said: list[tuple[str, Statement, Entry]]) -> Speaker:
        """The speaker that a slug names; of the types it may have, the one in which it speaks most."""
        subjects = [subject for subject in self._by_slug[slug] if subject.statements]
        subject = max(subjects, key=lambda subject: len(subject.statements), default=None)
        name = subject.name if subject else said[0][0]
        return Speaker(name, slug, subject, tuple((statement, entry) for _, statement, entry in said))

    @cached_property
    def _by_slug(self) -> defaultdict[str, list[Subject]]:
        found: defaultdict[str, list[Subject]] = defaultdict(list)
        for subject in self.subjects:
            found[subject.slug].append(subject)
        return found


def build_index(entries: Iterable[Entry], registry: Registry = _NO_NAMES) -> Index:
    """The index of an archive; the order of `entries` does not matter."""
    ordered = tuple(sorted(entries, key=_newest_first))
    curated = {(item.type, entity_slug(item.name)): item for item in registry.entries if not item.ignore}
    joins, joined = _joined(ordered, registry, curated)
    appearances: defaultdict[Key, list[Appearance]] = defaultdict(list)
    for entry in ordered:
        for key, appearance in _appearances(entry, joined):
            appearances[key].append(appearance)
    subjects = (Subject(*key, tuple(found), curated.get(key)) for key, found in sorted(appearances.items()))
    perhaps = ((join.one, join.other) for join in joins.perhaps)
    return Index(ordered, tuple(subjects), joined, tuple(perhaps))


def _joined(
    entries: Iterable[Entry], registry: Registry, curated: Iterable[Key]
) -> tuple[Joins, dict[Key, Key]]:
    """The joins of the archive's names, and the key that each joined key goes by."""
    uses = name_uses(entries)
    joins = join_names(uses, registry)
    return joins, joins.canonical({use.key: len(use.briefings) for use in uses}, curated)


def name_uses(entries: Iterable[Entry]) -> list[NameUse]:
    """All names of the briefings, each with what the briefings tell of it."""
    found: defaultdict[Key, list[tuple[Entry, Named]]] = defaultdict(list)
    for entry in entries:
        for kind, named in _named(entry):
            found[_key(kind, named)].append((entry, named))
    numbers = {key: len(items) for key, items in found.items()}
    return [_name_use(key, items, numbers) for key, items in sorted(found.items())]


def _name_use(key: Key, items: Sequence[tuple[Entry, Named]], numbers: Mapping[Key, int]) -> NameUse:
    names = Counter(named.name for _, named in items)
    beside = {other for entry, _ in items for other in entry.keys} if key[0] == "person" else set()
    return NameUse(
        key=key,
        name=min(names, key=lambda name: (-names[name], name)),
        aliases=frozenset(alias for _, named in items for alias in named.aliases),
        roles=frozenset(role_form(named.role) for _, named in items if named.role),
        briefings=frozenset(entry.slug for entry, _ in items),
        companions={other: numbers[other] for other in beside - {key}},
    )


def _grouped(entries: Iterable[Entry], name: Callable[[Entry], str]) -> dict[str, list[Entry]]:
    """Briefings by name. Names and briefings keep their order."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(name(entry), []).append(entry)
    return found


def _newest_first(entry: Entry) -> tuple[bool, float, str]:
    published = entry.record.published
    return published is None, -moment(published).timestamp() if published else 0.0, entry.slug


def moment(published: dt.date) -> dt.datetime:
    """A date as a time with a zone. A time without a zone is read as UTC, a day as its first second."""
    if not isinstance(published, dt.datetime):
        published = dt.datetime(published.year, published.month, published.day)
    return published if published.tzinfo else published.replace(tzinfo=dt.UTC)


def _named(entry: Entry) -> Iterator[tuple[EntityType, Named]]:
    for kind, group in entry.record.entities.items():
        for named in group:
            yield kind, named


def _key(kind: EntityType, named: Named) -> Key:
    return kind, entity_slug(named.name)


def _appearances(entry: Entry, joined: Mapping[Key, Key]) -> Iterator[tuple[Key, Appearance]]:
    """Each entity of a briefing once, with what it says there."""
    spoken = defaultdict(list)
    for statement in entry.record.statements:
        spoken[statement.speaker].append(statement)
    found: dict[Key, list[Named]] = defaultdict(list)
    for kind, named in _named(entry):
        key = _key(kind, named)
        found[joined.get(key, key)].append(named)
    for key, group in found.items():
        said = (spoken[name] for name in dict.fromkeys(named.name for named in group))
        yield key, Appearance(entry, group[0], tuple(chain.from_iterable(said)))
