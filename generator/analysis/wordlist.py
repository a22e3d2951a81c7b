"""Closed-class vocabulary as sets of words."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, for word lists that read as prose.

    >>> sorted(words("and but or"))
    ['and', 'but', 'or']
    """
    return frozenset(text.split())
