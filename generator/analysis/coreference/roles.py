"""The article's own words for what a person is: an apposition or a title, never an invented one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from generator.analysis.coreference.references import Reference
from generator.analysis.language import Piece

if TYPE_CHECKING:
    from spacy.tokens import Doc

_HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady mx the a an".split())
_OPENERS = frozenset("DT PRP$ NN NNP NNS JJ NNPS".split())
LONGEST = 16
"""Tokens that a role may have: longer appositions are usually parsed wrongly, or are sentences."""


def find_role(pieces: Sequence[Piece], references: Iterable[Reference]) -> tuple[int, int, int] | None:
    """The first apposition, else the first title, beside a person's mentions, as (piece, first, last).

    "Ana Roe, the head of the board, said" gives "the head of the board"; "Police Chief Ana Roe" gives
    "Police Chief".
    """
    title = None
    for reference in references:
        doc = pieces[reference.place].doc
        found = _apposition(doc, reference)
        if found:
            return (reference.place, *found)
        if title is None:
            found = _title(doc, reference)
            title = (reference.place, *found) if found else None
    return title


def _apposition(doc: Doc, reference: Reference) -> tuple[int, int] | None:
    """A noun phrase between commas after the name: "NAME, the head of Roscosmos, …"."""
    first = reference.last + 1
    if first >= len(doc) or doc[reference.last].text != "," or doc[first].tag_ not in _OPENERS:
        return None
    last = first
    while last < len(doc) and last - first <= LONGEST and not _ends_role(doc, last, first):
        last += 1
    nouns = [token for token in doc[first:last] if token.pos_ in ("NOUN", "PROPN")]
    apposed = [token for token in nouns if token.dep_ in ("appos", "nsubj", "attr", "ROOT")]
    if (
        last - first > LONGEST
        or not apposed
        or not any(token.pos_ == "NOUN" or doc[first].tag_ in ("DT", "PRP$") for token in nouns)
    ):
        return None
    return first, last


def _ends_role(doc: Doc, index: int, first: int) -> bool:
    token = doc[index]
    if token.text in {",", ".", ";", ":", "(", '"', "-", "--", "—", "–"}:
        return token.text != "-" or not doc[index - 1].whitespace_ == ""
    if token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBN", "VBG"):
        return True
    return token.lower_ in ("who", "which", "that") and index > first


def _title(doc: Doc, reference: Reference) -> tuple[int, int] | None:
    """The words of the noun phrase before the name: "Police Chief NAME"."""
    first = reference.first
    left = doc[reference.head].left_edge.i
    while (
        first > left
        and doc[first - 1].pos_ in ("NOUN", "PROPN", "ADJ", "PART", "ADP")
        and doc[first - 1].text != ","
    ):
        first -= 1
    while first < reference.first and (
        doc[first].lower_.strip(".") in _HONORIFICS or doc[first].pos_ in ("PART", "ADP")
    ):
        first += 1
    return (first, reference.first) if first < reference.first else None
