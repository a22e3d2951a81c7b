"""Where the headline, the paragraphs and the lines that are not the story stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.sources.boilerplate import matching_rule

HEADLINE_WORDS = 25
"""A first line of more words than this is a paragraph (the longest of 840 news headlines has 24 words)."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: `number` counts from 1 as readers count, 0 is the headline; `start`, `end` its span."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that is not part of the story, and the name of the rule that says so."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a text, in order; they never overlap."""

    headline: Paragraph | None
    paragraphs: tuple[Paragraph, ...]
    left_out: tuple[LeftOut, ...]


def lay_out(text: str, title: str | None = None) -> Layout:
    """Divide `text` into headline, paragraphs and left-out lines.

    A paragraph is a non-blank line, without the white space around it. The first line is the headline if
    it reads like the `title`, or, where no title is known, if it is short and does not end as a sentence
    does (or is set in Title Case) and more text follows.
    """
    lines = list(_lines(text))
    headline = None
    if lines and _is_headline(text[slice(*lines[0])], title, alone=len(lines) == 1):
        headline = Paragraph(0, *lines.pop(0))
    paragraphs: list[Paragraph] = []
    left_out: list[LeftOut] = []
    for start, end in lines:
        rule = matching_rule(text[start:end])
        if rule:
            left_out.append(LeftOut(start, end, rule))
        else:
            paragraphs.append(Paragraph(len(paragraphs) + 1, start, end))
    return Layout(headline, tuple(paragraphs), tuple(left_out))


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


def _key(line: str) -> str:
    """The letters and digits of a line: what is equal when a title is set with other marks."""
    return re.sub(r"\W+", "", line).casefold()


def _is_title_case(words: list[str]) -> bool:
    """Whether nearly all longer words begin with a capital, as in an American headline."""
    longer = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 2 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)
