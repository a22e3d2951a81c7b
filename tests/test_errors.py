"""Every failure is one line: where, what is wrong, what to do."""

from __future__ import annotations

import pickle

import pytest

from generator import errors
from generator.errors import ArticleFileError, BriefingError, CorrectionError, SourceError, printable


@pytest.mark.parametrize(
    ("where", "file", "line"),
    [
        ("a.md", "a.md", None),
        ("a.md:7", "a.md", 7),
        ("a.md: title", "a.md", None),
        ("a.md:7: title", "a.md", 7),
        ("articles/a: b.md", "articles/a", None),
        ("line 3", "line 3", None),
    ],
)
def test_an_error_knows_its_file_and_line(where: str, file: str, line: int | None) -> None:
    error = BriefingError(where, "it is wrong", "mend it")
    assert (error.file, error.line) == (file, line)
    assert str(error) == f"{where}: it is wrong; mend it"


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        ("two\nlines", "two lines"),
        ("  much \t space ", "much space"),
        ("x" * 600, "x" * 600),
        ("x" * 601, "x" * 599 + "…"),
    ],
)
def test_what_is_wrong_is_told_on_one_short_line(problem: str, told: str) -> None:
    assert BriefingError("a.md", problem, "mend it").problem == told


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a\ufffd[31mb"),
        ("a\u202eb", "a\ufffdb"),
        ("a\nb", "a\nb"),
        ("a\u00a0b", "a b"),
        ("“é” 新闻 😀", "“é” 新闻 😀"),
        ("\ud800", "\ufffd"),
    ],
)
def test_nothing_printed_steers_a_terminal(text: str, shown: str) -> None:
    assert printable(text) == shown


PARTS = [SourceError("a.md: title", "too long", "cut it"), SourceError("a.md: url", "no address", "cut it")]


@pytest.mark.parametrize(
    "error",
    [
        BriefingError("a.md:7", "it is wrong", "mend it"),
        SourceError("a.md", "it is wrong", "mend it"),
        ArticleFileError("a.md: front matter", "cut it", PARTS),
        CorrectionError("a.md: corrections", "cut it", PARTS),
    ],
)
def test_an_error_crosses_from_one_process_to_another(error: BriefingError) -> None:
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301  our own
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert [str(fault) for fault in copy.faults()] == [str(fault) for fault in error.faults()]


def test_faults_of_one_file_are_told_together_and_each_by_itself() -> None:
    error = ArticleFileError("a.md: front matter", "cut it", [*PARTS, PARTS[0]])
    assert str(error) == "a.md: front matter: too long; no address; cut it"
    assert [fault.where for fault in error.faults()] == ["a.md: title", "a.md: url", "a.md: title"]


def test_every_error_is_drawn_in_the_tree_of_errors() -> None:
    kinds = {
        name
        for name, kind in vars(errors).items()
        if isinstance(kind, type) and issubclass(kind, BriefingError)
    }
    assert {name for name in kinds if name not in (errors.__doc__ or "")} == set()
