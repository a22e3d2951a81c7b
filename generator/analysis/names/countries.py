"""Countries with the adjectives and the names of their people: a closed class of English.

The table is `places.csv`: the names of a place, the first of which stands for it, and its adjectives and
people, divided by semicolons. Sources: the country names and adjectives of the CIA World Factbook ("Country
name", "Nationality"), common dictionaries for states that are no more and for regions, and the abbreviations
of the states of the US by the Associated Press and by the post.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from generator.lexicon import table, words
from generator.sources import NameIndex, normal_form


@dataclass(frozen=True, slots=True)
class _Place:
    """A row of the table."""

    kind: str  # country, region or state
    names: tuple[str, ...]
    people: tuple[str, ...]


@cache
def _places() -> tuple[_Place, ...]:
    return tuple(
        _Place(row["kind"], _divided(row["names"]), _divided(row["people"])) for row in table("places")
    )


def _divided(cell: str) -> tuple[str, ...]:
    return tuple(name for name in cell.split(";") if name)


@cache
def _forms() -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    people: dict[str, str] = {}
    for place in _places():
        key = normal_form(place.names[0])
        names |= dict.fromkeys(map(normal_form, place.names), key)
        people |= dict.fromkeys(map(normal_form, place.people), key)
    return names, people


def country_of(name: str) -> str | None:
    """A key for the country or region that `name` names ("U.S." and "United States" share one), or None."""
    return _forms()[0].get(normal_form(name).removeprefix("the "))


def country_of_people(name: str) -> str | None:
    """The key of the country or region whose adjective or people `name` is, or None."""
    return _forms()[1].get(normal_form(name))


def is_country(name: str) -> bool:
    """Whether `name` is a country, in full and by itself."""
    return normal_form(name).removeprefix("the ") in _country_forms()


@cache
def _country_forms() -> frozenset[str]:
    return frozenset(normal_form(name) for place in _countries() for name in place.names)


def _countries() -> Iterable[_Place]:
    return (place for place in _places() if place.kind == "country")


@cache
def gazetteer() -> NameIndex:
    """Finds countries, their adjectives and their peoples; key 0 is a place, 1 a group."""
    places = [(name, 0) for place in _countries() for name in place.names]
    regions = [place for place in _places() if place.kind == "region" and not place.people]
    places += [(name, 0) for place in regions for name in place.names if " " in name]
    peoples = [(name, 1) for place in _countries() for name in place.people]
    return NameIndex(places + peoples + [(word.title(), 1) for word in sorted(words("places.peoples"))])


def is_group(name: str) -> bool:
    """Whether `name` is a nationality, a people, a faith or a party's members."""
    form = normal_form(name)
    return form in _forms()[1] or form in words("places.groups")


def party_of(name: str) -> str | None:
    """The party that `name` names, or whose members: "Republican Party", "Republicans"; else None."""
    return _parties().get(normal_form(name).removeprefix("the "))


@cache
def _parties() -> dict[str, str]:
    return {
        form: row["party"] for row in table("parties") for form in (row["party"], *row["members"].split(";"))
    }
