"""Who said what, on short texts about made-up people: one for each way in which newspapers tell it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import Article
from generator.analysis.names import find_entities
from generator.analysis.parse import parse
from generator.analysis.quotes import find_quotes, read_discourse
from generator.analysis.records import Quote
from generator.sources import Registry

pytestmark = pytest.mark.model

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "benchmarks" / "data" / "quotations.yaml").read_text("utf-8")
)


def quotes_of(text: str) -> tuple[Quote, ...]:
    article = Article(text=text)
    pieces = parse(article)
    return find_quotes(read_discourse(article, pieces, find_entities(article, pieces, Registry())))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_each_quotation_has_its_speaker_and_name(case: dict[str, Any]) -> None:
    quotes = quotes_of(case["text"])
    assert len(quotes) == len(case["quotes"])
    for quote, (words, speaker, name) in zip(quotes, case["quotes"], strict=True):
        assert quote.span.text.startswith(words)
        if speaker:
            assert quote.speaker is not None
            assert speaker in quote.speaker.text
        else:
            assert quote.speaker is None
        assert quote.speaker_name == name


def test_spans_index_into_the_text_and_say_how() -> None:
    text = "Ana Roe, the head of the port, was brief.\n\n“No,” she said. “Never.”"
    quotes = quotes_of(text)
    assert [quote.span.text for quote in quotes] == ["No,", "Never."]
    for quote in quotes:
        for span in (quote.span, quote.speaker, quote.cue, quote.role):
            assert span is not None
            assert text[span.start : span.end] == span.text
    assert {quote.speaker_name for quote in quotes} == {"Ana Roe"}
    assert quotes[0].role.text == "the head of the port"  # type: ignore[union-attr]
    assert quotes[0].cue.text == "said"  # type: ignore[union-attr]


def test_paragraphs_of_a_statement_share_its_number_and_speaker() -> None:
    text = "Ana Roe said: “We stay.\n\n“We fight.\n\n“We win.”\n\n“I doubt it,” said Bo Lind."
    quotes = quotes_of(text)
    assert [quote.statement for quote in quotes] == [0, 0, 0, 1]
    assert [quote.speaker_name for quote in quotes] == ["Ana Roe"] * 3 + ["Bo Lind"]


def test_a_transcript_in_one_pair_of_marks_has_many_speakers() -> None:
    lines = [
        "Jane Wallace spoke to Tom Pence.",
        "“WALLACE: Will you come?",
        "“PENCE: I will.",
        "“WALLACE: Thanks.”",
    ]
    text = "\n\n".join(lines)
    assert [quote.speaker_name for quote in quotes_of(text)] == ["Jane Wallace", "Tom Pence", "Jane Wallace"]


def test_no_speaker_is_made_up() -> None:
    quotes = quotes_of("The sign over the door read nothing but a word.\n\n“Closed.”")
    assert [quote.speaker_name for quote in quotes] == [None]


def test_the_same_article_gives_the_same_quotations() -> None:
    text = CASES[0]["text"]
    assert quotes_of(text) == quotes_of(text)
