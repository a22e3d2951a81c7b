"""Postings: which documents hold a word, and how much each is about it, in as few letters as can be."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from generator.publish.search.documents import Document
from generator.publish.search.words import STOP_WORDS, words

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
MOST = 26
"""The most a document can be about a word: impacts are the letters A to Z."""


def postings(documents: Iterable[Document]) -> dict[str, str]:
    """Each word with its postings, and so each label; documents come in order of their numbers."""
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for document in documents:
        for word, impact in _impacts(document).items():
            found[word].append((document.number, impact))
        for label in document.labels:
            found[label].append((document.number, 1))
    return {word: encoded(places) for word, places in sorted(found.items())}


def _impacts(document: Document) -> Mapping[str, int]:
    """How much a document is about each of its words, 1 to 26.

    The sum over its fields of weight times 1 + log2(occurrences): dampened as in Salton and Buckley (1988).
    """
    sums: Counter[str] = Counter()
    for weight, text in document.fields:
        for word, times in Counter(words(text)).items():
            if word not in STOP_WORDS:
                sums[word] += round(weight * (1 + math.log2(times)))
    return {word: max(1, min(MOST, total)) for word, total in sums.items()}


def encoded(places: Iterable[tuple[int, int]]) -> str:
    """Numbers in rising order as their differences in base 36, each ended by its impact as a capital letter.

    >>> encoded([(3, 1), (40, 26)])
    '3A11Z'
    """
    parts, last = [], 0
    for number, impact in places:
        parts.append(f"{_base36(number - last)}{chr(64 + impact)}")
        last = number
    return "".join(parts)


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"
