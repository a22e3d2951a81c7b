"""The bottom line of other genres than news, each with a made-up article."""

from __future__ import annotations

import pytest

from generator.analysis import Options, analyse
from generator.analysis.summary.genre import claims, exchange, facets, missing_facets, newest_entry
from generator.analysis.summary.leaning import leans
from generator.sources import Article

LEAD = "Dora Finch built the violin string that will listen for dust aboard the Meridian probe."
MORE = "Finch spoke to the Tarn Messenger in her workshop above the harbour of Pell on Monday."


def gist(*paragraphs: str, title: str = "Strings and stars", options: Options | None = None) -> list[str]:
    """The sentences of the bottom line, as they stand in the article."""
    article = Article("\n\n".join(paragraphs), title)
    return [item.span.text for item in analyse(article, options=options or Options()).summary]


@pytest.mark.parametrize(
    ("form", "paragraphs"),
    [
        ("Q and A", ("Q: Why a violin string?", "A: It hums when a grain of dust strikes the hull of it.",
                     "Q: Who had the idea?", "A: A physicist from Pell wrote a letter about it in 1974.")),
        ("questions alone", ("Why did you take a violin string?", "It hums when dust strikes it, you see.",
                             "And who had the idea of the string?", "My uncle had it when he was in Pell.")),
        ("names in front", ("Brandt: Why did you take a violin string for the hull of the probe?",
                            "Finch: It hums when a grain of dust strikes the hull, and it is light.",
                            "Brandt: Who had the idea of the string?",
                            "Finch: A physicist from Pell wrote a letter about the string in 1974.")),
    ],
)  # fmt: skip
def test_of_an_interview_the_introduction_is_told_and_no_answer_without_its_speaker(
    form: str, paragraphs: tuple[str, ...]
) -> None:
    assert gist(LEAD, MORE, *paragraphs) == [LEAD, MORE], form


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Who would play the violin in space?", "Nobody would, the ministry said.", MORE),
        ("She asked for it. Why? Nobody knows.", MORE),
    ],
)
def test_a_question_of_the_author_makes_no_interview(paragraphs: tuple[str, ...]) -> None:
    assert exchange(Article("\n\n".join((LEAD, *paragraphs)))) is None


def test_a_column_in_the_first_person_says_what_it_is_about() -> None:
    told = gist(
        "I still remember my first evening at sea. We had soup, and I had no boots on my feet.",
        "We have come far since. The Tarnfish 3 is the first kayak that I have not wanted to sink.",
        "The Tarnfish 3 has a hull of cork, weighs nine kilos and costs 800 crowns in the shops of Pell.",
        title="Tarnfish 3: a kayak with a hull of cork",
    )
    assert told[0].startswith("The Tarnfish 3")


COURT = (
    "Ivar Stedt, 48, has been charged with the theft of the harbour lamp of Pell, the court heard on Monday.",
    "The lamp was found in his shed in the spring, wrapped in a sail of the harbour office.",
    "Stedt has lived in Pell since he was a boy and has worked on the ferry for the last ten years.",
    "The judge, Runa Olberg, called the lamp the heart of the town.",
    "Stedt pleaded not guilty to the theft of the lamp.",
    "Stedt was remanded in custody until the autumn by the court of Pell.",
)


def test_a_court_report_tells_charge_and_plea_and_what_comes_next() -> None:
    told = gist(*COURT, title="Lamp case in court")
    assert COURT[0] in told
    assert COURT[4] in told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Roe was indicted on Monday.", {"charge"}),
        ("Roe pleaded guilty and was sentenced to a year.", {"plea", "outcome"}),
        ("The study found that the sea is cold.", {"finding"}),
        ("The sea is cold.", set()),
    ],
)
def test_what_a_sentence_tells_of_a_case_or_a_study(sentence: str, told: set[str]) -> None:
    assert facets(sentence) == told


def test_a_story_that_is_no_court_report_misses_no_plea() -> None:
    assert missing_facets(["The sea is cold."]) == {"finding"}
    assert missing_facets(["Roe was indicted on Monday."]) == {"plea", "outcome"}


OLD = "The polls have opened in the Pell municipal election, the electoral office said on Sunday."
NOON = "A power cut has stopped the count on the islands, the electoral office said on Sunday."
NEW = "The Harbour List of Dora Finch has won the Pell municipal election, the electoral office said."


