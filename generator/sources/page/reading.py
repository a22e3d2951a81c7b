"""Read a saved page: its story by trafilatura, what is stated about it by its own metadata."""

from __future__ import annotations

import re

from lxml import etree, html

from generator.errors import SourceError
from generator.sources.article import Article
from generator.sources.page.bounds import MAX_DEPTH, excess
from generator.sources.page.refusal import refusal
from generator.sources.page.stated import Stated, read_stated

MAX_PAGE_BYTES = 20_000_000
"""A page saved as one file carries its pictures; a larger one is no page of news."""

_EMBEDDED = re.compile(r"data:[\w/+.;=-]{1,100},[A-Za-z0-9+/=%_-]{100,}")


_OTHERS = " or ".join(
    f"contains({where}, '{part}')"
    for part in ("related", "recommend", "read-next", "more-stories", "comments", "comment-list")
    for where in ("@class", "@id")
)
OTHER_STORIES = (
    f"//*[self::section or self::div or self::aside or self::ul or self::ol][{_OTHERS}][not(.//h1)]"
)
"""Parts of a page with other stories and comments; trafilatura takes an article element there for ours."""


def read_page(markup: str, name: str) -> tuple[Article, Stated]:
    """The story of the page in the file `name`, with its headline, and what the page states about it.

    Raises SourceError, one line with the reason, if the page is no article: a list of stories, an error or
    consent page, a story cut off by a paywall, or one that is too large or nested too deep to be read.
    """
    markup = _EMBEDDED.sub("data:,", markup.replace("\x00", ""))
    tree, reason = None, excess(markup)
    if not reason:
        tree, reason = _parse(markup)
    if tree is None or reason:
        raise SourceError(name, reason or "it is no web page", "save the story alone as text")
    stated = read_stated(tree)
    text = _story(tree)
    reason = refusal(tree, text, stated)
    if reason:
        raise SourceError(name, reason, "open the story itself in a browser and save that page, or its text")
    return Article(text=text, title=stated.title), stated


def _story(tree: html.HtmlElement) -> str:
    """The story's paragraphs, a blank line between them."""
    import trafilatura  # noqa: PLC0415  takes 0.3 seconds that only pages need

    found = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=False,
        favor_precision=True,
        with_metadata=False,
        prune_xpath=OTHER_STORIES,
    )
    # The latter is for pages laid out in tables.
    text = getattr(found, "text", None) or trafilatura.baseline(tree)[1]
    lines = text.splitlines()
    return "\n\n".join(line.strip() for line in lines if line.strip())


def _parse(markup: str) -> tuple[html.HtmlElement | None, str | None]:
    """The tree of a page, None if there is nothing in it; and why it cannot be used, if that is known."""
    parser = html.HTMLParser(encoding="utf-8")
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (ValueError, TypeError, AssertionError, etree.LxmlError):
        return None, None
    is_deep = any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)
    return tree, f"elements are nested more than {MAX_DEPTH} deep" if is_deep else None
