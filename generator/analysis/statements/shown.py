"""Which reported statements a briefing shows, beside its summary and its key quotes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from generator.analysis.records import Entity, Span, Statement

MOST_REPORTED = 3
"""How many reported statements a briefing shows at most."""

LEAST_WORDS = 5
"""A shorter clause tells little away from its sentence: "it was sorry"."""


def choose_reported(
    statements: Sequence[Statement], told: Iterable[Span], entities: Sequence[Entity], room: int
) -> tuple[Statement, ...]:
    """The reported and mixed statements to show, at most `room` words together, in text order.

    None stands in or over the spans that are `told` already, in the summary or as key quotes. Those of named
    speakers come first, and of them those of the names that the story is about (`entities`, the main ones
    first); of equals, the first in the text.
    """
    shown = sorted(told)
    weight = {entity.name: number for number, entity in reversed(list(enumerate(entities)))}

    def preference(statement: Statement) -> tuple[bool, int, int]:
        name = statement.speaker_name
        return name is None, weight.get(name or "", len(weight)), statement.span.start

    chosen: list[Statement] = []
    for statement in sorted(filter(_is_telling, statements), key=preference):
        words = _words(statement)
        if len(chosen) < MOST_REPORTED and words <= room and not _overlaps(statement.span, shown):
            chosen.append(statement)
            room -= words
    return tuple(sorted(chosen, key=lambda statement: statement.span.start))


def _is_telling(statement: Statement) -> bool:
    return statement.kind != "direct" and _words(statement) >= LEAST_WORDS


def _words(statement: Statement) -> int:
    return len(statement.span.text.split())


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span shares letters with one of others, which are in text order and do not overlap."""
    number = bisect_right(others, span.start, key=lambda other: other.start)
    before = number > 0 and span.start < others[number - 1].end
    return before or (number < len(others) and others[number].start < span.end)
