"""The fields that tools for notes and blogs write above an article, under the names that ours have.

The names are those that the tools document: Obsidian Web Clipper, Omnivore, MarkDownload, Readwise, Notion,
Zotero, Jekyll and Hugo.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from generator.errors import BriefingError
from generator.sources.cleaning.bylines import byline_names
from generator.sources.frontmatter import split_front_matter
from generator.sources.header import Header
from generator.sources.page.address import web_address
from generator.sources.page.date_values import read_date
from generator.sources.page.lines import one_line

_KEYS = {
    "title": ("title", "full title", "headline", "document title"),
    "published": ("published", "date published", "published at", "published date", "publication date",
                  "publish date", "datepublished", "publishedat", "issued", "pubdate", "date"),
    "author": ("author", "authors", "byline", "creator", "creators", "by", "written by"),
    "url": ("url", "source", "link", "original url", "source url", "canonical url", "canonical", "original",
            "uri", "clipped from", "web", "web page"),
    "outlet": ("outlet", "publisher", "publication", "site", "site name", "website", "website title",
               "publication title", "newspaper", "source"),
    "language": ("language", "lang"),
}  # fmt: skip
_PROPERTY = re.compile(
    r"(?:[-*]\s+)?(?:\*\*)?([A-Za-z][\w -]{1,30}?)(?:\*\*)?\s?::?(?:\*\*)?\s+(\S.{0,500})$"
)
_TOML = re.compile(r"\s*\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_YAML = re.compile(r"\s*---[ \t]*\r?\n")
_END = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_LINE = re.compile(r"([A-Za-z][\w -]{0,40}):(?:\s+(.*))?$")
LEAST_PROPERTIES = 2
"""Lines that are properties below a heading without a block of their own."""


def split_fields(text: str, name: str) -> tuple[dict[str, Any], str]:
    """The fields above a note's text, by the names that its tool gave them, and the text.

    Raises FrontMatterError if they are not closed, or can be read neither as YAML nor line by line.
    """
    toml = _TOML.match(text)
    if toml:
        with suppress(tomllib.TOMLDecodeError):
            return tomllib.loads(toml[1]), text[toml.end() :]
    opening = _YAML.match(text)
    if not opening:
        return {}, text
    try:
        return split_front_matter(text.lstrip(), name)
    except BriefingError:
        closing = _END.search(text, opening.end())
        fields = _by_line(text[opening.end() : closing.start()]) if closing else {}
        if not (closing and fields):
            raise
        return dict(fields), text[closing.end() :]


def _by_line(block: str) -> dict[str, str]:
    """Fields of which each stands on a line of its own: titles have colons, which are no YAML."""
    lines = [line for line in block.splitlines() if line.strip()]
    found = [match for line in lines if (match := _LINE.match(line))]
    return {match[1]: (match[2] or "").strip("\"' ") for match in found} if len(found) == len(lines) else {}


def split_properties(text: str) -> tuple[dict[str, Any], str]:
    """The lines "Author: …" in the first block or below the headline of a note, and the text without them."""
    lines = text.splitlines(keepends=True)
    at, found = 0, {}
    while at < len(lines) and (not lines[at].strip() or lines[at].lstrip().startswith("#")):
        at += 1
    begin = at
    while at < len(lines) and (match := _PROPERTY.match(lines[at].strip())):
        found[match[1]] = match[2].strip()
        at += 1
    is_block = len(found) >= LEAST_PROPERTIES and (at == len(lines) or not lines[at].strip())
    if not is_block or not any(_own(key) for key in found):
        return {}, text
    return found, "".join(lines[:begin] + lines[at:])


def _own(key: str) -> list[str]:
    """Our fields that a tool's key may stand for."""
    plain = re.sub(r"[-_ ]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", key)).strip().lower()
    return [field for field, names in _KEYS.items() if plain in names or plain.replace(" ", "") in names]


def header_of(fields: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """What a note's fields say under our names, and the names of those that are left out.

    Our own names count first, whatever their order.
    """
    known: dict[str, Any] = {}
    ignored: list[str] = []
    order = {name: (name not in Header.model_fields, place) for place, name in enumerate(fields)}
    for key in sorted(fields, key=lambda name: order[name]):
        if key == "corrections":
            known[key] = fields[key]
            continue
        found = {field: value for field in _own(key) if (value := _value(field, fields[key])) is not None}
        added = {field: value for field, value in found.items() if field not in known}
        known |= dict(list(added.items())[:1])
        if not added:
            ignored.append(key)
    return known, sorted(ignored)


def _value(field: str, value: Any) -> Any:
    """A value as our field takes it; None if it cannot be one."""
    if field == "published":
        return value if hasattr(value, "year") else read_date(str(value))
    items = value if isinstance(value, list) else [value]
    texts = [text for item in items if (text := _text(item))]
    if field == "author":
        return ", ".join(name for text in texts for name in byline_names(text, is_field=True)) or None
    text = texts[0] if texts else None
    if field == "url":
        return web_address(text)
    if field == "language":
        return text[:2].lower() if text else None
    return None if text is None or (field == "outlet" and web_address(text)) else text


def _text(value: Any) -> str | None:
    """The text of a value: a wiki link's words, the address of a Markdown link."""
    if isinstance(value, Mapping):
        value = value.get("name")
    line = one_line(str(value)) if value is not None else None
    line = re.sub(r"\[\[(?:[^\[\]|]{0,300}\|)?([^\[\]|]{1,300})\]\]", r"\1", line or "")
    return re.sub(r"^\[[^\[\]]{0,300}\]\((\S{1,500})\)$", r"\1", line).strip("\"' ") or None
