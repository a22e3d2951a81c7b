"""How briefings and subjects hang together: by the names they share."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations

from generator.archive.index import Entry, Index, Subject
from generator.archive.joins import Key

WIDELY_NAMED = 80
"""A name in more briefings than these relates none of them: it would cost time and tell nothing."""

RELATED_FROM = 0.15
"""The least likeness of a related briefing, 0 to 1: about one rare name, or several common ones, in ten."""


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


def related(index: Index, entry: Entry, limit: int) -> list[Related]:
    """The briefings that share most with one, at most `limit`.

    Likeness is the cosine of the sets of names, each weighed by its inverse document frequency (Salton and
    Buckley, 1988), so that a rare shared name counts for more than a common one.
    """
    shared = _shared(index, entry)
    best = [(other, found) for other, found in _likest(index, entry, shared, limit) if found >= RELATED_FROM]
    return [Related(other, tuple(shared[index.positions[other.path]])) for other, _ in best]


def likeness_to(index: Index, entry: Entry, limit: int) -> list[tuple[Entry, float]]:
    """The briefings that share most with one, each with its likeness, as `related` measures it."""
    return _likest(index, entry, _shared(index, entry), limit)


def _shared(index: Index, entry: Entry) -> dict[int, list[Subject]]:
    """The subjects that others have in common with a briefing, by their positions, the rarest first."""
    shared: defaultdict[int, list[Subject]] = defaultdict(list)
    subjects = [index.by_key[key] for key in _telling(index, entry)]
    for subject in sorted(subjects, key=lambda subject: (-_rarity(index, subject), subject.key)):
        if len(subject.appearances) <= WIDELY_NAMED:
            for other in subject.entries:
                shared[index.positions[other.path]].append(subject)
    shared.pop(index.positions[entry.path], None)
    return shared


def _likest(
    index: Index, entry: Entry, shared: dict[int, list[Subject]], limit: int
) -> list[tuple[Entry, float]]:
    # A cheap upper bound first: the exact likeness needs all names of the other briefing.
    sums = {place: sum(_rarity(index, item) ** 2 for item in found) for place, found in shared.items()}
    likely = sorted(sums, key=lambda place: (-sums[place], place))[: 4 * limit]
    own = _length(index, entry)
    likeness = {place: sums[place] / (own * _length(index, index.entries[place])) for place in likely}
    best = sorted(likely, key=lambda place: (-likeness[place], place))[:limit]
    return [(index.entries[place], likeness[place]) for place in best]


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


def _rarity(index: Index, subject: Subject) -> float:
    """Inverse document frequency, with one added so that a name in every briefing keeps a little weight."""
    return math.log(1 + len(index.entries) / len(subject.appearances))


def _length(index: Index, entry: Entry) -> float:
    return math.hypot(*(_rarity(index, index.by_key[key]) for key in _telling(index, entry)))


def _telling(index: Index, entry: Entry) -> list[Key]:
    """What a briefing is likened by: no peoples and faiths, which tell what is spoken of and not of whom."""
    return [key for key in index.keys(entry) if key[0] != "group"]