@pytest.mark.parametrize(
    ("order", "entries", "first"),
    [
        ("newest first", ("21:04", NEW, "12:31", NOON, "08:00", OLD), NEW),
        ("newest last", ("08:00", OLD, "12:31", NOON, "21:04", NEW), NEW),
        ("half a day", ("8.00am", OLD, "12.31pm", NOON, "9.04pm", NEW), NEW),
    ],
)
def test_a_live_blog_tells_the_newest_state_first(order: str, entries: tuple[str, ...], first: str) -> None:
    assert gist(*entries, title="Election live")[0] == first, order


def test_times_of_day_in_a_story_make_no_live_blog() -> None:
    assert newest_entry(Article(f"{LEAD}\n\n8.30 is the time of breakfast in Pell.")) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Claim\n\nThe lamp of Pell is made of gold.\n\nIt is of brass.", {2}),
        ("CLAIM: The lamp of Pell is made of gold.\n\nIt is of brass.", {1}),
        ("Claims that the lamp is of gold are wrong.\n\nIt is of brass.", set()),
    ],
)
def test_the_claim_that_a_fact_check_examines_is_not_told_as_a_fact(text: str, numbers: set[int]) -> None:
    assert claims(Article(text, "Is the lamp of gold?")) == numbers


@pytest.mark.parametrize(
    ("opening", "it_leans"),
    [
        ("Regardless, the ferry will sail.", True),
        ("That way, the ferry will sail.", True),
        ("Also booked were two divers.", True),
        ("Among them was Dora Finch.", True),
        ("In each case, the ferry sailed.", True),
        ("Despite this, the ferry sailed.", True),
        ("Later this month, the ferry will sail.", False),
        ("There are two ferries in Pell.", False),
        ("No ferry has sailed from Pell since May.", False),
        ("This week, the ferry will sail.", False),
        ("Her Honour Judge Olberg called the lamp the heart of the town.", False),
        ("Overall sales of tickets fell.", False),
    ],
)
def test_words_that_point_back(opening: str, it_leans: bool) -> None:
    assert leans(opening) == it_leans


@pytest.mark.parametrize(
    ("leaning", "kind"),
    [
        ("Luckily, the twenty divers of the ministry had left the sea wall of Pell by then.", "a judgement"),
        ("The move came after the town of Pell had lost the old ferry to the storm.", "a shell noun"),
        ("In a later post, he was less sure.", "no name and no number"),
    ],
)
def test_a_sentence_that_takes_up_what_is_not_shown_is_passed_over(leaning: str, kind: str) -> None:
    lead = "The harbour of Pell is to be closed for a year, the ministry of works said on Monday."
    last = "Twenty divers will repair the old sea wall, which was broken by the storm of last winter."
    told = gist(f"{lead} Who has not seen it coming, from the windows of the houses? {leaning}", last)
    assert told == [lead, last], kind


def test_a_fourth_sentence_must_add_a_main_name_or_a_fact() -> None:
    story = (
        "The harbour of Pell is to be closed for a year, the ministry of works said on Monday.",
        "Twenty divers will repair the old sea wall, which was broken by the storm of last winter.",
        "Ferries will sail from the village of Tarn until the work is done, five miles to the north.",
        "Needless to say, a year is a long time in the life of a harbour and of a town.",
    )
    assert gist(*story) == list(story[:3])
    named = "Runa Olberg of Halden has offered to build a new wall of the sea in two months."
    again = (
        "Olberg has built walls in Halden and in Tarn.",
        "“I like walls,” Olberg said.",
        "So Olberg builds.",
    )
    assert gist(*story, named, *again) == [*story[:3], named]


@pytest.mark.parametrize(
    ("before", "lead"),
    [
        ("BHOPAL: ", "The state has closed its harbour for a year, the ministry said on Monday."),
        ("Halden, Vel. — ", "Two ships have been lost in the strait since Monday, the ministry said."),
        ("Feb. 23, 2031 -- ", "Two ships have been lost in the strait since Monday, the ministry said."),
        ("HALDEN/PELL, March 7 (Tarnpress) - ", "Two ships have been lost in the strait, the ministry said."),
    ],
)
def test_a_dateline_left_by_copying_costs_no_lead(before: str, lead: str) -> None:
    assert gist(before + lead, LEAD)[0] == lead
