"""Dates, numbers and languages as pages show them."""

from __future__ import annotations

import datetime as dt
import re

from generator.archive import Record

# Not strftime, which follows the locale.
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


def language(record: Record) -> str | None:
    """The language of the source, if it is known, can be written in HTML, and is not English."""
    code = record.source.language or ""
    return code if _LANGUAGE.fullmatch(code) and not code.lower().startswith("en") else None


def day(published: dt.date | None) -> str:
    """A date as readers write it, or "date unknown".

    >>> day(dt.date(2022, 3, 5))
    '5 March 2022'
    """
    return f"{published.day} {MONTHS[published.month - 1]} {published.year}" if published else "date unknown"


def initial_label(letter: str) -> str:
    """The title of an A to Z page.

    >>> initial_label("m"), initial_label("other")
    ('M', '0–9 and others')
    """
    return letter.upper() if len(letter) == 1 else "0–9 and others"


def numbered(title: str, number: int) -> str:
    """The title of a page of a list, told from that of the first page.

    >>> numbered("Mara Ellison", 1), numbered("Mara Ellison", 2)
    ('Mara Ellison', 'Mara Ellison, page 2')
    """
    return f"{title}, page {number}" if number > 1 else title


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun in singular or plural.

    >>> count(1, "mention"), count(1200, "word")
    ('1 mention', '1,200 words')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
