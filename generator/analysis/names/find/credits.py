"""Lines and brackets that tell who made the article: what only they name is no part of the story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.analysis.names.mention import Mention, Reading
from generator.sources import LONGEST_NAME

_NAMES = r"[A-Z][\w.'’-]*(?:[ ,&]{1,3}(?:and )?[A-Z][\w.'’-]*){1,8}"
# "By Ana Roe", "BYLINE: Ana Roe", "— Ana Roe.", "Ana Roe via Orlo Images", "(Reporting by Ana Roe; …)"
_CREDIT = re.compile(
    r"(?i:by|byline:|written by|story by) " + _NAMES + r"\.?"
    r"|(?i:photo:|photograph:|picture:|photo by|reporting by|editing by|©|copyright) .*"
    r"|\((?i:reporting|additional reporting|editing|writing|photo|compiled)\b.*"
    r"|[-–—]{1,2} ?[A-Z][\w.'’-]*(?:[ ,]{1,2}[A-Z][\w.'’-]*){0,4}"
    r"|" + _NAMES + r" (?i:via|for) [A-Z][\w ]*(?i:images|pictures|photos?)\.?"
)
_UNSHOWABLE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
LONGEST_CREDIT = 160
"""Characters; a longer line is a paragraph that begins like a credit."""

# The place and the agency before the first words of a story: "BEIJING (Orlo News) —", "NEW YORK —".
_DATELINE = re.compile(r"[^a-z.!?]{0,20}[A-Z][^!?\"“”()]{0,40}\((?P<agency>[A-Z][^()]{1,30})\)\s*[-–—:]")


def in_the_story(reading: Reading, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions that stand in the story itself, not in a credit nor as the agency of a dateline.

    What cannot be a name to show is left out too: longer than LONGEST_NAME, or with control characters or
    lone surrogates.
    """
    spans = [_credit_span(reading, number) for number in range(len(reading.pieces))]
    for mention in mentions:
        start, end = spans[mention.piece]
        if not start <= mention.start < end and _can_be_shown(mention.text):
            yield mention


def _can_be_shown(name: str) -> bool:
    return len(name) <= LONGEST_NAME and (name.isprintable() or not _UNSHOWABLE.search(name))


def _credit_span(reading: Reading, number: int) -> tuple[int, int]:
    """The part of a piece that is credit: all of it, the agency of a dateline, or nothing."""
    piece = reading.pieces[number]
    text, start = reading.texts[number], piece.start
    if len(text) <= LONGEST_CREDIT and _CREDIT.fullmatch(text):
        return start, start + len(text)
    dateline = _DATELINE.match(text[:100]) if piece.paragraph.number in {1, 2, 3} else None
    if dateline:
        return start + dateline.start("agency"), start + dateline.end("agency")
    return start, start
