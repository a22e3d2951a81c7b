"""Well-known names of firms, clubs, media, cities, products and works: what they are, which are one thing's.

The table is `known.csv`: the type, the names that nothing else has, the fullest first, and names that are
also words or names of other things. It was compiled for this project from general knowledge: the members of
leagues, capitals and big cities, the planets (IAU), and the firms, media and trade names that news in English
names most often.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from generator.analysis.names.mention import Mention, Reading
from generator.analysis.records import ENTITY_TYPES, EntityType
from generator.lexicon import table, words
from generator.sources import NameIndex, normal_form

if TYPE_CHECKING:
    from spacy.tokens import Doc


def known_type(name: str, *, sure: bool) -> EntityType | None:
    """The type of a well-known name; `sure` asks for names that nothing else has."""
    return _types(sure).get(_key(name))


def is_known(name: str) -> bool:
    """Whether the table has a name."""
    return _key(name) in _rows()


def are_one(one: str, other: str) -> bool:
    """Whether two names are well known to be one thing's: "FC Porto", "Porto"."""
    return not _rows().get(_key(one), frozenset()).isdisjoint(_rows().get(_key(other), ()))


def known_names(reading: Reading) -> Iterator[Mention]:
    """Yield the places where well-known names stand that nothing else has."""
    for number, piece in enumerate(reading.pieces):
        text = reading.texts[number]
        for match in _index().find(text):
            span = piece.doc.char_span(match.start, match.end)
            kind = known_type(text[match.start : match.end], sure=True)
            if span is not None and kind and text[match.start : match.end] in _spellings():
                last = _model_end(piece.doc, span.end) if kind == "product" else span.end
                yield reading.mention(number, span.start, last, type=kind, rule="known-name")


def _model_end(doc: Doc, last: int) -> int:
    """The end of a product's name with its model: "iPhone 4", "iPhone 15 Pro Max"."""
    while last < len(doc) and (doc[last].lower_ in words("things.models") or _is_model_number(doc, last)):
        last += 1
    return last


def _is_model_number(doc: Doc, index: int) -> bool:
    return doc[index].is_digit and len(doc[index]) < 5 and doc[index - 1].text[-1].isalpha()


def _key(name: str) -> str:
    return normal_form(name).removeprefix("the ")


@cache
def _cells() -> tuple[tuple[EntityType, tuple[str, ...], tuple[str, ...]], ...]:
    kinds: dict[str, EntityType] = {kind: kind for kind in ENTITY_TYPES}
    return tuple(
        (kinds[row["type"]], _divided(row["names"]), _divided(row["also_words"])) for row in table("known")
    )


def _divided(cell: str) -> tuple[str, ...]:
    return tuple(name for name in cell.split(";") if name)


@cache
def _types(sure: bool) -> dict[str, EntityType]:
    return {_key(name): kind for kind, names, also in _cells() for name in (names if sure else also)}


@cache
def _rows() -> dict[str, frozenset[int]]:
    rows: dict[str, set[int]] = defaultdict(set)
    for number, (_, names, also) in enumerate(_cells()):
        for name in (*names, *also):
            rows[_key(name)].add(number)
    return {key: frozenset(numbers) for key, numbers in rows.items()}


@cache
def _spellings() -> frozenset[str]:
    return frozenset(name for _, names, _ in _cells() for name in names)


@cache
def _index() -> NameIndex:
    return NameIndex([(name, 0) for name in sorted(_spellings())])
