"""Older front matter of briefings, brought to the form that this version reads.

A briefing is made anew when the analysis changes, and a correction lives in its article. A step has only to
keep what the old form says, so that an archive can be compared before and after, and a briefing whose
article cannot be used at the moment stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.errors import FrontMatterError
from generator.sources import statement_id

Step = Callable[[dict[str, Any]], dict[str, Any]]

SCHEMA = 2
"""The version of the front matter that this version of the program writes."""


def _with_statements(fields: dict[str, Any]) -> dict[str, Any]:
    """From 1 to 2: each key quote gets its id, kind and cue, and there is a list of reported statements."""
    quotes = fields.get("quotes")
    title = str(fields.get("title"))
    made = [_identified(item, title) for item in quotes] if isinstance(quotes, list) else quotes
    return {**fields, "quotes": made, "reported": []}


def _identified(quote: object, title: str) -> object:
    """A key quote of schema 1 with its id; what is none stays as it is, for the check of the schema."""
    if not isinstance(quote, dict):
        return quote
    passages = quote.get("passages")
    first = passages[0] if isinstance(passages, list) and passages else None
    words = str(first.get("text")) if isinstance(first, dict) else ""
    return {"id": statement_id(title, words), "kind": "quoted", "cue": None, **quote}


STEPS: Mapping[int, Step] = {1: _with_statements}
"""What brings front matter of a version to the next, by that version. `tests/released/` has all."""


def migrated(
    fields: dict[str, Any], name: str, *, steps: Mapping[int, Step] = STEPS, newest: int = SCHEMA
) -> dict[str, Any]:
    """The fields of the briefing file `name` in the newest form; those that name no version stay as they are.

    Raises FrontMatterError if a newer program wrote them.
    """
    version = fields.get("schema")
    if not isinstance(version, int) or version < 1:
        return fields
    if version > newest:
        problem = f"a newer version of the program wrote it (schema {version}; this one knows {newest})"
        raise FrontMatterError(f"{name}: schema", problem, "install the version that the archive names")
    for number in range(version, newest):
        fields = {**steps[number](fields), "schema": number + 1}
    return fields
