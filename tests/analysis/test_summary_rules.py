"""What a reader may rely on in every bottom line, each with an article that breaks it. All made up."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analysis import Options, analyse
from generator.analysis.budget import allowance, article_words
from generator.analysis.records import Briefing
from generator.sources import Article

pytestmark = pytest.mark.model

WHOLE = Options()
PAGE = Options(statements=False, share=35)
LEAD = "The harbour of Pell is to be closed for a year, the ministry of works said on Monday."
NEXT = "Twenty divers will repair the old sea wall, which was broken by the storm of last winter."
FILL = [f"Who has not seen wave {n} break over the sea wall, and who has not been cold?" for n in range(12)]
LAST = "Ferries will sail from the village of Tarn until the work is done, five miles to the north."


def gist(*paragraphs: str, title: str = "A year without ships", options: Options = WHOLE) -> list[str]:
    """The sentences of the bottom line, as they stand in the article."""
    article = Article("\n\n".join(paragraphs), title)
    return [item.span.text for item in analyse(article, options=options).summary]


@pytest.mark.parametrize(
    ("promise", "bad"),
    [
        ("no question", "Who in the town of Pell is to pay for all of the divers and their boats?"),
        ("no first person", "I have seen the sea wall, and in my view it will never be mended by divers."),
        ("no first person", "But I think that the ministry of works has no idea of the sea at all."),
        ("no quotation without its speaker", "“The sea wall is a disgrace to the whole of our old town.”"),
        ("no half of a quotation", "“The sea wall is a disgrace to the whole of the town, Dora Finch said."),
        ("nothing said twice", "The ministry of works said on Monday the harbour of Pell is to be closed."),
        ("nothing that the headline says", "A storm leaves the harbour of Pell without ships."),
        ("no sentence under eight words", "The ferry is not for sale."),
        ("no fragment", "Alf Brandt of Tarn, Tom Reyl of Pell and Dora Finch of the ministry."),
        ("no fragment", "Dora Finch hoping for better weather in the spring of next year at Pell."),
        ("no fragment", "Says the harbour of Pell will be the best of the coast by the next summer."),
        ("no caption", "The works minister Dora Finch looks at the sea wall in Pell on June 14, 2031."),
        ("no caption", "Dora Finch (left) and Alf Brandt met the twenty divers at the old sea wall."),
        ("no pointer elsewhere", "Here are five things to know about the harbour and its old sea wall."),
        ("no pointer elsewhere", "Read the rest of the story about the sea wall at The Pell Observer."),
        ("no other headline", "Twenty Divers Repair Broken Sea Wall Before Winter Storm Season."),
        ("no very long sentence", "The divers of Pell came " + "and went and came again " * 12 + "."),
    ],
)  # fmt: skip
def test_the_bottom_line_keeps_its_promises(promise: str, bad: str) -> None:
    told = gist(LEAD, bad, NEXT, LAST, title="Storm leaves the harbour of Pell without ships for a year")
    assert told == [LEAD, NEXT, LAST], promise


@pytest.mark.parametrize(
    "leaning",
    [
        "Today, those are being mended by twenty divers from the north.",
        "Although standing for two hundred years, it was broken by the storm.",
    ],
)
def test_words_that_point_back_behind_an_introduction_do_not_stand_alone(leaning: str) -> None:
    passed_over = "Who has never leaned on the old sea walls of Pell?"
    assert gist(LEAD, f"{passed_over} {leaning}", NEXT, LAST) == [LEAD, NEXT, LAST]


def test_what_key_quotes_show_the_bottom_line_does_not() -> None:
    statement = "“The sea wall has held for two hundred years, and it will hold again,” Dora Finch said."
    article = Article("\n\n".join((LEAD, statement, NEXT, LAST, *FILL)), "A year without ships")
    found = analyse(article, options=PAGE)
    assert [item.span.text for item in found.summary] == [LEAD, NEXT, LAST]
    assert [parts[0].speaker_name for parts in found.key_quotes] == ["Dora Finch"]


def test_a_lead_that_quotes_is_the_bottom_line_and_no_key_quote_says_it_again() -> None:
    lead = "“The sea wall has held for two hundred years,” Dora Finch, the works minister, said on Monday."
    article = Article("\n\n".join((lead, NEXT, LAST, *FILL)), "A year without ships")
    found = analyse(article, options=PAGE)
    assert found.summary[0].span.text == lead
    assert found.key_quotes == ()


def test_a_title_before_a_name_ends_no_sentence() -> None:
    lead = (
        "The harbour of Pell is to be closed for a year, as was asked for by Govs. Dora Finch and Alf Brandt."
    )
    assert gist(lead, NEXT) == [lead, NEXT]


def test_a_dateline_of_an_agency_is_no_part_of_the_sentence() -> None:
    assert gist(f"Pell, Jul 26 (PTN) {LEAD}")[0] == LEAD


@pytest.mark.parametrize(("before", "found"), [(50, True), (70, False)])
def test_what_stands_after_sixty_sentences_is_no_gist(before: int, found: bool) -> None:
    asked = [f"Who has not seen wave {n} break over the sea wall of the town?" for n in range(before)]
    assert (gist(*asked, LAST) == [LAST]) == found


def test_the_bottom_line_has_about_ninety_words() -> None:
    long = "The ministry of works has said that the wall, the quay and the bridge {} must be repaired {}."
    many = [
        long.format(f"of harbour {n}", "as soon as the ships have left, " * 2 + "in spring") for n in range(9)
    ]
    assert sum(len(sentence.split()) for sentence in gist(LEAD, *many)) <= 90


PROSE = st.lists(
    st.sampled_from(
        [
            LEAD, NEXT, LAST,
            "“The sea wall has held for two hundred years, and it will hold again,” Dora Finch said.",
            "“We came by ship,” Alf Brandt said. “And we will leave by ship.”",
            "Ships wait.",
            "She has been there.",
            "Mr Brandt, who leads the divers, has never been to the village of Tarn before this year.",
        ]
    ),
    min_size=1,
    max_size=14,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(PROSE, st.sampled_from([10, 25, 35, 60]))
def test_a_briefing_never_quotes_more_than_its_share_if_a_whole_sentence_fits(
    paragraphs: list[str], share: int
) -> None:
    article = Article("\n\n".join(paragraphs), "Ships")
    found = analyse(article, options=Options(statements=False, share=share))
    allowed = allowance(article_words(article), share)
    if quoted_words(found) > allowed:
        assert len(found.summary) == 1, "only where no sentence fits, one is shown"
        assert found.key_quotes == ()
        shortest = min(len(sentence.split()) for sentence in re.split(r"(?<=[.”]) |\n\n", article.text))
        assert shortest <= quoted_words(found)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found.summary))
    assert all(article.text[item.span.start : item.span.end] == item.span.text for item in found.summary)


def quoted_words(found: Briefing) -> int:
    """How many words of its article a briefing shows."""
    told = sum(len(item.span.text.split()) for item in found.summary)
    return told + sum(len(part.span.text.split()) for parts in found.key_quotes for part in parts)


def test_where_the_lead_is_too_long_for_a_short_article_shorter_sentences_are_shown() -> None:
    long = (
        f"The harbour of Pell, {'which is old, ' * 20}is to be closed, the ministry of works said on Monday."
    )
    assert gist(long, LEAD, NEXT, options=Options(share=35)) == [LEAD, NEXT]


@pytest.mark.parametrize("share", [10, 35])
def test_a_short_article_has_its_lead_for_a_bottom_line_and_no_aside(share: int) -> None:
    told = gist(LEAD, "Nobody was hurt.", "It rained.", options=Options(share=share, statements=False))
    assert told == [LEAD]


def test_an_aside_is_no_bottom_line_where_no_sentence_has_room() -> None:
    long = (
        f"The harbour of Pell, {'which is old, ' * 24}is to be closed, the ministry of works said on Monday."
    )
    assert gist(long, "Nobody was hurt.", long, options=Options(share=10)) == [long]
