"""Every place where an article speaks of a known person or body: its names, found among the tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analysis.parse import Piece
from generator.analysis.records import Entity

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
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


def find_references(
    pieces: Sequence[Piece], entities: Sequence[Entity], sentences: Sequence[Sequence[int]]
) -> tuple[Reference, ...]:
    """The mentions of the `entities` as tokens of the `pieces`, in text order; and bare surnames unlisted."""
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
                found.append(_reference(pieces, place, first, last, number, sentences))
    taken = {(r.place, token) for r in found for token in range(r.first, r.last)}
    found.extend(
        _reference(pieces, place, token.i, token.i + 1, number, sentences)
        for place, token, number in _bare_surnames(pieces, entities)
        if (place, token.i) not in taken
    )
    return tuple(sorted(found, key=lambda reference: (reference.place, reference.first, reference.entity)))


def _reference(
    pieces: Sequence[Piece],
    place: int,
    first: int,
    last: int,
    entity: int,
    sentences: Sequence[Sequence[int]],
) -> Reference:
    head = head_of(pieces[place].doc[first:last])
    return Reference(place, first, last, head.i, entity, sentences[place][head.i])


def _bare_surnames(pieces: Sequence[Piece], entities: Sequence[Entity]) -> Iterator[tuple[int, Token, int]]:
    """Subjects that are the surname of one person only ("Tester said": no tagger takes it for a name)."""
    owners: dict[str, set[int]] = {}
    for number, entity in enumerate(entities):
        if entity.type == "person" and " " in entity.name:
            owners.setdefault(entity.name.rsplit(" ", 1)[1], set()).add(number)
    for place, piece in enumerate(pieces):
        for token in piece.doc:
            known = owners.get(token.text, set())
            if len(known) == 1 and (token.pos_ == "PROPN" or is_subject(token)):
                yield place, token, next(iter(known))


def head_of(tokens: DocSpan) -> Token:
    """The token of a name that governs the others (the last of those whose head is outside it)."""
    first, last = tokens[0].i, tokens[-1].i
    outer = [token for token in tokens if not first <= token.head.i <= last or token.head.i == token.i]
    return outer[-1] if outer else tokens[-1]


def is_subject(token: Token) -> bool:
    """Whether a token is the subject of a clause, itself or as a part of the subject's name."""
    if token.dep_ in _SUBJECTS:
        return True
    return token.dep_ in ("compound", "conj", "appos") and token.head.dep_ in _SUBJECTS
