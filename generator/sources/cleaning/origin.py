"""What left-out lines tell of where a story comes from: its address, its author and its day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.sources.cleaning.bylines import byline_names
from generator.sources.cleaning.dates import published_in

_SOURCE = re.compile(r"(?i:source|via|retrieved from)\s*:\s*(\S+)")
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})(/\S*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a story comes from, as far as its own lines say."""

    url: str | None = None
    domain: str | None = None
    author: str | None = None
    published: dt.date | None = None


def origin_of(left_out: Iterable[tuple[str, str]]) -> Origin:
    """What the left-out lines of an article, each with the name of its rule, say; the first of a kind counts.

    >>> origin_of([("source", "source: www.Example.org"), ("byline", "By Ada Lovell, Science Writer")])
    Origin(url=None, domain='example.org', author='Ada Lovell', published=None)
    """
    origin = Origin()
    for rule, line in left_out:
        if rule == "source" and not origin.domain:
            url, domain = source_address(line)
            origin = replace(origin, url=url, domain=domain)
        elif rule == "byline" and not origin.author:
            origin = replace(origin, author=", ".join(byline_names(line)) or None)
        elif rule == "timestamp" and not origin.published:
            origin = replace(origin, published=published_in(line))
    return origin


def source_address(line: str) -> tuple[str | None, str | None]:
    """The web address and the domain that a "source: …" line gives, each None if it gives none.

    >>> source_address("Source: https://example.org/news/1")
    ('https://example.org/news/1', 'example.org')
    """
    match = _SOURCE.fullmatch(line.strip(" *_()[]"))
    address = match and _DOMAIN.fullmatch(match.group(1))
    if not match or not address:
        return None, None
    whole = match.group(1)
    url = whole if whole.lower().startswith("http") and address.group(2) else None
    return url, address.group(1).lower()
