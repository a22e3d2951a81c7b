"""People whom the article names and the list of entities lacks: so that a speaker can still be named."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from generator.analysis.entities.people import PersonName
from generator.analysis.language import Piece
from generator.analysis.records import Entity, Span


def find_strangers(text: str, pieces: Sequence[Piece], entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """People that the model sees where no entity is mentioned, one record each, in text order.

    A bare surname or a first name goes to the only longer name it can be a part of, be that in the list or
    not: then the record has that name.
    """
    spans = list(_unknown(text, pieces, entities))
    known = {PersonName.of(entity.name).form: entity.name for entity in entities if entity.type == "person"}
    for span in spans:
        name = PersonName.of(span.text)
        if len(name.form) > 1:
            known.setdefault(name.form, " ".join(name.words))
    groups: dict[str, list[Span]] = {}
    for span in spans:
        groups.setdefault(_full_name(PersonName.of(span.text), known), []).append(span)
    return tuple(Entity(name, "person", (), tuple(found)) for name, found in groups.items() if name)


def _full_name(name: PersonName, known: dict[tuple[str, ...], str]) -> str:
    """The only known name that a name is a part of, else the name itself."""
    if name.form in known:
        return known[name.form]
    longer = [full for form, full in known.items() if name.form and name.form[0] in (form[0], form[-1])]
    return longer[0] if len(longer) == 1 and len(name.form) == 1 else " ".join(name.words)


def _unknown(text: str, pieces: Sequence[Piece], entities: Sequence[Entity]) -> Iterator[Span]:
    taken = sorted((span.start, span.end) for entity in entities for span in entity.mentions)
    starts = [start for start, _ in taken]
    for piece in pieces:
        for found in piece.doc.ents:
            if found.label_ != "PERSON":
                continue
            span = piece.span(found, text)
            before = bisect_right(starts, span.end - 1) - 1
            if before < 0 or taken[before][1] <= span.start:
                yield _trimmed(span)


def _trimmed(span: Span) -> Span:
    """A name without the possessive."""
    for ending in ("'s", "’s", "'", "’"):
        if span.text.endswith(ending):
            end = span.end - len(ending)
            return Span(span.start, end, span.text[: -len(ending)])
    return span
