"""Single lines of text from a page, and when two of them say the same."""

from __future__ import annotations

import re

MAX_LETTERS = 500
"""A longer line is no title, name or address."""

_WORD = re.compile(r"\w+")


def one_line(value: object) -> str | None:
    """Text on one line, without control characters; None if it is none or too long."""
    if not isinstance(value, str):
        return None
    text = " ".join("".join(char if char.isprintable() else " " for char in value).split())
    return text if 0 < len(text) <= MAX_LETTERS else None


def words_of(line: str | None) -> list[str]:
    """The words of a line in small letters."""
    return _WORD.findall((line or "").casefold())


def same_words(one: str | None, other: str | None) -> bool:
    """Whether two lines are the same words, whatever their marks.

    >>> same_words("Bridge “to close”", "Bridge 'to close'"), same_words(None, None)
    (True, False)
    """
    return bool(words_of(one)) and words_of(one) == words_of(other)
