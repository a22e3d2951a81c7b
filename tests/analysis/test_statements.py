"""What is said in an article, with and without marks: by whom, in which words, under which id."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import Article
from generator.analysis import Statement
from generator.analysis.names import find_entities
from generator.analysis.parse import parse
from generator.analysis.quotes import find_quotes, read_discourse
from generator.analysis.statements import find_statements
from generator.sources import Registry

FERRY = (
    "The ferry to Pell will not sail this winter, Mara Ellison said on Monday. "
    "The mayor told reporters that the engine “is older than I am”.\n\n"
    "“We will build a new one,” she added. According to the Tarn Shipping Company, the work begins in May."
)


def statements_of(text: str, title: str | None = None) -> tuple[Statement, ...]:
    article = Article(text=text, title=title)
    pieces = parse(article)
    discourse = read_discourse(article, pieces, find_entities(article, pieces, Registry()))
    return find_statements(discourse, find_quotes(discourse))


def test_statements_are_reported_mixed_or_direct_each_with_its_speaker() -> None:
    found = [(s.kind, s.span.text, s.speaker_name) for s in statements_of(FERRY)]
    assert found[0] == ("indirect", "The ferry to Pell will not sail this winter", "Mara Ellison")
    assert found[1][:2] == ("mixed", "the engine “is older than I am")
    assert found[2][:2] == ("direct", "We will build a new one,")
    assert found[3] == ("indirect", "the work begins in May", "Tarn Shipping Company")


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("denied", "Mara Ellison did not say that the ferry will sail on Monday."),
        ("future", "Mara Ellison will say on Monday that the ferry sails again."),
        ("thought", "Mara Ellison thinks that the ferry will sail on Monday."),
        ("a condition", "If Mara Ellison says that the ferry sails, nobody will believe it."),
        ("nobody in particular", "They said that the ferry will sail on Monday."),
    ],
)
def test_what_nobody_known_has_said_is_no_statement(reason: str, text: str) -> None:
    assert statements_of(text) == (), reason


def test_an_id_outlives_changes_elsewhere_in_the_article() -> None:
    title = "No ferry this winter"
    before = {s.span.text: s.id for s in statements_of(FERRY, title)}
    after = {s.span.text: s.id for s in statements_of(f"It is cold in Pell.\n\n{FERRY}", title)}
    assert before.items() <= after.items()
    assert len(set(before.values())) == len(before)


def test_the_same_words_twice_have_two_ids() -> None:
    twice = "Mara Ellison said that the ferry sails.\n\nIvo Lund said that the ferry sails."
    first, second = statements_of(twice)
    assert first.span.text == second.span.text
    assert first.id != second.id


def test_an_article_of_nothing_but_he_said_that_is_read() -> None:
    for statement in statements_of("he said that " * 2_000):
        assert len(statement.span.text.split()) <= 120


PARTS = [
    "he said that",
    "Ana Roe",
    "said",
    "according to",
    "it rains",
    "“",
    "”",
    "'",
    ",",
    ".",
    "\n",
    "who",
    "not",
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([*PARTS, "\x00", "\u202e", "\ud800", "👩‍🚀"]), max_size=40).map(" ".join))
def test_any_text_gives_verbatim_statements_that_do_not_overlap(text: str) -> None:
    last = 0
    for statement in statements_of(text):
        assert text[statement.span.start : statement.span.end] == statement.span.text
        assert statement.span.start >= last
        last = statement.span.end
