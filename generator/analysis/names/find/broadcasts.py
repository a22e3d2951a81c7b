"""Programmes named after their station: "ABC's This Week", "CBS' Face the Nation"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.analysis.names.mention import Mention, Reading
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SMALL = words("function_words.title_joiners")
_LONGEST = 6
"""Words of the longest name of a programme that is looked for."""


def programmes(reading: Reading, number: int, doc: Doc) -> Iterator[Mention]:
    """Yield the names that follow a body's possessive and hold a word that no person's name holds."""
    for token in doc[1:-1]:
        if token.tag_ == "POS" and doc[token.i - 1].ent_type_ == "ORG" and doc[token.i - 1].text[0].isupper():
            last = _end(doc, token.i + 1)
            named = (
                last < len(doc)
                and last > token.i + 1
                and doc[last].lower_ in {"show", "program", "programme"}
            )
            if named or (
                last - token.i > 2
                and not _is_located_body(doc, token.i + 1, last)
                and any(_is_function_word(word.lower_) for word in doc[token.i + 1 : last])
            ):
                yield reading.mention(number, token.i + 1, last, type="work", rule="programme")


def _is_located_body(doc: Doc, first: int, last: int) -> bool:
    """ "NASA's Harbour Flight Center in Pell": a body and where it is."""
    return any(
        doc[index].lower_ in words("bodies.units") and doc[index + 1].lower_ in {"in", "of", "at"}
        for index in range(first, last - 1)
    )


def _is_function_word(word: str) -> bool:
    return word in _SMALL or word in words("things.broadcasts")


def _end(doc: Doc, first: int) -> int:
    last = first
    while last < min(len(doc), first + _LONGEST) and (
        doc[last].text[0].isupper() or (last > first and doc[last].lower_ in _SMALL)
    ):
        last += 1
    while last > first and not doc[last - 1].text[0].isupper():
        last -= 1
    return last
