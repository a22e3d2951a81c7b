"""The day of publication that a page states, and no other day that is on it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from lxml import html

from generator.sources.cleaning.dates import is_timestamp
from generator.sources.page.blocks import Block
from generator.sources.page.date_values import CHANGED, SLASHED, iso_date, read_date
from generator.sources.page.titles import headline_places

_CHANGE_DAYS = 7
"""A stamp of publication may be of a change in the days after it."""

_HEADLINE_BLOCKS = (3, 8)
"""How many blocks before and after the headline are looked at for its day."""

LINE_LETTERS = 120
"""A date among more letters is part of a sentence, not of the line that dates the story."""

DATE_TAGS = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published",
    "rnews:datepublished", "datepublished", "citation_publication_date", "citation_date", "dc.date.issued",
    "dcterms.issued", "dc.date.created", "dcterms.created", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "article.published", "originalpublicationdate", "bt:pubdate",
    "displaydate", "shareaholic:article_published_time", "publication_date", "publish-date", "publish_date",
    "publishdate",
    "pubdate", "pub_date", "published_at", "dc.date", "dcterms.date", "date",
)  # fmt: skip
"""Meta tags for the day of publication, as content systems and metadata vocabularies name them."""

# Where markup says that what an element holds is the day of publication: schema.org's microdata and RDFa,
# HTML5's old `pubdate`, hAtom and h-entry, and the words that content systems use in class names for it.
_CLASS_WORDS = ("published", "dt-published")
_CLASS_PARTS = (
    "publish-date", "published-date", "publishdate", "publish_date", "pubdate", "pub-date", "date-published",
    "entry-date", "posted-on", "post-date", "article-date", "article__date", "article_date",
)  # fmt: skip
_PATHS = (
    "//*[@itemprop='datePublished' or @property='datePublished' or @property='schema:datePublished']",
    "//time[@pubdate]",
    "//*[{}]".format(
        " or ".join(
            [f"contains(concat(' ', @class, ' '), ' {word} ')" for word in _CLASS_WORDS]
            + [f"contains(@class, '{part}')" for part in _CLASS_PARTS]
        )
    ),
    "//article[.//h1 or count(//article) = 1]//time",
    "(//h1 | //h1/.. | //h1/../..)/following-sibling::*[position() <= 4]/descendant-or-self::time",
    "//h1/preceding::time[position() <= 2]",
)
_ELSEWHERE = frozenset(("aside", "footer", "nav", "figure", "blockquote", "form"))
_ELSEWHERE_NAMES = re.compile(
    r"(?i)related|comment|repl(?:y|ies)|disqus|teaser|recommend|sidebar|promo|widget"
    r"|(?<!post-)(?<!entry-)(?<!article-)footer|listing|latest"
    r"|popular|trending|carousel"
)
"""Parts of the class names and ids of what is not the story itself."""

_DATELINE_NAMES = re.compile(r"(?i)(?<![a-z])(?:date|dateline|timestamp|posted|byline|author|meta)(?![a-z])")
_MOST_LINES = 30
"""Elements that are looked at for a day; a page of many stories has many."""

_ZONED = re.compile(r"(?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?[+-]\d\d:?\d\d")


@dataclass(frozen=True, slots=True)
class StatedDay:
    """The day or time of publication that a page states, and another day that it states elsewhere."""

    published: dt.date | dt.datetime | None = None
    other: dt.date | dt.datetime | None = None


def stated_date(
    tree: html.HtmlElement,
    blocks: Sequence[Block],
    story: Mapping[str, Any],
    meta: Mapping[str, Sequence[str]],
    title: str | None,
) -> StatedDay:
    """The day, or the time, of publication as the page states it.

    What is stated counts in the order JSON-LD (`story`), meta tags (`meta`, by their names), elements, lines
    beside the headline. A value that can be read in two ways (03/04/2031) is no statement. A stamp in UTC
    tells the day in Greenwich, so that an evening story is a day late: the day that readers see beside the
    headline, close to it, is the paper's own and counts more.
    """
    values = [
        story.get("datePublished"),
        story.get("dateCreated"),
        *chain.from_iterable(meta.get(tag, ()) for tag in DATE_TAGS),
    ]
    stamps = [found for found in map(read_date, values) if found]
    shown = next(_days_beside_headline(blocks, title), None)
    if not stamps:
        found = next(filter(None, map(read_date, _element_values(tree))), None)
        return StatedDay(found or shown)
    stamp = _with_zone([*stamps, *_stamps_in_scripts(tree, stamps[0])])
    if shown and shown != _day(stamp) and _is_nearer(shown, stamp):
        return StatedDay(shown, stamp)
    others = (other for other in (shown, *map(_day, stamps)) if other and abs((other - _day(stamp)).days) > 1)
    return StatedDay(stamp, next(others, None))


def _day(value: dt.date | dt.datetime) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def _with_zone(stamps: Sequence[dt.date | dt.datetime]) -> dt.date | dt.datetime:
    """The first stamp, as the paper's clock shows it if another stamp tells its time zone."""
    first = stamps[0]
    if not isinstance(first, dt.datetime) or first.utcoffset() != dt.timedelta(0):
        return first
    local = (stamp for stamp in stamps if isinstance(stamp, dt.datetime) and stamp.utcoffset())
    return next((stamp for stamp in local if abs(stamp - first) < dt.timedelta(minutes=2)), first)


