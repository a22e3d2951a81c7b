"""How briefings and subjects hang together: by the names they share."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from generator.archive.index import Entry, Index, Subject
from generator.archive.joins import Key
from generator.archive.memo import digest

WIDELY_NAMED = 80
"""A name in more briefings than these relates none of them: it would cost time and tell nothing."""

RELATED_FROM = 0.15
"""The least likeness of a related briefing, 0 to 1: about one rare name, or several common ones, in ten."""


Found = Sequence[tuple[str, Sequence[Key]]]
"""Related briefings by their paths, with the names that each shares."""


@dataclass(frozen=True)
class Related:
    """A briefing that shares names with another, the rarest shared name first."""

    entry: Entry
    shared: tuple[Subject, ...]


@dataclass(frozen=True)
class Companion:
    """A subject that is named beside another, and in how many briefings."""

    subject: Subject
    together: int


@dataclass(frozen=True)
class Circle:
    """Whom a subject appears with, the most frequent first.

    `ties` holds pairs of positions in `companions`, each with the number of those briefings that name both:
    more than one.
    """

    companions: tuple[Companion, ...]
    ties: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True)
class Relations:
    """How alike an archive's briefings are: the cosine of their sets of names, rare ones weighing more.

    A name weighs its inverse document frequency (Salton and Buckley, 1988). Both counts in it are rounded
    down to a power of two, so that one more briefing leaves nearly all likenesses as they were. What was
    found is noted in `found`; what is in `known` is not looked for again.
    """

    index: Index
    known: Mapping[str, Found] = field(default_factory=dict)
    found: dict[str, Found] = field(default_factory=dict)

    def related(self, entry: Entry, limit: int) -> list[Related]:
        """The briefings that share most with one, at most `limit`."""
        name = f"{limit} {self.inputs(entry)}"
        found = self.known.get(name)
        if found is None:
            found = self._likest(entry, limit)
        self.found[name] = found
        return [
            Related(
                self.index.entries[self.index.positions[path]],
                tuple(self.index.by_key[kind, slug] for kind, slug in shared),
            )
            for path, shared in found
        ]

    def likest(self, entry: Entry, limit: int) -> list[tuple[Entry, float]]:
        """The briefings most like one, at most `limit`, each with its likeness, 0 to 1."""
        return [
            (self.index.entries[place], like) for place, like in self._ranked(self._shared(entry), entry)
        ][:limit]

    def _likest(self, entry: Entry, limit: int) -> Found:
        shared = self._shared(entry)
        best = [place for place, like in self._ranked(shared, entry) if like >= RELATED_FROM]
        return [
            (self.index.entries[place].path, [subject.key for subject in shared[place]])
            for place in best[:limit]
        ]

    def _shared(self, entry: Entry) -> dict[int, list[Subject]]:
        """What others have in common with a briefing, by their positions, the rarest subject first."""
        shared: defaultdict[int, list[Subject]] = defaultdict(list)
        for key in sorted(_telling(self.index, entry), key=lambda key: (-self._weights[key], key)):
            subject = self.index.by_key[key]
            if len(subject.appearances) <= WIDELY_NAMED:
                for other in subject.entries:
                    shared[self.index.positions[other.path]].append(subject)
        shared.pop(self.index.positions[entry.path], None)
        return shared

    def _ranked(self, shared: Mapping[int, Sequence[Subject]], entry: Entry) -> list[tuple[int, float]]:
        """The positions of briefings with their likeness, the most alike first."""
        own = self._lengths[entry.path]
        likeness = {
            place: sum(self._weights[subject.key] ** 2 for subject in found)
            / (own * self._lengths[self.index.entries[place].path])
            for place, found in shared.items()
        }
        return sorted(likeness.items(), key=lambda item: (-item[1], item[0]))

    def inputs(self, entry: Entry) -> str:
        """A digest of all that tells which briefings are related to one, but for their own words."""
        names = (part for key in _telling(self.index, entry) for part in (*key, self._members[key]))
        return digest(entry.path, repr(self._lengths[entry.path]), *names)

    @cached_property
    def _weights(self) -> dict[Key, float]:
        """One is added to the frequency, so that a name in every briefing keeps a little weight."""
        whole = _power_of_two(len(self.index.entries))
        return {
            subject.key: math.log(1 + whole / _power_of_two(len(subject.appearances)))
            for subject in self.index.subjects
        }

    @cached_property
    def _lengths(self) -> dict[str, float]:
        return {
            entry.path: math.hypot(*(self._weights[key] for key in _telling(self.index, entry)))
            for entry in self.index.entries
        }

    @cached_property
    def _members(self) -> dict[Key, str]:
        """What each name tells of who is related: its weight, and the briefings that have it."""
        told = {
            entry.path: f"{entry.path} {entry.record.published} {self._lengths[entry.path]!r}"
            for entry in self.index.entries
        }
        return {
            subject.key: digest(
                repr(self._weights[subject.key]),
                *(told[entry.path] for entry in subject.entries if len(subject.appearances) <= WIDELY_NAMED),
            )
            for subject in self.index.subjects
        }


def _power_of_two(number: int) -> int:
    """The greatest power of two that is no greater than a number.

    >>> [_power_of_two(number) for number in (1, 2, 3, 80)]
    [1, 2, 2, 64]
    """
    return 1 << max(number, 1).bit_length() - 1


def circle(index: Index, subject: Subject, limit: int) -> Circle:
    """The subjects that most briefings name beside one, and the ties between them."""
    # One name can be of two types in two articles; nobody is their own companion.
    counts = Counter(key for entry in subject.entries for key in index.keys(entry) if key[1] != subject.slug)
    best = sorted((key for key in counts if index.by_key[key].has_page), key=lambda key: (-counts[key], key))[
        :limit
    ]
    places = {key: place for place, key in enumerate(best)}
    ties = Counter(
        pair
        for entry in subject.entries
        for pair in combinations(sorted(places[key] for key in index.keys(entry) if key in places), 2)
    )
    return Circle(
        tuple(Companion(index.by_key[key], counts[key]) for key in best),
        tuple((first, second, number) for (first, second), number in sorted(ties.items()) if number > 1),
    )


def _telling(index: Index, entry: Entry) -> list[Key]:
    """What a briefing is likened by: no peoples and faiths, which tell what is spoken of and not of whom."""
    return [key for key in index.keys(entry) if key[0] != "group"]
