"""What the text of a page still has that is no story: quotations set large again, and who its author is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.lexicon import words
from generator.sources.cleaning.bylines import byline_names, is_person
from generator.sources.page.blocks import Block

_NAME = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*\.?| (?:de|van|von|der|la|al)){1,3}"
_BIOGRAPHY = re.compile(
    rf"(?P<name>{_NAME})(?:,? (?:an?|the) [^.]{{3,60}},)? (?:is|was|covers|writes|reports|works|serves"
    rf"|teaches|joined"
    r"|has (?:been|covered|written|worked|reported))\b"
)
_AUTHOR_WORDS = re.compile(
    rf"(?i)\b(?:{'|'.join(sorted(words('bylines.writers')))}|author of|covers"
    r"|(?:reach|follow) (?:her|him|them))\b|\S+@\S+"
)
_LAST = 4
"""A biography stands among the last blocks of a story, or the first."""

_PULLED = (5, 60)
"""Words of a quotation that a page sets large beside the paragraph that has it."""


def leftovers(blocks: Sequence[Block]) -> set[int]:
    """The places of blocks that are no part of the story."""
    return _pulled(blocks) | _biographies(blocks) | _names_above(blocks)


def _pulled(blocks: Sequence[Block]) -> set[int]:
    """Short blocks whose words stand in another block too."""
    low, high = _PULLED
    counts: Counter[tuple[str, ...]] = Counter()
    for block in blocks:
        counts.update(set(_fours(block.words)))
    return {
        place
        for place, block in enumerate(blocks)
        if low <= len(block.words) <= high
        and all(counts[run] > 1 for run in _fours(block.words))
        and _stands_elsewhere(blocks, place)
    }


def _stands_elsewhere(blocks: Sequence[Block], place: int) -> bool:
    """Whether another, longer block has the words of one in a row; asked only where all runs stand twice."""
    own = f" {' '.join(blocks[place].words)} "
    others = (block for number, block in enumerate(blocks) if number != place)
    return any(
        len(block.words) > len(blocks[place].words) and own in f" {' '.join(block.words)} "
        for block in others
    )


def _fours(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))]


def _biographies(blocks: Sequence[Block]) -> set[int]:
    """Blocks that tell who an author is, of whom the story does not speak."""
    text = " ".join(block.text for block in blocks)
    edges = {*range(min(2, len(blocks))), *range(max(0, len(blocks) - _LAST), len(blocks))}
    found = set()
    for place in edges:
        match = _BIOGRAPHY.match(blocks[place].text)
        if (
            match
            and _AUTHOR_WORDS.search(blocks[place].text)
            and text.count(match["name"]) == blocks[place].text.count(match["name"])
        ):
            found.add(place)
    return found


def _names_above(blocks: Sequence[Block]) -> set[int]:
    """Names that stand alone above the first paragraph."""
    first = next((place for place, block in enumerate(blocks) if block.is_prose), 0)
    return {
        place
        for place in range(first)
        if byline_names(text := blocks[place].text) == [text] and is_person(text)
    }
