"""Texts made to be slow, or to fill the screen: they are read or refused like any other.

How long they take is measured by `python -m benchmarks.limits`; a test here would not end without its limit.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.analysis.parse import DEFAULT_MODEL, LONGEST_WORD, load
from generator.archive import Project
from generator.editing.correct import _count
from generator.errors import BriefingError, SourceError, StoreError
from generator.pipeline import Incoming, add, named
from generator.pipeline.refresh import refresh_archive
from generator.sources import read_article, read_registry
from generator.sources.cleaning import leading_rule, line_rule

ENDLESS = [
    "-" * 300 + "x",
    "linkedin " * 40 + "!x",
    "facebook / " * 30 + "!x",
    "A-" * 99 + "x",
    "PELL, " * 60 + "x",
    "By" + " Ad" * 120 + "!",
    "(" * 390 + "by",
    "scroll " * 50,
    "source:" + " " * 380 + "a b",
]
"""Lines at which a pattern that can read them in two ways tries out all combinations."""


@pytest.mark.parametrize("line", ENDLESS, ids=[line[:12] for line in ENDLESS])
def test_a_line_made_to_try_all_combinations_is_read_at_once(line: str) -> None:
    assert line_rule(line) in {None, "source", "caption"}
    assert leading_rule(line, 0, len(line)) is None


def test_comments_before_a_page_are_passed_over_at_once() -> None:
    comments = b"<!---->" * 280
    assert named(Incoming("standard input", comments + b"x")) == "standard input.txt"
    assert named(Incoming("standard input", b"<!-- a --> <!---->\n<html>")) == "standard input.html"


@pytest.mark.parametrize("text", ["," * 1000, "a." * 500 + " b", "“" * 299, "Plain words, as ever.", ""])
def test_the_tokenizer_gets_long_runs_without_a_space_in_parts(text: str) -> None:
    doc = load(DEFAULT_MODEL).tokenizer(text)
    assert doc.text == text
    assert all(len(token) <= LONGEST_WORD for token in doc)


@pytest.mark.parametrize(
    ("name", "text", "times"),
    [
        ("Roe", "Roe said Roe’s plan, not Roehm’s or Munroe", 2),
        ("--", "-- a --b", 1),
        ("- a", "x- a, - a", 1),
    ],
)
def test_a_name_is_counted_where_it_is_a_whole_word(name: str, text: str, times: int) -> None:
    assert _count(name, text) == times


def test_a_registry_of_faults_names_the_first_hundred() -> None:
    with pytest.raises(BriefingError) as caught:
        read_registry("entities:\n" + "  - a\n" * 1000)
    assert len(str(caught.value).splitlines()) == len(caught.value.faults()) == 100


@pytest.mark.parametrize("name", ["entities.yml", "briefing.yml"])
def test_a_registry_or_settings_that_are_no_file_are_refused(project: Project, name: str) -> None:
    path = project.root / name
    path.unlink()
    path.symlink_to("/dev/zero")
    with pytest.raises(BriefingError, match=f"{name}: it is no file, or one of more than 20,000,000 bytes"):
        project.registry() if name == "entities.yml" else project.settings()
    path.unlink()
    with Path(path).open("wb") as file:
        file.truncate(20_000_001)
    with pytest.raises(BriefingError, match="more than 20,000,000 bytes"):
        project.registry() if name == "entities.yml" else project.settings()


@pytest.mark.parametrize("field", ["a\\nb", "\\x1b[31m", "\\u202e", "a" * 5000])
def test_a_message_about_strangers_words_is_one_short_line(field: str) -> None:
    with pytest.raises(BriefingError) as caught:
        read_article(f'---\n"{field}": 1\n---\nThe text.'.encode(), "a.md")
    assert len(str(caught.value).splitlines()) == 1
    assert len(str(caught.value)) < 1000


def test_a_file_name_cannot_begin_a_new_line() -> None:
    assert str(SourceError("a\nb.md", "it is\nempty", "delete it")) == "a\ufffdb.md: it is empty; delete it"


@pytest.mark.model
@pytest.mark.parametrize("name", ["a\nb.txt", "esc\x1b[31m.txt", "\u202egnp.txt", b"bad\xff.txt"])
def test_an_article_whose_name_cannot_be_shown_is_refused(project: Project, name: str | bytes) -> None:
    (project.articles / os.fsdecode(name)).write_text("Rain fell.", encoding="utf-8")
    done = refresh_archive(project)
    assert [error.problem for error in done.errors] == ["its name has characters that cannot be shown"]
    assert done.briefings == 1


@pytest.mark.parametrize("link", ["", "2024", "people", "2024/linked.md"])
def test_a_link_in_the_briefings_is_refused_and_not_followed(project: Project, link: str) -> None:
    outside = project.root.parent / "outside"
    outside.mkdir()
    (outside / "private.md").write_text("A diary.", encoding="utf-8")
    place = project.briefings / link
    if not link:
        shutil.rmtree(place)
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(outside)
    with pytest.raises(StoreError, match="it is a symbolic link"):
        refresh_archive(project)
    with pytest.raises(StoreError, match="it is a symbolic link"):
        list(add(project, [Incoming("a.txt", b"Rain fell on Pell.")], {}))
    assert [path.name for path in outside.iterdir()] == ["private.md"]
