"""Titles of works without marks, where a word before them says so: "the film X", "an album titled X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.analysis.names.context import is_proper
from generator.analysis.names.mention import Mention, Reading
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 8
"""Tokens of the longest title that is looked for."""


def named_works(reading: Reading, number: int, doc: Doc) -> Iterator[Mention]:
    """Yield the titles behind nouns of works in small letters, and behind "titled"."""
    for token in doc[:-1]:
        if token.is_lower and token.text in words("things.titled") and not _is_finite(token):
            first = token.i + 1
            last = title_end(doc, first)
            if last > first and not _is_somebody(doc, first, last):
                yield reading.mention(number, first, last, type="work", rule="work-noun")


def _is_finite(token: Token) -> bool:
    """ "Documents show Orlo grew", "they play Harbour Athletic": no noun."""
    return token.tag_ in {"VB", "VBP", "VBZ"}


def title_end(doc: Doc, first: int) -> int:
    """The end of a title: words with capitals, with small words and a colon between them."""
    last = index = first
    while index < min(len(doc), first + LONGEST):
        token = doc[index]
        if _is_capital(doc, index):
            last = index + 1
        elif index == first or not _joins(doc, index):
            break
        index += 1
        if token.is_sent_end:
            break
    return last


def _is_capital(doc: Doc, index: int) -> bool:
    token = doc[index]
    return token.text[0].isupper() and token.text[-1].isalnum() and not token.is_sent_start


def _joins(doc: Doc, index: int) -> bool:
    token = doc[index]
    if token.text in {":", "-", "’s", "'s"}:
        return index + 1 < len(doc) and doc[index + 1].text[0].isupper()
    return token.lower_ in words("function_words.inside_titles")


def _is_somebody(doc: Doc, first: int, last: int) -> bool:
    """ "In the film Ada Roe plays…": a person, or a body that somebody speaks for."""
    if doc[first].ent_type_ in {"PERSON", "NORP", "GPE", "DATE"} and (
        last - first > 1 or _acts(doc, last - 1)
    ):
        return True
    return not any(is_proper(token) or token.ent_type_ == "WORK_OF_ART" for token in doc[first:last])


def _acts(doc: Doc, index: int) -> bool:
    return bool(doc[index].dep_ == "nsubj" and doc[index].head.i > index)
