"""From an analysis to the record that a page is made of."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.analysis import Briefing, Entity, Quote, Sentence, Span
from generator.analysis.records import Insertion
from generator.archive import Record
from generator.editing import compose, title_of
from generator.sources import Article, Metadata, Registry

STORY = "Ivo Lund wept. “We will fly,” said Lund, the pilot. “We will fly in spring,” he added."
PARAGRAPH = f"Harbour opens\n\n{STORY}"


def span(words: str, after: int = 0) -> Span:
    start = PARAGRAPH.index(words, after)
    return Span(start, start + len(words), words)


def composed(known: Metadata | None = None, registry: Registry | None = None, **parts: object) -> Record:
    """The record of an analysis with these parts and no others."""
    empty: dict[str, object] = {
        "summary": (),
        "quotes": (),
        "key_quotes": (),
        "entities": (),
        "language": "en",
    }
    return compose(
        Article(PARAGRAPH, metadata=known or Metadata()),
        Briefing(**{**empty, **parts}),  # type: ignore[arg-type]
        registry or Registry(),
        path="articles/a.md",
        sha256="0" * 64,
        fingerprint="0" * 32,
    )


@pytest.mark.parametrize(
    ("title", "text", "shown"),
    [
        ("Harbour\topens ", STORY, "Harbour opens"),
        ("A title", PARAGRAPH, "A title"),
        (None, PARAGRAPH, "Harbour opens"),
        (None, "The harbour has opened today.", "The harbour has opened today."),
        (None, "word " * 12 + "end.", "word " * 11 + "word…"),
        (None, "word " * 11 + "end.", "word " * 11 + "end."),
    ],
)
def test_a_briefing_is_called_by_its_title_its_headline_or_its_first_words(
    title: str | None, text: str, shown: str
) -> None:
    assert title_of(Article(text, title)) == shown


@pytest.mark.parametrize(
    ("known", "outlet"),
    [
        (Metadata(), None),
        (Metadata(outlet="The Mail", domain="a.example"), "The Mail"),
        (Metadata(domain="news.a.example"), "The Courier"),
        (Metadata(domain="b.example"), None),
    ],
)
def test_the_outlet_is_the_stated_one_or_that_of_the_domain(known: Metadata, outlet: str | None) -> None:
    assert composed(known, Registry((), {"a.example": "The Courier"})).source.outlet == outlet


def test_what_is_not_known_stays_unknown() -> None:
    source = composed().source
    assert (source.outlet, source.domain, source.url, source.author) == (None, None, None, None)
    assert composed().published is None
    assert composed(Metadata(published=dt.date(2031, 3, 12))).published == dt.date(2031, 3, 12)


def test_the_words_of_the_story_are_counted_without_its_headline() -> None:
    assert composed().source.words == len(STORY.split())


@pytest.mark.parametrize(
    ("words", "kept"),
    [("We will fly,", "We will fly"), ("We will fly in spring,", "We will fly in spring"), (",", ",")],
)
def test_a_quotation_is_kept_without_the_comma_that_leads_to_its_speaker(words: str, kept: str) -> None:
    quote = Quote(span(words), 1, 0, span("Lund"), "Ivo Lund")
    (passage,) = composed(key_quotes=((quote,),)).quotes[0].passages
    assert passage.text == kept
    assert PARAGRAPH[passage.start : passage.end] == kept


@pytest.mark.parametrize(
    ("speaker", "name", "role", "shown"),
    [
        ("Lund", "Ivo Lund", "the pilot", ("Ivo Lund", "the pilot")),
        ("Lund", "Ivo Lund", None, ("Ivo Lund", None)),
        ("the pilot", None, None, (None, "the pilot")),
        (None, None, None, (None, None)),
    ],
    ids=["with a role", "without", "a speaker without a name", "nobody"],
)
def test_a_speaker_is_shown_by_name_and_role(
    speaker: str | None, name: str | None, role: str | None, shown: tuple[str | None, str | None]
) -> None:
    quote = Quote(
        span("We will fly,"), 1, 0, span(speaker) if speaker else None, name, span(role) if role else None
    )
    statement = composed(key_quotes=((quote,),)).quotes[0]
    assert (statement.speaker, statement.role) == shown


def test_parts_of_a_statement_are_passages_of_one() -> None:
    parts = (Quote(span("We will fly,"), 1, 0), Quote(span("We will fly in spring,"), 1, 0))
    (statement,) = composed(key_quotes=(parts,)).quotes
    assert statement.shown == "We will fly […] We will fly in spring"


def test_a_name_put_into_a_sentence_is_kept_beside_it() -> None:
    sentence = Sentence(span("Ivo Lund wept."), 1, Insertion(span("wept").start, "the pilot"))
    (passage,) = composed(summary=(sentence,)).summary
    assert passage.text == "Ivo Lund wept."
    assert passage.shown == "Ivo Lund [the pilot] wept."


def test_names_stand_by_type_in_the_order_of_their_weight() -> None:
    entities = (
        Entity("Tarn", "place", (), (span("Lund"),)),
        Entity(
            "Ivo Lund",
            "person",
            ("Lund",),
            (span("Ivo Lund"), span("Lund", 30)),
            role=span("the pilot"),
            tag=True,
        ),
        Entity("Ada Roe", "person", (), (span("Lund"),)),
    )
    record = composed(entities=entities)
    assert list(record.entities) == ["person", "place"]
    assert [named.name for named in record.entities["person"]] == ["Ivo Lund", "Ada Roe"]
    lund = record.entities["person"][0]
    assert (lund.aliases, lund.role, lund.mentions) == (["Lund"], "the pilot", 2)
    assert record.tags == ["Ivo Lund"]
