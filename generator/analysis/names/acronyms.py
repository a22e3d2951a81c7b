"""Acronyms: does one name abbreviate another, and where does the article say so itself.

The definition "International Space Station (ISS)" is read as in Schwartz & Hearst (2003), "A simple algorithm
for identifying abbreviation definitions in biomedical text", restricted to initials of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.analysis.names.mention import Mention, Reading
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SMALL = words("function_words.name_joiners")
_SECOND_HALF = re.compile(r"-[a-z]+")
"""What gives no letter: "Co-ordinating" is a C."""
_WORD = re.compile(r"[^\W_]+")


def is_acronym(name: str) -> bool:
    """Whether a name is written like an acronym: one word of 2 to 8 characters with two capitals or more.

    >>> [is_acronym(name) for name in ("NASA", "MoD", "U.S.", "Nasa", "F-16")]
    [True, True, True, False, False]
    """
    word = name.replace(".", "").replace("&", "")
    capitals = sum(char.isupper() for char in word)
    return 2 <= len(word) <= 8 and word.isalpha() and capitals >= 2 and 2 * capitals >= len(word)


def abbreviates(acronym: str, name: str) -> bool:
    """Whether the letters of `acronym` are the initials of the words of `name`, small words optional.

    >>> [abbreviates("MoD", "Ministry of Defence"), abbreviates("ISS", "International Space Station")]
    [True, True]
    >>> abbreviates("ISS", "Institute of Space")
    False
    """
    letters = [char.casefold() for char in acronym if char.isalpha()]
    words = _WORD.findall(_SECOND_HALF.sub("", name).replace("'s", "").replace("’s", ""))
    if len(letters) < 2 or len(words) < 2:
        return False
    big = [letter for word in words if word.casefold() not in _SMALL for letter in _letters(word)]
    every = [letter for word in words for letter in _letters(word)]
    return letters in (big, every) or _with_some_small(letters, words)


def spells(word: str, name: str) -> bool:
    """Whether a word with one capital is the acronym of a name: "Sars", "Nasa"; as British papers print them.

    >>> [spells("Nasa", "National Aeronautics and Space Administration"), spells("Sun", "Sutterby News")]
    [True, False]
    """
    written = 3 < len(word) < 8 and word.isalpha() and word.istitle()
    return written and len(name.split()) > 2 and abbreviates(word, name)


def _letters(word: str) -> str:
    """What a word gives to an acronym: its initial, or all of what is short itself ("HM Revenue": HMR)."""
    return word.casefold() if word.isupper() and len(word) < 4 else word[0].casefold()


def initials(name: str) -> Iterator[str]:
    """Yield what a name and its acronym share: the initials of its words, or the letters of the acronym.

    Of "U.S. Department of Defense" they are those of the whole, and those without the first word, each with
    and without small words; of "Justice Department" also those in the other order; of "DoD" its capitals.
    """
    if is_acronym(name):
        yield "".join(char.casefold() for char in name if char.isalpha())
        yield "".join(char.casefold() for char in name if char.isupper())
        return
    if 3 < len(name) < 8 and name.istitle():
        yield name.casefold()
    words = [
        word if word.isupper() else word.casefold()
        for word in _WORD.findall(_SECOND_HALF.sub("", name.replace("'s", "")))
    ]
    for part in (words, words[1:], [*words[-1:], "of", *words[:-1]]):
        if len(part) > 1:
            yield "".join(_letters(word) for word in part)
            yield "".join(_letters(word) for word in part if word not in _SMALL)


def _with_some_small(letters: list[str], words: list[str]) -> bool:
    """Walk the words; a small word may give a letter or none, any other word must give one."""
    at = 0
    for word in words:
        if at < len(letters) and word[0].casefold() == letters[at]:
            at += 1
        elif word.casefold() not in _SMALL:
            return False
    return at == len(letters)


def definitions(reading: Reading) -> Iterator[tuple[Mention, Mention]]:
    """Yield (long, short) where the text has "Long Proper Name (LPN)", long as far as the initials go."""
    for number, piece in enumerate(reading.pieces):
        doc = piece.doc
        for token in doc:
            if token.text in "([" and token.i + 2 < len(doc) and doc[token.i + 2].text in ")],;":
                short = doc[token.i + 1]
                first = _long_form(doc, token.i, short.text) if is_acronym(short.text) else None
                if first is not None:
                    yield (
                        reading.mention(number, first, token.i, type=None, rule="acronym-definition"),
                        reading.mention(number, short.i, short.i + 1, type=None, rule="acronym-definition"),
                    )


def _long_form(doc: Doc, before: int, acronym: str) -> int | None:
    """The first token of the name that stands before an acronym in brackets.

    Where its initials do not fit (the acronym may be in another language), a body's name of several words.
    """
    first = _expansion(doc, before, acronym)
    if first is None and before > 1 and doc[before - 1].ent_type_ == "ORG" and len(acronym) > 2:
        first = before
        while first and doc[first - 1].ent_type_ == "ORG" and doc[first].ent_iob_ != "B":
            first -= 1
        while first < before and not doc[first].text[0].isupper():
            first += 1
        return first if before - first > 1 and doc[first].lower_ != "the" else None
    return first


def _expansion(doc: Doc, before: int, acronym: str) -> int | None:
    """The first token of the words before `before` that `acronym` abbreviates; it begins with a capital."""
    before -= doc[before - 1].text in {'"', "''", ","} if before else 0
    for first in range(before - 2, max(before - 2 * len(acronym) - 3, -1), -1):
        word = doc[first]
        if word.is_punct and word.text not in {"&", "-", "'s"}:
            return None
        if word.text[0].isupper() and abbreviates(acronym, doc[first:before].text):
            return first
    return None
