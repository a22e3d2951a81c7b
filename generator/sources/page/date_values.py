"""Values that state a day or a time: ISO 8601, e-mail, figures, words.

htmldate, which reads a date that is written in words, is not asked where the date stands: where nothing
states one, it takes a day from an address, a copyright line or the text.
"""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from email.utils import parsedate_to_datetime

from lxml import html

from generator.sources.cleaning.dates import published_in

_PLACEHOLDERS = frozenset((dt.date(1, 1, 1), dt.date(1900, 1, 1), dt.date(1970, 1, 1)))
"""What software writes where it knows no date."""

CHANGED = re.compile(
    r"(?i)modif|updat|chang|revis|expire|aktualis|actuali[sz]|mis à jour|aggiorna|bijgewerkt|(?:up|o)p?dater"
)
"""What says that a day is of a change."""

_IN_WORDS = re.compile(r"\b(\d{1,2})\.? [^\W\d_]{3,12}\.? ((?:19|20)\d\d)\b")
SLASHED = re.compile(
    r"\D{0,20}(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d\d)(?!\d)\D{0,3}(?:\d{1,2}[:.]\d\d.{0,20})?"
)
"""A day in figures with slashes, and a time behind it."""

_DOTTED = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)")


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
    found = iso_date(text) or _of_mail(text) or _numeric(text) or _in_words(text)
    day = found.date() if isinstance(found, dt.datetime) else found
    return None if day in _PLACEHOLDERS else found


def iso_date(text: str) -> dt.date | dt.datetime | None:
    """A date or time of ISO 8601, with the separators and zones that systems write besides."""
    form = re.sub(r"^(\d{4})/(\d\d)/(\d\d)", r"\1-\2-\3", text)
    form = re.sub(r"(\d)\s+([+-]\d\d:?\d\d|Z|UTC|GMT)$", r"\1\2", form)
    form = re.sub(r"(?:UTC|GMT)$", "Z", form)
    with suppress(ValueError):
        if len(form) <= len("2031-03-12"):
            return dt.date.fromisoformat(form)
        return dt.datetime.fromisoformat(form).replace(microsecond=0)
    return None


def _numeric(text: str) -> dt.date | None:
    """A day in figures, if only one order of day and month is possible: 3/25/2031."""
    match = SLASHED.fullmatch(text)
    if not match:
        return None
    one, two, year = map(int, match.groups())
    with suppress(ValueError):
        if one > 12 >= two or one == two:
            return dt.date(year, two, one)
        if two > 12 >= one:
            return dt.date(year, one, two)
    return None


def _of_mail(text: str) -> dt.datetime | None:
    """A time as in e-mail and feeds, "Wed, 12 Mar 2031 06:30:00 +0100"."""
    with suppress(ValueError, IndexError):
        return parsedate_to_datetime(text) if re.match(r"[A-Z][a-z]{2}, \d", text) else None
    return None


def _in_words(text: str) -> dt.date | None:
    """A day with the name of its month, or with dots, which no language writes month first."""
    if CHANGED.search(text):
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
    day = iso_date(found or "")
    return day if day and (day.day, day.year) == (int(match[1]), int(match[2])) else None
