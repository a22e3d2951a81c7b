"""Read a saved page: its story by trafilatura, what is stated about it by its own metadata."""

from __future__ import annotations

from generator.errors import SourceError
from generator.sources.article import Article
from generator.sources.header import Header
from generator.sources.page.blocks import blocks_of
from generator.sources.page.gates import gates_of, is_gated
from generator.sources.page.refusal import refusal
from generator.sources.page.stated import Stated, read_stated
from generator.sources.page.story import find_story, fuller
from generator.sources.page.tree import page_tree
from generator.sources.page.warnings import warnings_of

MAX_PAGE_BYTES = 20_000_000
"""A page saved as one file carries its pictures; a larger one is no page of news."""


def read_page(markup: str, name: str) -> tuple[Article, Stated, tuple[str, ...]]:
    """The story of the page in the file `name`, what the page states about it, and warnings.

    Raises SourceError, one line with the reason, if the page is no article: a list of stories, an error or
    consent page, a story cut off by a paywall, or one that is too large or nested too deep to be read.
    """
    tree, reason = page_tree(markup)
    if tree is None or reason:
        raise SourceError(name, reason or "it is no web page", "save the story alone as text")
    blocks = blocks_of(tree)
    stated = read_stated(tree, blocks, markup)
    gates = gates_of(blocks)
    story = find_story(tree)
    text = fuller(story.text, stated.body)
    is_cut = text == story.text and is_gated(gates, story.last, is_free=stated.is_free)
    reason = refusal(tree, text, stated, is_cut=is_cut)
    if reason:
        raise SourceError(name, reason, "open the story itself in a browser and save that page, or its text")
    return Article(text=text, title=stated.title), stated, tuple(warnings_of(story, stated))


def page_header(stated: Stated) -> Header:
    """What a page states, as the fields that an article may have."""
    return Header(
        published=stated.published,
        outlet=stated.outlet,
        url=stated.url,
        author=stated.author,
        language=stated.language,
    )
