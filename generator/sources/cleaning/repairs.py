"""Letters that copying broke: invisible characters, odd spaces, and hyphens torn from their words."""

from __future__ import annotations

import re

# Soft hyphens, zero-width and direction marks: none of them is a letter, and all of them hide.
# The zero-width joiners (U+200C, U+200D) stay: scripts and emoji need them.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]+")
_SPACES = re.compile(r"[^\S\n]+")
_QUOTED = re.compile(r"[“„«\"][^“”„«»\"\n]{0,2000}[”»\"]")

# "400- tonne", "co- operation": a figure, or a first part that is no word on its own or seldom ends a
# clause. "two- and three-bed" is right as it is, and after other words a hyphen may be meant as a dash.
_TORN = re.compile(
    r"(?<![\w-])(\d{1,6}|(?i:co|re|pre|anti|non|ex|semi|multi|self|vice|post|pro|cross|counter|inter"
    r"|ultra|well|half|long"
    r"|short|high|low|mid))- "
    r"(?!(?:and|or|to|nor|but|as|versus|vs|he|she|it|they|we|you|the|a|an|in|on|at|with|by|for|from|is"
    r"|was|who|which)\b)"
    r"(?=[a-z])"
)  # fmt: skip


def repaired(text: str) -> str:
    """The text as it was before it was copied; the same words, and idempotent.

    Invisible characters go, every other white space than a line break is one space, and torn hyphenation is
    joined, but not inside quotation marks, whose words are never changed.

    >>> repaired("the 400- tonne sta\\u00adtion, two- and\\u00a0three-bed flats")
    'the 400-tonne station, two- and three-bed flats'
    """
    shown = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    parts, last = [], 0
    for match in _QUOTED.finditer(shown):
        parts += [_TORN.sub(r"\1-", shown[last : match.start()]), match.group()]
        last = match.end()
    return "".join([*parts, _TORN.sub(r"\1-", shown[last:])])
