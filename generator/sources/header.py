"""The front matter that an article file may have: what its contributor states about the source."""

from __future__ import annotations

import datetime as dt
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

from generator.errors import SourceError


def _date(value: object) -> object:
    """Accept YAML dates and ISO 8601 text; a bare number would be read as seconds since 1970."""
    if value is None or isinstance(value, dt.date):
        return value
    if isinstance(value, str):
        text = value.strip()
        return (
            dt.date.fromisoformat(text) if len(text) == len("2024-01-31") else dt.datetime.fromisoformat(text)
        )
    raise ValueError("write a date as 2024-01-31 or 2024-01-31T09:30:00Z")


def _web_address(value: str) -> str:
    """Only addresses that a reader can safely follow."""
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("write a web address that begins with https:// or http://")
    return value


Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=r"^[^\r\n]*$")
]
Published = Annotated[dt.datetime | dt.date | None, BeforeValidator(_date)]
WebAddress = Annotated[Line, AfterValidator(_web_address)]


class Header(BaseModel):
    """The fields of an article's front matter; all may be left out."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    title: Line | None = None
    published: Published = None
    outlet: Line | None = None
    url: WebAddress | None = None
    author: Line | None = None
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")] | None = None


def read_header(fields: dict[str, Any], name: str) -> Header:
    """Check the fields of a front matter.

    Raises SourceError, naming the file and every field that is unknown or wrong.
    """
    try:
        return Header.model_validate(fields)
    except ValidationError as error:
        problems = "; ".join(_problem(item["loc"], item["type"], item["msg"]) for item in error.errors())
        raise SourceError(
            f"{name}: front matter", problems, f"the fields are {', '.join(Header.model_fields)}"
        ) from error


def _problem(location: tuple[int | str, ...], kind: str, message: str) -> str:
    """What is wrong with one field, in a few words."""
    field = str(location[0])
    if kind == "extra_forbidden":
        return f'unknown field "{field}"'
    return f"{field}: {message.removeprefix('Value error, ')}"
