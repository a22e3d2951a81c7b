"""Join names, pronouns and relative pronouns to the entities of an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.analysis.coreference.descriptions import Focus, is_epithet, make_focus
from generator.analysis.coreference.directory import Directory, make_directory
from generator.analysis.coreference.pronouns import resolve_pronouns
from generator.analysis.coreference.references import Reference, find_references
from generator.analysis.coreference.strangers import find_strangers
from generator.analysis.names.gender import Gender, gender_of_name, gender_of_words
from generator.analysis.parse import Piece
from generator.analysis.records import Entity, EntityType
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

SPEAKERS = words("persons.speakers")


@dataclass(frozen=True, slots=True)
class Coreference:
    """For each place in the text, given as (piece, token), the number of the entity spoken of.

    `names` has the tokens of names, `pronouns` those of resolved pronouns; the `directory` finds the rest.
    """

    entities: tuple[Entity, ...]
    names: dict[tuple[int, int], int]
    pronouns: dict[tuple[int, int], int]
    directory: Directory
    focus: Focus

    def entity(self, place: int, *tokens: int) -> Entity | None:
        """The entity that the first of the `tokens` with a known one stands for, or None."""
        for token in tokens:
            number = self.names.get((place, token), self.pronouns.get((place, token)))
            if number is not None:
                return self.entities[number]
        return None

    def named(self, place: int, token: int) -> Entity | None:
        """The entity whose name a token belongs to, or None."""
        number = self.names.get((place, token))
        return None if number is None else self.entities[number]

    def described(self, place: int, phrase: Sequence[Token]) -> Entity | None:
        """Whom a definite description stands for, its head last, or None.

        By a role, title or name that the article gives ("the mayor", "the agency"), by a name in it ("the
        Mills founder"), or, for an epithet ("the 56-year-old"), the only person spoken of before it.
        """
        found = self.directory.described(phrase[0].lower_, phrase[-1].lower_)
        if found or phrase[0].lower_ != "the":
            return found
        number = None
        inner = {self.names.get((place, token.i)) for token in phrase[1:-1]} - {None}
        if len(inner) == 1 and phrase[-1].lower_ in SPEAKERS:
            number = self.focus.beside(inner.pop() or 0)
        elif not inner and is_epithet(phrase):
            number = self.focus.alone(place, phrase[0].i)
        return None if number is None else self.entities[number]

    def types(self, places: int) -> list[dict[int, EntityType]]:
        """For each of the first `places` pieces, the types of the tokens that belong to a name."""
        found: list[dict[int, EntityType]] = [{} for _ in range(places)]
        for (place, token), number in self.names.items():
            found[place][token] = self.entities[number].type
        return found


def corefer(
    text: str, pieces: Sequence[Piece], entities: Sequence[Entity], quoted: Sequence[Sequence[int]]
) -> Coreference:
    """Resolve the mentions of an article's `text`; `quoted[p][i]` is below 0 outside quotations."""
    entities = (*entities, *find_strangers(text, pieces, entities))
    sentences = _sentences(pieces, quoted)
    references = find_references(pieces, entities, sentences)
    names = {(r.place, token): r.entity for r in references for token in range(r.first, r.last)}
    people = [reference for reference in references if entities[reference.entity].type == "person"]
    genders = _genders(pieces, entities, people)
    pronouns = resolve_pronouns(pieces, people, genders, quoted, sentences)
    directory = make_directory(pieces, entities, people)
    return Coreference(entities, names, pronouns, directory, make_focus(references, pronouns, entities))


def _sentences(pieces: Sequence[Piece], quoted: Sequence[Sequence[int]]) -> list[list[int]]:
    """The number of each token's sentence, counted over the article; quotations begin no sentence."""
    rows, last = [], 0
    for piece, flags in zip(pieces, quoted, strict=True):
        starts = (token.is_sent_start and flag < 0 for token, flag in zip(piece.doc, flags, strict=True))
        row = list(accumulate(map(int, map(bool, starts)), initial=last))[1:]
        rows.append(row)
        last = row[-1] if row else last
    return rows


def _genders(
    pieces: Sequence[Piece], entities: Sequence[Entity], people: Sequence[Reference]
) -> list[Gender | None]:
    """The gender of each entity: by titles and role words beside its names, else by its given name."""
    told: dict[int, set[Gender]] = {}
    for reference in people:
        doc = pieces[reference.place].doc
        beside = doc[max(0, reference.first - 2) : reference.last]
        gender = gender_of_words(token.text for token in beside)
        if gender:
            told.setdefault(reference.entity, set()).add(gender)
    found: list[Gender | None] = []
    for number, entity in enumerate(entities):
        votes = told.get(number, set())
        named = gender_of_name(entity.name) if entity.type == "person" else None
        found.append(named or (next(iter(votes)) if len(votes) == 1 else None))
    return found
