"""The story on a page: trafilatura tells where it stands, the blocks of the page give its whole text.

trafilatura is asked twice, carefully (`favor_precision`) and generously (with tables). Each answer marks
blocks of the page; other blocks that are built into the page like the marked ones are of the story too. So a
paragraph that an extractor drops for its class or its links is kept, and no sentence is cut.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise

from lxml import html

from generator.sources.page.blocks import Block, blocks_of
from generator.sources.page.fragments import story_in
from generator.sources.page.furniture import drop_furniture
from generator.sources.page.leftovers import leftovers
from generator.sources.page.lines import words_of

_RUN = 4
"""Words in a run by which a block is found again in what an extractor returned."""

_FULLER = 1.5
"""So much longer a stated text is the whole story of which a page shows the beginning."""

_COMPARED = 30
"""Runs of a story by which it is known again: its first two sentences."""

_FOUND = 0.75
"""The share of its runs that makes a block found."""


@dataclass(frozen=True)
class Story:
    """The story's blocks in order, and those of its part of the page that were left out."""

    blocks: tuple[Block, ...]
    left_out: tuple[Block, ...] = ()

    @property
    def last(self) -> str:
        """Its last paragraph; empty if there is none."""
        return self.blocks[-1].text if self.blocks else ""

    @property
    def text(self) -> str:
        """Its paragraphs, a blank line between them."""
        return "\n\n".join(block.text for block in self.blocks)


def find_story(tree: html.HtmlElement) -> Story:
    """The story of a page; empty if there is none. `tree` loses its furniture."""
    drop_furniture(tree)
    blocks = blocks_of(tree)
    careful = _completed(blocks, _marked(blocks, _extracted(tree, careful=True)))
    generous = _completed(blocks, _marked(blocks, _extracted(tree, careful=False)))
    chosen = _chosen(blocks, careful, generous)
    kept = [block for block, is_kept in zip(blocks, chosen, strict=True) if is_kept]
    without = leftovers(kept)
    return Story(
        tuple(block for place, block in enumerate(kept) if place not in without),
        tuple(block for block, is_kept in zip(blocks, chosen, strict=True) if not is_kept),
    )


def fuller(text: str, body: str | None) -> str:
    """A story, or the text that the page states for machines where that is the same one and longer."""
    stated = story_in(body) if body and "<" in body else "\n\n".join(filter(None, (body or "").splitlines()))
    shown, known = (_runs(words_of(part)) for part in (text, stated))
    is_same = sum(run in set(known) for run in shown[:_COMPARED]) >= _FOUND * len(shown[:_COMPARED])
    return stated if is_same and len(known) > _FULLER * len(shown) else text


def _extracted(tree: html.HtmlElement, *, careful: bool) -> str:
    """What trafilatura takes for the story."""
    import trafilatura  # noqa: PLC0415  takes 0.3 seconds that only pages need

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs each page without a story
    found = trafilatura.bare_extraction(
        deepcopy(tree),
        include_comments=False,
        include_tables=not careful,
        favor_precision=careful,
        with_metadata=False,
    )
    return getattr(found, "text", None) or ""


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))]


def _marked(blocks: Iterable[Block], text: str) -> list[bool]:
    """Whether each block is in a text: all words of a short one as a line, most runs of a longer one."""
    lines = [Block(line, html.Element("p")).words for line in text.splitlines()]
    whole = set(lines)
    runs = {run for line in lines for run in _runs(line)}
    marks = []
    for block in blocks:
        if len(block.words) < _RUN:
            marks.append(block.words in whole and bool(block.words))
        else:
            own = _runs(block.words)
            marks.append(sum(run in runs for run in own) >= _FOUND * len(own))
    return marks


def _build(block: Block) -> tuple[str, ...]:
    """How a block is built into the page: its tag, its parent's names, and the tags around it."""
    element = block.element
    parent = element.getparent()
    names = "" if parent is None else parent.get("class", "")
    return (element.tag, names, *(above.tag for above in element.iterancestors()))


_LIKE = 2
"""So many marked paragraphs of a build show that others of it are of the story."""

_STANDFIRST_BLOCKS = 6
"""Blocks above the first paragraph among which the standfirst is looked for."""


_GAP = 8
"""So many short blocks may stand between two paragraphs: a list."""


def _completed(blocks: Sequence[Block], marks: Sequence[bool]) -> list[bool]:
    """The marks, with what is built into the page like marked paragraphs, and the headings between."""
    places = [place for place, marked in enumerate(marks) if marked and blocks[place].is_prose]
    if not places:
        return [marked and not _is_label(block) for block, marked in zip(blocks, marks, strict=True)]
    begin, end = _reach(blocks, places)
    builds = Counter(_build(blocks[place]) for place in places)
    kept = [
        begin <= place < end
        and not _is_label(block)
        and (marks[place] or (_is_text(block) and builds[_build(block)] >= _LIKE))
        for place, block in enumerate(blocks)
    ]
    _keep_between(blocks, kept)
    _keep_standfirst(blocks, kept)
    return kept


