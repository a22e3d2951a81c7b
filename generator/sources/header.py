"""The front matter that an article file may have: what its contributor states about the source."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from generator.errors import ArticleFileError, SourceError, printable
from generator.sources.corrections import Corrections, EntityCorrections, QuoteCorrections
from generator.sources.fields import Author, Language, Line, Published, WebAddress, did_you_mean


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


_FIELDS_OF: dict[tuple[str, ...], tuple[str, ...]] = {
    (): tuple(Header.model_fields),
    ("corrections",): tuple(Corrections.model_fields),
    ("corrections", "quotes"): tuple(QuoteCorrections.model_fields),
    ("corrections", "entities"): tuple(EntityCorrections.model_fields),
}
"""The fields that can stand at a place of the front matter."""

_MEANT = {
    **dict.fromkeys(("date", "day", "pubdate", "datetime", "time"), "published"),
    **dict.fromkeys(("source", "publisher", "paper", "newspaper", "site", "publication"), "outlet"),
    **dict.fromkeys(("link", "address", "href", "source_url"), "url"),
    **dict.fromkeys(("byline", "authors", "by", "writer"), "author"),
    **dict.fromkeys(("headline", "heading", "name"), "title"),
    **dict.fromkeys(("lang", "locale"), "language"),
    **dict.fromkeys(("delete", "remove"), "drop"),
}
"""What other programs call these fields."""

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
        told = [f"{part.where.removeprefix(f'{name}: ')}: {part.problem}" for part in parts]
        raise ArticleFileError(f"{name}: front matter", remedy, parts, told) from error


def _field(error: ErrorDetails) -> str:
    return printable(".".join(str(part) for part in error["loc"])).replace("\n", " ")


def _problem(error: ErrorDetails) -> str:
    """What is wrong with one field, in a few words."""
    if error["type"] == "extra_forbidden":
        known = _FIELDS_OF.get(tuple(part for part in error["loc"][:-1] if isinstance(part, str)), ())
        return f"unknown field{did_you_mean(str(error['loc'][-1]), known, _MEANT)}"
    known_message = _MESSAGES.get(error["type"])
    if known_message:
        return known_message.format(**error.get("ctx", {}))
    return error["msg"].removeprefix("Value error, ")
