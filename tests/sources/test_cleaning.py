"""What is left out of an article and what is repaired in its letters, by named rules. All made up."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.sources import Article, cleaned, repaired
from generator.sources.cleaning import is_kicker, leading_rule, line_rule, origin_of, trailing_rule
from generator.sources.cleaning.dates import is_timestamp, published_in
from generator.sources.cleaning.markup import plain

LINES = [
    ("READ MORE: Harbour costs double", "pointer"),
    ("Read more about the harbour plans", "pointer"),
    ("RELATED STORIES", "pointer"),
    ("You may also like", "pointer"),
    ("Scroll down for video", "pointer"),
    ("Click here to see the plans.", "pointer"),
    ("Watch the full interview below:", "pointer"),
    ("For more, visit the harbour office’s page.", "pointer"),
    ("Read the latest from the harbour below:", "pointer"),
    ("Watch the video above for a first look at the ship.", "pointer"),
    ("Also on Halden Today:", "pointer"),
    ("View full results: https://halden-courier.example/poll", "pointer"),
    ("source: halden-courier.example", "source"),
    ("Share this article", "social"),
    ("Share on Facebook", "social"),
    ("Follow Ada Lovell on Twitter @adalovell.", "social"),
    ("Facebook Twitter WhatsApp Email", "social"),
    ("12 comments", "social"),
    ("@adalovell", "social"),
    ("Twitter: @adalovell.", "social"),
    ("Ben RoeFlagShareLikeReplyAda Lovell 5ptsFeatured", "social"),
    ("Sign up for our morning newsletter", "newsletter"),
    ("Want more news like this? Sign up here.", "newsletter"),
    ("For the latest stories download the Pell News apps for phones.", "newsletter"),
    ("Submit your letter to the editor by this form", "newsletter"),
    ("This article is the copyrighted property of Pell Media.", "copyright"),
    ("Written permission must be obtained before it is printed.", "copyright"),
    ("Advertisement", "advert"),
    ("Story continues below advertisement", "advert"),
    ("Image copyright Reuters Image caption The bridge at dawn", "caption"),
    ("Photo: Ben Roe / Halden Pictures", "caption"),
    ("Ben Roe via Getty Images", "caption"),
    ("Ben Roe via Getty Images.", "caption"),
    ("(Photo by Ben Roe)", "caption"),
    ("The minister greets the crew at the harbour. (Ben Roe/AFP/Getty Images.)", "caption"),
    ("Dora Finch (left) and Alf Brandt at the old fish market.", "caption"),
    ("The works minister has been accused of delay by Alf Brandt (pictured)", "caption"),
    ("By Ada Lovell", "byline"),
    ("By ADA LOVELL and BEN ROE, Health Correspondents", "byline"),
    ("*By Ada Lovell, Science Writer*", "byline"),
    ("Published: 9:30 am, 12 March 2031", "timestamp"),
    ("12 March 2031 | Updated 3 hours ago", "timestamp"),
    ("2031-03-12", "timestamp"),
    ("21:04 GMT", "timestamp"),
    ("(Reporting by Ada Lovell; editing by Ben Roe)", "credit"),
    ("Ben Roe contributed to this report.", "credit"),
    ("Contributing: Ada Lovell, Veldt News.", "credit"),
    ("Roe reported from New Halden.", "credit"),
    ("Ada Lovell and Ben Roe reported from Pell and Halden.", "credit"),
    ("Podcast produced by Ben Roe.", "credit"),
    ("Press contact: press@corvane.example", "credit"),
    ("© 2031 The Halden Courier. All rights reserved.", "copyright"),
    ("This story has been updated with comment from the ministry.", "note"),
    ("Editor’s note: this is an extract from a book.", "note"),
    ("This piece first appeared on Halden Today.", "copyright"),
    ("* * *", "markup"),
    ("17", "markup"),
    ('<tweet id="7"><tweet/>.', "markup"),
    ("![The bridge](bridge.jpg)", "markup"),
    (".image-wrap {", "markup"),
    ("https://halden-courier.example/1", "markup"),
]

STORY = [
    "Read more than one paper, she said.",
    "Related work was done at the lab.",
    "Source: the ministry of works.",
    "Share prices fell by a tenth on Monday.",
    "Follow the money, the auditors were told.",
    "Subscribers left in droves after the price rose.",
    "Copyright law is to be changed by the summer.",
    "Produced by Corvane Systems, the valve is the smallest of its kind in the world.",
    "By Monday the harbour was closed.",
    "Advertising brought in half of the sum.",
    "The photo shows a bridge.",
    "The minister told Reuters.",
    "May is the month of storms.",
    "In 2031 there were 400.",
    "The Party of the Left won.",
    "Comments by the minister angered the crew.",
    "彼はここにいると言った。",
    "“Read more,” said the teacher.",
    "“Nobody has told us of a delay in all these years,” said Alf Brandt (pictured)",
    "THE MINISTER SIGNED THE PACT",
    "Correction of the plans will take a year.",
    "Contributing to the fund is open to all of the town’s people.",
    "The crew reported from the harbour that nobody was hurt.",
    "This piece of land first appeared on maps in 1831.",
    "See the harbour and die, the saying goes; the mayor laughs at it.",
    "@adalovell asked the mayor for the plans in March, and got none.",
    "Like and share are words of the old fish market.",
    "Finch (R-Tarn) — who had voted no — left the hall.",
    "Watching the boats come in is all that is left to do here, he said.",
]


@pytest.mark.parametrize(("line", "rule"), LINES, ids=[line[:40] for line, _ in LINES])
def test_a_line_that_is_no_part_of_the_story_is_left_out_under_a_name(line: str, rule: str) -> None:
    assert line_rule(line) == rule


@pytest.mark.parametrize("line", STORY)
def test_a_line_of_the_story_stays(line: str) -> None:
    assert line_rule(line) is None
    assert not is_kicker(line)


@pytest.mark.parametrize(
    ("text", "rule", "story"),
    [
        ("PELL, Tarn — The pact was signed.", "dateline", "The pact was signed."),
        ("NEW HALDEN, Nov. 19 (VNA) — The pact", "dateline", "The pact"),
        ("Pell, Tarn (Veldt News) -- The pact", "dateline", "The pact"),
        ("New Halden (VNA)The pact", "dateline", "The pact"),
        ("Halden Space Agency (HSA) The pact", None, ""),
        ("(VNA) The pact", "dateline", "The pact"),
        ("EXCLUSIVE: The pact", "kicker", "The pact"),
        ("EXCLUSIVE – The pact", "kicker", "The pact"),
        ("Sen. Dora Finch (R-Tarn) — The pact", None, ""),
        ("~ The pact", "markup", "The pact"),
        ('<p class="x">The pact', "markup", "The pact"),
        ("BREAKING NEWS | The pact", "kicker", "The pact"),
        ("Scroll down for video The pact", "pointer", "The pact"),
        ("## The pact", "markup", "The pact"),
        ("The ministry — which is new — said", None, ""),
        ("FINCH: I was furious.", None, ""),
        ("FINCH--I was furious.", None, ""),
        ("NATO said no.", None, ""),
        ("BRANDT", None, ""),
    ],
)
def test_the_beginning_of_a_paragraph_may_be_no_part_of_the_story(
    text: str, rule: str | None, story: str
) -> None:
    found = leading_rule(text, 0, len(text))
    assert (found and (found[0], text[found[1] :])) == (rule and (rule, story))


@pytest.mark.parametrize(
    ("text", "story"),
    [
        ("He left. (Reporting by Ada Lovell; Editing by Ben Roe)", "He left."),
        ("He left. Read more: halden-courier.example", "He left."),
        ("He left (by the back door)", "He left (by the back door)"),
    ],
)
def test_the_end_of_a_paragraph_may_be_no_part_of_the_story(text: str, story: str) -> None:
    found = trailing_rule(text, 0, len(text))
    assert text[: found[1] if found else len(text)] == story


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: Tuesday, March 12th, 2031", dt.date(2031, 3, 12)),
        ("12 March 2031", dt.date(2031, 3, 12)),
        ("2031-03-12T09:30:00Z", dt.date(2031, 3, 12)),
        ("Updated 4 May 2031 | Published 12 March 2031", dt.date(2031, 3, 12)),
        ("Updated 4 May 2031", None),
        ("03/04/2031", None),
        ("31 February 2031", None),
        ("12 March", None),
    ],
)
def test_a_day_is_taken_only_where_it_is_stated_for_sure(line: str, day: dt.date | None) -> None:
    assert is_timestamp(line)
    assert published_in(line) == day


def test_what_is_left_out_is_kept_as_what_is_known() -> None:
    lines = [
        ("byline", "By ADA LOVELL and BEN ROE"),
        ("timestamp", "12 March 2031"),
        ("source", "source: a.example"),
    ]
    origin = origin_of(lines)
    assert (origin.author, origin.published, origin.domain) == (
        "Ada Lovell, Ben Roe",
        dt.date(2031, 3, 12),
        "a.example",
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the 400- tonne station", "the 400-tonne station"),
        ("co- operation", "co-operation"),
        ("two- and three-bed flats", "two- and three-bed flats"),
        ("20- to 30-year-olds", "20- to 30-year-olds"),
        ("it was great- he said", "it was great- he said"),
        ("sta\u00adtion", "station"),
        ("a\u200bb\ufeff", "ab"),
        ("12\u00a0March  2031", "12 March 2031"),
        ("“the 400- tonne one”", "“the 400- tonne one”"),
        ("👩\u200d🚀", "👩\u200d🚀"),
    ],
)
def test_what_copying_broke_is_repaired(text: str, shown: str) -> None:
    assert repaired(text) == shown


PIECES = st.lists(
    st.sampled_from(
        [line for line, _ in LINES]
        + STORY
        + [
            "“The 400- tonne ship,” she said.",
            "PELL — The pact. (Reporting by Ada Lovell)",
            "",
            "x\u00ady",
            "**bold** words here.",
            "HALDEN",
        ]
    ),
    max_size=12,
).map("\n".join)


@given(st.one_of(PIECES, st.text(max_size=80)))
def test_cleaning_is_idempotent(text: str) -> None:
    once = cleaned(Article(text))
    assert cleaned(once) == once
    assert repaired(repaired(text)) == repaired(text)
    assert plain(plain(text)) == plain(text) or "*" in text or "_" in text or "[" in text


@given(PIECES)
def test_no_word_inside_a_quotation_is_changed(text: str) -> None:
    for line in (
        "“The 400- tonne ship, co- operation and all,” she said.",
        '"By Ada Lovell, 400- odd words" is on it.',
    ):
        shown = cleaned(Article(f"{text}\n{line}\nThe end of it is here.", "A title")).text
        assert line in shown


@given(PIECES)
def test_what_is_left_out_and_what_stays_are_spans_of_the_text(text: str) -> None:
    layout = Article(text).layout
    parts = sorted((part.start, part.end) for part in (*layout.paragraphs, *layout.left_out))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in parts)


def test_wrapped_text_is_read_by_its_blank_lines() -> None:
    text = (
        "The old ferry to Pell sank at its berth on Monday night, the harbour\n"
        "office said, and nobody was aboard when the water came in over the\n"
        "car deck.\n\nDivers will look at the hull on Tuesday, and the operator has hired\n"
        "a second ship for the time being.\n"
    )
    paragraphs = Article(text, "A title").paragraphs
    assert [text[p.start : p.end].split(maxsplit=1)[0] for p in paragraphs] == ["The", "Divers"]


def test_a_doubled_paragraph_is_left_out_once() -> None:
    line = "The harbour bridge at Halden will close for a year."
    layout = Article(f"A title\n{line}\nMore.\n{line}").layout
    assert [part.rule for part in layout.left_out] == ["doubled"]


@pytest.mark.parametrize(
    ("text", "left_out", "first"),
    [
        (
            "Bridge to close;\nCracks are found\nThe bridge will close.",
            ["doubled", "doubled"],
            "The bridge will",
        ),
        ("Bridge to close; cracks are found\nThe bridge will close.", [], "The bridge will"),
        ("Bridge closed\nThe bridge will close.", [], "Bridge closed"),
        ("Cracks.\nThe bridge will close.", [], "Cracks."),
    ],
)
def test_a_title_set_on_two_lines_is_not_told_again(text: str, left_out: list[str], first: str) -> None:
    layout = Article(text, "Bridge to close; cracks are found").layout
    assert [part.rule for part in layout.left_out] == left_out
    assert text[layout.paragraphs[0].start :].startswith(first)
