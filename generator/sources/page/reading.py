"""Read a saved page: its story by trafilatura, what is stated about it by its own metadata."""

from __future__ import annotations

import re

from lxml import html

from generator.errors import SourceError
from generator.sources.article import Article
from generator.sources.page.refusal import refusal
from generator.sources.page.stated import Stated, read_stated

MAX_PAGE_BYTES = 20_000_000
"""A page saved as one file carries its pictures; a larger one is no page of news."""

MAX_PAGE_LETTERS = 5_000_000
"""What may be left of a page without its embedded pictures, scripts and styles."""

MAX_PAGE_DEPTH = 200
"""Elements inside each other. News pages have 20 to 40; libxml2 stops at 256."""

_EMBEDDED = re.compile(r"data:[\w/+.;=-]{1,100},[A-Za-z0-9+/=%_-]{100,}")
_TAG = re.compile(
    r"<(/?)(div|span|section|article|main|b|i|em|strong|font|center|blockquote|table|ul|ol|a)\b",
    re.IGNORECASE,
)


def read_page(markup: str, name: str) -> tuple[Article, Stated]:
    """The story of the page in the file `name`, with its headline, and what the page states about it.

    Raises SourceError, one line with the reason, if the page is no article: a list of stories, an error or
    consent page, a story cut off by a paywall, or one that is too large or nested too deep to be read.
    """
    markup = _EMBEDDED.sub("data:,", markup.replace("\x00", ""))
    if len(markup) > MAX_PAGE_LETTERS:
        raise SourceError(
            name, f"the page has more than {MAX_PAGE_LETTERS:,} characters", "save the story alone as text"
        )
    if _is_deep(markup):
        raise SourceError(
            name, f"elements are nested more than {MAX_PAGE_DEPTH} deep", "save the story alone as text"
        )
    tree = _parse(markup)
    if tree is None:
        raise SourceError(name, "it is no web page", "save the page again, or its story as text")
    stated = read_stated(tree)
    text = _story(markup)
    reason = refusal(tree, text, stated)
    if reason:
        raise SourceError(name, reason, "open the story itself in a browser and save that page, or its text")
    return Article(text=text, title=stated.title), stated


def _story(markup: str) -> str:
    """The story's paragraphs, a blank line between them."""
    import trafilatura  # noqa: PLC0415  takes 0.3 seconds that only pages need

    found = trafilatura.bare_extraction(
        markup, include_comments=False, include_tables=False, favor_precision=True, with_metadata=False
    )
    text = (
        getattr(found, "text", None) or trafilatura.baseline(markup)[1]
    )  # the latter for pages laid out in tables
    lines = text.splitlines()
    return "\n\n".join(line.strip() for line in lines if line.strip())


def _parse(markup: str) -> html.HtmlElement | None:
    """The tree of a page; None if there is nothing in it."""
    try:
        return html.document_fromstring(
            markup.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8")
        )
    except (ValueError, TypeError, AssertionError, html.etree.LxmlError):
        return None


def _is_deep(markup: str) -> bool:
    """Whether more elements stay open at once than any reader of pages can bear."""
    depth = 0
    for match in _TAG.finditer(markup):
        depth += -1 if match[1] and depth else not match[1]
        if depth > MAX_PAGE_DEPTH:
            return True
    return False
