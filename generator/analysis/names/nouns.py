"""Which type a noun tells: beside a name, as the last word of a name, as the first, and before "of"."""

from __future__ import annotations

from collections.abc import Mapping

from generator.analysis.records import EntityType
from generator.lexicon import words


def _types(lists: Mapping[EntityType, str]) -> dict[str, EntityType]:
    """The type of each word; of a word in two lists that of the later list."""
    return {word: kind for kind, name in lists.items() for word in words(name)}


HEAD_TYPES = _types(
    {
        "work": "things.work_nouns",
        "event": "things.event_nouns",
        "product": "things.product_nouns",
        "place": "places.nouns",
        "organisation": "bodies.nouns",
        "person": "persons.nouns",
    }
)
"""What kind of thing a name in apposition to the noun is."""

# The last word of a name (in the words of the name itself, "Trans-Fat Treaty") tells less than a noun in
# apposition does: a "Capital" may be a fund, a "Bank" a shore, a "City" a club. Only plain ones are here.
NAME_HEADS = _types(
    {
        "organisation": "bodies.name_ends",
        "place": "places.name_ends",
        "event": "things.event_name_ends",
        "work": "things.work_name_ends",
        "product": "things.product_name_ends",
    }
)
"""What kind of thing a name of two words or more is, by its last word."""

FIRST_HEADS = _types({"event": "things.event_name_starts", "place": "places.name_starts"})
"""The same by its first word."""

OF_HEADS = _types(
    {
        "organisation": "bodies.of_heads",
        "event": "things.event_of_heads",
        "work": "things.work_of_heads",
        "place": "places.of_heads",
    }
)
"""The same by the first word before "of"."""