def _is_text(block: Block) -> bool:
    """Whether a block may be a paragraph of a story: sentences, which in a `p` may be one link."""
    return block.is_prose and (not block.is_linked or block.element.tag == "p")


def _is_label(block: Block) -> bool:
    """Whether a block points elsewhere: a link that is no sentence."""
    return block.is_linked and not block.is_prose


_OWN_WORDS = 100
"""A part of a page with a main heading and so many words of its own is a story."""


def _reach(blocks: Sequence[Block], places: Sequence[int]) -> tuple[int, int]:
    """Where the story begins and ends: several on one page have a main heading each; it is the longest."""
    bounds = [0, *_beginnings(blocks, places), len(blocks)]
    within = [[place for place in places if low <= place < high] for low, high in pairwise(bounds)]
    longest = max(range(len(within)), key=lambda number: _words(blocks, within[number]))
    return bounds[longest], bounds[longest + 1]


def _beginnings(blocks: Sequence[Block], places: Sequence[int]) -> Iterator[int]:
    """The h1 headings that begin a story: each stands in one part of the page with much marked text."""
    held, marked = _held(blocks, places), set(places)
    path: set[html.HtmlElement] = set()
    for place, block in enumerate(blocks):
        if block.element.tag == "h1":
            lineage = [block.element, *block.element.iterancestors()]
            own = [element for element in lineage if element not in path]
            if not path or (own and held[own[-1]] >= _OWN_WORDS):
                yield place
        elif place in marked:
            path.update(block.element.iterancestors())


def _held(blocks: Sequence[Block], places: Sequence[int]) -> Counter[html.HtmlElement]:
    """The words of marked blocks in each element."""
    held: Counter[html.HtmlElement] = Counter()
    for place in places:
        for element in [blocks[place].element, *blocks[place].element.iterancestors()]:
            held[element] += len(blocks[place].words)
    return held


def _keep_between(blocks: Sequence[Block], kept: list[bool]) -> None:
    """Keep what stands between kept blocks of one part of the page: headings, short lines, items of lists."""
    places = [place for place, is_kept in enumerate(kept) if is_kept]
    for low, high in pairwise(places):
        if 1 < high - low <= _GAP + 1 and _part(blocks[low]) is _part(blocks[high]):
            for place in range(low + 1, high):
                block = blocks[place]
                kept[place] = not block.is_linked and (block.is_heading or _part(block) is _part(blocks[low]))


def _part(block: Block) -> html.HtmlElement:
    """The element that holds a block's paragraph, or the list that it is an item of."""
    element = block.element
    parent = element.getparent()
    return parent.getparent() if element.tag == "li" and parent is not None else parent


def _keep_standfirst(blocks: Sequence[Block], kept: list[bool]) -> None:
    """Keep the sentence between the headline and the first paragraph, and not the headline."""
    first = next(place for place, block in enumerate(blocks) if kept[place] and block.element.tag != "h1")
    titles = [place for place in range(first) if blocks[place].element.tag == "h1"]
    for place in titles:
        kept[place] = False  # the headline is no paragraph
    for place in range(titles[-1] + 1, min(first, titles[-1] + _STANDFIRST_BLOCKS)) if titles else ():
        block = blocks[place]
        if not block.linked and (block.is_prose or len(block.words) >= 12):
            kept[place] = True


_MORE = 0.25
"""A generous answer with so much more text is weighed; a smaller surplus is furniture."""


def _chosen(blocks: Sequence[Block], careful: list[bool], generous: list[bool]) -> list[bool]:
    """The careful choice, unless the generous one has much more, and that is not mostly teasers."""
    extra = [place for place, kept in enumerate(generous) if kept and not careful[place]]
    if _words(blocks, extra) <= _MORE * _words(blocks, [place for place, kept in enumerate(careful) if kept]):
        return careful
    prose = [place for place in extra if blocks[place].is_prose]
    teasers = [place for place in prose if _is_teaser(blocks, place)]
    return careful if len(teasers) * 2 > len(prose) else generous


def _words(blocks: Sequence[Block], places: Iterable[int]) -> int:
    return sum(len(blocks[place].words) for place in places)


def _is_teaser(blocks: Sequence[Block], place: int) -> bool:
    """Whether a paragraph stands below a headline that is a link, as in a list of stories."""
    return place > 0 and _is_label(blocks[place - 1])
