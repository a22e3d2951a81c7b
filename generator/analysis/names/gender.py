"""Which of "he" and "she" may stand for a person: told by titles, role words and given names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Literal

from generator.analysis.titles import FEMALE_TITLES, MALE_TITLES
from generator.analysis.wordlist import words

Gender = Literal["m", "f"]

# Closed class: English forms of address and nouns whose form or meaning tells the sex.
_MALE = MALE_TITLES | words(
    """
    pope rabbi imam sheikh monsignor businessman congressman assemblyman councilman alderman
    chairman spokesman anchorman actor waiter policeman fireman salesman frontman man boy gentleman
    guy husband son uncle nephew grandfather dad father-in-law son-in-law brother-in-law widower
    statesman sportsman fisherman cameraman craftsman patriarch hero host
    """
)
_FEMALE = FEMALE_TITLES | words(
    """
    madam mother nun businesswoman congresswoman assemblywoman councilwoman alderwoman chairwoman
    spokeswoman anchorwoman actress waitress policewoman saleswoman frontwoman woman girl wife
    daughter aunt niece grandmother mom mum mother-in-law daughter-in-law sister-in-law widow
    stateswoman sportswoman matriarch heroine hostess
    """
)
_WEAK = frozenset(("hero", "host", "actor", "chairman", "rabbi"))  # said of both


def gender_of_words(tokens: Iterable[str]) -> Gender | None:
    """The sex that titles and role words tell; None where they are silent or contradict each other.

    >>> gender_of_words(["the", "former", "congresswoman"])
    'f'
    """
    lowered = {token.lower().rstrip(".") for token in tokens} - _WEAK
    male, female = bool(lowered & _MALE), bool(lowered & _FEMALE)
    return None if male == female else "m" if male else "f"


def gender_of_name(name: str) -> Gender | None:
    """The sex that a full name's first part tells, by how people of either sex were named in a census.

    >>> gender_of_name("Mary Ann Example"), gender_of_name("Example")
    ('f', None)
    """
    words = [word for word in name.replace(".", " ").split() if len(word) > 1]
    if len(words) < 2:
        return None
    return given_names().get(words[0].lower().split("-")[0])


@cache
def given_names() -> dict[str, Gender]:
    """Given names that tell the sex (see the head of `given_names.txt` for the source)."""
    text = resources.files("generator.analysis.names").joinpath("given_names.txt").read_text("utf-8")
    _, male, female = (part.split("]")[-1] for part in text.split("["))
    return {**dict.fromkeys(male.split(), "m"), **dict.fromkeys(female.split(), "f")}
