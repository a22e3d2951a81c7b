"""JSON-LD of a page, as content systems write it, and the object in it that describes the story."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from lxml import html

from generator.sources.page.lines import one_line, same_words

ARTICLE_TYPES = frozenset(
    ("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle",
     "OpinionNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "LiveBlogPosting", "BlogPosting",
     "SocialMediaPosting", "Report", "TechArticle", "AdvertiserContentArticle", "SatiricalArticle",
     "ScholarlyArticle")
)  # fmt: skip
"""The types of schema.org that are stories."""

MAX_DEPTH = 12
"""How deep JSON-LD is searched."""

_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
_WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*;?\s*$")
_LAST_COMMA = re.compile(r",(\s*[}\]])")


def story_object(tree: html.HtmlElement, titles: Iterable[str], addresses: Iterable[str]) -> dict[str, Any]:
    """The object of the page's story, or an empty one; what it refers to by `@id` is put in place.

    Where a page describes several stories, it is the one with an address or a title of the page; one that
    matches neither is the page's only if it is the only one, or the first.
    """
    objects = [item for value in _loaded(tree) for item in _objects(value, MAX_DEPTH)]
    named = {item["@id"]: item for item in objects if isinstance(item.get("@id"), str) and "name" in item}
    stories = [item for item in objects if kind_of(item) in ARTICLE_TYPES]
    known, wanted = list(titles), {address.partition("#")[0].rstrip("/") for address in addresses}
    by_address = (item for item in stories if wanted & set(_addresses(item)))
    by_title = (item for item in stories if any(same_words(headline(item), title) for title in known))
    story = next(by_address, None) or next(by_title, None) or next(iter(stories), {})
    return story | {key: _referred(story.get(key), named) for key in ("author", "creator", "publisher")}


def headline(item: Mapping[str, Any]) -> str | None:
    """The headline of a story."""
    return text_of(item.get("headline"))


def kind_of(item: Mapping[str, Any]) -> str | None:
    """The type of an object: a story's if it has several."""
    kinds = item.get("@type")
    names: Iterable[Any] = kinds if isinstance(kinds, list) else [kinds]
    found = [name.rpartition("/")[2].rpartition(":")[2] for name in names if isinstance(name, str)]
    return next((name for name in found if name in ARTICLE_TYPES), found[0] if found else None)


def text_of(value: object) -> str | None:
    """A text of JSON-LD on one line, its entities read: content systems put HTML in it."""
    return one_line(entities.unescape(value)) if isinstance(value, str) else None


def names_of(value: Any) -> list[str]:
    """The names of JSON-LD persons or organisations."""
    if isinstance(value, list):
        return [name for item in value for name in names_of(item)]
    name = text_of(value.get("name") if isinstance(value, dict) else value)
    return [name] if name else []


def _addresses(item: Mapping[str, Any]) -> Iterator[str]:
    page = item.get("mainEntityOfPage")
    for value in (item.get("url"), item.get("@id"), page.get("@id") if isinstance(page, dict) else page):
        if isinstance(value, str):
            yield value.partition("#")[0].rstrip("/")


def _loaded(tree: html.HtmlElement) -> Iterator[Any]:
    """The JSON values of a page's scripts, without the marks that hide them from old browsers."""
    for script in tree.iter("script"):
        if not script.get("type", "").strip().lower().startswith("application/ld+json"):
            continue
        text = _WRAPPING.sub("", _WRAPPING.sub("", script.text_content())).strip().rstrip(";")
        for form in (text, _LAST_COMMA.sub(r"\1", text)):
            with suppress(ValueError, RecursionError):
                yield json.loads(form, strict=False)
                break


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
        for key in _WITHIN:
            yield from _objects(value.get(key), depth - 1)
