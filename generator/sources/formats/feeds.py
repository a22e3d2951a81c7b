"""Stories in feeds (RSS, Atom), WordPress exports and exports of readers in JSON: one article an item."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from generator.errors import SourceError
from generator.sources.page.fragments import story_in

LEAST_WORDS = 60
"""An item with fewer words is the summary of a story."""

MAX_ITEMS = 5000
"""Items of one feed that are read."""

_CONTENT = ("encoded", "content", "description", "summary")
_FIELDS = {
    "title": ("title",),
    "url": ("link", "guid"),
    "published": ("pubDate", "published", "issued", "date", "post_date", "created"),
    "author": ("creator", "author"),
    "language": ("language",),
}
_JSON_CONTENT = ("content", "content_html", "html", "text", "content_text", "body")
_LEFT = "save the story's page, or its text"


@dataclass(frozen=True)
class Item:
    """One item: what it says of its story by the names of our fields, and the story; or why it has none."""

    fields: Mapping[str, Any]
    text: str
    refused: str | None = None


def feed_items(data: bytes, name: str) -> Iterator[Item]:
    """The items of a feed or a WordPress export. Raises SourceError if it is no XML."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, recover=True, huge_tree=False, load_dtd=False
    )
    try:
        root = etree.fromstring(data.strip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(name, "it is no feed that can be read", _LEFT) from error
    elements = [] if root is None else list(root.iter("{*}item", "{*}entry"))[:MAX_ITEMS]
    for element in elements:
        values = _values(element)
        kind = values.get("post_type", "post")
        if kind in ("post", "page"):
            yield _item(values, is_draft=values.get("status", "publish") not in ("publish", "inherit"))


def _values(element: Any) -> dict[str, str]:
    """The values of an item by their names without the prefix; the first of a name that has one counts."""
    found: dict[str, str] = {}
    for part in element:
        if not isinstance(part.tag, str):
            continue
        name = etree.QName(part).localname
        value = part.get("href") or " ".join(part.itertext()) if name in ("link", "author") else _inner(part)
        if value and value.strip() and (part.get("rel") or "alternate") == "alternate":
            found.setdefault(name, value.strip())
    return found


def _inner(part: Any) -> str:
    """What an element holds: text, or elements of XHTML as they are written."""
    return (part.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in part)


def _item(values: Mapping[str, str], *, is_draft: bool) -> Item:
    fields = {
        own: values[name] for own, names in _FIELDS.items() for name in reversed(names) if name in values
    }
    text = max((story_in(values[name]) for name in _CONTENT if name in values), key=len, default="")
    return Item(fields, text, "it is a draft, which was never published" if is_draft else _short(text))


def _short(text: str) -> str | None:
    return "it holds a summary, not the story" if len(text.split()) < LEAST_WORDS else None


def json_items(text: str) -> list[Item]:
    """The items of a reader's export in JSON (Wallabag, JSON Feed); none if it is another file of data."""
    value = json.loads(text)
    rows = value.get("items") or value.get("entries") or [value] if isinstance(value, dict) else value
    items = [row for row in rows if isinstance(row, dict)][:MAX_ITEMS] if isinstance(rows, list) else []
    return [found for row in items if (found := _json_item(row))]


def _json_item(row: Mapping[str, Any]) -> Item | None:
    content = next(
        (row[name] for name in _JSON_CONTENT if isinstance(row.get(name), str) and row[name].strip()), None
    )
    if content is None:
        return None
    fields = {
        "title": row.get("title"),
        "url": row.get("url") or row.get("given_url") or row.get("origin_url"),
        "published": row.get("published_at") or row.get("date_published") or row.get("publishedAt"),
        "author": row.get("published_by") or row.get("authors") or row.get("author"),
        "language": row.get("language"),
    }
    text = story_in(content)
    return Item({name: value for name, value in fields.items() if value}, text, _short(text))
