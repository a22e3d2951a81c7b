"""Marks around what nobody says: the title of a work, the name of a thing, an entry of a list of sources."""

from __future__ import annotations

import re

from generator.analysis.quotes.passages import Passage, Placed
from generator.lexicon import words

LEAST_WORDS = 3
"""A title of fewer words looks like any short phrase."""

LONG = 4
"""Letters from which a word of a title begins with a capital, whatever it is."""

_WORD = re.compile(r"[^\W_][\w'’.-]*")
_BROKEN = re.compile(r"[.?!]\s")
_SMALL = words("function_words.title_joiners") | words("function_words.joining") | {"by", "from", "into"}
# "Author. “Title” — Outlet, August 15, 2018": a dash behind the marks, and a year at the end of the line.
_ENTRY = re.compile(r"[\"”’']*\s*[—–-]\s[^.?!]{2,80}\b(?:19|20)\d\d\W*$")


def is_title(passage: Passage, placed: Placed) -> bool:
    """Whether the words between marks are set as a title, or stand in a list of sources."""
    start = placed.quotation.start - passage.piece.start
    end = placed.quotation.end - passage.piece.start
    return _is_set_as_title(passage.text[start:end]) or bool(_ENTRY.match(passage.text, end))


def _is_set_as_title(text: str) -> bool:
    """Whether all words but small ones begin with a capital, two of them beside the first."""
    if _BROKEN.search(text):
        return False
    found = [word for word in _WORD.findall(text) if word[0].isalpha()]
    if len(found) < LEAST_WORDS or not found[0][0].isupper():
        return False
    inner = [word for word in found[1:] if word.lower() not in _SMALL]
    return len(inner) > 1 and all(word[0].isupper() for word in inner)
