"""Names of people: their parts, and which of an article's names are one person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from generator.lexicon import words
from generator.sources import normal_form

PARTICLES = words("persons.name_particles")
SUFFIXES = words("persons.name_suffixes")
TITLES = words("persons.titles")

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
