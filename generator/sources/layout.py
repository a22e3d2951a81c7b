"""Where the headline, the paragraphs and what is not the story stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.sources.cleaning import is_kicker, leading_rule, line_rule, trailing_rule

HEADLINE_WORDS = 25
"""A first line of more words than this is a paragraph (the longest of 840 news headlines has 24 words)."""

DOUBLED_WORDS = 8
"""A shorter line may be said twice in earnest ("No comment.")."""

WRAP_WIDTHS = (45, 100)
"""Where e-mail and typewriter text is wrapped, in characters."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: `number` counts from 1 as readers count, 0 is the headline; `start`, `end` its span."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line, or the edge of one, that is not part of the story; and the name of the rule that says so."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a text, in order; they never overlap."""

    headline: Paragraph | None
    paragraphs: tuple[Paragraph, ...]
    left_out: tuple[LeftOut, ...]


@lru_cache(maxsize=2)  # an article is laid out to be read, and once more when its metadata are known
def lay_out(text: str, title: str | None = None) -> Layout:
    """Divide `text` into headline, paragraphs and what is left out.

    A paragraph is a non-blank line, without the white space around it; in text wrapped at a fixed width, the
    lines up to a blank one. The first line of the story is the headline if it reads like the `title`, or,
    where no title is known, if it is short and does not end as a sentence does (or is set in Title Case) and
    more text follows. Time is linear in the length of the text.
    """
    headline: Paragraph | None = None
    paragraphs: list[Paragraph] = []
    left_out: list[LeftOut] = []
    lines = _blocks(text)
    seen: set[str] = set()
    for index, (first, last) in enumerate(lines):
        rule = line_rule(text[first:last])
        begun = headline is not None or bool(paragraphs)
        if not (rule or begun or title) and _stands_above_headline(text, lines[index : index + 2]):
            rule = "kicker"
        if rule:
            left_out.append(LeftOut(first, last, rule))
            continue
        start, end, edges = _trimmed(text, first, last)
        if not begun and _is_headline(text[start:end], title, alone=index + 1 == len(lines)):
            headline = Paragraph(0, start, end)
            seen.add(_key(text[start:end]))
        elif title and not paragraphs and _is_part_of_title(text[start:end], title):
            edges = [LeftOut(first, last, "doubled")]
        elif rule := _misplaced(text[start:end], seen):
            edges = [LeftOut(first, last, rule)]
        else:
            paragraphs.append(Paragraph(len(paragraphs) + 1, start, end))
        left_out += edges
    return Layout(headline, tuple(paragraphs), tuple(left_out))


def _stands_above_headline(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether the first of two lines is a kicker, and the second reads like a headline and is none."""
    upper, lower = (text[start:end] for start, end in lines) if len(lines) == 2 else ("", "")
    return is_kicker(upper) and not is_kicker(lower) and _is_headline(lower, None, alone=False)


def _misplaced(line: str, seen: set[str]) -> str | None:
    """The rule that leaves out a line for where it stands; remembers the others in `seen`."""
    if is_kicker(line):
        return "kicker"
    key = _key(line)
    if key in seen:
        return "doubled"
    if len(line.split()) >= DOUBLED_WORDS:
        seen.add(key)
    return None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int, list[LeftOut]]:
    """The span of a line without the edges that are not the story, and those edges in order."""
    before: list[LeftOut] = []
    after: list[LeftOut] = []
    while found := leading_rule(text, start, end):
        rule, begin = found
        before.append(LeftOut(start, start + len(text[start:begin].rstrip()), rule))
        start = begin
    while found := trailing_rule(text, start, end):
        rule, stop = found
        after.insert(0, LeftOut(end - len(text[stop:end].lstrip()), end, rule))
        end = stop
    return start, end, before + after


def _blocks(text: str) -> list[tuple[int, int]]:
    """The spans of the lines, or of what blank lines divide if the text is wrapped at a fixed width."""
    lines = list(_lines(text))
    follows = [
        later[0] - line[1] < 9 and not _has_blank_line(text[line[1] : later[0]])
        for line, later in pairwise(lines)
    ]
    if not _is_wrapped(text, lines, follows):
        return lines
    joined = lines[:1]
    for line, is_next in zip(lines[1:], follows, strict=True):
        if is_next:
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    return joined


def _has_blank_line(between: str) -> bool:
    return len(re.findall(r"\r\n|[\n\r\u2028\u2029]", between)) > 1


def _is_wrapped(text: str, lines: Sequence[tuple[int, int]], follows: Sequence[bool]) -> bool:
    """Whether lines break at a width rather than where paragraphs end.

    So they do if some follow each other without a blank line, most of these are as long as wrapped lines are
    and end inside a sentence, and none is longer.
    """
    low, high = WRAP_WIDTHS
    broken = [line for line, is_next in zip(lines, follows, strict=False) if is_next]
    if len(broken) < 2 or all(follows) or any(end - start > high for start, end in lines):
        return False
    inside = [1 for start, end in broken if end - start >= low and text[end - 1] not in '.!?"”:']
    return len(inside) >= 0.7 * len(broken)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the non-blank lines, stripped of surrounding white space."""
    for match in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            yield start, end


def _is_headline(line: str, title: str | None, *, alone: bool) -> bool:
    """Tell whether the first line of a text is its headline."""
    if title is not None:
        return _key(line) == _key(title)
    words = line.split()
    if alone or len(words) > HEADLINE_WORDS:
        return False
    return line[-1] not in ".!?\"”’'" or _is_title_case(words)


def _is_part_of_title(line: str, title: str) -> bool:
    """Whether a line above the story says again a part of its title, which may stand there on two lines."""
    return len(line.split()) > 1 and _key(line) in _key(title)


def _key(line: str) -> str:
    """The letters and digits of a line: what is equal when a title is set with other marks."""
    return re.sub(r"\W+", "", line).casefold()


def _is_title_case(words: list[str]) -> bool:
    """Whether nearly all longer words begin with a capital, as in an American headline."""
    longer = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 2 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)
