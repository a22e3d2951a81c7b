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
