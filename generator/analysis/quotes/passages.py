"""A parsed paragraph with its quotations marked: what the later steps read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.analysis.parse import Piece
from generator.analysis.quotes.marks import Quotation
from generator.analysis.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

MARKS = frozenset(('"', "'", "''", "``", "“", "”", "「", "」", "『", "』", "<<", ">>", "〝", "〞"))
_STOPS = frozenset((".", "?", "!", "…", "..."))


@dataclass(frozen=True, slots=True)
class Placed:
    """A quotation and the half-open range of tokens of its passage that it covers."""

    quotation: Quotation
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a paragraph, token by token.

    `quoted[i]` is the number (in the passage) of the quotation that token i stands in, or -1. `words[i]`
    and `stops[i]` count the words and the sentence ends outside quotations before token i, and `begun[i]`
    the quotations that begin before it, so that distances are differences.
    """

    piece: Piece
    text: str
    tokens: tuple[Token, ...]
    quotations: tuple[Placed, ...]
    quoted: tuple[int, ...]
    words: tuple[int, ...]
    stops: tuple[int, ...]
    begun: tuple[int, ...]


def read(pieces: Sequence[Piece], quotations: Sequence[Quotation]) -> tuple[Passage, ...]:
    """Join parsed pieces and quotations; a quotation belongs to the piece that it begins in."""
    passages = []
    position = 0
    for piece in pieces:
        end = piece.start + len(piece.doc.text)
        while position < len(quotations) and quotations[position].start < piece.start:
            position += 1
        here = position
        while position < len(quotations) and quotations[position].start < end:
            position += 1
        passages.append(_passage(piece, quotations[here:position]))
    return tuple(passages)


def _passage(piece: Piece, quotations: Sequence[Quotation]) -> Passage:
    tokens = tuple(piece.doc)
    quoted = [-1] * len(tokens)
    placed = []
    index = 0
    for number, quotation in enumerate(quotations):
        while index < len(tokens) and piece.start + tokens[index].idx + len(tokens[index]) <= quotation.start:
            index += 1
        first = index
        while index < len(tokens) and piece.start + tokens[index].idx < quotation.end:
            quoted[index] = number
            index += 1
        placed.append(Placed(quotation, first, index))
    outside = [number < 0 for number in quoted]
    words = _counts(
        free and any(map(str.isalnum, token.text)) for free, token in zip(outside, tokens, strict=True)
    )
    stops = _counts(free and token.text in _STOPS for free, token in zip(outside, tokens, strict=True))
    firsts = {place.first for place in placed}
    begun = _counts(index in firsts for index in range(len(tokens)))
    return Passage(piece, piece.doc.text, tokens, tuple(placed), tuple(quoted), words, stops, begun)


def _counts(flags: Iterable[bool]) -> tuple[int, ...]:
    """Running totals: item i counts the true flags before place i."""
    return tuple(accumulate(flags, initial=0))


def span_of(text: str, passage: Passage, first: int, last: int) -> Span:
    """The span of the article's `text` that tokens `first` to `last` (exclusive) of a passage cover."""
    tokens = passage.tokens
    start = passage.piece.start + tokens[first].idx
    end = passage.piece.start + tokens[last - 1].idx + len(tokens[last - 1])
    return Span(start, end, text[start:end])
