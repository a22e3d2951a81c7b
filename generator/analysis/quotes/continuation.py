"""A statement that its attribution interrupts: "I came," she said. "And I saw."

Analysis keeps the two quotations apart, as the text does. To a reader they are one statement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.analysis.records import Quote

MOST_WORDS = 110
"""A longer statement is a speech: parts are joined up to it, and no longer one is shown."""

ATTRIBUTION_WORDS = 30
"""Between two parts of one statement stand at most so many words: who says it, and what they are."""

# A stop that ends a sentence, not a title or an initial: the sentences between two quotations are told by it.
_STOP = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?]\s+(?=[\"“‘']*[A-Z])")


def joined(quotes: Sequence[Quote], text: str, most: int = MOST_WORDS) -> tuple[Quote, ...]:
    """The quotations, those that go on where an attribution broke in under one `statement` number.

    Only parts of one paragraph and one speaker are joined, with nothing but the attribution between them, up
    to `most` words.
    """
    found: list[Quote] = []
    words: dict[int, int] = {}
    for quote in quotes:
        words[quote.statement] = words.get(quote.statement, 0) + len(quote.span.text.split())
    into: dict[int, int] = {}
    for quote in quotes:
        last = found[-1] if found else None
        if last and quote.statement not in into and _continues(last, quote, text):
            total = words[last.statement] + words[quote.statement]
            if total <= min(most, MOST_WORDS):
                into[quote.statement] = last.statement
                words[last.statement] = total
        found.append(replace(quote, statement=into.setdefault(quote.statement, quote.statement)))
    return tuple(found)


def _continues(one: Quote, other: Quote, text: str) -> bool:
    """Whether `other` is the rest of what `one` begins."""
    if one.paragraph != other.paragraph or one.speaker is None or other.speaker is None:
        return False
    same = one.speaker == other.speaker or (
        one.speaker_name is not None and one.speaker_name == other.speaker_name
    )
    between = text[one.span.end : other.span.start].strip("\"“”‘’'`«» ")
    speaks = one.span.end <= one.speaker.start < other.span.start
    return (
        same
        and speaks
        and one.statement != other.statement
        and len(between.split()) <= ATTRIBUTION_WORDS
        and between[-1:] in ".,:;"
        and not _STOP.search(between)
    )
