"""The front matter that an article file may have: what its contributor states about the source."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from generator.errors import ArticleFileError, SourceError, printable
from generator.sources.corrections import Corrections
from generator.sources.fields import Author, Language, Line, Published, WebAddress


class Header(BaseModel):
    """The fields of an article's front matter; all may be left out."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    title: Line = None
    published: Published = None
    outlet: Line = None
    url: WebAddress = None
    author: Author = None
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

    Raises ArticleFileError, naming the file and every field that is unknown or wrong.
    """
    try:
        return Header.model_validate(fields)
    except ValidationError as error:
        remedy = f"the fields are {', '.join(Header.model_fields)}"
        parts = [
            SourceError(f"{name}: {_field(problem)}", _problem(problem), remedy) for problem in error.errors()
        ]
        raise ArticleFileError(f"{name}: front matter", remedy, parts) from error


def _field(error: ErrorDetails) -> str:
    return printable(".".join(str(part) for part in error["loc"])).replace("\n", " ")


def _problem(error: ErrorDetails) -> str:
    """What is wrong with one field, in a few words."""
    field = _field(error)
    if error["type"] == "extra_forbidden":
        return f'unknown field "{field}"'
    known = _MESSAGES.get(error["type"])
    message = known.format(**error.get("ctx", {})) if known else error["msg"].removeprefix("Value error, ")
    return f"{field}: {message}"
