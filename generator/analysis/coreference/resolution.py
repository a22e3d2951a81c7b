"""Join names, pronouns and relative pronouns to the entities of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.analysis.coreference.gender import Gender, gender_of_name, gender_of_words
from generator.analysis.coreference.pronouns import resolve_pronouns
from generator.analysis.coreference.references import Reference, find_references
from generator.analysis.coreference.strangers import find_strangers
from generator.analysis.language import Piece
from generator.analysis.records import Entity, EntityType
from generator.sources.names import normal_form

_BODIES = ("organisation", "group", "place")


@dataclass(frozen=True, slots=True)
class Coreference:
    """For each place in the text, given as (piece, token), the number of the entity spoken of."""

    entities: tuple[Entity, ...]
    references: tuple[Reference, ...]
    names: dict[tuple[int, int], int]
    pronouns: dict[tuple[int, int], int]
    offices: dict[int, set[str]]

    def entity(self, place: int, *tokens: int) -> Entity | None:
        """The entity that the first of the `tokens` with a known one stands for, or None."""
        for token in tokens:
            number = self.names.get((place, token), self.pronouns.get((place, token)))
            if number is not None:
                return self.entities[number]
        return None

    def types(self, places: int) -> list[dict[int, EntityType]]:
        """For each of the first `places` pieces, the types of the tokens that belong to a name."""
        found: list[dict[int, EntityType]] = [{} for _ in range(places)]
        for (place, token), number in self.names.items():
            found[place][token] = self.entities[number].type
        return found

    def named(self, name: str) -> Entity | None:
        """The only person or body that goes by a name, in capitals or not ("WALLACE"); None if two do.

        A person's surname counts as a name.
        """
        form = normal_form(name)
        people = [entity for entity in self.entities if entity.type == "person" and _ends_in(entity, form)]
        found = people or [
            entity
            for entity in self.entities
            if form in (normal_form(known) for known in (entity.name, *entity.aliases))
        ]
        fuller = [entity for entity in found if normal_form(entity.name) != form] or found
        return fuller[0] if len({entity.name for entity in fuller}) == 1 else None

    def described(self, determiner: str, noun: str) -> Entity | None:
        """The only one that a definite description can mean, by a body's name or a person's role or title.

        "The agency" is the "Inland Water Agency", "the mayor" is "Mayor Ana Roe" or "Ana Roe, the mayor of
        Lyme"; None if there are two.
        """
        if determiner != "the":
            return None
        bodies = [
            e for e in self.entities if e.type == "organisation" and _ends_in(e, noun) and " " in e.name
        ]
        people = [self.entities[number] for number, told in sorted(self.offices.items()) if noun in told]
        found = bodies + people
        return found[0] if len(found) == 1 else None


def _offices(
    pieces: Sequence[Piece], entities: Sequence[Entity], people: Sequence[Reference]
) -> dict[int, set[str]]:
    """The nouns for each person's office: in the role the article gives, and in titles before the name."""
    offices: dict[int, set[str]] = {}
    for number, entity in enumerate(entities):
        if entity.role:
            offices.setdefault(number, set()).update(_role_nouns(entity.role.text))
    for reference in people:
        doc, first = pieces[reference.place].doc, reference.first
        while (
            first > 0
            and doc[first - 1].pos_ in ("NOUN", "PROPN")
            and doc[first - 1].dep_ in ("compound", "nmod")
        ):
            first -= 1
            offices.setdefault(reference.entity, set()).add(doc[first].lower_)
    return offices


def _role_nouns(role: str) -> list[str]:
    """The words of a role that tell the person's own office: those before the first preposition.

    >>> _role_nouns("the mayor of Lyme")
    ['the', 'mayor']
    """
    return re.split(r"\s(?:of|for|at|in|to|with|from|on)\s", role.lower(), maxsplit=1)[0].split()


def _ends_in(entity: Entity, word: str) -> bool:
    """Whether an entity's name is, or ends in, a word in normal form."""
    name = normal_form(entity.name)
    return name == word or name.endswith(" " + word)


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
    return Coreference(entities, references, names, pronouns, _offices(pieces, entities, people))


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
