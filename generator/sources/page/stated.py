"""What a page states about its story: JSON-LD first, then OpenGraph and other meta tags, then elements."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from lxml import html

from generator.sources.cleaning.origin import byline_author
from generator.sources.page.dates import LINE_LETTERS, is_elsewhere, stated_date

_ARTICLE_TYPES = frozenset(
    ("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle",
     "OpinionNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "LiveBlogPosting", "BlogPosting",
     "SocialMediaPosting", "Report", "TechArticle", "AdvertiserContentArticle", "SatiricalArticle",
     "ScholarlyArticle")
)  # fmt: skip
"""The types of schema.org that are stories."""

MAX_DEPTH = 12
"""How deep JSON-LD is searched."""

_AUTHOR_TAGS = (
    "author",
    "article:author",
    "og:article:author",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
)
_BYLINES = "//*[contains(translate(@class, 'BYLINE', 'byline'), 'byline')]"
_MOST_BYLINES = 5
"""Elements that are looked at; a page of many stories has many."""

_TITLE_CUT = re.compile(r"\s+[|–—»·-]\s+")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page says about its story; None is "it does not say".

    `kind` is its type by schema.org or OpenGraph.
    """

    title: str | None = None
    author: str | None = None
    published: dt.date | dt.datetime | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    kind: str | None = None
    is_free: bool = True


def read_stated(tree: html.HtmlElement) -> Stated:
    """Read what a page states. A date is taken only where the page gives it as the day of publication."""
    meta = _meta(tree)
    story = _story_object(tree)
    title_tag = _line(tree.findtext(".//title"))
    outlet = (
        _name(story.get("publisher"))
        or _item(tree, "publisher")
        or meta.get("og:site_name")
        or meta.get("application-name")
    )
    headings = [_line(heading.text_content()) for heading in tree.iter("h1")]
    only_heading = headings[0] if len(headings) == 1 else None
    return Stated(
        title=_line(story.get("headline")) or meta.get("og:title") or only_heading or _cut(title_tag, outlet),
        author=_authors(story.get("author")) or _author_tag(meta) or _item(tree, "author") or _byline(tree),
        published=stated_date(tree, story, meta),
        outlet=_line(outlet),
        url=_url(tree, story, meta),
        language=_language(
            tree.get("lang") or story.get("inLanguage") or meta.get("og:locale") or meta.get("dc.language")
        ),
        kind=_type(story) or meta.get("og:type"),
        is_free=str(story.get("isAccessibleForFree", True)).lower() != "false",
    )


def _meta(tree: html.HtmlElement) -> dict[str, str]:
    """The content of each meta tag by its name in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = _line(tag.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _story_object(tree: html.HtmlElement) -> dict[str, Any]:
    """The JSON-LD object of the page's story, or an empty one; what it refers to by `@id` is put in place."""
    objects: list[dict[str, Any]] = []
    for script in tree.xpath("//script[@type='application/ld+json']"):
        with suppress(ValueError, RecursionError):
            loaded = json.loads(script.text_content().strip(), strict=False)
            objects += _objects(loaded, MAX_DEPTH)
    named = {item["@id"]: item for item in objects if isinstance(item.get("@id"), str) and "name" in item}
    story = next((item for item in objects if _type(item) in _ARTICLE_TYPES), {})
    return story | {key: _referred(story.get(key), named) for key in ("author", "publisher")}


def _referred(value: Any, named: Mapping[str, dict[str, Any]]) -> Any:
    """A value of JSON-LD, with the objects that it refers to."""
    if isinstance(value, list):
        return [_referred(item, named) for item in value]
    return named.get(str(value.get("@id")), value) if isinstance(value, dict) else value


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The objects in a JSON value, outer before inner."""
    if depth and isinstance(value, list):
        for item in value:
            yield from _objects(item, depth - 1)
    elif depth and isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(key), depth - 1)


def _type(item: dict[str, Any]) -> str | None:
    kinds = item.get("@type")
    names: Iterable[Any] = kinds if isinstance(kinds, list) else [kinds]
    found = [str(name) for name in names if isinstance(name, str)]
    return next((name for name in found if name in _ARTICLE_TYPES), found[0] if found else None)


def _name(value: Any) -> str | None:
    """The name of a JSON-LD person or organisation."""
    if isinstance(value, list):
        return next(filter(None, map(_name, value)), None)
    return _line(value.get("name") if isinstance(value, dict) else value)


def _authors(value: Any) -> str | None:
    """The names of the authors, with commas; addresses of profiles are none."""
    names = [_name(item) for item in (value if isinstance(value, list) else [value])]
    known = list(dict.fromkeys(name for name in names if name and "//" not in name))
    return _line(", ".join(known))


def _author_tag(meta: dict[str, str]) -> str | None:
    names = (meta.get(tag) for tag in _AUTHOR_TAGS)
    return next((name for name in names if name and "//" not in name), None)


def _byline(tree: html.HtmlElement) -> str | None:
    """The name or names in an element that is called a byline and reads like one, "By Ada Roe"."""
    for element in tree.xpath(_BYLINES)[:_MOST_BYLINES]:
        line = _line(" ".join(element.itertext())) or ""
        author = byline_author(line) if len(line) <= LINE_LETTERS else None
        # A digit is of the day beside the name: where the one ends is unclear.
        if author and not re.search(r"\d", author) and not any(map(is_elsewhere, element.iterancestors())):
            return author
    return None


def _item(tree: html.HtmlElement, prop: str) -> str | None:
    """The names that microdata give for a property of the story, with commas."""
    items = tree.xpath(f"//*[@itemprop='{prop}'][not(ancestor::*[@itemprop='comment'])]")
    names = []
    for item in items:
        parts = item.xpath(".//*[@itemprop='name']") or [item]
        names += [_line(part.get("content") or part.text_content()) for part in parts]
    known = list(dict.fromkeys(name for name in names if name and "//" not in name))
    return _line(", ".join(known))


def _url(tree: html.HtmlElement, story: dict[str, Any], meta: dict[str, str]) -> str | None:
    """The story's own address: canonical link, then OpenGraph, then JSON-LD; whole addresses only."""
    page = story.get("mainEntityOfPage")
    candidates = [link.get("href") for link in tree.xpath("//link[@rel='canonical']")]
    candidates += [meta.get("og:url"), story.get("url"), page.get("@id") if isinstance(page, dict) else page]
    return next((found for found in map(_web_address, candidates) if found), None)


def _web_address(value: object) -> str | None:
    address = _line(value)
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    return (
        address
        if parts.scheme in ("http", "https") and parts.hostname and " " not in (address or "")
        else None
    )


def _language(value: object) -> str | None:
    """The two or three letters in front of a language tag.

    >>> _language("en-GB"), _language("x"), _language(None)
    ('en', None, None)
    """
    match = re.match(r"([A-Za-z]{2,3})(?:[-_]|$)", value) if isinstance(value, str) else None
    return match[1].lower() if match else None


def _cut(title: str | None, outlet: str | None) -> str | None:
    """The title of the window without the outlet's name at its end or front."""
    parts = _TITLE_CUT.split(title) if title else []
    if len(parts) > 1 and outlet and parts[0].casefold() == outlet.casefold():
        parts = parts[1:]
    elif len(parts) > 1:
        parts = parts[:-1]
    return _line(" – ".join(parts))


def _line(value: object) -> str | None:
    """Text on one line, without control characters; None if it is none or over 500 letters."""
    if not isinstance(value, str):
        return None
    text = " ".join("".join(char if char.isprintable() else " " for char in value).split())
    return text if 0 < len(text) <= 500 else None
