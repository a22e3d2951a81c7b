"""Other names that the article itself gives: "Islamic State, also known as ISIS, ISIL and Daesh"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.analysis.names.mention import Mention, Reading
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ADVERBS = words("function_words.known_as")
_BETWEEN = frozenset({",", "and", "or", "as", "the", "simply", '"', "''", "``", "'"})
_GAP = 3
"""Tokens that may stand between two names of such a list."""


def stated_bynames(reading: Reading, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield pairs of a name and another that the article says is the same; `mentions` are in text order."""
    for number, mention in enumerate(mentions):
        doc = reading.doc(mention)
        at = _after_known_as(doc, mention.last)
        if at is None:
            continue
        for other in mentions[number + 1 :]:
            if other.piece != mention.piece or not 0 <= other.first - at <= _GAP:
                break
            if any(token.text not in _BETWEEN for token in doc[at : other.first]):
                break
            yield mention, other
            at = other.last


def _after_known_as(doc: Doc, at: int) -> int | None:
    """The token after "(, also) known as" at token `at`, or None."""
    while at < len(doc) and doc[at].text in {",", "("}:
        at += 1
    while at < len(doc) and doc[at].lower_ in _ADVERBS:
        at += 1
    if at + 1 < len(doc) and doc[at].lower_ == "known" and doc[at + 1].lower_ == "as":
        return at + 2
    return None
