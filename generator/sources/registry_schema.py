"""The JSON Schema of `entities.yml`, for editors that complete and check it while it is written.

The reader of the file checks more, such as a name that two entries have.
"""

from __future__ import annotations

from typing import Any

from generator.sources.names import LONGEST_NAME
from generator.sources.registry import TYPES


def registry_schema() -> dict[str, Any]:
    """The schema as plain data."""
    name = {"type": "string", "minLength": 1, "maxLength": LONGEST_NAME}
    names = {"type": "array", "items": name}
    entry = {
        "name": name | {"description": "The canonical name, shown in every briefing."},
        "type": {"enum": list(TYPES)},
        "aliases": names | {"description": "Other names; each stands for this entity in every article."},
        "wikidata": {"type": "string", "pattern": "^Q[1-9][0-9]*$"},
        "description": {"type": "string", "description": "A few words."},
        "url": {"type": "string", "pattern": "^https?://", "description": "A page about it."},
        "not": names | {"description": "Names that are never merged with this one."},
        "ignore": {"type": "boolean", "description": "Never shown as an entity."},
    }
    item = {
        "type": "object",
        "properties": entry,
        "required": ["name", "type"],
        "additionalProperties": False,
    }
    return {
        "title": "Curated names",
        "type": ["object", "null"],
        "properties": {
            "entities": {"type": ["array", "null"], "items": item},
            "outlets": {
                "type": ["object", "null"],
                "additionalProperties": {"type": "string"},
                "description": "The name of a paper or station by its domain.",
            },
        },
        "additionalProperties": False,
    }
