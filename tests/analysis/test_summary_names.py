"""Names in square brackets: shown where they are certain, and only where a reader needs them. All made up."""

from __future__ import annotations

import pytest

from generator.analysis import Options, analyse
from generator.editing.compose import compose
from generator.sources import Article, Registry

pytestmark = pytest.mark.model

LEAD = "The harbour office of Pell has hired twenty divers for the work this year, it said on Monday."
HALF = "Dora Finch, the works minister, told reporters that she would “never sign for it"


def bottom_line(*paragraphs: str, title: str = "Divers at work", **options: int) -> list[str]:
    """The sentences of the bottom line, as a page shows them."""
    article = Article("\n\n".join(paragraphs), title)
    found = analyse(article, options=Options(**options))
    record = compose(article, found, Registry(), path="articles/x.txt", sha256="0" * 64, fingerprint="0" * 32)
    return [passage.shown for passage in record.summary]


def test_a_pronoun_gets_the_name_that_the_sentence_before_would_have_told() -> None:
    told = bottom_line(LEAD, HALF, "She also wants the town of Pell to pay for the boats of the divers.")
    assert told[1:] == ["She [Dora Finch] also wants the town of Pell to pay for the boats of the divers."]


def test_the_words_of_the_source_stay_as_they_are_and_the_insertion_is_kept_beside_them() -> None:
    text = "\n\n".join((LEAD, HALF, "She also wants the town of Pell to pay for the boats of the divers."))
    found = analyse(Article(text, "Divers at work")).summary[-1]
    assert found.insertion
    assert found.insertion.text == "Dora Finch"
    assert found.span.text == text[found.span.start : found.span.end]
    assert "[" not in found.span.text
    assert text[: found.insertion.at].endswith("She")


def test_a_pronoun_inside_the_sentence_gets_its_name_too() -> None:
    told = bottom_line(
        "Alf Brandt is to lead the harbour office of Pell, the ministry of works said on Friday.",
        "Who else could it have been, after all these years in the harbour?",
        "On Monday, he hired twenty divers for the work on the harbour wall.",
        sentences=3,
    )
    assert told == [
        "Alf Brandt is to lead the harbour office of Pell, the ministry of works said on Friday.",
        "On Monday, he hired twenty divers for the work on the harbour wall.",
    ]


def test_where_two_people_could_be_meant_nobody_is_named_and_the_sentence_is_passed_over() -> None:
    told = bottom_line(
        LEAD,
        "Alf Brandt “has met Tom Reyl in the old harbour office of Pell",
        "Alf Brandt and Tom Reyl were at the “harbour on Friday",
        "He wants the town of Pell to pay for the boats of the twenty divers.",
    )
    assert told == [LEAD]


def test_a_pronoun_whose_name_follows_gets_no_name_before_it() -> None:
    told = bottom_line(
        LEAD, HALF, "She has never been to Pell, but Dora Finch wants the town to pay for all of its divers."
    )
    assert told == [LEAD]


def test_a_first_name_beside_the_surname_is_not_made_longer() -> None:
    told = bottom_line(
        "The mayor of Pell remembers Mr Brandt, known as Alf, from the years of the old harbour wall.",
        "Alf Brandt has led the harbour office since the spring of last year.",
        sentences=1,
    )
    assert told
    assert all("[Brandt]" not in sentence for sentence in told)


def test_a_contracted_pronoun_is_not_torn_apart() -> None:
    told = bottom_line(LEAD, HALF, "She’ll ask the town of Pell to pay for the boats of the divers.")
    assert told == [LEAD]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The harbour has been closed by Team Finch since the storm of last week.", "no forename"),
        ("The council of Pell has read the Finch report on the harbour wall at last.", "a noun’s name"),
        ("The town of Pell has never had a Finch in its council before this year.", "one of a kind"),
        ("The divers were thanked by daughter Dora at the harbour of Pell on Monday.", "kin"),
        ("The divers were hired by President Finch at the harbour of Pell on Monday.", "an office"),
    ],
)
def test_no_name_is_inserted_where_the_words_tell_or_mean_something_else(sentence: str, reason: str) -> None:
    later = "Dora Finch has been the works minister since spring, and Dora Finch likes the sea."
    assert all("[" not in told for told in bottom_line(sentence, later, sentences=1)), reason


def test_a_surname_that_two_people_have_gets_no_name() -> None:
    told = bottom_line(
        "The harbour of Pell is to be closed for a year, Mr Brandt told the town council on Monday.",
        "Alf Brandt has led the harbour office since the spring of last year.",
        "Tom Brandt, who leads the divers, has been in Pell for ten years.",
        sentences=1,
    )
    assert all("[" not in sentence for sentence in told)


def test_a_name_told_in_full_is_not_told_again() -> None:
    first = "Alf Brandt has led the harbour office of Pell since the spring of last year."
    second = "Mr Brandt told the town council that the harbour is to be closed for a year."
    assert bottom_line(first, second) == [first, second]
