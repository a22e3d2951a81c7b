"""The kinds of value that contributors write into the front matter of an article, and how each is checked."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, StringConstraints


def _date(value: object) -> object:
    """Accept YAML dates and ISO 8601 text; a bare number would be read as seconds since 1970."""
    value = _known(value)
    if value is None or isinstance(value, dt.date):
        return value
    if isinstance(value, str):
        text = value.strip()
        read = dt.date.fromisoformat if len(text) == len("2024-01-31") else dt.datetime.fromisoformat
        with contextlib.suppress(ValueError):
            return read(text)
    raise ValueError("write a date as 2024-01-31 or 2024-01-31T09:30:00Z")


def did_you_mean(name: str, fields: Iterable[str], synonyms: Mapping[str, str] | None = None) -> str:
    """ " (did you mean …?)" for a field that is likely meant by an unknown name, else nothing.

    >>> did_you_mean("titel", ["title", "url"]), did_you_mean("date", ["published"], {"date": "published"})
    (' (did you mean “title”?)', ' (did you mean “published”?)')
    >>> did_you_mean("colour", ["title", "url"])
    ''
    """
    known = list(fields)
    meant = (synonyms or {}).get(name.lower())
    near = [meant] if meant in known else get_close_matches(name.lower(), known, 1, cutoff=0.75)
    return f" (did you mean “{near[0]}”?)" if near else ""


def _known(value: object) -> object:
    """A field left blank is a field left out."""
    return None if isinstance(value, str) and not value.strip() else value


def _code(value: str) -> str:
    if not re.fullmatch("[a-z]{2,3}", value):
        raise ValueError("write a language as two letters, such as en")
    return value


def _web_address(value: str) -> str:
    """Only addresses that a reader can safely follow."""
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("write a web address that begins with https:// or http://")
    return value


def _without_by(value: str) -> str:
    """A byline is copied with its first word: "By Ada Roe"."""
    return re.sub(r"^(?i:by)\s+(?=\S)", "", value)


_Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=r"^[^\x00-\x1f\x7f]*$"),
]
Published = Annotated[dt.datetime | dt.date | None, BeforeValidator(_date)]
Line = Annotated[_Text | None, BeforeValidator(_known)]
Author = Annotated[Annotated[_Text, AfterValidator(_without_by)] | None, BeforeValidator(_known)]
WebAddress = Annotated[Annotated[_Text, AfterValidator(_web_address)] | None, BeforeValidator(_known)]
Language = Annotated[Annotated[str, AfterValidator(_code)] | None, BeforeValidator(_known)]
