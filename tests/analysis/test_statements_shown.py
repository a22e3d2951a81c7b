"""Which reported statements a briefing shows."""

from __future__ import annotations

import pytest

from generator.analysis import Entity, Span, Statement
from generator.analysis.statements import choose_reported

ENTITIES = (Entity("Ada Lovell", "person", (), ()), Entity("Ivo Lund", "person", (), ()))
ROOM = 100


def said(start: int, name: str | None, kind: str = "indirect", words: int = 6) -> Statement:
    text = " ".join(["word"] * words)
    return Statement(str(start), Span(start, start + len(text), text), kind, 1, speaker_name=name)  # type: ignore[arg-type]


ADA, IVO, NOBODY = said(300, "Ada Lovell"), said(200, "Ivo Lund"), said(100, None)


@pytest.mark.parametrize(
    ("statements", "room", "told", "shown"),
    [
        ((NOBODY, IVO, ADA), ROOM, (), ["100", "200", "300"]),
        ((NOBODY, IVO, ADA), 12, (), ["200", "300"]),
        ((NOBODY, IVO, ADA), 6, (), ["300"]),
        ((NOBODY, IVO, ADA, said(400, "Ivo Lund")), ROOM, (), ["200", "300", "400"]),
        ((ADA,), ROOM, (Span(310, 320, ""),), []),
        ((ADA,), ROOM, (Span(290, 301, ""),), []),
        ((ADA,), ROOM, (Span(0, 300, ""),), ["300"]),
        ((said(0, "Ada Lovell", "direct"),), ROOM, (), []),
        ((said(0, "Ada Lovell", "mixed"),), ROOM, (), ["0"]),
        ((said(0, "Ada Lovell", words=4),), ROOM, (), []),
    ],
    ids=[
        "all in text order",
        "names before voices without one",
        "the main name first",
        "three at the most",
        "words of a key quote in it",
        "it begins in the summary",
        "words before it",
        "a quotation is shown as one",
        "partly quoted",
        "too short to tell anything",
    ],
)
def test_reported_statements_are_shown_best_first_within_the_room(
    statements: tuple[Statement, ...], room: int, told: tuple[Span, ...], shown: list[str]
) -> None:
    assert [item.id for item in choose_reported(statements, told, ENTITIES, room)] == shown
