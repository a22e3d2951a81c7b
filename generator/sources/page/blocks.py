"""The blocks of text on a page, in order, with what tells a paragraph of a story from other text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree, html

from generator.lexicon import words

BLOCK_TAGS = words("pages.block_tags")
"""Elements that begin on a new line, by the rendering section of the HTML standard."""

UNSEEN_TAGS = words("pages.unseen_tags")
"""Elements whose text is none of the page's."""

SENTENCE_END = re.compile(r"[.!?…。।:;][\"'”’»)\]]*$")
"""The end of a block that is made of sentences."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Block:
    """A run of text between two breaks of the page, the element it stands in, and its letters in links."""

    text: str
    element: html.HtmlElement
    linked: int = 0

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in small letters."""
        return tuple(_WORD.findall(self.text.lower()))

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading by its tag."""
        return self.element.tag in ("h1", "h2", "h3", "h4", "h5", "h6")

    @property
    def is_linked(self) -> bool:
        """Whether most of it is links."""
        return self.linked * 2 > len(self.text)

    @cached_property
    def is_prose(self) -> bool:
        """Whether it reads like a sentence or more."""
        return len(self.words) >= (6 if SENTENCE_END.search(self.text[-8:]) else 30)


class _Reader:
    """Gathers the text of a page, block by block."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.linked = 0
        self.breaks = 0

    def add(self, text: str | None, *, linked: bool) -> None:
        """Add text to the block at hand; `linked` tells that it stands in a link."""
        if text:
            self.parts.append(text)
            if text.strip():
                self.linked += len(text) if linked else 0
                self.breaks = 0

    def flush(self, element: html.HtmlElement) -> Iterator[Block]:
        """Yield the block at hand, if it has text, as one of `element`; the next begins empty."""
        text, linked = " ".join("".join(self.parts).split()), self.linked
        self.parts, self.linked, self.breaks = [], 0, 0
        if text:
            yield Block(text, element, linked)

    def ends_line(self) -> bool:
        """Whether a line break here ends a paragraph: it is the second, or a sentence ends before it."""
        self.breaks += 1
        line = "".join(self.parts[-3:]).rstrip()
        self.parts.append(" ")
        return self.breaks > 1 or bool(SENTENCE_END.search(line[-80:]))


def blocks_of(tree: html.HtmlElement) -> list[Block]:
    """The blocks of text of a page, in its order; time is linear in its size."""
    blocks: list[Block] = []
    for block in _blocks(tree):
        if blocks and _is_drop_cap(blocks[-1], block):
            block = Block(blocks.pop().text + block.text, block.element, block.linked)  # noqa: PLW2901
        blocks.append(block)
    return blocks


def _is_drop_cap(before: Block, block: Block) -> bool:
    """Whether a block is the large first letter of the next."""
    return len(before.text) == 1 and before.text.isupper() and block.text[:1].islower()


def _blocks(tree: html.HtmlElement) -> Iterator[Block]:
    reader, owners, links = _Reader(), [tree], 0
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        is_block = element.tag in BLOCK_TAGS
        if event == "start":
            if element.tag in UNSEEN_TAGS:
                walk.skip_subtree()
            if is_block:
                yield from reader.flush(owners[-1])
                owners.append(element)
            elif element.tag == "br" and reader.ends_line():
                yield from reader.flush(owners[-1])
            links += element.tag == "a"
            if element.tag not in UNSEEN_TAGS:
                yield from _add(reader, element, element.text, links > 0, owners[-1])
            continue
        links -= element.tag == "a"
        if is_block:
            yield from reader.flush(owners.pop())
        if element is not tree:
            yield from _add(reader, element.getparent(), element.tail, links > 0, owners[-1])
    yield from reader.flush(tree)


def _add(
    reader: _Reader, element: html.HtmlElement, text: str | None, linked: bool, owner: html.HtmlElement
) -> Iterator[Block]:
    """Add a text; blank lines divide preformatted text."""
    if text and "\n\n" in text and (owner.tag == "pre" or element.tag == "pre"):
        for part in re.split(r"\n[ \t]*\n", text):
            reader.add(part, linked=linked)
            yield from reader.flush(owner)
    else:
        reader.add(text, linked=linked)
