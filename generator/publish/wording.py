"""How pages put dates and numbers into words."""

from __future__ import annotations

import datetime as dt

# Not strftime, which follows the locale.
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip


def day(published: dt.date | None) -> str:
    """A date as readers write it, or "date unknown".

    >>> day(dt.date(2022, 3, 5))
    '5 March 2022'
    """
    return f"{published.day} {MONTHS[published.month - 1]} {published.year}" if published else "date unknown"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> count(1, "mention"), count(1200, "word")
    ('1 mention', '1,200 words')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
