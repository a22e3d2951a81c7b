"""Which names of different briefings are one: a join across the archive, by rules that can be listed.

A rule joins two names only where they can hardly be two: what is merely likely is `perhaps`, for the reader
and the curator. Never joined are a name with "Jr." and one without, people whom one briefing tells apart, and
what the registry keeps apart; a name that the registry knows is always the registry's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from generator.analysis import PersonName, abbreviates, are_one, country_of, is_acronym, key_words
from generator.lexicon import words
from generator.sources import EntityType, Registry, RegistryEntry, normal_form

Key = tuple[EntityType, str]
"""Type and slug of a subject; no two subjects share both."""

LEAST_COMPANIONS = 2
"""Names that two names of a person must share beside them, to be one person's."""

WIDELY_NAMED = 30
"""A companion in more briefings than these tells nothing."""

MAJORITY = 0.8
"""The share of a name's briefings that must agree on its type, for the others to be mistaken."""

MOST_COMPARED = 40
"""Names in one bucket that are compared."""

RULES = {
    "spelling": "the same name but for full stops, accents and an article",
    "country": "two names of one country",
    "known": "two well-known names of one thing",
    "legal-form": "the same name but for a company's legal form",
    "acronym": "an acronym with the only long name that briefings give for it",
    "other-type": "the same name of several words or in capitals, of which most briefings tell another type",
    "middle-name": "the same given name and surname, with and without a middle name, in the same company",
    "surname": "a surname with the only person of that surname in the archive, in the same company",
}
"""The rules by their ids, in the order in which they are tried."""


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name across the briefings: the form that most print, its aliases, roles and briefings.

    `companions` are the names that stand beside it, each with the number of all briefings that have it.
    """

    key: Key
    name: str
    aliases: frozenset[str]
    roles: frozenset[str]
    briefings: frozenset[str]
    companions: Mapping[Key, int] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Join:
    """Two names that are one by a rule, the fuller or more frequent first."""

    rule: str
    one: Key
    other: Key


@dataclass(frozen=True, slots=True)
class Joins:
    """All joins; `perhaps` has those that are likely and not sure."""

    same: tuple[Join, ...] = ()
    perhaps: tuple[Join, ...] = ()

    def canonical(self, sizes: Mapping[Key, int], curated: Iterable[Key] = ()) -> dict[Key, Key]:
        """The key that each joined key goes by: the registry's, else the one of most briefings."""
        groups: dict[Key, set[Key]] = {}
        for join in self.same:
            group = groups.get(join.one, {join.one}) | groups.get(join.other, {join.other})
            groups.update(dict.fromkeys(group, group))
        fixed = set(curated)
        return {
            key: min(group, key=lambda each: (each not in fixed, -sizes.get(each, 0), each))
            for key, group in groups.items()
        }


def join_names(uses: Sequence[NameUse], registry: Registry) -> Joins:
    """The joins of an archive's names; the order of `uses` does not matter."""
    ordered = sorted(uses, key=lambda each: each.key)
    apart = _Apart(registry)
    same = [join for join in _sure(ordered) if apart.may_be_one(join, ordered)]
    people = [each for each in ordered if each.key[0] == "person"]
    more, perhaps = _people(people)
    same += [join for join in more if apart.may_be_one(join, ordered)]
    return Joins(tuple(same), tuple(join for join in perhaps if apart.may_be_one(join, ordered)))


class _Apart:
    """What the registry and the briefings keep apart."""

    def __init__(self, registry: Registry) -> None:
        self._entries = {normal_form(name): entry for entry in registry.entries for name in entry.names}
        self._by_key: dict[Key, NameUse] = {}

    def may_be_one(self, join: Join, uses: Sequence[NameUse]) -> bool:
        """Whether nothing forbids a join: two entries, a `not`, or a briefing that has both."""
        if not self._by_key:
            self._by_key = {each.key: each for each in uses}
        one, other = self._by_key[join.one], self._by_key[join.other]
        if join.one[0] == "person" and one.briefings & other.briefings:
            return False
        first, second = self._entry(one), self._entry(other)
        if first and second:
            return first == second
        return not (_denies(first, other) or _denies(second, one))

    def _entry(self, use: NameUse) -> RegistryEntry | None:
        return self._entries.get(normal_form(use.name))


def _denies(entry: RegistryEntry | None, use: NameUse) -> bool:
    return entry is not None and normal_form(use.name) in map(normal_form, entry.not_)


def _sure(uses: Sequence[NameUse]) -> Iterator[Join]:
    """The joins of names that are one whatever stands beside them."""
    for rule, bucket in (("spelling", _spelling), ("country", _country), ("legal-form", _legal_form)):
        buckets: dict[tuple[str, str], list[NameUse]] = defaultdict(list)
        for each in uses:
            form = bucket(each)
            if form:
                buckets[each.key[0], form].append(each)
        for group in buckets.values():
            yield from (Join(rule, one.key, other.key) for one, other in pairwise(group))
    yield from _known(uses)
    yield from _acronyms(uses)
    yield from _mistyped(uses)


def _spelling(use: NameUse) -> str:
    return normal_form(use.name).removeprefix("the ")


