"""Suggestions for `entities.yml`: new names, likely duplicates, names of unsure type.

Everything is decided over plain sightings, so that the caller may take them from briefings or from fresh
analyses. The suggestions are for a person to judge; `suggested_entries` is the block to paste and edit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import yaml

from generator.analysis import (
    Name,
    PersonName,
    cluster,
    country_of,
    fullest,
    same_full_name,
)
from generator.archive import Project, open_memo, scan_briefings
from generator.lexicon import words
from generator.sources import EntityType, Registry, normal_form

_Found = TypeVar("_Found")

MOST_COMPARED = 60
"""People of one surname that are compared with each other."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """An entity in one briefing: the briefing's slug, and its name, type, aliases and number of mentions."""

    slug: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    mentions: int = 1


@dataclass(frozen=True)
class Subject:
    """A name across the archive, with all its sightings in the order of their slugs."""

    name: str
    sightings: tuple[Sighting, ...]

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The briefings that have it."""
        return tuple(dict.fromkeys(sighting.slug for sighting in self.sightings))

    @cached_property
    def types(self) -> Mapping[EntityType, tuple[str, ...]]:
        """Its types, the most frequent first, each with the briefings that say so."""
        slugs: dict[EntityType, list[str]] = defaultdict(list)
        for sighting in self.sightings:
            slugs[sighting.type].append(sighting.slug)
        ranked = sorted(slugs, key=lambda kind: (-len(slugs[kind]), kind))
        return {kind: tuple(dict.fromkeys(slugs[kind])) for kind in ranked}

    @property
    def type(self) -> EntityType:
        """Its most frequent type."""
        return next(iter(self.types))

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other forms that the briefings print, most frequent first."""
        own = normal_form(self.name)
        counts = Counter(alias for sighting in self.sightings for alias in sighting.aliases)
        return tuple(alias for alias, _ in counts.most_common() if normal_form(alias) != own)


@dataclass(frozen=True, slots=True)
class Curation:
    """The names that the registry does not decide yet.

    `new` are names that it does not know, those of most briefings first; `duplicates` are groups of names
    that are likely one entity's; `unsure` are names to which briefings give different types. `known` are the
    normal forms of the names that the registry has, `unused` its entries that no briefing names.
    """

    new: tuple[Subject, ...]
    duplicates: tuple[tuple[Subject, ...], ...]
    unsure: tuple[Subject, ...]
    known: frozenset[str] = frozenset()
    unused: tuple[str, ...] = ()


def sightings(project: Project) -> Iterator[Sighting]:
    """Every entity of every briefing that can be read."""
    with open_memo(project.memo) as memo:
        for briefing in scan_briefings(project, memo):
            for kind, group in briefing.record.entities.items() if briefing.record else ():
                for named in group:
                    yield Sighting(briefing.slug, named.name, kind, tuple(named.aliases), named.mentions)


def curate(sightings: Iterable[Sighting], registry: Registry) -> Curation:
    """Compare all sightings of an archive with each other and with the registry.

    The result does not depend on the order of the sightings. Nationalities and other groups are not
    suggested as new names.
    """
    known = frozenset(normal_form(name) for entry in registry.entries for name in entry.names)
    subjects = _subjects(sightings)
    unknown = [subject for subject in subjects if normal_form(subject.name) not in known]
    return Curation(
        new=tuple(subject for subject in unknown if subject.type != "group"),
        duplicates=tuple(_duplicates(subjects, registry)),
        unsure=tuple(subject for subject in unknown if len(subject.types) > 1),
        known=known,
        unused=tuple(_unused(subjects, registry)),
    )


def _unused(subjects: Iterable[Subject], registry: Registry) -> Iterator[str]:
    """Yield the entries that no briefing names."""
    named = {normal_form(subject.name) for subject in subjects}
    for entry in registry.entries:
        if not entry.ignore and normal_form(entry.name) not in named:
            yield entry.name


def _subjects(sightings: Iterable[Sighting]) -> list[Subject]:
    """The sightings by name, those of most briefings first."""
    by_form: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sorted(sightings, key=lambda each: (each.slug, each.name, each.type)):
        by_form[normal_form(sighting.name)].append(sighting)
    subjects = [Subject(_usual([each.name for each in group]), tuple(group)) for group in by_form.values()]
    return sorted(subjects, key=lambda each: (-len(each.slugs), -_mentions(each), each.name))


def _usual(names: Sequence[str]) -> str:
    counts = Counter(names)
    return min(counts, key=lambda name: (-counts[name], name))


def _mentions(subject: Subject) -> int:
    return sum(sighting.mentions for sighting in subject.sightings)


def _duplicates(subjects: Sequence[Subject], registry: Registry) -> list[tuple[Subject, ...]]:
    """Groups of subjects that the rules for one article would make one entity, the most frequent first."""
    entries = {normal_form(name): entry for entry in registry.entries for name in entry.names}
    names = [Name(each.name, each.type, entries.get(normal_form(each.name))) for each in subjects]
    bodies = [at for at, name in enumerate(names) if name.type != "person" and not _is_general(name.text)]
    groups: dict[int, list[Subject]] = defaultdict(list)
    for at, number in zip(bodies, cluster([names[at] for at in bodies]).numbers, strict=True):
        groups[number].append(subjects[at])
    people = _people([subject for subject in subjects if subject.type == "person"])
    found = [tuple(group) for group in (*groups.values(), *people) if len(group) > 1]
    return sorted(found, key=lambda group: (-sum(len(each.slugs) for each in group), group[0].name))


