"""Whether it is certain whom a "he" or a "she" stands for.

Coreference takes the best candidate; to print a name as fact takes more: no other fitting person may stand
nearer, nor any name of which it is not known whether it is a person's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.analysis.coreference import Coreference
from generator.analysis.coreference.gender import Gender, gender_of_name
from generator.analysis.coreference.pronouns import PRONOUN_GENDER
from generator.analysis.coreference.references import is_subject
from generator.analysis.language import Piece
from generator.analysis.records import Entity
from generator.analysis.wordlist import words

if TYPE_CHECKING:
    from spacy.tokens import Token

NEAR = 5
"""How many sentences back the name may stand."""

_NOBODY = words(
    """
    ORG FAC GPE LOC NORP WORK_OF_ART PRODUCT EVENT LAW LANGUAGE
    DATE TIME MONEY PERCENT CARDINAL ORDINAL QUANTITY
    """
)


def is_certain(
    pieces: Sequence[Piece],
    quoted: Sequence[Sequence[int]],
    coreference: Coreference,
    pronoun: tuple[int, Token],
    entity: Entity,
) -> bool:
    """Whether the pronoun (its piece and token) can only stand for `entity`.

    The nearest name before it of a fitting gender must be the entity's; or the entity must be the subject of
    the sentence before, and no other person a subject there.
    """
    place, token = pronoun
    gender = PRONOUN_GENDER[token.lower_]
    if gender_of_name(entity.name) not in (None, gender) or _in_open_marks(pieces[place], token):
        return False
    subjects: set[str] = set()
    nearest: str | None = None
    sentence, seen = token.sent.start if token.sent.start != token.i else -1, 0
    for other_place, other in _names_before(pieces, quoted, place, token.i):
        begin = (other_place, other.sent.start)
        if begin != (place, sentence):
            seen, sentence, place = seen + 1, other.sent.start, other_place
            if subjects or seen > NEAR:
                break
        name = _name(coreference, other_place, other, gender)
        if name is None:
            continue
        nearest = nearest or name
        if is_subject(other):
            subjects.add(name)
    return nearest == entity.name or subjects == {entity.name}


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
