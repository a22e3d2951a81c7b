"""Which of "he" and "she" may stand for a person: told by titles, role words and given names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal

from generator.lexicon import words

Gender = Literal["m", "f"]

_MALE = words("persons.said_of_men")
_FEMALE = words("persons.said_of_women")
_BOTH = words("persons.said_of_both")


def gender_of_words(tokens: Iterable[str]) -> Gender | None:
    """The sex that titles and role words tell; None where they are silent or contradict each other.

    >>> gender_of_words(["the", "former", "congresswoman"])
    'f'
    """
    lowered = {token.lower().rstrip(".") for token in tokens} - _BOTH
    male, female = bool(lowered & _MALE), bool(lowered & _FEMALE)
    return None if male == female else "m" if male else "f"


def gender_of_name(name: str) -> Gender | None:
    """The sex that a full name's first part tells, by how people of either sex were named in a census.

    >>> gender_of_name("Mary Ann Example"), gender_of_name("Example")
    ('f', None)
    """
    parts = [word for word in name.replace(".", " ").split() if len(word) > 1]
    if len(parts) < 2:
        return None
    return given_names().get(parts[0].lower().split("-")[0])


@cache
def given_names() -> dict[str, Gender]:
    """Given names that tell the sex."""
    return {
        **dict.fromkeys(words("given_names.men"), "m"),
        **dict.fromkeys(words("given_names.women"), "f"),
    }