def _is_general(name: str) -> bool:
    """Whether a name means another body in another article: "the Senate", "the Department"."""
    return normal_form(name) in words("bodies.generic") | words("bodies.common")


def _people(subjects: Sequence[Subject]) -> list[list[Subject]]:
    """Group people whose full names agree; a bare surname goes to the one person who has it."""
    groups: list[list[Subject]] = []
    by_surname: dict[tuple[str, ...], list[list[Subject]]] = defaultdict(list)
    full = [subject for subject in subjects if len(PersonName.of(subject.name).form) > 1]
    for subject in full:
        name = PersonName.of(subject.name)
        near = by_surname[name.bare]
        group = next((each for each in near[:MOST_COMPARED] if _is_one(name, each)), None)
        if group is None:
            group = []
            groups.append(group)
            near.append(group)
        group.append(subject)
    for subject in subjects:
        bare = PersonName.of(subject.name).bare
        if len(PersonName.of(subject.name).form) == 1 and len(by_surname.get(bare, ())) == 1:
            by_surname[bare][0].append(subject)
    return groups


def _is_one(name: PersonName, group: Sequence[Subject]) -> bool:
    return any(
        same_full_name(name, PersonName.of(other.name)) or _is_spelt_alike(name, PersonName.of(other.name))
        for other in group
    )


def _is_spelt_alike(one: PersonName, other: PersonName) -> bool:
    """Whether two full names differ by one letter of the first name ("Dmitry", "Dmitri")."""
    first, second = one.form[0], other.form[0]
    if one.form[1:] != other.form[1:] or min(len(first), len(second)) < 4:
        return False
    return len(first) == len(second) and sum(a != b for a, b in zip(first, second, strict=True)) == 1


def report(curation: Curation, *, limit: int = 20) -> Iterator[str]:
    """Yield the lines of a report for the terminal, at most `limit` names of each kind."""
    yield from _section("New names", curation.new, limit, _about)
    yield from _section("Likely duplicates", curation.duplicates, limit, _about_group)
    yield from _section("Unsure types", curation.unsure, limit, _about_types)
    yield from _section("Entries that no briefing names", curation.unused, limit, str)


def suggested_entries(curation: Curation, *, limit: int = 20) -> str:
    """The block to paste under `entities:`, valid as it is: duplicates as one entry each, then new names.

    What is likely one with an entry that is there already is a comment, for it belongs among its aliases.
    """
    taken = set(curation.known)
    lines: list[str] = []
    for group in (*curation.duplicates[:limit], *((subject,) for subject in curation.new[:limit])):
        lines += filter(None, _entry(group, taken))
    return "".join(f"{line}\n" for line in lines)


def _entry(group: Sequence[Subject], taken: set[str]) -> Iterator[str]:
    """Yield the lines of one entry; a name that an entry has already is not given again."""
    settled = [subject.name for subject in group if normal_form(subject.name) in taken]
    if settled and len(group) > 1:
        rest = ", ".join(_scalar(each.name) for each in group if each.name not in settled)
        yield f"  # another name of {_scalar(settled[0])}? {rest}" if rest else ""
        return
    name = _canonical(group)
    if normal_form(name) in taken:
        return
    taken.add(normal_form(name))
    aliases = []
    for alias in (each for subject in group for each in (subject.name, *subject.aliases)):
        if normal_form(alias) not in taken and not _is_partial(alias, name, group):
            taken.add(normal_form(alias))
            aliases.append(alias)
    kinds = Counter(kind for subject in group for kind, slugs in subject.types.items() for _ in slugs)
    kind, *others = [each for each, _ in kinds.most_common()]
    yield f"  - name: {_scalar(name)}"
    yield f"    type: {kind}" + (f"  # or {', '.join(others)}?" if others else "")
    if aliases:
        yield f"    aliases: [{', '.join(map(_scalar, aliases))}]"


def _canonical(group: Sequence[Subject]) -> str:
    if group[0].type == "person":
        return max((subject.name for subject in group), key=lambda name: len(PersonName.of(name).words))
    return fullest([subject.name for subject in group])


def _is_partial(alias: str, name: str, group: Sequence[Subject]) -> bool:
    """Whether a form is a bare surname or an adjective, which may mean somebody else elsewhere."""
    kind = group[0].type
    if kind == "person":
        return len(PersonName.of(alias).form) < 2
    return kind == "place" and country_of(name) is not None and country_of(alias) is None


def _scalar(text: str) -> str:
    """A text as YAML writes it on one line."""
    shown = "".join(char for char in text if char.isprintable())
    return yaml.safe_dump(shown, allow_unicode=True, width=10_000, default_flow_style=True).split("\n")[0]


def _section(
    title: str, found: Sequence[_Found], limit: int, about: Callable[[_Found], str]
) -> Iterator[str]:
    more = f", the first {limit}" if len(found) > limit else ""
    yield f"{title}: {len(found)}{more}"
    yield from (f"  {about(each)}" for each in found[:limit])


def _about(subject: Subject) -> str:
    return f"{subject.name} ({subject.type}): {_places(subject.slugs)}"


def _about_group(group: Sequence[Subject]) -> str:
    return " = ".join(f"{subject.name} ({_places(subject.slugs)})" for subject in group)


def _about_types(subject: Subject) -> str:
    kinds = "; ".join(f"{kind} in {_places(slugs)}" for kind, slugs in subject.types.items())
    return f"{subject.name}: {kinds}"


def _places(slugs: Sequence[str]) -> str:
    """The first briefings of several, and how many more there are."""
    shown = ", ".join(slugs[:3])
    return shown if len(slugs) <= 3 else f"{shown} and {len(slugs) - 3} more"
