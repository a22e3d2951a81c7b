"""Dates and times as newspapers print them above a story."""

from __future__ import annotations

import datetime as dt
import re

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")  # fmt: skip

TIMESTAMP_WORDS = 20
"""A longer line is no time stamp."""

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LABELS = frozenset(
    ("published", "updated", "posted", "first", "last", "modified", "created", "date", "filed")
)
_LITTLE = frozenset(
    ("on", "at", "of", "the", "by", "am", "pm", "a.m", "p.m", "noon", "midnight", "gmt", "bst",
     "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "cet", "cest", "et", "pt",
     "ct", "ist", "aest", "local", "time", "ago", "hours", "hour", "minutes", "minute", "mins",
     "min", "hrs", "read", "and")
)  # fmt: skip
_NAMED = {name[:length]: number for number, name in enumerate(MONTHS, 1) for length in {3, 4, len(name)}}
_WEEKDAYS = frozenset(day[:length] for day in _DAYS for length in (3, 4, 5, len(day)))
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?:am|pm|z|gmt|et)?|\d{1,2}(?:am|pm)")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_NUMERIC = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:t[\d:.]+(?:z|[+-]\d\d:?\d\d)?)?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[tT ].*)?")
_GLUED = re.compile(r"(?<=\d)(?=(?:updated|published|modified|posted)\b)|(?<=[a-z])(?=(?:19|20)\d\d\b)")
"""Where spans of a page stand without a space between them: "2031Updated"."""

_SPLIT = re.compile(r"[\s,|·•()–—]+|\s/\s|(?<=[a-zA-Z]):|\.(?=\s|$)")


def is_timestamp(line: str) -> bool:
    """Whether a line gives nothing but when a story was published or changed.

    >>> is_timestamp("Published: 9:30 am, 12 March 2031 | Updated 3 hours ago")
    True
    >>> is_timestamp("May 12"), is_timestamp("The May sale, 12 March 2031")
    (True, False)
    """
    words = _words(line)
    if not 0 < len(words) <= TIMESTAMP_WORDS or not any(map(str.isdigit, line)):
        return False
    if all(_CLOCK.fullmatch(word) or word in _LITTLE for word in words):
        return True
    return all(map(_is_part, words)) and any(
        word in _LABELS or word in _NAMED or word == "ago" or _NUMERIC.fullmatch(word) for word in words
    )


def published_in(line: str) -> dt.date | None:
    """The day on which a time stamp says that a story was published; None if it does not tell for sure.

    Figures that could be day or month ("03/04/2031") do not tell, nor does the time of a change.

    >>> published_in("Updated 4 May 2031 | Published: Tuesday, March 12th, 2031")
    datetime.date(2031, 3, 12)
    >>> published_in("03/04/2031") is None
    True
    """
    words = _words(line)
    for index, word in enumerate(words):
        if word in ("updated", "modified"):
            following = [
                place for place in range(index + 1, len(words)) if words[place] in ("published", "posted")
            ]
            return _first_day(words[following[0] :]) if following else _first_day(words[:index])
    return _first_day(words)


def _first_day(words: list[str]) -> dt.date | None:
    """The first whole date among the words of a time stamp."""
    words = [word for word in words if word not in ("of", "the")]
    for index, word in enumerate(words):
        iso = _ISO.fullmatch(word)
        around = words[index + 1 : index + 3]
        if iso:
            return _date(int(iso[1]), int(iso[2]), int(iso[3]))
        if word in _NAMED and len(around) == 2 and _DAY.fullmatch(around[0]):
            day, year = _DAY.fullmatch(around[0]), around[1]
        elif word in _NAMED and index and around and _DAY.fullmatch(words[index - 1]):
            day, year = _DAY.fullmatch(words[index - 1]), around[0]
        else:
            continue
        if day and re.fullmatch(r"(?:19|20)\d\d", year):
            return _date(int(year), _NAMED[word], int(day[1]))
    return None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _words(line: str) -> list[str]:
    return [word for word in _SPLIT.split(_GLUED.sub(" ", line[:300].lower())) if word]


def _is_part(word: str) -> bool:
    """Whether a word can stand in a time stamp."""
    known = word in _LABELS or word in _LITTLE or word in _NAMED or word in _WEEKDAYS
    return known or any(
        pattern.fullmatch(word) for pattern in (_CLOCK, _DAY, _NUMERIC, re.compile(r"(?:19|20)\d\d"))
    )
