"""Roles that can stand alone: away from its sentence, a scrap of one tells nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

LONGEST_ROLE = 14
"""Words; a longer one is a sentence."""

RECENT = 40
"""How many of the newest roles tell what somebody is now."""

_LEANS = re.compile(
    r"(?:its|his|her|their|our|my|whose|who|by|at|in|for|with|of|and|that|this|one of)\b", re.IGNORECASE
)
_OPEN = re.compile(
    r"\b(?:former|then|of|the|an?|and|current|new|late|for|to|in|at|by|with|his|her|its)$", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"\b(?:was|were|is|are|had|has|when|while|because|by the time|he|she|they)\b", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?:the|an?) ", re.IGNORECASE)


def is_whole(role: str) -> bool:
    """Whether a role tells what somebody is without the sentence around it.

    >>> is_whole("the director of the agency"), is_whole("Its director"), is_whole("the former")
    (True, False, False)
    """
    bare = _ARTICLE.sub("", role.strip(), count=1)
    return (
        bool(bare)
        and len(bare.split()) <= LONGEST_ROLE
        and not _LEANS.match(bare)
        and not _OPEN.search(bare)
        and not _CLAUSE.search(bare)
    )


def most_telling(roles: Sequence[str]) -> str | None:
    """Of the newest whole roles, which come first, the one that most others agree with; then the longest.

    A role agrees with another that has a word of it: what one article alone says may be somebody else's.

    >>> most_telling(["the GOP nominee", "President", "president of the United States", "President"])
    'president of the United States'
    """
    whole = [role for role in roles if is_whole(role)][:RECENT]
    held = Counter(word for role in whole for word in _words(role))

    def worth(role: str) -> tuple[int, int]:
        return max(held[word] for word in _words(role)), len(role.split())

    return max(whole, key=worth, default=None)


def _words(role: str) -> set[str]:
    return set(_ARTICLE.sub("", role.casefold(), count=1).split())
