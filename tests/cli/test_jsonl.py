"""The filter below the language model: which lines are answered, and what is said of the others."""

from __future__ import annotations

import json
from typing import cast

import pytest

from generator.analysis import Briefing
from generator.cli.jsonl import answer_lines
from generator.errors import AnalysisError, BriefingError
from generator.pipeline import Briefer
from generator.sources import Article


class Silent:
    """Finds nothing in any article, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Article] = []

    def brief(self, article: Article) -> Briefing:
        self.asked.append(article)
        return Briefing(summary=(), quotes=(), key_quotes=(), statements=(), entities=())


class Missing:
    """Has no language model."""

    def brief(self, article: Article) -> Briefing:
        raise AnalysisError("model", f"it is missing for “{article.text}”", "install it")


def answers(*lines: str) -> list[str | BriefingError]:
    return list(answer_lines(lines, cast(Briefer, Silent())))


NOTHING = {"summary": [], "quotes": [], "statements": [], "entities": [], "mentions": []}


@pytest.mark.parametrize(
    ("line", "id_"),
    [
        ('{"id": "1", "text": "x"}', "1"),
        ('{"id": 7, "text": "x"}', 7),
        ('{"id": null, "text": ""}', None),
        ('{"id": ["a"], "text": "x", "title": "T"}', ["a"]),
        ('{"id": "1", "text": "x", "title": null, "more": 2}', "1"),
    ],
)
def test_a_line_is_answered_with_its_own_id(line: str, id_: object) -> None:
    (answer,) = answers(line)
    assert isinstance(answer, str)
    assert json.loads(answer) == {"id": id_, **NOTHING}
    assert "\n" not in answer


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("no JSON", "not JSON"),
        ('{"id": "1", "text": "x"', "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "no object with the fields id and text"),
        ('"text"', "no object with the fields id and text"),
        ('{"text": "x"}', "no object with the fields id and text"),
        ('{"id": "1"}', "no object with the fields id and text"),
        ('{"id": "1", "text": 7}', "no object with the fields id and text"),
        ('{"id": "1", "text": "x", "title": 7}', "the title is no text"),
    ],
    ids=["words", "cut off", "deep", "a list", "a text", "no id", "no text", "a number", "a title"],
)
def test_a_line_of_another_form_is_told_by_its_number_and_the_next_is_answered(
    line: str, problem: str
) -> None:
    first, wrong, last = answers('{"id": 1, "text": "x"}', line, '{"id": 3, "text": "x"}')
    assert isinstance(wrong, BriefingError)
    assert (wrong.where, problem in wrong.problem) == ("line 2", True)
    assert [json.loads(cast(str, found))["id"] for found in (first, last)] == [1, 3]


def test_blank_lines_are_passed_over_and_counted() -> None:
    (wrong,) = answers("", "  \n", "no JSON")
    assert isinstance(wrong, BriefingError)
    assert wrong.where == "line 3"


@pytest.mark.parametrize(("title", "read"), [('"T"', "T"), ('""', None), ("null", None)])
def test_an_empty_title_is_none(title: str, read: str | None) -> None:
    briefer = Silent()
    list(answer_lines([f'{{"id": 1, "text": "x", "title": {title}}}'], cast(Briefer, briefer)))
    assert [(article.text, article.title) for article in briefer.asked] == [("x", read)]


def test_without_a_model_no_line_can_be_answered() -> None:
    with pytest.raises(AnalysisError, match="it is missing"):
        list(answer_lines(['{"id": 1, "text": "x"}'] * 2, cast(Briefer, Missing())))


def test_an_id_that_is_no_utf8_comes_back_as_it_was() -> None:
    (answer,) = answers('{"id": "\\ud800", "text": "x"}')
    assert isinstance(answer, str)
    assert answer.isascii()
    assert json.loads(answer)["id"] == "\ud800"
