"""The front matter that an article file may have: what its contributor states about the source."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    ValidationError,
)
from pydantic_core import ErrorDetails

from generator.errors import SourceError, printable
from generator.sources.corrections import Corrections


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


_Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=r"^[^\x00-\x1f\x7f]*$"),
]
Published = Annotated[dt.datetime | dt.date | None, BeforeValidator(_date)]
Line = Annotated[_Text | None, BeforeValidator(_known)]
WebAddress = Annotated[Annotated[_Text, AfterValidator(_web_address)] | None, BeforeValidator(_known)]
Language = Annotated[Annotated[str, AfterValidator(_code)] | None, BeforeValidator(_known)]


class Header(BaseModel):
    """The fields of an article's front matter; all may be left out."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    title: Line = None
    published: Published = None
    outlet: Line = None
    url: WebAddress = None
    author: Line = None
    language: Language = None
    corrections: Corrections = Corrections()


_MESSAGES = {
    "string_type": "write text, in quotation marks if need be",
    "string_too_long": "no more than {max_length:,} characters",
    "too_long": "no more than {max_length:,} of them",
    "string_pattern_mismatch": "no line breaks and no control characters",
}


def read_header(fields: dict[str, Any], name: str) -> Header:
    """Check the fields of a front matter.

    Raises SourceError, naming the file and every field that is unknown or wrong.
    """
    try:
        return Header.model_validate(fields)
    except ValidationError as error:
        problems = "; ".join(dict.fromkeys(map(_problem, error.errors())))
        raise SourceError(
            f"{name}: front matter", problems, f"the fields are {', '.join(Header.model_fields)}"
        ) from error


def _problem(error: ErrorDetails) -> str:
    """What is wrong with one field, in a few words."""
    field = printable(".".join(str(part) for part in error["loc"])).replace("\n", " ")
    if error["type"] == "extra_forbidden":
        return f'unknown field "{field}"'
    known = _MESSAGES.get(error["type"])
    message = known.format(**error.get("ctx", {})) if known else error["msg"].removeprefix("Value error, ")
    return f"{field}: {message}"
