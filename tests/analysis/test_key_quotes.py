"""Key quotes: what a reader should see, in source order."""

from __future__ import annotations

import pytest

from generator import Article
from generator.analysis.quotes import choose_key_quotes
from generator.analysis.records import Entity, Quote, Sentence, Span

ARTICLE = Article(text="Harbour council votes on ferry\n\nThe council voted on the ferry.\n\n" + "x" * 2000)
BRIDGE = "The bridge will be open to every citizen before the winter comes."
FERRY = "The ferry would have cost the council more than the harbour itself."
SCHOOL = "Our pupils deserve a better school than the one they have now."


def say(
    text: str, speaker: str | None, start: int, *, statement: int | None = None, **fields: object
) -> Quote:
    """A quotation at a place, by a named speaker or by nobody."""
    mention = Span(start - 10, start - 5, "Osric") if speaker else None
    number = start if statement is None else statement
    defaults: dict[str, object] = {"paragraph": start // 100 + 1, **fields}
    return Quote(
        Span(start, start + len(text), text),
        statement=number,
        speaker=mention,
        speaker_name=speaker,
        **defaults,
    )  # type: ignore[arg-type]


def chosen(*quotes: Quote, limit: int = 4, summary: tuple[Sentence, ...] = ()) -> list[str]:
    picked = choose_key_quotes(ARTICLE, quotes, (), summary, limit=limit)
    return [" ".join(part.span.text for part in parts) for parts in picked]


@pytest.mark.parametrize(
    ("reason", "quote"),
    [
        ("nobody is known to have said it", say(BRIDGE, None, 200)),
        ("a fragment", say("Quite open,", "Ada Roe", 200)),
        ("no sentence", say("The bridge that will be open to every citizen", "Ada Roe", 200)),
        ("a scare quote", say("the so-called best of all possible bridges", "Ada Roe", 200)),
        ("a title", say("The Long Way Home Through Harbour Town.", "Ada Roe", 200)),
        ("a song line", say(BRIDGE, "Ada Roe", 200, cue=Span(190, 195, "sings"))),
        ("the headline", say(BRIDGE, "Ada Roe", 200, paragraph=0)),
        ("a speech", say(f"{BRIDGE} " * 12, "Ada Roe", 200)),
    ],
)
def test_what_is_no_key_quote(reason: str, quote: Quote) -> None:
    assert chosen(quote) == [], reason


def test_a_sentence_broken_off_by_its_attribution_is_no_key_quote() -> None:
    first = say("Every time that you say this to me,", "Ada Roe", 200, paragraph=3)
    rest = say("you make my day a little longer than it was.", "Ada Roe", 250, paragraph=3)
    assert chosen(first, rest) == []


def test_they_stand_in_source_order() -> None:
    assert chosen(say(BRIDGE, "Ada Roe", 200), say(SCHOOL, "Bo Lind", 600)) == [BRIDGE, SCHOOL]


def test_another_speaker_comes_before_the_same_one_twice() -> None:
    quotes = [say(FERRY, "Ada Roe", 200), say(BRIDGE, "Ada Roe", 400), say(SCHOOL, "Bo Lind", 1900)]
    assert chosen(*quotes, limit=2) == [FERRY, SCHOOL]


def test_the_story_comes_before_the_rest() -> None:
    assert chosen(say(SCHOOL, "Ada Roe", 300), say(FERRY, "Bo Lind", 310), limit=1) == [FERRY]


def test_what_the_summary_says_already_comes_last() -> None:
    summary = (Sentence(Span(40, 70, BRIDGE), 1),)
    assert chosen(say(BRIDGE, "Ada Roe", 300), say(SCHOOL, "Bo Lind", 310), limit=1, summary=summary) == [
        SCHOOL
    ]


def test_a_weighty_speaker_comes_first() -> None:
    entities = (
        Entity("Bo Lind", "person", (), (), salience=0.8),
        Entity("Ada Roe", "person", (), (), salience=0.1),
    )
    picked = choose_key_quotes(
        ARTICLE, [say(BRIDGE, "Ada Roe", 300), say(SCHOOL, "Bo Lind", 305)], entities, (), limit=1
    )
    assert picked[0][0].speaker_name == "Bo Lind"


def test_a_statement_over_paragraphs_is_one() -> None:
    parts = [say(BRIDGE, "Ada Roe", 200, statement=7), say(SCHOOL, "Ada Roe", 400, statement=7)]
    assert chosen(*parts) == [f"{BRIDGE} {SCHOOL}"]


def test_no_more_than_the_limit() -> None:
    assert chosen(*(say(BRIDGE, f"Ada Roe {i}", 200 + 100 * i) for i in range(9)), limit=3).__len__() == 3
    assert chosen(say(BRIDGE, "Ada Roe", 200), limit=0) == []
