"""Names of people: their parts, and which of an article's names are one person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from generator.analysis.entities.mention import Mention, Reading
from generator.analysis.entities.vocabulary import FEMALE_TITLES, MALE_TITLES, PARTICLES, SUFFIXES, TITLES
from generator.sources.names import normal_form

_ASIDES = re.compile(r"[\[\],()]")

Gender = Literal["male", "female"]


@dataclass(frozen=True, slots=True)
class PersonName:
    """The words of a person's name without titles and suffixes; `surname` with its particles."""

    words: tuple[str, ...]
    surname: str
    suffix: str = ""

    @staticmethod
    @lru_cache(maxsize=4096)
    def of(text: str) -> PersonName:
        """Read a name as it is printed.

        >>> PersonName.of("Sen. Ludo van der Berg Jr.")
        PersonName(words=('Ludo', 'van', 'der', 'Berg'), surname='van der Berg', suffix='jr')
        """
        words = _ASIDES.sub(" ", text).split()
        while len(words) > 1 and normal_form(words[0]) in TITLES:
            words.pop(0)
        suffix = ""
        while len(words) > 1 and normal_form(words[-1]) in SUFFIXES:
            suffix = normal_form(words.pop())
        first = max(len(words) - 1, 0)
        while first > 1 and words[first - 1].casefold() in PARTICLES:
            first -= 1
        return PersonName(tuple(words), " ".join(words[first:]), suffix)

    @property
    def form(self) -> tuple[str, ...]:
        """The words in normal form, hyphens as spaces."""
        return tuple(normal_form(" ".join(self.words)).replace("-", " ").split())

    @property
    def bare(self) -> tuple[str, ...]:
        """The surname in normal form without particles: "al-Assad" and "Assad" are one."""
        form = tuple(normal_form(self.surname).replace("-", " ").split())
        while len(form) > 1 and form[0] in PARTICLES:
            form = form[1:]
        return form


def same_full_name(one: PersonName, other: PersonName) -> bool:
    """Whether two names of two words or more are one person's: a middle name or initial may be missing.

    >>> same_full_name(PersonName.of("Ada B. Lovell"), PersonName.of("Ada Lovell"))
    True
    >>> same_full_name(PersonName.of("Ada Lovell"), PersonName.of("Ben Lovell"))
    False
    """
    short, long = sorted((one.form, other.form), key=len)
    if len(short) < 2 or (one.suffix and other.suffix and one.suffix != other.suffix):
        return short == long
    if short in (long, long[: len(short)], long[-len(short) :]):
        return True
    return _same_given(short[0], long[0]) and one.bare == other.bare and _in_order(short[1:], long[1:])


def _same_given(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of `short` stand in `long` in this order, initials for words."""
    rest = iter(long)
    return all(any(_same_given(word, other) for other in rest) for word in short)


@dataclass(slots=True)
class Person:
    """A person of the article while the names are being sorted."""

    names: list[PersonName]
    mentions: list[Mention]
    genders: set[Gender]

    def answers_to(self, name: PersonName) -> bool:
        """Whether a part of a name could mean this person: surname, or first name."""
        form = name.form
        return any(
            form in (known.form, known.bare)
            or name.bare == known.bare
            or (len(form) == 1 and len(known.form) > 1 and form[0] in (known.form[0], known.form[-1]))
            for known in self.names
        )

    def has_surname(self, name: PersonName) -> bool:
        """Whether the name is this person's surname."""
        return any(name.bare == known.bare for known in self.names)


def group_people(reading: Reading, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Divide mentions of people into people, each in text order.

    Full names first; then each bare name goes to the person it can mean, chosen by gender (the title before
    it), then by surname before first name, then by closeness: the last one named in full before it.
    """
    people: list[Person] = []
    bare: list[Mention] = []
    for mention in mentions:
        name = PersonName.of(mention.text)
        if len(name.form) < 2 or (len(name.words) > 1 and name.form == name.bare):
            bare.append(mention)
        else:
            _add_full(people, mention, name, gender_before(reading, mention))
    left: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in sorted(bare, key=lambda each: each.start):
        name, gender = PersonName.of(mention.text), gender_before(reading, mention)
        person = _choose(people, mention, name, gender)
        if person:
            person.mentions.append(mention)
            person.genders |= {gender} if gender else set()
        else:
            left[name.bare].append(mention)
    groups = [person.mentions for person in people] + list(left.values())
    return [sorted(group, key=lambda mention: mention.start) for group in groups]


def _add_full(people: list[Person], mention: Mention, name: PersonName, gender: Gender | None) -> None:
    for person in people:
        if any(same_full_name(name, known) for known in person.names):
            person.names.append(name)
            person.mentions.append(mention)
            break
    else:
        person = Person([name], [mention], set())
        people.append(person)
    if gender:
        person.genders.add(gender)


def _choose(
    people: Iterable[Person], mention: Mention, name: PersonName, gender: Gender | None
) -> Person | None:
    able = [person for person in people if person.answers_to(name)]
    if gender:
        able = [person for person in able if not person.genders or gender in person.genders]
        known = [person for person in able if gender in person.genders]
        able = known or able
    able = [person for person in able if person.has_surname(name)] or able
    if len(able) < 2:
        return able[0] if able else None
    earlier = [person for person in able if min(each.start for each in person.mentions) < mention.start]
    return max(
        earlier or able,
        key=lambda person: max(
            (each.start for each in person.mentions if each.start < mention.start), default=-1
        ),
    )


def gender_before(reading: Reading, mention: Mention) -> Gender | None:
    """The gender that a title before the mention tells."""
    doc = reading.doc(mention)
    title = doc[mention.first - 1].lower_.rstrip(".") if mention.first else ""
    if title in MALE_TITLES:
        return "male"
    return "female" if title in FEMALE_TITLES else None
