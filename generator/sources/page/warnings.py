"""What whoever brings a page should look at: a story that may not be whole, and facts that are not sure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.sources.page.stated import Stated
from generator.sources.page.story import Story

_OPEN_END = re.compile(r"(?:[\w,–—-]|\.\.\.|…)$")
_LEAST_WORDS = 12
"""A shorter paragraph without an end is a heading or an item of a list."""


def warnings_of(story: Story, stated: Stated) -> Iterator[str]:
    """One line for each thing that may be wrong."""
    for block in story.blocks:
        if len(block.words) >= _LEAST_WORDS and not block.is_heading and _OPEN_END.search(block.text):
            yield f"a paragraph ends inside a sentence: “…{block.text[-60:]}”"
            break
    words = sum(len(block.words) for block in story.blocks)
    left = [block for block in story.left_out if block.is_prose and not block.is_linked]
    missed = sum(len(block.words) for block in left)
    if missed > words / 2:
        shown = max(left, key=lambda block: len(block.words)).text[:60]
        yield f"much of the page was left out ({missed:,} of {words + missed:,} words): “{shown}…”"
    if stated.published and stated.other_day:
        days = f"{stated.published:%Y-%m-%d} and {stated.other_day:%Y-%m-%d}"
        yield f"the page states two days of publication, {days}"
