"""An article as a clean file: its story alone, and all that is known of it."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.sources import Article, Metadata, article_file, cleaned, read_article

STORY = "The harbour of Pell has opened.\n\nFerries sail every hour."


@pytest.mark.parametrize(
    ("text", "story"),
    [
        (STORY, STORY),
        (f"By Lena Okoro\n\n{STORY}", STORY),
        (f"{STORY}\n\nREAD MORE: Another story", STORY),
        ("The  harbour of\u00a0Pell has\u200b opened.\n\n\n\nFerries sail every hour.", STORY),
        ("The **harbour** of [Pell](https://a.example) has opened.\n\nFerries sail every hour.", STORY),
        ("PELL, Tarn — The harbour of Pell has opened.\n\nFerries sail every hour.", STORY),
        ("![A ship](a.jpg)\n\nThe harbour of Pell has opened.\n\nFerries sail every hour.", STORY),
    ],
)
def test_only_the_story_is_kept_a_paragraph_a_line(text: str, story: str) -> None:
    article = cleaned(Article(text, title="A harbour"))
    assert article.text == story
    assert cleaned(article) == article


@pytest.mark.parametrize(
    ("title", "text", "kept"),
    [
        ("A  *harbour*", STORY, "A harbour"),
        (None, f"A harbour opens\n\n{STORY}", "A harbour opens"),
        (None, STORY, None),
    ],
)
def test_the_title_is_the_stated_one_or_the_headline(title: str | None, text: str, kept: str | None) -> None:
    assert cleaned(Article(text, title)).title == kept


@pytest.mark.parametrize(
    ("known", "block"),
    [
        (Metadata(), "---\n---\n"),
        (Metadata(outlet="The Courier"), "---\noutlet: The Courier\n---\n"),
        (
            Metadata(published=dt.date(2031, 3, 12), author="Lena Okoro"),
            "---\npublished: 2031-03-12\nauthor: Lena Okoro\n---\n",
        ),
        (
            Metadata(url="https://a.example/1", domain="a.example", language="en"),
            "---\nurl: https://a.example/1\nlanguage: en\n---\n",
        ),
    ],
)
def test_a_file_states_what_is_known_and_nothing_else(known: Metadata, block: str) -> None:
    assert article_file(Article(STORY, metadata=known)) == f"{block}\n{STORY}\n"


def test_a_domain_without_an_address_is_kept_as_a_source_line() -> None:
    text = article_file(Article(STORY, metadata=Metadata(domain="a.example")))
    assert text.endswith("\n\nsource: a.example\n")
    assert read_article(text.encode(), "a.md").metadata.domain == "a.example"


@pytest.mark.parametrize("title", ["yes", "12", "a: b", "“x” # y", "- a", "null", "é\u2028é", "'"])
def test_a_title_reads_back_as_it_was(title: str) -> None:
    written = article_file(Article(STORY, title=title))
    assert read_article(written.encode(), "a.md").title == title
