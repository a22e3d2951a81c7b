"""The names that the language model found, repaired: its labels mapped, its spans trimmed and cut."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.analysis.entities.countries import country_of, is_group
from generator.analysis.entities.mention import Mention, Reading
from generator.analysis.entities.vocabulary import CALENDAR, CUT_TITLES
from generator.analysis.records import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Doc

LABELS: dict[str, EntityType] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "LANGUAGE": "group",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "LAW": "work",
    "PRODUCT": "product",
}
"""OntoNotes labels to ours; dates, numbers and amounts are no entities."""

LONGEST = 12
"""Tokens; a longer "name" is a run of words that the model took for one (OntoNotes names have at most 12
but for a few titles of laws)."""

_ARTICLES = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my"}
)
_EDGES = frozenset("\"'`()[]{}<>.,;:!?-–—/\\|*_#•…")


def model_mentions(reading: Reading) -> Iterator[Mention]:
    """Yield the model's entities, repaired, in text order."""
    for number, piece in enumerate(reading.pieces):
        for entity in piece.doc.ents:
            kind = LABELS.get(entity.label_)
            if kind:
                for first, last in _parts(piece.doc, entity.start, entity.end, kind):
                    yield reading.mention(
                        number, first, last, type=_settled(piece.doc, first, last, kind), source="model"
                    )


def _parts(doc: Doc, first: int, last: int, kind: EntityType) -> Iterator[tuple[int, int]]:
    """Cut a span at possessives of countries, at hyphens between peoples and at line breaks; trim each part."""
    start = first
    for index in range(first, last):
        if _is_cut(doc, first, index, last, kind):
            yield from _trimmed(doc, start, index, kind)
            start = index + 1
    yield from _trimmed(doc, start, last, kind)


def _is_cut(doc: Doc, first: int, index: int, last: int, kind: EntityType) -> bool:
    token = doc[index]
    if token.text in {"'s", "'"} and index + 1 < last:
        return kind != "work" and country_of(doc[first:index].text) is not None
    if token.text in "-/–" and first < index < last - 1:
        return is_group(doc[index - 1].text) or country_of(doc[index - 1].text) is not None
    return token.is_space and "\n" in token.text


def _trimmed(doc: Doc, first: int, last: int, kind: EntityType) -> Iterator[tuple[int, int]]:
    """Yield the span without what does not belong to the name, if a name is left."""
    while first < last and _is_left_edge(doc, first, last, kind):
        first += 1
    while first < last and _is_right_edge(doc, first, last):
        last -= 1
    if first < last and last - first <= LONGEST and _is_name(doc, first, last):
        yield first, last


def _is_left_edge(doc: Doc, first: int, last: int, kind: EntityType) -> bool:
    word = doc[first].text
    lower = word.lower()
    if lower in _ARTICLES or word in _EDGES or word in {"'s", "''", "``", "--"} or doc[first].is_space:
        return True
    if word.islower() and kind != "work":
        return not (
            kind == "person" and first + 1 < last and lower in {"van", "von", "de", "al", "el", "bin"}
        )
    return kind == "person" and first + 1 < last and lower.rstrip(".") in CUT_TITLES


def _is_right_edge(doc: Doc, first: int, last: int) -> bool:
    word = doc[last - 1].text
    return (
        (word in _EDGES and not (word == "." and doc[last - 2].text in {"Inc", "Co", "Corp"}))
        or word in {"'s", "''", "``", "--"}
        or doc[last - 1].is_space
        or (word.islower() and last - first > 1)
    )


def _is_name(doc: Doc, first: int, last: int) -> bool:
    words = [doc[index].text for index in range(first, last)]
    if not any(char.isupper() or (char.isdigit() and len(words) > 1) for word in words for char in word):
        return any(ord(char) > 0x24F and char.isalpha() for word in words for char in word)
    return not all(word.lower().rstrip(".") in CALENDAR or not word[:1].isalpha() for word in words)


def _settled(doc: Doc, first: int, last: int, kind: EntityType) -> EntityType:
    """Countries are places and nationalities groups, whatever the model says of one mention."""
    name = doc[first:last].text
    if country_of(name):
        return "place"
    return "group" if is_group(name) and kind != "person" else kind
