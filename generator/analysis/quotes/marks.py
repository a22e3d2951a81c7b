"""Find quotations by their marks alone: no language model, no guess at who speaks.

A newspaper's marks are read as brackets. Whether one opens or closes is told by its glyph and by its
neighbours (a space before it opens, a space or a full stop after it closes), since many outlets set the
same glyph on both sides, or a wrong one. Marks inside a quotation are nested and stay in it; a quotation
never crosses a paragraph. By the convention of print a statement that runs on over paragraphs is opened
again in each and closed only in the last.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.sources import Paragraph

Role = Literal["open", "close", "either"]

_CURLY, _STRAIGHT, _TICKS, _GUILLEMET, _CORNER, _SINGLE = range(6)
_MARK = re.compile(r"``|‘‘|’’|''|[“”„‟〝〞\"＂«»「」『』‘’‚']")
_FAMILY = {
    **dict.fromkeys("“”„‟〝〞", _CURLY),
    **dict.fromkeys(("‘‘", "’’"), _CURLY),
    **dict.fromkeys('"＂', _STRAIGHT),
    **dict.fromkeys(("``", "''"), _TICKS),
    **dict.fromkeys("«»", _GUILLEMET),
    **dict.fromkeys("「」『』", _CORNER),
    **dict.fromkeys("‘’‚'", _SINGLE),
}
_OPENS_BY_GLYPH = frozenset(("“", "„", "‟", "〝", "‘‘", "``", "«", "「", "『", "‘", "‚"))
_CLOSES_BY_GLYPH = frozenset(("”", "〞", "’’", "»", "」", "』", "’"))

_SPACE = " \t\u00a0\u2009\u200a\u202f\u3000"
_DASHES = "—–―-"
_BEFORE_OPENING = frozenset("\n" + _SPACE + _DASHES + "([{/:;,…*>¡¿。、，：")
_AFTER_CLOSING = frozenset("\n" + _SPACE + _DASHES + ")]}.,;:!?/…*<。、，")
_INVISIBLE = "\u200b\u200e\u200f\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\ufeff"
_QUOTE_GLYPHS = frozenset("“”„‟〝〞\"＂«»「」『』‘’‚'`")
_SKIPPED = _QUOTE_GLYPHS | set(_INVISIBLE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
# Clipped words that print with an apostrophe in front where an opening mark could stand.
_CLIPPED = re.compile(r"(?i)(?:em|tis|twas|cause|til|till|bout|round|n|neath|cuz)\b|\d\ds?\b")
# Whole sentences between two opening marks, and nobody who says them: a paragraph's end was lost between.
_LOST_BREAK = re.compile(
    r"(?:(?!\b(?:said|says|added|adds|told|tells|asked|asks|wrote|writes)\b)[^\n])+[.?!…]\s+"
)
_SAME_GLYPH = (_STRAIGHT, _SINGLE)
"""Families in which one glyph may both open and close, so that an opening mark may be a restart."""

DEPTH = 64
"""How many open marks are searched for the partner of a closing one: bounds the time, not the nesting."""

_SPEECH_END = frozenset(",.?!…")


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between two marks: `start`, `end` into the text, marks and outer white space excluded.

    `closed` tells whether a closing mark was found in the paragraph; where not, the quotation runs to the
    paragraph's end, and `runs_on` tells whether the next paragraph takes it up with a mark of its own (or
    the same one does, where the break between two paragraphs was lost).
    """

    start: int
    end: int
    paragraph: int
    closed: bool = True
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: int
    role: Role


