"""Which articles are one story, and which only look alike."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path

import pytest

from generator.archive import SourceFile, Stories, alike, find_duplicate, open_memo, signature_of
from generator.archive.duplicates import COMMON, containment
from generator.sources import Article, Metadata

WORDS = [
    *("ship", "school", "corn", "stone", "door", "clock", "paper", "summer", "pilot", "council", "storm"),
    *("doctor", "pocket", "silver", "candle", "museum", "harbour", "valley", "lantern", "bridge", "garden"),
    *("letter", "market", "river", "window", "engine", "bottle", "feather", "cellar", "winter", "spoon"),
]


def story(seed: int, sentences: int = 40) -> list[str]:
    """Sentences of a made-up story; another seed tells another story."""
    draw = random.Random(seed)  # noqa: S311  a story, not a secret
    return [" ".join(draw.choices(WORDS, k=12)).capitalize() + "." for _ in range(sentences)]


def article(sentences: list[str], url: str | None = None) -> Article:
    return Article("\n\n".join(sentences), title="A title", metadata=Metadata(url=url))


def file(path: str, sentences: list[str]) -> SourceFile:
    return SourceFile(path, path, "\n\n".join(sentences).encode())


ONE, OTHER = story(1), story(2)


@pytest.mark.parametrize(
    ("sentences", "same"),
    [
        (ONE, True),
        (ONE[:20], True),
        (ONE[:28] + OTHER[:12], True),
        (ONE[:30] + OTHER, True),
        (ONE[:6] + OTHER[:34], False),
        (OTHER, False),
    ],
    ids=[
        "the same",
        "its first half",
        "two thirds of it",
        "most of it in a longer text",
        "a quote of it",
        "another",
    ],
)
def test_half_of_the_shorter_text_makes_one_story(sentences: list[str], same: bool) -> None:
    found = find_duplicate(signature_of(article(sentences)), [("one", signature_of(article(ONE)))])
    assert (found is not None) == same


@pytest.mark.parametrize(
    ("new", "known", "same"),
    [
        ("https://a.example/1", "https://a.example/1", True),
        ("https://a.example/1", "https://a.example/2", False),
        (None, None, False),
        ("https://a.example/1", None, False),
    ],
)
def test_the_same_address_is_the_same_story_whatever_the_words(
    new: str | None, known: str | None, same: bool
) -> None:
    found = find_duplicate(signature_of(article(ONE, new)), [("x", signature_of(article(OTHER, known)))])
    assert (found is not None) == same
    assert not found or found.share == 1.0


def test_the_likest_of_several_is_named_and_the_first_of_equals() -> None:
    others = [
        (name, signature_of(article(text)))
        for name, text in (("a", ONE[:30] + OTHER[:9]), ("b", ONE), ("c", ONE))
    ]
    found = find_duplicate(signature_of(article(ONE)), others)
    assert found
    assert found.path == "b"


@pytest.mark.parametrize(("shared", "likely"), [(40, True), (20, True), (12, True), (0, False)])
def test_files_that_share_a_third_are_looked_at_closely(shared: int, likely: bool) -> None:
    found = list(alike([file("new", ONE[:shared] + OTHER[: 40 - shared])], [file("one", ONE)]))
    assert found == ([("new", "one")] if likely else [])


def test_a_file_is_not_compared_with_itself_and_a_pair_comes_once() -> None:
    files = [file("a", ONE), file("b", ONE)]
    assert [set(pair) for pair in alike(files, files)] == [{"a", "b"}]
    assert list(alike([], files)) == []
    assert list(alike(files, [])) == []


def test_a_phrase_that_all_files_have_is_not_followed_through_all_of_them() -> None:
    same = [file(f"n{number}", ONE) for number in range(COMMON + 5)]
    assert len(list(alike(same, [file("one", ONE)]))) == COMMON


def test_a_page_is_compared_by_its_words_not_by_its_tags() -> None:
    page = file("a.html", [f'<p class="{word}">{line}</p>' for word, line in zip(OTHER, ONE, strict=True)])
    assert list(alike([page], [file("one", ONE)])) == [("a.html", "one")]


def test_a_new_article_is_found_among_files_by_its_words_or_its_address(tmp_path: Path) -> None:
    known = [file("one.md", ONE), file("other.md", ["---\nurl: https://a.example/1\n---", *OTHER])]
    with open_memo(tmp_path / "memo") as memo:
        stories = Stories(known, memo)
        by_words = stories.find(article(ONE[:30]))
        by_address = stories.find(article(story(3), "https://a.example/1"))
        assert by_words
        assert by_address
        assert (by_words.path, by_address.path) == ("one.md", "other.md")
        assert stories.find(article(story(3))) is None


def test_an_article_that_was_just_added_is_found_too(tmp_path: Path) -> None:
    with open_memo(tmp_path / "memo") as memo:
        stories = Stories([], memo)
        assert stories.find(article(ONE)) is None
        stories.add(file("one.md", ONE), article(ONE, "https://a.example/1"))
        for same in (article(ONE[:30]), article(ONE, "https://a.example/1")):
            found = stories.find(same)
            assert found
            assert found.path == "one.md"
        assert stories.find(article(OTHER)) is None


def test_the_share_of_the_shorter_text_is_between_nothing_and_all() -> None:
    one, half = signature_of(article(ONE)), signature_of(article(ONE[:20]))
    assert containment(one, one) == 1.0
    assert containment(one, half) > 0.8
    assert containment(one, half) == containment(half, one)
    none = dataclasses.replace(one, hashes=tuple(value + 1 for value in one.hashes))
    assert containment(one, none) == 0.0
