"""What a record shows, and how much of the article it quotes."""

from __future__ import annotations

import pytest

from generator.archive import Insertion, Passage, Record
from tests.archive.test_schema import record, statement


def passage(text: str, paragraph: int = 1, insertion: Insertion | None = None, start: int = 0) -> Passage:
    return Passage(text=text, paragraph=paragraph, start=start, end=start + len(text), insertion=insertion)


@pytest.mark.parametrize(
    ("text", "at", "name", "shown"),
    [
        ("He also wept.", 2, "Ivo Lund", "He [Ivo Lund] also wept."),
        ("Lund wept.", 0, "Ivo", "[Ivo] Lund wept."),
        ("So he, too, wept.", 5, "Ivo Lund", "So he [Ivo Lund], too, wept."),
        ("So wept he.", 10, "Ivo Lund", "So wept he [Ivo Lund]."),
        ("He “also” wept.", 2, "Ivo", "He [Ivo] “also” wept."),
    ],
)
def test_a_name_is_shown_in_brackets_where_it_is_put_in(text: str, at: int, name: str, shown: str) -> None:
    assert passage(text, insertion=Insertion(at=at, text=name)).shown == shown
    moved = passage(text, insertion=Insertion(at=at + 7, text=name), start=7)
    assert moved.shown == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [("two  spaces", "two spaces"), ("400- tonne", "400-tonne"), ("so\u00adft", "soft")],
)
def test_what_copying_broke_is_shown_repaired(text: str, shown: str) -> None:
    assert passage(text).shown == shown


@pytest.mark.parametrize(
    ("passages", "paragraphs", "shown"),
    [
        ([passage("We will fly.")], [(1, "We will fly.")], "We will fly."),
        (
            [passage("We will fly"), passage("in spring.")],
            [(1, "We will fly […] in spring.")],
            "We will fly […] in spring.",
        ),
        (
            [passage("We will fly."), passage("In spring.", 2)],
            [(1, "We will fly."), (2, "In spring.")],
            "We will fly. In spring.",
        ),
    ],
    ids=["one", "divided by an attribution", "over two paragraphs"],
)
def test_a_statement_is_shown_by_its_paragraphs(
    passages: list[Passage], paragraphs: list[tuple[int, str]], shown: str
) -> None:
    said = statement(None, passages)
    assert said.paragraphs == paragraphs
    assert said.shown == shown


def quoting(words: int, of: int) -> Record:
    base = record("word").model_copy(
        update={"quotes": [], "reported": [], "summary": [passage(" ".join(["word"] * words))]}
    )
    return base.model_copy(update={"source": base.source.model_copy(update={"words": of})})


@pytest.mark.parametrize(
    ("words", "of", "share"), [(1, 100, 1), (1, 3, 34), (1, 1000, 1), (50, 100, 50), (9, 3, 100)]
)
def test_the_share_that_is_quoted_is_rounded_up(words: int, of: int, share: int) -> None:
    assert quoting(words, of).with_share().source.share == share


def test_each_passage_is_named_by_its_field() -> None:
    one = record("The words.")
    assert [place for place, _ in one.places()] == [
        "summary.0",
        "quotes.0.passages.0",
        "reported.0.passages.0",
    ]
    assert [item for _, item in one.places()] == one.passages()
