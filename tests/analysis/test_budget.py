"""How much of an article a briefing may show."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.analysis.budget import allowance, article_words, fitting_quotes, words_of
from generator.analysis.records import Quote, Span
from generator.sources import Article


@pytest.mark.parametrize(
    ("words", "share", "allowed"),
    [
        (0, 35, 0),
        (30, 35, 30),
        (50, 35, 40),
        (100, 35, 65),
        (100, 80, 80),
        (276, 35, 179),
        (300, 35, 182),
        (520, 35, 182),
        (600, 35, 210),
        (603, 35, 210),
        (900, 35, 245),
        (3000, 35, 490),
        (3000, 5, 70),
        (3000, 100, 3000),
        (1, 5, 1),
        (100, 5, 40),
    ],
)
def test_of_a_short_article_more_may_be_shown_than_of_a_long_one(
    words: int, share: int, allowed: int
) -> None:
    assert allowance(words, share) == allowed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A bridge opens\n\nThe bridge has opened.", 4),
        ("A bridge opens\n\nThe bridge has opened.\n\nREAD MORE: another story", 4),
        ("", 0),
    ],
)
def test_the_words_of_the_paragraphs_are_counted(text: str, words: int) -> None:
    assert article_words(Article(text)) == words


def said(words: int, statement: int, start: int = 0) -> Quote:
    text = " ".join(["word"] * words)
    return Quote(Span(start, start + len(text), text), 1, statement)


def first(quotes: Sequence[Quote], limit: int) -> tuple[tuple[Quote, ...], ...]:
    """The first statements, each with all its parts."""
    numbers = list(dict.fromkeys(quote.statement for quote in quotes))[:limit]
    return tuple(tuple(quote for quote in quotes if quote.statement == number) for number in numbers)


@pytest.mark.parametrize(
    ("lengths", "room", "limit", "shown"),
    [
        ([10, 10, 10], 30, 4, [0, 1, 2]),
        ([10, 10, 10], 29, 4, [0, 1]),
        ([10, 10, 10], 30, 2, [0, 1]),
        ([10, 10, 10], 9, 4, []),
        ([40, 10, 10], 30, 4, [1, 2]),
        ([10, 10, 10], 30, 0, []),
        ([], 30, 4, []),
    ],
    ids=["all fit", "one too many", "the limit", "no room", "one is too long", "none wanted", "none there"],
)
def test_fewer_statements_are_shown_where_there_is_no_room(
    lengths: list[int], room: int, limit: int, shown: list[int]
) -> None:
    quotes = [said(words, number) for number, words in enumerate(lengths)]
    chosen = fitting_quotes(quotes, room, limit, first)
    assert [parts[0].statement for parts in chosen] == shown
    assert sum(map(words_of, chosen)) <= room


def test_a_statement_is_measured_with_all_its_parts() -> None:
    quotes = [said(10, 0), said(10, 0, 100), said(15, 1)]
    assert [parts[0].statement for parts in fitting_quotes(quotes, 15, 4, first)] == [1]
