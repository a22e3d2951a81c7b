"""Text that was copied from a page with all around the story: menus above it, other headlines below."""

from __future__ import annotations

from generator.sources.cleaning import line_rule
from generator.sources.page.blocks import SENTENCE_END

_HEAD_LINES = 15
"""Lines above the story among which its byline stands."""

_LINE_WORDS = 25
"""The longest headline, in words."""


def story_of_copy(text: str) -> str:
    """The text from the headline, which stands above the byline, to the last sentence before the page's end.

    A text without a byline near its top, or without lines of a page below, is left as it is.
    """
    lines = text.splitlines()
    return "\n".join(lines[_begin(lines) : _end(lines)])


def _begin(lines: list[str]) -> int:
    """The line of the headline: right above the byline, if nothing but short lines stands above that."""
    filled = [place for place, line in enumerate(lines) if line.strip()][:_HEAD_LINES]
    for number, place in enumerate(filled[2:], 2):
        if len(lines[place].split()) > _LINE_WORDS or _is_sentence(lines[place]):
            return 0
        if (
            line_rule(lines[place].strip()) == "byline"
            and line_rule(lines[filled[number - 1]].strip()) is None
        ):
            return filled[number - 1]
    return 0


def _end(lines: list[str]) -> int:
    """The line behind the story: where a pointer to other stories begins that only short lines follow."""
    end = len(lines)
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place].strip()
        if line and (_is_sentence(line) or len(line.split()) > _LINE_WORDS):
            break
        if line_rule(line) == "pointer":
            end = place
    return end


def _is_sentence(line: str) -> bool:
    return len(line.split()) > 5 and bool(SENTENCE_END.search(line.strip()))
