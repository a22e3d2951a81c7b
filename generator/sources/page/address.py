"""The address of a page's story: what it states as its own, or where it was saved from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from lxml import html

from generator.sources.page.lines import one_line

# What browsers and savers write at the head of a page: the mark of the web, SingleFile, and Wget or HTTrack.
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d{1,6}\)|Page saved with SingleFile\s+url:\s*|Mirrored from\s+)"
    r"\s*(\S{4,500})"
)
_WAYBACK = re.compile(r"https?://web\.archive\.org/web/\d{4,14}[a-z_]{0,4}/(https?:/{1,2}.+)")
_TRACKING = re.compile(
    r"(?i)utm_\w+|fbclid|gclid|dclid|mc_[ce]id|igshid|msclkid|yclid|ns_\w+|cmpid|ocid|smid|_ga|ref(?:_src)?"
)
"""Parameters that follow readers and lead nowhere else: those of the large senders of campaigns."""

HEAD_LETTERS = 3000
"""How much of a page is searched for where it was saved from."""


def addresses_of(
    tree: html.HtmlElement, story: Mapping[str, Any], meta: Mapping[str, Sequence[str]], markup: str
) -> Iterator[str]:
    """The addresses that a page states of itself, the surest first; a home page's only after all others."""
    base = next(filter(None, [web_address(element.get("href")) for element in tree.iter("base")]), None)
    page = story.get("mainEntityOfPage")
    saved = _SAVED.search(markup[:HEAD_LETTERS])
    stated = [link.get("href") for link in tree.xpath("//link[@rel='canonical']")]
    stated += [*meta.get("og:url", ()), story.get("url"), page.get("@id") if isinstance(page, dict) else page]
    stated += [saved[1]] if saved else []
    stated += tree.xpath("//a[contains(@class, 'reader-domain')]/@href")  # Firefox's reader view
    whole = [address for value in stated if (address := web_address(value))]
    base = base or next(iter(whole), None)
    found = [
        address for value in stated if (address := web_address(value) or web_address(_joined(base, value)))
    ]
    yield from (address for address in found if urlsplit(address).path.strip("/"))
    yield from found


def _joined(base: str | None, value: object) -> str | None:
    """A relative address made whole by that of its page."""
    line = one_line(value)
    return urljoin(base, line) if base and line and line.startswith("/") else None


def web_address(value: object) -> str | None:
    """A web address without what only follows its readers, as it was before an archive kept it."""
    address = one_line(value)
    archived = _WAYBACK.fullmatch(address or "")
    if archived:
        address = re.sub(r"^(https?:/)(?=[^/])", r"\1/", archived[1])
    try:
        parts = urlsplit(address or "")
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in (address or "")
    except ValueError:
        return None
    if not known:
        return None
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [pair for pair in pairs if not _TRACKING.fullmatch(pair[0])]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    fragment = parts.fragment if parts.fragment.startswith("!") else ""
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, fragment))
