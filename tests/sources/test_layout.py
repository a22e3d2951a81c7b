"""Which lines of a text are its headline, its paragraphs, and no part of the story."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.sources import Article

LINES = st.sampled_from(
    [
        "A headline here",
        "Words end here.",
        "READ MORE: x",
        "source: a.example",
        "",
        "  ",
        "“Said.”",
        "\u2028",
        "x\r",
    ]
)


def lines(text: str, title: str | None = None) -> tuple[str | None, list[str], list[str]]:
    """Headline, paragraphs and names of the rules that left lines out."""
    article = Article(text, title)
    top = article.headline
    return (
        text[top.start : top.end] if top else None,
        [text[p.start : p.end] for p in article.paragraphs],
        [line.rule for line in article.layout.left_out],
    )


@pytest.mark.parametrize(
    ("text", "title", "headline"),
    [
        ("Agency delays launch\n\nThe agency said.", None, "Agency delays launch"),
        ("Agency Delays Launch Of Probe.\n\nThe agency said.", None, "Agency Delays Launch Of Probe."),
        ("The agency has delayed it.\n\nMore.", None, None),
        ("One line alone", None, None),
        ("Agency delays launch", "Agency delays launch", "Agency delays launch"),
        ("AGENCY “DELAYS” LAUNCH\n\nMore.", 'Agency "delays" launch', "AGENCY “DELAYS” LAUNCH"),
        ("Something else\n\nMore.", "Agency delays launch", None),
        (" ".join(["word"] * 30) + "\n\nMore.", None, None),
        ("“We will fly”\n\nMore.", None, None),
    ],
)
def test_the_first_line_is_the_headline_if_it_reads_like_one(
    text: str, title: str | None, headline: str | None
) -> None:
    assert lines(text, title)[0] == headline


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("READ MORE: Russia unleashes fury", "pointer"),
        ("Read also - Another story", "pointer"),
        ("See also", "pointer"),
        ("source: express.co.uk", "source"),
        ("Source: https://example.org/news/1", "source"),
        ("Read more than one paper, she said.", None),
        ("Source: the ministry of works.", None),
        ("Related work was done at the lab.", None),
    ],
)
def test_lines_that_are_no_part_of_the_story_are_left_out_by_a_named_rule(
    line: str, rule: str | None
) -> None:
    _, paragraphs, rules = lines(f"Agency delays launch\n\nThe story.\n\n{line}")
    assert rules == ([rule] if rule else [])
    assert paragraphs == ["The story."] + ([] if rule else [line])


def test_paragraphs_count_from_one_and_the_headline_is_none() -> None:
    article = Article("A headline\n\nOne.\n\nTwo.")
    assert [block.number for block in article.blocks] == [0, 1, 2]


@given(st.lists(LINES).map("\n".join))
def test_the_parts_of_a_text_never_overlap_and_lie_within_it(text: str) -> None:
    layout = Article(text).layout
    headline = (layout.headline,) if layout.headline else ()
    parts = sorted((part.start, part.end) for part in (*headline, *layout.paragraphs, *layout.left_out))
    assert all(0 <= start < end <= len(text) for start, end in parts)
    assert all(one[1] <= two[0] for one, two in pairwise(parts))
    assert all(text[start:end].strip() == text[start:end] for start, end in parts)


WRAPPED = (
    "The harbour bridge at Halden will close for a year, the\ncity council said after a look at its piers."
)
OTHER = (
    "Ferries are to run every ten minutes from the market, as\nthe office said, until the bridge is sound."
)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (f"{WRAPPED}\n\n{OTHER}", 2),
        (f"{WRAPPED}\n\nA short end.", 3),
        (f"{WRAPPED} It ends here.\n\n{OTHER}", 2),
        ("One sentence.\nAnother sentence.\n\nA third sentence.\nA fourth one.", 4),
        (f"{WRAPPED}\n\nHe said no.\nShe said yes.\nThey say that.\nWe said this.", 6),
        (f"{WRAPPED}\n{OTHER}", 4),
        ("a long line " * 12 + f"\n\n{WRAPPED}\n\n{OTHER}", 5),
    ],
    ids=["wrapped", "one broken line is no habit", "two wrapped", "lines that end as sentences do",
         "mostly short lines", "no blank line at all", "a line longer than any that is wrapped"],
)  # fmt: skip
def test_lines_of_one_width_make_a_paragraph_up_to_a_blank_one(text: str, paragraphs: int) -> None:
    assert len(lines(text, "Another title")[1]) == paragraphs


@pytest.mark.parametrize(
    ("line", "times"),
    [
        ("No comment.", 2),
        ("The council will look at the piers again in spring.", 1),
    ],
)
def test_a_long_line_is_told_once_and_a_short_one_may_be_said_twice(line: str, times: int) -> None:
    assert lines(f"{line}\n\nSomething else.\n\n{line}", "Another title")[1].count(line) == times


@pytest.mark.parametrize(
    ("first", "rules"),
    [
        ("Harbour bridge", ["doubled"]),
        ("closes for a year", ["doubled"]),
        ("Harbour", []),
        ("Another bridge", []),
    ],
)
def test_a_part_of_the_title_above_the_story_is_not_told_again(first: str, rules: list[str]) -> None:
    assert lines(f"{first}\n\nThe story is this.", "Harbour bridge closes for a year")[2] == rules


@pytest.mark.parametrize(
    ("words", "is_headline"),
    [(3, True), (25, True), (26, False)],
)
def test_a_headline_has_at_most_twenty_five_words(words: int, is_headline: bool) -> None:
    text = " ".join(["word"] * words)
    assert (lines(f"{text}\n\nMore follows here.")[0] == text) == is_headline


@pytest.mark.parametrize(
    ("upper", "lower", "headline"),
    [
        ("WORLD NEWS", "Agency delays launch", "Agency delays launch"),
        ("WORLD NEWS", "The agency has delayed it.", "WORLD NEWS"),
    ],
)
def test_a_kicker_stands_above_a_headline(upper: str, lower: str, headline: str | None) -> None:
    assert lines(f"{upper}\n\n{lower}\n\nThe story is this.")[0] == headline