def _country(use: NameUse) -> str | None:
    return country_of(use.name) if use.key[0] == "place" else None


def _legal_form(use: NameUse) -> str | None:
    return " ".join(key_words(use.name)) if use.key[0] == "organisation" else None


def _known(uses: Sequence[NameUse]) -> Iterator[Join]:
    buckets: dict[str, list[NameUse]] = defaultdict(list)
    for each in uses:
        for word in {normal_form(each.name).split()[-1]} if each.key[0] != "person" else ():
            buckets[word].append(each)
    for group in buckets.values():
        for one, other in combinations(group[:MOST_COMPARED], 2):
            if one.key[0] == other.key[0] and are_one(one.name, other.name):
                yield Join("known", one.key, other.key)


def _acronyms(uses: Sequence[NameUse]) -> Iterator[Join]:
    """An acronym and its long name, where briefings have it as an alias of one name only."""
    long: dict[tuple[EntityType, str], set[Key]] = defaultdict(set)
    for each in uses:
        for alias in each.aliases:
            if is_acronym(alias) and abbreviates(alias, each.name):
                long[each.key[0], normal_form(alias)].add(each.key)
    for each in uses:
        names = long.get((each.key[0], normal_form(each.name)), set()) - {each.key}
        if len(names) == 1 and each.name.replace(".", "").isupper():
            yield Join("acronym", names.pop(), each.key)


def _mistyped(uses: Sequence[NameUse]) -> Iterator[Join]:
    """One name under several types: the few briefings that differ from nearly all others are mistaken."""
    by_name: dict[str, list[NameUse]] = defaultdict(list)
    for each in uses:
        if each.key[0] != "group" and (" " in each.name or (each.name.isupper() and len(each.name) > 2)):
            by_name[_spelling(each)].append(each)
    for group in by_name.values():
        most = max(group, key=lambda each: (len(each.briefings), each.key))
        total = sum(len(each.briefings) for each in group)
        for other in group:
            if other is not most and len(most.briefings) >= MAJORITY * total:
                yield Join("other-type", most.key, other.key)


def _people(people: Sequence[NameUse]) -> tuple[list[Join], list[Join]]:
    """The joins of people's names: sure ones, and likely ones."""
    same: list[Join] = []
    perhaps: list[Join] = []
    by_surname: dict[tuple[str, ...], list[NameUse]] = defaultdict(list)
    for each in people:
        by_surname[PersonName.of(each.name).bare].append(each)
    for group in by_surname.values():
        full = [each for each in group if len(PersonName.of(each.name).form) > 1][:MOST_COMPARED]
        for one, other in _middle_names(full):
            (same if _keep_company(one, other) else perhaps).append(Join("middle-name", one.key, other.key))
        for bare in (each for each in group if _is_surname(each)):
            if len(_distinct(full)) == 1:
                whole = max(full, key=lambda each: (len(each.briefings), each.key))
                close = _keep_company(whole, bare) and len(whole.briefings) > 1
                (same if close else perhaps).append(Join("surname", whole.key, bare.key))
    return same, perhaps


def _is_surname(use: NameUse) -> bool:
    """Whether a name is one word that is no given name: "Roe", not "Ada"."""
    form = PersonName.of(use.name).form
    return len(form) == 1 and not any(form[0] in words(f"given_names.{sex}") for sex in ("men", "women"))


def _distinct(full: Sequence[NameUse]) -> set[tuple[str, str]]:
    """The given names and suffixes of one surname."""
    names = [PersonName.of(each.name) for each in full]
    return {(name.form[0], name.suffix) for name in names}


def _middle_names(full: Sequence[NameUse]) -> Iterator[tuple[NameUse, NameUse]]:
    """Pairs of one given name and surname; none where middle names contradict: "Ada B.", "Ada C. D."."""
    groups: dict[tuple[str, str], list[NameUse]] = defaultdict(list)
    for each in full:
        name = PersonName.of(each.name)
        groups[name.form[0], name.suffix].append(each)
    for group in groups.values():
        middles = {PersonName.of(each.name).form[1 : -len(PersonName.of(each.name).bare)] for each in group}
        if all(_agree(one, other) for one, other in combinations(sorted(middles), 2)):
            plainest = min(group, key=lambda each: (len(PersonName.of(each.name).form), each.key))
            yield from ((plainest, each) for each in group if each is not plainest)


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether middle names may be one person's: one has none, or initials where the other has words."""
    if not one or not other:
        return True
    return len(one) == len(other) and all(
        a == b or (a[0] == b[0] and 1 in {len(a), len(b)}) for a, b in zip(one, other, strict=True)
    )


def _keep_company(one: NameUse, other: NameUse) -> bool:
    """Whether two names of a person have a role, or enough companions, in common."""
    if one.roles & other.roles:
        return True
    shared = [
        key
        for key, count in one.companions.items()
        if count <= WIDELY_NAMED and key in other.companions and key[1] not in {one.key[1], other.key[1]}
    ]
    return len(shared) >= LEAST_COMPANIONS


def role_form(role: str) -> str:
    """The form in which roles are compared."""
    return normal_form(role).removeprefix("the ").removeprefix("a ").removeprefix("former ")