def find_quotations(text: str, blocks: Sequence[Paragraph]) -> tuple[Quotation, ...]:
    """All quotations in the `blocks` of a `text`, in order; they never overlap. Linear in its length.

    >>> [text[q.start:q.end] for text in ['“Stay,” he said. “I am “fine”.”']
    ...  for q in find_quotations(text, [Paragraph(1, 0, len(text))])]
    ['Stay,', 'I am “fine”.']
    """
    singles = uses_single_marks(text, blocks)
    marks = [list(_marks(text, block, singles=singles)) for block in blocks]
    found: list[Quotation] = []
    running = False
    for number, block in enumerate(blocks):
        following = marks[number + 1] if number + 1 < len(blocks) else []
        taken_up = bool(following) and _begins(text, blocks[number + 1], following[0])
        here = list(_pair(text, block, marks[number], running=running, taken_up=taken_up))
        running = bool(here) and not here[-1].closed
        found.extend(here)
    return tuple(found)


def uses_single_marks(text: str, blocks: Sequence[Paragraph]) -> bool:
    """Whether single marks are an article's style for speech, as in much of the British press.

    They are if more speech (words that end in a comma, stop, question or exclamation mark before the
    closing mark) stands between single marks than quotations of any kind between double ones, those nested
    in the other kind not counted.
    """
    score = 0
    for block in blocks:
        marks = list(_marks(text, block, singles=True))
        doubles = list(_pair(text, block, [mark for mark in marks if mark.family != _SINGLE]))
        singles = list(_pair(text, block, [mark for mark in marks if mark.family == _SINGLE]))
        outer = _outside(singles, doubles)
        score += sum(_is_speech(text, q) for q in outer)
        score -= len(_outside(doubles, outer))
    return score > 0


def _is_speech(text: str, quotation: Quotation) -> bool:
    """Whether the words between the marks end as a stretch of speech does."""
    return quotation.closed and text[quotation.end - 1] in _SPEECH_END


def _outside(quotations: Sequence[Quotation], others: Sequence[Quotation]) -> list[Quotation]:
    """Those of the `quotations` that do not stand within one of the `others`; both are in text order."""
    starts = [other.start for other in others]
    places = [bisect_right(starts, q.start) - 1 for q in quotations]
    return [q for q, i in zip(quotations, places, strict=True) if i < 0 or others[i].end < q.end]


def _begins(text: str, block: Paragraph, mark: _Mark) -> bool:
    """Whether a mark is the first thing in a paragraph and may open a quotation."""
    return mark.role != "close" and not text[block.start : mark.start].strip(_SPACE + _INVISIBLE)


def _marks(text: str, block: Paragraph, *, singles: bool) -> Iterator[_Mark]:
    """The marks of a paragraph with their roles; those inside markup tags, and apostrophes, left out."""
    tags = [match.span() for match in _TAG.finditer(text, block.start, block.end)]
    tag = 0
    for match in _MARK.finditer(text, block.start, block.end):
        start, end = match.span()
        while tag < len(tags) and tags[tag][1] <= start:
            tag += 1
        if tag < len(tags) and tags[tag][0] <= start:
            continue
        family = _FAMILY[match.group()]
        if family == _SINGLE and (not singles or _is_apostrophe(text, start, end, block)):
            continue
        yield _Mark(start, end, family, _role(text, start, end, block))


def _neighbours(text: str, start: int, end: int, block: Paragraph) -> tuple[str, str]:
    """The characters before and after a mark, other marks and invisible characters skipped over.

    At most eight are skipped on either side, so that a line of marks only costs linear time.
    """
    low, high = max(block.start, start - 8), min(block.end, end + 8)
    before = next((c for c in reversed(text[low:start]) if c not in _SKIPPED), "\n")
    after = next((c for c in text[end:high] if c not in _SKIPPED), "\n")
    return before, after


def _is_apostrophe(text: str, start: int, end: int, block: Paragraph) -> bool:
    """Whether a single mark stands within a word, or for the letters cut from its front."""
    before, after = _neighbours(text, start, end, block)
    if before.isalnum() and after.isalnum():
        return True
    opens = not before.isalnum() and after.isalnum()
    if opens and text[start] == "’":
        return True
    return opens and bool(_CLIPPED.match(text, end)) and text[start] != "‘"


