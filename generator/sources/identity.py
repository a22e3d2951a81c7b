"""The identity of a statement: what its address is made of."""

from __future__ import annotations

from hashlib import sha256

ID_LETTERS = 12
"""Hexadecimal digits of an id: two of a million statements of one article are alike by chance in 1 of 500."""


def statement_id(headline: str, words: str, number: int = 1) -> str:
    """The id of a statement: made from its article's headline and its words, not from where it stands.

    `number` counts from 1 the statements of an article that have the same words.
    """
    parts = (_one_line(headline), _one_line(words), *([str(number)] if number > 1 else ()))
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:ID_LETTERS]


def _one_line(text: str) -> str:
    return " ".join(text.split())
