"""Lists of the lexicon as parts of patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Words as alternatives of a pattern, the longest first; "_" in them stands for a space.

    >>> any_of(["in_turn", "in_turn_of"])
    'in turn of|in turn'
    """
    found = (word.replace("_", " ") for word in words)
    return "|".join(map(re.escape, sorted(found, key=lambda word: (-len(word), word)))).replace("\\ ", " ")