def _role(text: str, start: int, end: int, block: Paragraph) -> Role:
    """Tell by its neighbours whether a mark opens or closes; where they do not tell, its glyph does."""
    before, after = _neighbours(text, start, end, block)
    free_before = before == "\n" or before in _SPACE
    free_after = after == "\n" or after in _SPACE
    spaced = text[start] in "«»" and after in _AFTER_CLOSING  # « mots », with spaces inside the marks
    if free_before and not free_after and not spaced:
        return "open"
    if free_after and not free_before:
        return "close"
    may_open, may_close = before in _BEFORE_OPENING, after in _AFTER_CLOSING
    glyph = text[start:end]
    if glyph in _CLOSES_BY_GLYPH:
        return "close"
    if glyph in _OPENS_BY_GLYPH:
        return "close" if may_close and not may_open else "open"
    if may_open != may_close:
        return "open" if may_open else "close"
    return "either"


def _pair(
    text: str, block: Paragraph, marks: Sequence[_Mark], *, running: bool = False, taken_up: bool = False
) -> Iterator[Quotation]:
    """Pair the marks of a paragraph as brackets and yield the outermost quotations.

    `running` tells that the paragraph before ended inside a quotation, so that a lone closing mark ends
    what began there; `taken_up`, that the next paragraph begins with a mark.
    """
    stack: list[_Mark] = []
    inner_close = None
    for index, mark in enumerate(marks):
        partner = _partner(text, marks, index, stack)
        if partner is not None:
            opening = stack[partner]
            del stack[partner:]
            inner_close = mark
            if not stack:
                yield from _quotation(text, block, opening.end, mark.start)
        elif not stack and mark.role == "close":
            if running:
                yield from _quotation(text, block, block.start, mark.start)
        elif mark.role != "close":
            if not stack or (len(stack) == 1 and mark.family == stack[0].family in _SAME_GLYPH):
                yield from _broken_off(text, block, stack, mark)
                stack, inner_close = [], None  # the mark opened before was never closed
            stack.append(mark)
        running = False
    if stack and inner_close and not taken_up:
        yield from _quotation(text, block, stack[0].end, inner_close.start)
    elif stack:
        yield from _quotation(text, block, stack[0].end, block.end, closed=False, runs_on=taken_up)


def _broken_off(text: str, block: Paragraph, stack: Sequence[_Mark], mark: _Mark) -> Iterator[Quotation]:
    """What stands between a mark that was never closed and the next one, if that takes it up again."""
    if stack and _LOST_BREAK.fullmatch(text, stack[0].end, mark.start):
        yield from _quotation(text, block, stack[0].end, mark.start, closed=False, runs_on=True)


def _partner(text: str, marks: Sequence[_Mark], index: int, stack: Sequence[_Mark]) -> int | None:
    """Where on the stack of open marks the one stands that a mark closes; None if it closes none."""
    mark = marks[index]
    if not stack or mark.role == "open" or _is_possessive(text, marks, index):
        return None
    for depth in range(len(stack) - 1, max(-1, len(stack) - 1 - DEPTH), -1):
        if stack[depth].family == mark.family:
            return depth
    mixed = len(stack) == 1 and mark.role == "close" and _SINGLE not in (mark.family, stack[0].family)
    return 0 if mixed else None  # “ closed by a straight mark


def _is_possessive(text: str, marks: Sequence[_Mark], index: int) -> bool:
    """Whether a single mark after a letter is an apostrophe ("the workers' wages"): another closes later."""
    mark = marks[index]
    if mark.family != _SINGLE or not text[mark.start - 1].isalpha():
        return False
    later = marks[index + 1] if index + 1 < len(marks) else None
    return later is not None and later.family == _SINGLE and later.role == "close"


def _quotation(
    text: str, block: Paragraph, start: int, end: int, *, closed: bool = True, runs_on: bool = False
) -> Iterator[Quotation]:
    """One quotation without the white space at its ends; none if there is no letter or figure in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(map(str.isalnum, text[start:end])):
        yield Quotation(start, end, block.number, closed, runs_on)