def _stamps_in_scripts(tree: html.HtmlElement, stamp: dt.date | dt.datetime) -> Iterator[dt.datetime]:
    """The times with a time zone in what scripts hold, where a stamp is in UTC."""
    if isinstance(stamp, dt.datetime) and not stamp.utcoffset():
        for script in tree.iter("script"):
            for match in _ZONED.finditer(script.text or ""):
                found = iso_date(match.group())
                if isinstance(found, dt.datetime):
                    yield found


def _is_nearer(shown: dt.date, stamp: dt.date | dt.datetime) -> bool:
    """Whether a day that readers see is what a stamp means: the day beside in UTC, or before a change."""
    apart = (_day(stamp) - shown).days
    is_utc = isinstance(stamp, dt.datetime) and not stamp.utcoffset()
    return 0 < apart <= _CHANGE_DAYS or (is_utc and apart == -1)


def _element_values(tree: html.HtmlElement) -> Iterator[str]:
    """What elements that stand for the day of publication say of it, the surest first."""
    named = (element for element in tree.iter("div", "p", "span", "time", "li") if _is_dateline(element))
    for element in chain(chain.from_iterable(map(tree.xpath, _PATHS)), islice(named, _MOST_LINES)):
        if _dates_story(element):
            yield from filter(None, map(element.get, ("datetime", "content", "title")))
            text = element.text_content()
            if len(text) <= LINE_LETTERS:
                yield text


def _is_dateline(element: html.HtmlElement) -> bool:
    """Whether an element is named as one with the day or the author of the story."""
    return bool(_DATELINE_NAMES.search(f"{element.get('class', '')} {element.get('id', '')}"))


def _dates_story(element: html.HtmlElement) -> bool:
    """Whether an element dates the story, and neither a change of it nor anything else on the page."""
    names = " ".join(filter(None, map(element.get, ("class", "itemprop", "id"))))
    if CHANGED.search(names) or CHANGED.search(_before(element)):
        return False
    block = next(element.iterancestors("p", "li", "td", "dd"), element)
    return len(block.text_content()) <= LINE_LETTERS and not any(map(is_elsewhere, element.iterancestors()))


def _before(element: html.HtmlElement) -> str:
    """The label before an element: the last words before it in its line, or in the line above."""
    for _ in range(3):
        before, parent = element.getprevious(), element.getparent()
        if parent is None:
            return ""
        text = (parent.text or "") if before is None else (before.text_content() + (before.tail or ""))
        if text.strip():
            return text.strip()[-30:]
        element = parent
    return ""


def _is_dated_line(block: Block) -> bool:
    """Whether a line says when the story was published and, beside that, at most by whom."""
    parts = re.split(r"\s+[|•·–—/-]\s+|\bby\b", block.text, flags=re.IGNORECASE)
    return any(is_timestamp(part) or SLASHED.fullmatch(part.strip()) for part in parts)


def _days_beside_headline(blocks: Sequence[Block], headline: str | None) -> Iterator[dt.date]:
    """The days in lines of their own right above or below the headline, but not of a change."""
    titles = headline_places(blocks, headline)
    before, after = _HEADLINE_BLOCKS
    for title in titles[:3]:
        label = ""
        for block in (*blocks[title + 1 : title + after], *blocks[max(0, title - before) : title]):
            is_line = len(block.text) <= LINE_LETTERS and _is_dated_line(block)
            is_change = CHANGED.search(label) and not CHANGED.search(block.text)
            if (
                is_line
                and not is_change
                and not any(map(is_elsewhere, [block.element, *block.element.iterancestors()]))
            ):
                found = read_date(block.text)
                if found:
                    yield _day(found)
            label = block.text[-30:]


def is_elsewhere(element: html.HtmlElement) -> bool:
    """Whether an element holds something else than the story; a whole page may be called anything."""
    if element.tag in ("html", "body"):
        return False
    names = f"{element.get('class')} {element.get('id')}"
    is_named = element.tag in _ELSEWHERE or bool(_ELSEWHERE_NAMES.search(names))
    return is_named and not _holds_story(element)


def _holds_story(element: html.HtmlElement) -> bool:
    """Whether an element holds the page's headline, or its only entry by hAtom: "article sidebar-parent"."""
    entries = element.xpath("(.//*[contains(concat(' ', @class, ' '), ' hentry ')])[position() <= 2]")
    return len(entries) == 1 or next(element.iter("h1"), None) is not None
