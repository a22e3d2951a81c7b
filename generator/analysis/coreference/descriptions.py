"""Whom a description stands for that no role or name tells: "the 56-year-old", "the Mills founder"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analysis.coreference.references import Reference
from generator.analysis.records import Entity
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

EPITHETS = words("persons.epithets")
_AGE = re.compile(r"(?i)\b\d{1,3}[ -]?year[ -]?old$")

BACK = 3
"""Paragraphs in which an epithet's person is named before it, with nobody else."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Focus:
    """Who is spoken of where: (piece, token) of each name and pronoun of a person, with the entity's number.

    `together` has for each entity's number those of the people who are named in a sentence with it.
    """

    places: Sequence[Place]
    numbers: Sequence[int]
    together: Mapping[int, frozenset[int]]

    def alone(self, place: int, token: int) -> int | None:
        """The only person spoken of in the paragraphs before a token, at most BACK back; None if two are."""
        end = bisect_left(self.places, (place, token))
        start = bisect_left(self.places, (place - BACK, 0))
        near = set(self.numbers[start:end])
        return next(iter(near)) if len(near) == 1 else None

    def beside(self, number: int) -> int | None:
        """The only person who is named in a sentence with an entity."""
        found = self.together.get(number, frozenset())
        return next(iter(found)) if len(found) == 1 else None


def make_focus(
    references: Iterable[Reference], pronouns: Mapping[Place, int], entities: Sequence[Entity]
) -> Focus:
    """Collect the mentions of people, and who is named together with what."""
    people = {(r.place, r.first): r.entity for r in references if entities[r.entity].type == "person"}
    spoken = sorted({**pronouns, **people}.items())
    sentences: dict[int, set[int]] = {}
    for reference in references:
        sentences.setdefault(reference.sentence, set()).add(reference.entity)
    together: dict[int, set[int]] = {}
    for named in sentences.values():
        persons = {number for number in named if entities[number].type == "person"}
        for number in named - persons:
            together.setdefault(number, set()).update(persons)
    frozen = {number: frozenset(found) for number, found in together.items()}
    return Focus([place for place, _ in spoken], [number for _, number in spoken], frozen)


def is_epithet(tokens: Sequence[Token]) -> bool:
    """Whether a description only points at who is spoken of: by age, or as news calls its main person."""
    phrase = "".join(token.text_with_ws for token in tokens).strip()
    return tokens[-1].lower_ in EPITHETS or bool(_AGE.search(phrase))
