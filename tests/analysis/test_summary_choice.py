"""Which sentences follow the lead: rules on hand-made sentences, without the model."""

from __future__ import annotations

import pytest

from generator.analysis.records import Quote, Span
from generator.analysis.summary.candidates import Candidate
from generator.analysis.summary.choice import _least_bad
from generator.analysis.summary.faults import fault_of
from generator.analysis.summary.novelty import is_in_headline, repeats, stems
from generator.analysis.summary.start import plan
from generator.sources import Article

LEAD = "The harbour of Pell will close for a year while divers mend its wall."


def sentence(text: str, place: int = 0, paragraph: int = 1, fault: str | None = None) -> Candidate:
    return Candidate(Span(0, len(text), text), paragraph, place, len(text.split()), fault)


@pytest.mark.parametrize(
    ("text", "again"),
    [
        (LEAD, True),
        ("Divers will mend the wall of the harbour of Pell, which will close for a year.", True),
        ("The wall of the harbour was built by monks in the reign of Queen Alda.", False),
        ("Ferries will sail from the village of Tarn until the work is done.", False),
        ("It is.", False),
    ],
)
def test_a_sentence_that_says_most_of_another_says_it_again(text: str, again: bool) -> None:
    assert repeats(sentence(text), [sentence(LEAD)]) == again
    assert repeats(sentence(LEAD), [sentence(text)]) == again


def test_nothing_repeats_what_is_not_there() -> None:
    assert not repeats(sentence(LEAD), [])


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("threatens", "threatened", True),
        ("ships", "ship", True),
        ("Harbour", "HARBOUR", True),
        ("harbour", "harvest", False),
        ("the", "the", True),
    ],
)
def test_words_are_compared_by_their_first_letters(one: str, other: str, alike: bool) -> None:
    assert (stems(one) == stems(other)) == alike


@pytest.mark.parametrize(
    ("text", "headline", "is_in"),
    [
        ("Harbour of Pell closes", "HARBOUR OF PELL CLOSES", True),
        ("Council votes on the ferry.", "Storm closes harbour; council votes on ferry", True),
        ("Council votes on the ferry to Tarn.", "Council votes on ferry", False),
        ("It is.", "Council votes on ferry", False),
    ],
)
def test_a_sentence_may_say_no_more_than_the_headline(text: str, headline: str, is_in: bool) -> None:
    assert is_in_headline(text, headline) == is_in


HEADLINE = "Harbour of Pell closes while divers mend wall"
SCENE = ["Dora Finch gets up at four and makes coffee.", "Her cat does not like the cold."]


@pytest.mark.parametrize(
    ("title", "texts", "begins"),
    [
        (HEADLINE, [LEAD, *SCENE], 0),
        (HEADLINE, [*SCENE, LEAD], 2),
        (HEADLINE, [*SCENE, "She has a dog, too.", LEAD], 3),
        (HEADLINE, [*SCENE, "The wall is old.", LEAD], 3),
        (HEADLINE, [*SCENE, *["She waits."] * 9, LEAD], 0),
        (HEADLINE, [*SCENE, "She has a dog."], 0),
        (HEADLINE, ["Divers mend the wall.", "Her cat sleeps.", LEAD], 0),
        ("A cold morning", [*SCENE, LEAD], 0),
        (None, [*SCENE, LEAD], 0),
    ],
    ids=["news", "a scene", "a long scene", "a word in passing", "too late", "no lead at all",
         "the lead tells", "a headline that tells little", "no headline"],
)  # fmt: skip
def test_a_story_that_begins_with_a_scene_is_told_from_where_it_tells_what_the_headline_says(
    title: str | None, texts: list[str], begins: int
) -> None:
    pool = [sentence(text, place, place + 1) for place, text in enumerate(texts)]
    assert plan(Article("x " * 30 + ".", title), pool, ()).begin == begins


@pytest.mark.parametrize(
    ("items", "limit", "shown"),
    [
        ([(12, None), (9, None)], 90, 0),
        ([(12, "caption"), (9, "question"), (9, None)], 90, 1),
        ([(12, "caption"), (9, "listed")], 90, 0),
        ([(40, None), (12, None)], 30, 1),
        ([(40, None), (35, None)], 30, 1),
    ],
    ids=["the first", "a mild fault", "nothing but faults", "the first that fits", "none fits: the shortest"],
)
def test_where_no_sentence_can_stand_alone_one_is_shown_all_the_same(
    items: list[tuple[int, str | None]], limit: int, shown: int
) -> None:
    pool = [
        sentence(" ".join(["word"] * words), place, 1, fault) for place, (words, fault) in enumerate(items)
    ]
    found = _least_bad(pool, limit)
    assert found is not None
    assert found.place == shown


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('The job was "quite a challenge? for him and for all of the divers.', "half quotation"),
        ('The job was "quite a challenge? for him", said all of the divers in turn.', "lost mark"),
        ("The harbour wall of Pell “was old, and all of the divers knew it.", "half quotation"),
        ('The harbour wall of Pell was "old" and all of the divers knew it.', None),
        ("Read more about the harbour wall of Pell and the divers who mend it.", "pointer"),
        ("Here is what the divers of the harbour of Pell have found so far.", "pointer"),
        ("The Harbour Wall That Nobody Would Mend Stands Another Winter.", "headline"),
        ("The divers of Pell, pictured here, have mended half of the wall.", "caption"),
        ("The divers meet at www.a.example on Monday to talk of the wall.", "listed"),
        ("We have mended half of the harbour wall of Pell in a month.", "first person"),
    ],
)
def test_a_sentence_has_a_fault_by_its_words_alone(text: str, fault: str | None) -> None:
    assert fault_of(Span(0, len(text), text), (), text) == fault


def test_a_lead_is_forgiven_a_mark_that_copying_lost() -> None:
    text = 'The job was "quite a challenge? for him and for all of the divers.'
    assert fault_of(Span(0, len(text), text), (), text, is_lead=True) is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("“We have seen it all, and will see it all again next year,” said Dora Finch.", None),
        ("“We have seen it all, and will see it all again next year” – Dora Finch.", None),
        ("“Finch: We have seen it all, and will see it all again next year.”", "no speaker"),
    ],
    ids=["said", "signed", "a line of a transcript"],
)
def test_a_quotation_alone_is_no_sentence_of_a_summary(text: str, fault: str | None) -> None:
    words = text[1 : text.index("”")]
    at = text.index("Finch")
    quote = Quote(Span(1, 1 + len(words), words), 1, 0, Span(at, at + 5, "Finch"), "Dora Finch")
    assert fault_of(Span(0, len(text), text), [quote], text) == fault


@pytest.mark.parametrize(("label", "closed"), [("Claim", [1]), ("Lamp", [])])
def test_the_claim_of_a_fact_check_is_closed_to_the_bottom_line(label: str, closed: list[int]) -> None:
    text = f"{label}\n\nThe lamp of Pell is made of gold.\n\nThe lamp is of brass, the office says."
    pool = [
        sentence(label, 0, 1, "fragment"),
        sentence("The lamp of Pell is made of gold.", 1, 2),
        sentence("The lamp is of brass, the office says.", 2, 3),
    ]
    found = plan(Article(text, "Is the lamp of gold?"), pool, ())
    reason = "a claim that the article examines"
    assert [place for place, why in found.closed.items() if why == reason] == closed
