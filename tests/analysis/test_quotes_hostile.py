"""Hostile text never raises, and time stays linear."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import Article
from generator.analysis.parse import parse
from generator.analysis.quotes import choose_key_quotes, find_quotes, read_discourse
from generator.analysis.quotes.marks import find_quotations
from generator.analysis.records import Quote

pytestmark = pytest.mark.model

MARKS = ["“", "”", '"', "'", "‘", "’", "«", "»", "—", "- ", ", ", ". ", "\n", " "]
WORDS = ["he said", "Ana Roe", "told", "who", "SMITH:", "according to", "the spokesman", "Mr."]
ODDITIES = ["\x00", "\u202e", "\ud800", "<a b=", ">", "ﷺ", "👩‍🚀", "\u2028"]


def quotes_of(text: str) -> tuple[Quote, ...]:
    article = Article(text=text)
    return find_quotes(read_discourse(article, parse(article), ()))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([*MARKS, *WORDS, *ODDITIES]), max_size=40).map("".join))
def test_any_text_gives_verbatim_quotations_in_order(text: str) -> None:
    last = -1
    for quote in quotes_of(text):
        assert last <= quote.span.start < quote.span.end
        last = quote.span.end
        for span in (quote.span, quote.speaker, quote.cue):
            assert span is None or text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ud800“\udfff”",
        "“" * 50 + "deep" + "”" * 50,
        " ".join(["“a ‘b"] * 50) + " " + " ".join(["c’ d”"] * 50),
        '"' * 500,
        "said “" * 300,
        "\u202e“abc” \u200fsaid\u2069 Ana",
        "“\x00\x07\x1b” said \x00.",
        "— — —\n\n“x”\n— \n“y” —",
        ":“x”\nA:“x”\n:“",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_texts_pass(text: str) -> None:
    quotes = quotes_of(text)
    assert choose_key_quotes(Article(text=text), quotes, (), ()) is not None


@pytest.mark.parametrize(
    "unit",
    ["“Yes,” he said. ", '"', "“ ", "'a ", "‘a’ ", "<a ", "„“ ", "a" * 16, "« a »", "“a\n"],
)
def test_marks_are_found_in_a_text_of_nothing_but_marks(unit: str) -> None:
    text = unit * (50_000 // len(unit))  # with quadratic work this would take minutes
    found = find_quotations(text, Article(text=text, title="").blocks)
    assert all(0 <= one.start < one.end <= len(text) for one in found)


def test_a_million_characters_without_a_space() -> None:
    text = "“" + "a" * 1_000_000 + "” he said"
    (found,) = find_quotations(text, Article(text=text, title="").blocks)
    assert found.end - found.start == 1_000_000
