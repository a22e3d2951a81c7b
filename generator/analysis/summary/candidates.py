"""The sentences of an article that a summary may choose from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.analysis.parse import Piece
from generator.analysis.records import Quote, Span
from generator.analysis.summary.faults import (
    MOST_WORDS,
    STATEMENT_WORDS,
    TERMINAL,
    fault_of,
    fault_of_grammar,
)
from generator.sources import Article, leading_rule

if TYPE_CHECKING:
    from spacy.tokens import Token

# Two sentences whose space was lost in copying: "… to the NDA.His resignation …".
_GLUED = re.compile(r"(?:(?<=[a-z]{3})|(?<=[A-Z]{3})|(?<=\w\)))[.!?](?=[A-Z][a-z]* [a-z])")
_AGENCY = re.compile(
    r"(?:\([A-Z]{2,8}\) |[A-Z][a-z]{2,8}\.? \d{1,2} \([A-Z][A-Za-z]{1,9}\) ?[-–—]+ ?"
    r"|[A-Z][A-Za-z/. ]{2,40}, [A-Z][a-z]{2,8}\.? \d{1,2} \([A-Z][A-Za-z]{1,9}\) ?[-–—]* ?"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4} ?[-–—]+ ?)(?=[A-Z])"
)
# The place or the reporter in front of a lead: "BHOPAL: The state …", "Halden, Vel. — Two ships …".
_PLACE = re.compile(
    r"(?:By [A-Z][\w.’-]+(?: [A-Z][\w.’-]+){0,3}: |[A-Z]{3,}(?:[ /][A-Z]{2,}){0,3}: ?"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:, [A-Z][a-z]+\.?)? [–—] )(?=[A-Z][a-z])"
)
# No sentence ends behind a title: "Govs. Chris …".
_TITLE_END = re.compile(
    r"\b(?:Mr|Mrs|Ms|Messrs|Drs?|Profs?|Govs?|Sens?|Reps?|Gens?|Adm|Lt|Cols?|Maj|Capt|Sgt|Revs?|Hon|Supt|Det)\.$"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence: its span, its paragraph, its place among the sentences, and what speaks against it.

    `fault` is None for a sentence that reads well where the words before it do not matter. `spoken` tells
    that it quotes a whole statement.
    """

    span: Span
    paragraph: int
    place: int
    words: int
    fault: str | None
    spoken: bool = False


def candidates(article: Article, pieces: Sequence[Piece], quotes: Sequence[Quote]) -> tuple[Candidate, ...]:
    """The sentences of the paragraphs, in text order; the headline is none.

    A sentence is never cut inside a quotation or where the text goes on in small letters.
    """
    found: list[Candidate] = []
    for piece in pieces:
        if piece.paragraph.number == 0:
            continue
        for start, end in _joined(piece, article.text, quotes):
            span = _trimmed(article.text, start, end, is_lead=not found)
            if span.text:
                within = _within(span, quotes)
                fault = fault_of(span, within, article.text, is_lead=not found)
                grammar = fault_of_grammar(span, _tokens(piece, span))
                fault = grammar if grammar and fault in (None, "no stop") else fault
                words = len(span.text.split())
                spoken = any(map(_is_statement, within))
                found.append(Candidate(span, piece.paragraph.number, len(found), words, fault, spoken))
    return tuple(found)


def _tokens(piece: Piece, span: Span) -> list[Token]:
    first, last = (
        bisect_left(piece.doc, offset - piece.start, key=attrgetter("idx"))
        for offset in (span.start, span.end)
    )
    return list(piece.doc[first:last])


def _joined(piece: Piece, text: str, quotes: Sequence[Quote]) -> Iterator[tuple[int, int]]:
    """The parser's sentences, joined where one does not end: inside a quotation, or before a small letter."""
    group: list[Span] = []
    spans = [part for tokens in piece.doc.sents for part in _parted(piece.span(tokens, text))]
    for span, after in pairwise((*spans, None)):
        if span is None:
            break
        group.append(span)
        begin, end = group[0].start, span.end
        later = after.text.lstrip("\"”’')( ?") if after else ""
        ended = TERMINAL.search(span.text.rstrip()[-4:]) and not _TITLE_END.search(span.text.rstrip())
        goes_on = not ended or later[:1].islower()
        if later and (goes_on or _cuts(end, quotes)) and end - begin < _join_limit(text, begin, end):
            continue
        yield from _apart(group, text)
        group = []
    yield from _apart(group, text)


def _apart(group: Sequence[Span], text: str) -> Iterator[tuple[int, int]]:
    """A group of joined sentences as one; where it is too long, as those that end with a stop.

    A quotation whose closing mark was lost would else swallow all sentences behind it.
    """
    begin: int | None = None
    whole = bool(group) and len(text[group[0].start : group[-1].end].split()) <= MOST_WORDS
    for number, span in enumerate(group, start=1):
        begin = span.start if begin is None else begin
        if number == len(group) or (not whole and TERMINAL.search(span.text.rstrip()[-4:])):
            yield begin, span.end
            begin = None


def _parted(span: Span) -> Iterator[Span]:
    """The sentences of a span whose dividing space was lost."""
    begin = 0
    for match in _GLUED.finditer(span.text):
        yield Span(span.start + begin, span.start + match.end(), span.text[begin : match.end()])
        begin = match.end()
    yield Span(span.start + begin, span.end, span.text[begin:])


def _join_limit(text: str, begin: int, end: int) -> int:
    """How many characters sentences are joined up to: enough for the longest that may be chosen."""
    return 10 * MOST_WORDS if text[begin:end].count(" ") < MOST_WORDS else 0


def _cuts(end: int, quotes: Sequence[Quote]) -> bool:
    """Whether a sentence that ends at `end` leaves a quotation half inside."""
    index = bisect_right(quotes, end, key=lambda quote: quote.span.start) - 1
    return index >= 0 and quotes[index].span.start < end < quotes[index].span.end


def _trimmed(text: str, start: int, end: int, *, is_lead: bool) -> Span:
    """The span without white space around it and without a label glued in front."""
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    end = start + len(inner.strip())
    found = leading_rule(text, start, end)
    if found and found[0] in ("pointer", "kicker"):
        start = found[1]
    line = _AGENCY.match(text, start, end) or (_PLACE.match(text, start, end) if is_lead else None)
    start = line.end() if line else start  # of a dateline that was lost in copying
    return Span(start, end, text[start:end])


def _within(span: Span, quotes: Sequence[Quote]) -> Sequence[Quote]:
    """The quotations that share a character with the span; `quotes` are in text order and never overlap."""
    first = bisect_right(quotes, span.start, key=lambda quote: quote.span.end)
    last = bisect_left(quotes, span.end, key=lambda quote: quote.span.start)
    return quotes[first:last]


def _is_statement(quote: Quote) -> bool:
    """Whether a quotation reads as a sentence of its own, and not as a part of one."""
    text = quote.span.text
    least = 3 if quote.speaker else STATEMENT_WORDS + 1
    return len(text.split()) >= least and not text.lstrip("“‘\"'([… .")[:1].islower()
