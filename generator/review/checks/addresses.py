"""Checks of the former addresses of briefings."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.archive import Moves
from generator.review.findings import BUILD, Finding

FILE = "addresses.yml"


def broken_moves(moves: Moves, live: Collection[str]) -> Iterator[Finding]:
    """Yield which old addresses lead nowhere, or are those of briefings that are there; `live` are these."""
    for old, new in moves.after.items():
        if old in live:
            problem = f"{old} is the address of a briefing that is there"
            yield Finding(
                kind="address", file=FILE, field=old, problem=problem, remedy="delete the line", command=BUILD
            )
        elif new is not None and moves.now(old) not in live:
            problem = f"{old} leads to {new}, and no briefing is there"
            remedy = "name the briefing’s address of today, or null if it was taken down"
            yield Finding(kind="address", file=FILE, field=old, problem=problem, remedy=remedy)
