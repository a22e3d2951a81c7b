"""Which of an article's names of bodies, places and things are one: same names, then short forms.

Names are compared only with names that share a first word, a last word or initials with them, and with a
bounded number of those, so that time is linear in the number of names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.analysis.names.acronyms import initials
from generator.analysis.names.bodies import (
    BYNAMES,
    INTRODUCED,
    introduces,
    key_words,
    same_body,
    shortens,
    turned,
)
from generator.analysis.names.countries import country_of
from generator.analysis.records import EntityType, Reason
from generator.sources import RegistryEntry, normal_form

MOST_COMPARED = 40
"""Names that share a word with a name and are compared with it; articles have fewer."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the article, with its type and what the registry says of it."""

    text: str
    type: EntityType
    entry: RegistryEntry | None = None


def are_apart(one: Name, other: Name) -> bool:
    """Whether the registry forbids that two names are one entity's."""
    if one.entry and other.entry:
        return one.entry != other.entry
    return _is_denied(one, other) or _is_denied(other, one)


def _is_denied(one: Name, other: Name) -> bool:
    return one.entry is not None and normal_form(other.text) in map(normal_form, one.entry.not_)


STATED = "stated-byname"
"""The id of the rule for names that are linked already."""


@dataclass(frozen=True, slots=True)
class Clusters:
    """Names of one thing share a number; `joins` has for each of the names why it was joined to its group."""

    numbers: list[int]
    joins: dict[int, list[Reason]]


def cluster(names: Sequence[Name], links: Iterable[tuple[str, str]] = ()) -> Clusters:
    """Number the names so that names of one thing share a number.

    Names that mean the same come first, and pairs of normal forms that are linked already. Then a short form
    joins the one longer name that it may shorten, rather by its first words than by its last ones; where
    there are two it joins none.
    """
    sets = _Sets(names)
    numbers = {normal_form(name.text): index for index, name in enumerate(names)}
    for one, other in links:
        if one in numbers and other in numbers:
            sets.join(numbers[one], numbers[other], STATED)
    neighbours = _neighbours(names)
    for later, name in enumerate(names):
        for earlier in neighbours[later]:
            if earlier < later and name.type == names[earlier].type:
                sets.join(earlier, later, same_body(name.text, names[earlier].text))
    for index, name in enumerate(names):
        longer = {
            sets.root(other): (other, rule)
            for other in neighbours[index]
            if name.type == names[other].type and (rule := shortens(name.text, names[other].text, name.type))
        }
        longer.pop(sets.root(index), None)
        begun = {root: each for root, each in longer.items() if each[1] != "ending"}
        chosen = begun if len(begun) == 1 else longer
        if len(chosen) == 1:
            ((whole, shortened),) = chosen.values()
            sets.join(whole, index, shortened)
        elif not chosen:
            _join_introduced(sets, names, index, neighbours[index])
    return Clusters([sets.root(index) for index in range(len(names))], sets.joins)


def _join_introduced(sets: _Sets, names: Sequence[Name], index: int, others: Sequence[int]) -> None:
    """Join a firm's short name to the one name that introduced it: "Orlo Capital", then "Orlo"."""
    name = names[index]
    before = [
        other
        for other in others
        if other < index and name.type == names[other].type and introduces(names[other].text, name.text)
    ]
    roots = {sets.root(other) for other in before} - {sets.root(index)}
    if len(roots) == 1:
        sets.join(before[0], index, INTRODUCED)


def _neighbours(names: Sequence[Name]) -> list[list[int]]:
    """For each name the others that it can have to do with, in order."""
    buckets: dict[str, list[int]] = defaultdict(list)
    for index, name in enumerate(names):
        for key in set(_keys(name.text)):
            buckets[key].append(index)
    return [
        sorted({other for key in set(_keys(name.text)) for other in buckets[key][:MOST_COMPARED]} - {index})
        for index, name in enumerate(names)
    ]


def _keys(text: str) -> Iterator[str]:
    """What a name shares with each name that may mean the same."""
    country = country_of(text)
    if country:
        yield country
        return
    words = key_words(text)
    for word in (words[0], words[-1], turned(words)[0], turned(words)[-1]) if words else ():
        yield word
        yield word[:3]  # "Fed", "Federal Reserve"; "Oreos", "Oreo"
    yield from (f"={letters}" for letters in initials(text))
    yield from (f"={byname}" for pair in BYNAMES if normal_form(text) in pair for byname in pair)


class _Sets:
    """Disjoint sets of names; two that hold names which the registry keeps apart are never joined."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = names
        self._parent = list(range(len(names)))
        self._members = [[index] for index in range(len(names))]
        self.joins: dict[int, list[Reason]] = defaultdict(list)

    def root(self, index: int) -> int:
        """The number of the set that a name is in."""
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def join(self, one: int, other: int, rule: str | None) -> None:
        """Make one set of the sets of two names by a rule, where nothing keeps them apart."""
        first, second = sorted((self.root(one), self.root(other)))
        if rule is None or first == second or self._is_kept_apart(first, second):
            return
        self.joins[other].append(Reason(rule, f"{self._names[other].text} = {self._names[one].text}"))
        self._parent[second] = first
        self._members[first] += self._members[second]

    def _is_kept_apart(self, first: int, second: int) -> bool:
        members = [[self._names[index] for index in self._members[each]] for each in (first, second)]
        if not any(name.entry for group in members for name in group):
            return False
        return any(are_apart(one, other) for one in members[0] for other in members[1])
