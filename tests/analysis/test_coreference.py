"""Whom a mention stands for: names, pronouns, titles, roles."""

from __future__ import annotations

import pytest

from generator import Article
from generator.analysis.coreference import corefer, gender_of_name, gender_of_words
from generator.analysis.names import find_entities
from generator.analysis.parse import parse
from generator.sources import Registry

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Mary Example", "f"),
        ("John Q. Example", "m"),
        ("Example", None),
        ("Leslie Example", None),
        ("", None),
        ("J. R.", None),
    ],
)
def test_given_names_tell_the_sex_where_they_are_told_apart(name: str, gender: str | None) -> None:
    assert gender_of_name(name) == gender


@pytest.mark.parametrize(
    ("words", "gender"),
    [
        ("Mrs. Example", "f"),
        ("the congresswoman", "f"),
        ("Mr Example", "m"),
        ("the senator", None),
        ("Mr and Mrs", None),
    ],
)
def test_titles_and_role_words_tell_the_sex(words: str, gender: str | None) -> None:
    assert gender_of_words(words.split()) == gender


def pronouns(text: str) -> dict[str, list[str]]:
    """The names that each pronoun of a text is taken for, in order."""
    article = Article(text=text, title="")
    pieces = parse(article)
    flags = [[-1] * len(piece.doc) for piece in pieces]
    coreference = corefer(text, pieces, find_entities(article, pieces, Registry()), flags)
    found: dict[str, list[str]] = {}
    for (place, token), number in sorted(coreference.pronouns.items()):
        found.setdefault(pieces[place].doc[token].lower_, []).append(coreference.entities[number].name)
    return found


@pytest.mark.parametrize(
    ("reason", "text", "pronoun", "names"),
    [
        (
            "the subject before the object",
            "Peter Osgood met John Sobel on Monday. He was late.",
            "he",
            ["Peter Osgood"],
        ),
        ("by gender", "Peter Osgood met Mary Sobel on Monday. She was late.", "she", ["Mary Sobel"]),
        ("the owner of a thing", "Mary Sobel lost her hat.", "her", ["Mary Sobel"]),
        (
            "the last one who spoke",
            "Peter Osgood arrived on Monday.\nJohn Sobel said it was cold. He laughed.",
            "he",
            ["John Sobel"],
        ),
        ("nobody fits", "Mary Sobel met Ruth Castellan on Monday. He was late.", "he", []),
    ],
)
def test_a_pronoun_takes_the_most_salient_person_who_fits(
    reason: str, text: str, pronoun: str, names: list[str]
) -> None:
    assert pronouns(text).get(pronoun, []) == names, reason


def test_a_title_that_contradicts_the_full_name_is_another_person() -> None:
    from tests.analysis.test_quotes_golden import quotes_of

    (quote,) = quotes_of("Mary Osgood opened the shop in 1990.\n\n“It is closed,” Mr. Osgood said.")
    assert quote.speaker_name != "Mary Osgood"
