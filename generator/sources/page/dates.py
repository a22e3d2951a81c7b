"""The day of publication that a page states, and no other day that is on it.

htmldate, which reads a date that is written in words, is not asked where the date stands: where nothing
states one, it takes a day from an address, a copyright line or the text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from email.utils import parsedate_to_datetime
from itertools import chain
from typing import Any

from lxml import html

from generator.sources.cleaning.dates import published_in

LINE_LETTERS = 120
"""A date among more letters is part of a sentence, not of the line that dates the story."""

_TAGS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date",
    "dc.date", "dc.date.issued", "dc.date.created", "dcterms.created", "dcterms.date", "dcterms.issued",
    "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "originalpublicationdate",
)  # fmt: skip

_PLACEHOLDERS = frozenset((dt.date(1, 1, 1), dt.date(1900, 1, 1), dt.date(1970, 1, 1)))
"""What software writes where it knows no date."""

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
    "(//h1 | //h1/..)/following-sibling::*[position() <= 3]/descendant-or-self::time",
)
_ELSEWHERE = frozenset(("aside", "footer", "nav", "figure", "blockquote", "form"))
_ELSEWHERE_NAMES = re.compile(r"(?i)related|comment|teaser|recommend|sidebar|promo|widget|footer|listing")
"""Parts of the class names and ids of what is not the story itself."""

_CHANGED = re.compile(
    r"(?i)modif|updat|chang|revis|expire|aktualis|actuali[sz]|mis à jour|aggiorna|bijgewerkt|(?:up|o)p?dater"
)
_IN_WORDS = re.compile(r"\b(\d{1,2})\.? [^\W\d_]{3,12}\.? ((?:19|20)\d\d)\b")
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)")


def stated_date(
    tree: html.HtmlElement, story: Mapping[str, Any], meta: Mapping[str, str]
) -> dt.date | dt.datetime | None:
    """The day, or the time, of publication as the page states it; None if it does not.

    What is stated counts in the order JSON-LD (`story`), meta tags (`meta`, by their names), elements. A
    value that can be read in two ways (03/04/2031) is no statement.
    """
    candidates = (story.get("datePublished"), *(meta.get(tag) for tag in _TAGS))
    found = next(filter(None, map(read_date, candidates)), None)
    return found or next(filter(None, map(read_date, _element_values(tree))), None)


def read_date(value: object) -> dt.date | dt.datetime | None:
    """A day or a time in ISO 8601 or in words, or one of e-mail; None for all else.

    >>> read_date("2031-03-12"), read_date("Wednesday, March 12, 2031"), read_date("12. März 2031")
    (datetime.date(2031, 3, 12), datetime.date(2031, 3, 12), datetime.date(2031, 3, 12))
    >>> read_date("03/04/2031"), read_date("March 2031"), read_date("Updated 12 March 2031")
    (None, None, None)
    """
    text = " ".join(value.split())[:200] if isinstance(value, str) else ""
    if not text:
        return None
    found = _iso(text) or _of_mail(text) or _in_words(text)
    day = found.date() if isinstance(found, dt.datetime) else found
    return None if day in _PLACEHOLDERS else found


def _iso(text: str) -> dt.date | dt.datetime | None:
    with suppress(ValueError):
        if len(text) <= len("2031-03-12"):
            return dt.date.fromisoformat(text)
        return dt.datetime.fromisoformat(text).replace(microsecond=0)
    return None


def _of_mail(text: str) -> dt.datetime | None:
    """A time as in e-mail and feeds, "Wed, 12 Mar 2031 06:30:00 +0100"."""
    with suppress(ValueError, IndexError):
        return parsedate_to_datetime(text) if re.match(r"[A-Z][a-z]{2}, \d", text) else None
    return None


def _in_words(text: str) -> dt.date | None:
    """A day with the name of its month, or with dots, which no language writes month first."""
    if _CHANGED.search(text):
        return published_in(text)
    dotted = _DOTTED.search(text)
    with suppress(ValueError):
        if dotted:
            return dt.date(int(dotted[3]), int(dotted[2]), int(dotted[1]))
    return published_in(text) or _in_other_words(text)


def _in_other_words(text: str) -> dt.date | None:
    """A day whose month has a name of another language."""
    match = _IN_WORDS.search(text)
    if not match:
        return None
    from htmldate import find_date  # noqa: PLC0415  only pages of other languages need it

    page = html.fromstring("<html><body><time></time></body></html>")
    page[0][0].text = match.group()
    found = find_date(page, extensive_search=False, original_date=True, max_date="2099-12-31")
    day = _iso(found or "")
    return day if day and (day.day, day.year) == (int(match[1]), int(match[2])) else None


def _element_values(tree: html.HtmlElement) -> Iterator[str]:
    """What elements that stand for the day of publication say of it, the surest first."""
    for element in chain.from_iterable(map(tree.xpath, _PATHS)):
        if _dates_story(element):
            yield from filter(None, map(element.get, ("datetime", "content", "title")))
            text = element.text_content()
            if len(text) <= LINE_LETTERS:
                yield text


def _dates_story(element: html.HtmlElement) -> bool:
    """Whether an element dates the story, and neither a change of it nor anything else on the page."""
    if _CHANGED.search(" ".join(filter(None, map(element.get, ("class", "itemprop", "id"))))):
        return False
    block = next(element.iterancestors("p", "li", "td", "dd"), element)
    return len(block.text_content()) <= LINE_LETTERS and not any(map(is_elsewhere, element.iterancestors()))


def is_elsewhere(element: html.HtmlElement) -> bool:
    """Whether an element holds something else than the story; a whole page may be called anything."""
    if element.tag in ("html", "body"):
        return False
    names = f"{element.get('class')} {element.get('id')}"
    return element.tag in _ELSEWHERE or bool(_ELSEWHERE_NAMES.search(names))
