"""Keep a corrected record within the words that may be quoted of its article."""

from __future__ import annotations

from generator.archive import Passage, Record, Statement


def fitting(record: Record, allowed: int) -> Record:
    """The record without reported statements that stand in its other words, or for which no room is left.

    `allowed` is how many words may be quoted. Summary and key quotes are kept in any case.
    """
    others = [passage for place, passage in record.places() if not place.startswith("reported.")]
    room = allowed - sum(map(_words, others))
    kept: list[Statement] = []
    for said in record.reported:
        needed = sum(map(_words, said.passages))
        if needed <= room and not any(_meet(part, other) for part in said.passages for other in others):
            kept.append(said)
            room -= needed
    return record.model_copy(update={"reported": kept})


def _words(passage: Passage) -> int:
    return len(passage.text.split())


def _meet(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end
