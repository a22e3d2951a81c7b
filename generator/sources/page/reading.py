"""Read a saved page: its story by trafilatura, what is stated about it by its own metadata."""

from __future__ import annotations

from generator.errors import SourceError
from generator.sources.article import Article
from generator.sources.page.refusal import refusal
from generator.sources.page.stated import Stated, read_stated
from generator.sources.page.story import find_story
from generator.sources.page.tree import page_tree

MAX_PAGE_BYTES = 20_000_000
"""A page saved as one file carries its pictures; a larger one is no page of news."""


def read_page(markup: str, name: str) -> tuple[Article, Stated]:
    """The story of the page in the file `name`, with its headline, and what the page states about it.

    Raises SourceError, one line with the reason, if the page is no article: a list of stories, an error or
    consent page, a story cut off by a paywall, or one that is too large or nested too deep to be read.
    """
    tree, reason = page_tree(markup)
    if tree is None or reason:
        raise SourceError(name, reason or "it is no web page", "save the story alone as text")
    stated = read_stated(tree, markup)
    text = find_story(tree).text
    reason = refusal(tree, text, stated)
    if reason:
        raise SourceError(name, reason, "open the story itself in a browser and save that page, or its text")
    return Article(text=text, title=stated.title), stated
