"""Whether it is certain whom a "he" or a "she" stands for.

Coreference takes the best candidate; to print a name as fact takes more: no other fitting person may stand
nearer, nor any name of which it is not known whether it is a person's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.analysis.coreference import Coreference
from generator.analysis.coreference.pronouns import PRONOUN_GENDER
from generator.analysis.coreference.references import is_subject
from generator.analysis.names.gender import Gender, gender_of_name
from generator.analysis.parse import Piece
from generator.analysis.records import Entity
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

NEAR = 5
"""How many sentences back the name may stand."""

_NOBODY = words("tags.nobody")


def is_certain(
    pieces: Sequence[Piece],
    quoted: Sequence[Sequence[int]],
    coreference: Coreference,
    pronoun: tuple[int, Token],
    entity: Entity,
) -> bool:
    """Whether the pronoun (its piece and token) can only stand for `entity`.

    In the nearest sentence that names somebody who can be meant, the entity must be the only such subject,
    or, if that sentence has none, the only such name.
    """
    place, token = pronoun
    gender = PRONOUN_GENDER[token.lower_]
    if gender_of_name(entity.name) not in (None, gender) or _in_open_marks(pieces[place], token):
        return False
    subjects: set[str] = set()
    names: set[str] = set()
    here, seen = (place, token.sent.start), 0
    for number, other in _names_before(pieces, quoted, place, token.i):
        if (number, other.sent.start) != here:
            here, seen = (number, other.sent.start), seen + 1
            if names or seen > NEAR:
                break
        name = _name(coreference, number, other, gender)
        if name is not None:
            names.add(name)
            if is_subject(other):
                subjects.add(name)
    return (subjects or names) == {entity.name}


def _names_before(
    pieces: Sequence[Piece], quoted: Sequence[Sequence[int]], place: int, before: int
) -> Iterator[tuple[int, Token]]:
    """The proper nouns outside quotations before token `before` of a piece, the nearest first."""
    for number in range(place, -1, -1):
        doc = pieces[number].doc
        for index in range((before if number == place else len(doc)) - 1, -1, -1):
            if doc[index].pos_ == "PROPN" and quoted[number][index] < 0:
                yield number, doc[index]


def _name(coreference: Coreference, place: int, token: Token, gender: Gender) -> str | None:
    """The name of the person that a proper noun stands for, or its own word; None if it cannot be a "he"."""
    if token.dep_ in ("compound", "nmod") and token.head.pos_ == "NOUN":
        return None  # "a Finch report" is no report by her
    entity = coreference.entity(place, token.i)
    if entity is not None:
        fits = entity.type == "person" and gender_of_name(entity.name) in (None, gender)
        return entity.name if fits else None
    if token.ent_type_ in _NOBODY or (token.ent_type_ != "PERSON" and not is_subject(token)):
        return None
    return token.text


def _in_open_marks(piece: Piece, token: Token) -> bool:
    """Whether a double mark that stands before the token in its paragraph has no partner there."""
    before = piece.doc.text[: token.idx]
    return before.count('"') % 2 == 1
