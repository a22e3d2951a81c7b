"""What a page states about its story: JSON-LD first, then OpenGraph and other meta tags, then elements."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import html

from generator.sources.page.address import addresses_of
from generator.sources.page.authors import author_of
from generator.sources.page.blocks import Block
from generator.sources.page.dates import stated_date
from generator.sources.page.jsonld import headline, kind_of, names_of, story_object, text_of
from generator.sources.page.lines import one_line
from generator.sources.page.titles import headings_of, headline_of, outlet_in_title, window_title


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page says about its story; None is "it does not say".

    `kind` is its type by schema.org or OpenGraph, `body` the whole text that it states for machines,
    `other_day` another day of publication that it states elsewhere.
    """

    title: str | None = None
    author: str | None = None
    published: dt.date | dt.datetime | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    kind: str | None = None
    is_free: bool = True
    body: str | None = None
    other_day: dt.date | dt.datetime | None = None


def read_stated(tree: html.HtmlElement, blocks: Sequence[Block], markup: str = "") -> Stated:
    """Read what a page of these blocks states; `markup` is searched for where the page was saved from."""
    meta = _meta(tree)
    first = {name: values[0] for name, values in meta.items()}
    titles = [first.get("og:title"), window_title(tree), *headings_of(tree)]
    story = story_object(tree, filter(None, titles), addresses_of(tree, {}, meta, markup))
    address = next(addresses_of(tree, story, meta, markup), None)
    titles = [headline(story), text_of(story.get("name")), first.get("og:title"), first.get("twitter:title")]
    outlet = _outlet(tree, story, first) or (None if address else outlet_in_title(tree, titles))
    title = headline_of(tree, titles, outlet)
    day = stated_date(tree, blocks, story, meta, title)
    body = story.get("articleBody")
    return Stated(
        title=title,
        author=author_of(tree, blocks, story, meta, outlet=outlet, title=title),
        published=day.published,
        outlet=outlet,
        url=address,
        language=_language(tree.get("lang") or story.get("inLanguage") or first.get("og:locale")),
        kind=kind_of(story) or first.get("og:type"),
        is_free=str(story.get("isAccessibleForFree", True)).lower() != "false",
        body=body if isinstance(body, str) else None,
        other_day=day.other,
    )


def _meta(tree: html.HtmlElement) -> dict[str, list[str]]:
    """The contents of each meta tag by its name in small letters, in order and each once."""
    found: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = text_of(tag.get("content"))
        values = found.setdefault(name.strip().lower(), []) if name and content else []
        if content not in values and content:
            values.append(content)
    return found


_COMPANY = re.compile(
    r"(?i)\b(?:ltd|limited|inc|llc|plc|gmbh|ag|corp|corporation|holding|group|company|co)\b\.?"
)


def _outlet(tree: html.HtmlElement, story: Mapping[str, Any], meta: Mapping[str, str]) -> str | None:
    """The name of the paper: of the site, or of the publisher unless that is a company with another name."""
    publisher = next(iter(names_of(story.get("publisher"))), None) or _item(tree, "publisher")
    site = meta.get("og:site_name") or meta.get("application-name")
    if publisher and (not site or not _COMPANY.search(publisher)):
        return one_line(publisher)
    return one_line(site)


def _item(tree: html.HtmlElement, prop: str) -> str | None:
    """The name that microdata give for a property of the story."""
    for item in tree.xpath(f"//*[@itemprop='{prop}'][not(ancestor::*[@itemprop='comment'])]"):
        for part in item.xpath(".//*[@itemprop='name']") or [item]:
            name = one_line(part.get("content") or part.text_content())
            if name and "//" not in name:
                return name
    return None


def _language(value: object) -> str | None:
    """The two or three letters in front of a language tag.

    >>> _language("en-GB"), _language("x"), _language(None)
    ('en', None, None)
    """
    match = re.match(r"([A-Za-z]{2,3})(?:[-_]|$)", value) if isinstance(value, str) else None
    return match[1].lower() if match else None
