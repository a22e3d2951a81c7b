"""A person's role in the article's own words: an apposition, or the titles before the name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.analysis.entities.mention import Mention, Reading
from generator.analysis.entities.vocabulary import FEMALE_TITLES, MALE_TITLES, PERSON_HEADS, TITLES
from generator.analysis.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST_ROLE = 20
"""Tokens; a longer apposition is cut no shorter but given up."""

_COURTESY = MALE_TITLES | FEMALE_TITLES | {"mx"}
_COMMAS = frozenset({",", "(", "—", "–", "--"})
_INSIDE = frozenset(
    [
        "DT",
        "PRP$",
        "JJ",
        "JJS",
        "JJR",
        "CD",
        "NNP",
        "NNPS",
        "NN",
        "NNS",
        "POS",
        "HYPH",
        "VBN",
        "VBG",
        "RB",
        "RBS",
        "IN",
        "CC",
        "TO",
    ]
)


def role_of(reading: Reading, mentions: Iterable[Mention]) -> Span | None:
    """The first role that the article gives a person, body before headline."""
    ranked = sorted(mentions, key=lambda mention: (reading.is_display(mention.piece), mention.start))
    for mention in ranked:
        span = _apposition(reading, mention) or _title(reading, mention)
        if span:
            return span
    return None


def _apposition(reading: Reading, mention: Mention) -> Span | None:
    """ "…, the head of Roscosmos told": from the comma to the end of the noun phrase."""
    doc, first = reading.doc(mention), mention.last + 1
    if first + 1 >= len(doc) or doc[mention.last].text not in _COMMAS:
        return None
    last = _phrase_end(doc, first)
    heads = [token for token in doc[first:last] if token.tag_ in {"NN", "NNS", "NNP"}]
    before_of = next((token.i for token in doc[first:last] if token.tag_ == "IN"), last)
    if not any(token.lower_ in PERSON_HEADS and token.i < before_of for token in heads):
        return None
    return _span(reading, mention.piece, first, last)


def _phrase_end(doc: Doc, first: int) -> int:
    last = first
    while last < len(doc) and last - first <= LONGEST_ROLE and doc[last].tag_ in _INSIDE:
        last += 1
    while last > first and doc[last - 1].tag_ in {"IN", "CC", "RB", "TO", "DT", "VBN", "VBG"}:
        last -= 1
    return last if last - first <= LONGEST_ROLE else first


def _title(reading: Reading, mention: Mention) -> Span | None:
    """ "Roscosmos chief Dmitry Rogozin": the noun phrase that the name ends."""
    doc, first = reading.doc(mention), mention.first
    while (
        first > 0
        and doc[first - 1].tag_ in {"NN", "NNP", "NNPS", "JJ", "POS", "HYPH"}
        and not doc[first - 1].is_space
    ):
        first -= 1
    words = [token.lower_.rstrip(".") for token in doc[first : mention.first]]
    if not words or not (words[-1] in TITLES or words[-1] in PERSON_HEADS) or words[-1] in _COURTESY:
        return None
    return _span(reading, mention.piece, first, mention.first)


def _span(reading: Reading, piece: int, first: int, last: int) -> Span | None:
    if last <= first:
        return None
    doc, offset = reading.pieces[piece].doc, reading.pieces[piece].start
    start, end = offset + doc[first].idx, offset + doc[last - 1].idx + len(doc[last - 1])
    return Span(start, end, reading.text[start:end])
