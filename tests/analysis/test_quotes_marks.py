"""Quotations are found by their marks, whatever the newspaper sets, and never beyond their paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import Article
from generator.analysis.quotes.marks import find_quotations, uses_single_marks


def found(text: str) -> list[str]:
    blocks = Article(text=text, title="").blocks
    return [text[quotation.start : quotation.end] for quotation in find_quotations(text, blocks)]


@pytest.mark.parametrize(
    ("reason", "text", "expected"),
    [
        ("curly", "“Stay,” he said.", ["Stay,"]),
        ("straight", 'He said "stay" twice, then "go".', ["stay", "go"]),
        ("typewriter", "``Stay,'' he said.", ["Stay,"]),
        ("typewriter, closing glyph on both sides", "''Stay,'' he said. ''Now.''", ["Stay,", "Now."]),
        ("French", "« Restez », a-t-il dit.", ["Restez"]),
        ("German", "„Bleiben Sie“, sagte er.", ["Bleiben Sie"]),
        ("German books", "»Bleiben Sie«, sagte er.", ["Bleiben Sie"]),
        ("Swedish: one glyph for both", "”Stanna”, sade han.", ["Stanna"]),
        ("Japanese", "彼は「ここにいて」と言った。", ["ここにいて"]),
        ("low-high Polish", "„Zostań” – powiedział.", ["Zostań"]),
        ("straight close after a curly opening", 'He said “stay" and left.', ["stay"]),
        ("wrong glyph at the opening", "”Stay,” he said.", ["Stay,"]),
        ("no space after the closing mark", "“Stay,”he said. “Go.”", ["Stay,", "Go."]),
        ("opening mark on both sides", "The best in the “world“, he said.", ["world"]),
    ],
)
def test_all_marks_of_the_press(reason: str, text: str, expected: list[str]) -> None:
    assert found(text) == expected, reason


@pytest.mark.parametrize(
    ("reason", "text", "expected"),
    [
        ("British", "‘We’ll stay,’ he said. ‘It’s ours.’", ["We’ll stay,", "It’s ours."]),
        ("British, straight", "'We'll stay,' he said. 'It's ours.'", ["We'll stay,", "It's ours."]),
        (
            "plural possessive inside",
            "‘The workers’ wages are low,’ he said.",
            ["The workers’ wages are low,"],
        ),
        ("clipped word", "'Tell 'em we stay,' he said.", ["Tell 'em we stay,"]),
        ("double marks nested", "‘He cried “fire”, and ran,’ she said.", ["He cried “fire”, and ran,"]),
        ("decade", "'In the '90s we stayed,' he said.", ["In the '90s we stayed,"]),
        ("apostrophes are no marks", "The dogs’ bowls and the cats’ beds were theirs.", []),
        (
            "single marks nested in double ones",
            "“He cried ‘fire’, and ran,” she said.",
            ["He cried ‘fire’, and ran,"],
        ),
        ("scare quotes in a paper of double marks", "The ‘best’ man won. “Yes,” he said.", ["Yes,"]),
    ],
)
def test_single_marks_where_they_are_the_style(reason: str, text: str, expected: list[str]) -> None:
    assert found(text) == expected, reason


@pytest.mark.parametrize(
    ("reason", "text", "expected"),
    [
        ("runs on", "“One.\n“Two.”", ["One.", "Two."]),
        ("runs on without a second opening mark", "“One.\nTwo.” He left.", ["One.", "Two."]),
        ("never closed", "He said: “One.\nThe end.", ["One."]),
        ("a stray closing mark", "The end.” He left.", []),
        ("an opening mark forgotten costs its paragraph only", "One,” he said.\n“Two,” he said.", ["Two,"]),
        ("never closed, then opened again", 'He said: "One. \n"Two," he said.', ["One.", "Two,"]),
        ("nested in full", "“He said “stay” twice.”", ["He said “stay” twice."]),
        ("inches", 'He is 6\'2" tall. "Very," she said.', ["Very,"]),
        ("markup attributes", '<a href="x">“Stay,”</a> he said.', ["Stay,"]),
        ("nothing between", '"" “ ” "!"', []),
        ("brackets inside", "“[We] stay …” he said.", ["[We] stay …"]),
    ],
)
def test_paragraphs_and_faults(reason: str, text: str, expected: list[str]) -> None:
    assert found(text) == expected, reason


def test_a_statement_that_runs_on_says_so() -> None:
    text = "“One.\n“Two.”"
    first, second = find_quotations(text, Article(text=text, title="").blocks)
    assert (first.closed, first.runs_on) == (False, True)
    assert (second.closed, second.runs_on) == (True, False)


def test_style_is_decided_by_speech_not_by_apostrophes() -> None:
    text = "The 'best' of the lads' songs, 'Home', plays. “We stay,” he said."
    assert not uses_single_marks(text, Article(text=text, title="").blocks)


def test_fifty_nested_quotations_are_one() -> None:
    text = "“" * 50 + "deep" + "”" * 50
    assert found(text) == ["“" * 49 + "deep" + "”" * 49]


PIECES = st.sampled_from(
    [
        *"“”„\"'‘’«»「」",
        "``",
        "''",
        "<b x=",
        ">",
        "\n",
        " ",
        ",",
        ".",
        "he said",
        "dogs",
        "\u202e",
        "\x00",
        "\ud800",
        "é",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_quotations_are_verbatim_ordered_and_within_a_paragraph(text: str) -> None:
    blocks = Article(text=text).blocks
    last = 0
    for quotation in find_quotations(text, blocks):
        assert last <= quotation.start < quotation.end <= len(text)
        assert text[quotation.start : quotation.end].strip() == text[quotation.start : quotation.end]
        assert any(
            block.start <= quotation.start
            and quotation.end <= block.end
            and block.number == quotation.paragraph
            for block in blocks
        )
        last = quotation.end
