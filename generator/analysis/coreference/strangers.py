"""People whom the article names and the list of entities lacks: so that a speaker can still be named."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from generator.analysis.names.person_name import PersonName
from generator.analysis.parse import Piece
from generator.analysis.records import Entity, Span
from generator.lexicon import words

BODIES = words("bodies.nouns")
SPEAKERS = words("persons.speakers") | words("persons.titles")
_LAST_TWO = re.compile(r"\S (\S+) ([A-Z][\w’'-]+ [A-Z][\w’'-]+)\Z")
_OFFICE = re.compile(r"([\w-]+) (?:of|for|at|with)(?: the)? \Z")
_REACH = 40
"""Characters before a body's name in which an office of it is sought."""


def find_strangers(text: str, pieces: Sequence[Piece], entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """People that the model sees where no entity is mentioned, one record each, in text order.

    A bare surname or a first name goes to the only longer name it can be a part of, be that in the list or
    not: then the record has that name.
    """
    spans = sorted((*_unknown(text, pieces, entities), *_run_together(text, entities)), key=_start)
    full: dict[str, str] = {}
    by_part: dict[str, set[str]] = {}
    for text_of_name in (*(e.name for e in entities if e.type == "person"), *(span.text for span in spans)):
        name = PersonName.of(text_of_name)
        if len(name.form) > 1:
            printed = full.setdefault(" ".join(name.form), " ".join(name.words))
            for part in (name.form[0], name.form[-1]):
                by_part.setdefault(part, set()).add(printed)
    groups: dict[str, list[Span]] = {}
    for span in spans:
        name = PersonName.of(span.text)
        longer = by_part.get(name.form[0], set()) if len(name.form) == 1 else set()
        printed = next(iter(longer)) if len(longer) == 1 else " ".join(name.words)
        groups.setdefault(full.get(" ".join(name.form), printed), []).append(span)
    return tuple(Entity(name, "person", (), tuple(found)) for name, found in groups.items() if name)


def _unknown(text: str, pieces: Sequence[Piece], entities: Sequence[Entity]) -> Iterator[Span]:
    taken = sorted((span.start, span.end) for entity in entities for span in entity.mentions)
    starts = [start for start, _ in taken]
    for piece in pieces:
        for found in piece.doc.ents:
            if found.label_ != "PERSON":
                continue
            span = piece.span(found, text)
            if sum(map(str.isalpha, span.text)) < 2:
                continue
            before = bisect_right(starts, span.end - 1) - 1
            if before < 0 or taken[before][1] <= span.start:
                yield _trimmed(span)


def _run_together(text: str, entities: Sequence[Entity]) -> Iterator[Span]:
    """People whose name runs on from their body's: "the head of the Parents Council Edda Novak".

    A body's noun, not the first of its words ("Bank Julius Baer"), stands before the last two words, and in
    front an office, which needs a bearer.
    """
    for entity in entities:
        for mention in entity.mentions if entity.type == "organisation" else ():
            found = _LAST_TWO.search(mention.text)
            office = _OFFICE.search(text[max(0, mention.start - _REACH) : mention.start])
            if (
                found
                and office
                and found[1].lower() in BODIES
                and not BODIES.intersection(found[2].lower().split())
                and office[1].lower() in SPEAKERS
            ):
                yield Span(mention.start + found.start(2), mention.end, found[2])


def _start(span: Span) -> int:
    return span.start


def _trimmed(span: Span) -> Span:
    """A name without the possessive."""
    for ending in ("'s", "’s", "'", "’"):
        if span.text.endswith(ending):
            end = span.end - len(ending)
            return Span(span.start, end, span.text[: -len(ending)])
    return span
