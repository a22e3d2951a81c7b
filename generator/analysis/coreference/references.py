"""Every place where an article speaks of a known person or body: its names, found among the tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analysis.language import Piece
from generator.analysis.records import Entity

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of entity number `entity`: tokens `first` to `last` (exclusive) of piece `place`.

    `head` is the token that the rest of the article's grammar sees; `sentence` counts sentences over the
    whole article.
    """

    place: int
    first: int
    last: int
    head: int
    entity: int
    sentence: int
    subject: bool


def find_references(
    pieces: Sequence[Piece], entities: Sequence[Entity], sentences: Sequence[Sequence[int]]
) -> tuple[Reference, ...]:
    """The mentions of the `entities` as tokens of the `pieces`, in text order."""
    starts = [piece.start for piece in pieces]
    tokens = [[piece.start + token.idx for token in piece.doc] for piece in pieces]
    found = []
    for number, entity in enumerate(entities):
        for span in entity.mentions:
            place = bisect_left(starts, span.start + 1) - 1
            if place < 0:
                continue
            first = max(0, bisect_left(tokens[place], span.start + 1) - 1)
            last = bisect_left(tokens[place], span.end)
            if first < last:
                head = head_of(pieces[place].doc[first:last])
                row = sentences[place]
                found.append(Reference(place, first, last, head.i, number, row[head.i], is_subject(head)))
    return tuple(sorted(found, key=lambda reference: (reference.place, reference.first, reference.entity)))


def head_of(tokens: Sequence[Token]) -> Token:
    """The token of a name that governs the others (the last of those whose head is outside it)."""
    first, last = tokens[0].i, tokens[-1].i
    outer = [token for token in tokens if not first <= token.head.i <= last or token.head.i == token.i]
    return outer[-1] if outer else tokens[-1]


def is_subject(token: Token) -> bool:
    """Whether a token is the subject of a clause, itself or as a part of the subject's name."""
    if token.dep_ in _SUBJECTS:
        return True
    return token.dep_ in ("compound", "conj", "appos") and token.head.dep_ in _SUBJECTS
