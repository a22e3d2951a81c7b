"""Single checks, on hand-made records and pages: what they find, and what they leave alone."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.archive import Record
from generator.review.checks.lines import field_line, located
from generator.review.checks.links import anchors_of, dead_links, links_of
from generator.review.checks.plausible import implausible_dates, over_budget
from generator.review.findings import Finding
from tests.archive.test_records import passage, quoting
from tests.archive.test_schema import record

TODAY = dt.date(2024, 6, 1)


def dated(published: dt.date | None, url: str | None = None) -> Record:
    base = record(published=published)
    return base.model_copy(update={"source": base.source.model_copy(update={"url": url})})


@pytest.mark.parametrize(
    ("published", "problem", "hint"),
    [
        (None, None, None),
        (dt.date(2024, 6, 1), None, None),
        (dt.date(2024, 6, 2), None, None),
        (dt.date(2024, 6, 3), "2024-06-03 is in the future", False),
        (dt.datetime(2024, 6, 3, 9, tzinfo=dt.UTC), "2024-06-03 is in the future", False),
        (dt.date(1604, 12, 31), "1604-12-31 is before there were newspapers", False),
        (dt.date(1605, 1, 1), "1605-01-01 is long ago", True),
        (dt.date(1899, 12, 31), "1899-12-31 is long ago", True),
        (dt.date(1900, 1, 1), None, None),
        (dt.date(1970, 1, 1), "1970-01-01 is what computers say when they know no date", True),
    ],
)
def test_a_date_can_be_or_not(published: dt.date | None, problem: str | None, hint: bool | None) -> None:
    found = list(implausible_dates(dated(published), TODAY))
    assert [(item.problem, item.hint) for item in found] == ([(problem, hint)] if problem else [])
    assert all(item.field == "published" for item in found)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://a.example/2024/03/14/bridge", False),
        ("https://a.example/2024/03/17/bridge", False),
        ("https://a.example/2024/03/18/bridge", True),
        ("https://a.example/2024/03/10/bridge", True),
        ("https://a.example/20240318/bridge", True),
        ("https://a.example/2024-03-18-bridge", True),
        ("https://a.example/2024/02/30/bridge", False),
        ("https://a.example/bridge?day=/2024/03/18", False),
        ("https://a.example/article/20240318999", False),
        (None, False),
    ],
)
def test_a_date_that_is_not_the_one_in_the_address_is_told_from_four_days_on(
    url: str | None, told: bool
) -> None:
    found = list(implausible_dates(dated(dt.date(2024, 3, 14), url), TODAY))
    assert bool(found) == told
    assert all(item.hint and "the day in the article's address" in item.problem for item in found)


@pytest.mark.parametrize(
    ("words", "of", "share", "passages", "told"),
    [
        (65, 100, 35, 2, False),
        (66, 100, 35, 2, True),
        (36, 100, 35, 1, False),
        (210, 600, 35, 2, False),
        (211, 600, 35, 2, True),
        (211, 600, 35, 1, False),
        (100, 100, 100, 2, False),
        (400, 3000, 35, 2, False),
        (600, 3000, 35, 2, True),
    ],
    ids=[
        "all of a short article that it may",
        "a word more of a short one",
        "a single sentence of a short one",
        "all that it may",
        "a word more",
        "a single sentence",
        "no bound",
        "a long article",
        "too much of it",
    ],
)
def test_a_briefing_quotes_no_more_than_it_may(
    words: int, of: int, share: int, passages: int, told: bool
) -> None:
    base = quoting(words, of)
    if passages == 2:
        halves = [passage("word"), passage(" ".join(["word"] * (words - 1)))]
        base = base.model_copy(update={"summary": halves})
    found = list(over_budget(base, share))
    assert bool(found) == told
    assert all(item.kind == "budget" and not item.hint for item in found)


PAGE = """---
title: A
source:
  outlet: B
quotes:
  - speaker: C
    passages: [x, y]
  - speaker: D
---
text
"""


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("title", 2),
        ("source", 3),
        ("source.outlet", 4),
        ("quotes.0", 6),
        ("quotes.0.passages", 7),
        ("quotes.1.speaker", 8),
        ("quotes.1.role", 8),
        ("quotes.7", 5),
        ("source.url", 3),
        ("nothing", None),
    ],
)
def test_a_field_is_found_on_its_line_or_that_of_what_holds_it(field: str, line: int | None) -> None:
    assert field_line(PAGE, field.split(".")) == line


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no front matter",
        "---\n[broken\n---\n",
        "---\ntitle: A",
        pytest.param(f"---\nurl: {'[' * 200_000}\n---\n", id="deep"),
    ],
)
def test_where_no_field_can_be_found_no_line_is_told(text: str) -> None:
    assert field_line(text, ["url"]) is None


def test_a_finding_that_has_a_line_keeps_it() -> None:
    finding = Finding(kind="link", file="a.md", problem="x", remedy="y", field="title", line=9)
    assert located(finding, PAGE).line == 9
    assert located(Finding(kind="date", file="a.md", problem="x", remedy="y", field="title"), PAGE).line == 2


PAGES = {
    "2024/a.md": frozenset({"source"}),
    "people/a-z/m.md": frozenset({"mara"}),
    "index.md": frozenset(),
}


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("../people/a-z/m.md#mara", None),
        ("../people/a-z/m.md", None),
        ("#source", None),
        ("../index.md", None),
        ("https://a.example/x", None),
        ("../people/a-z/m.md#ivo", "the page has no such anchor"),
        ("#sauce", "the page has no such anchor"),
        ("b.md", "there is no such page"),
        ("../../index.md", "there is no such page"),
        ("http://", "it is no web address"),
        ("javascript:x", "it is no web address"),
        ("javascript:alert(1)", "it is no web address"),
        ("data:text/html,(x)", "it is no web address"),
        ("https://a.example/Tarn_(lake)", None),
        ("b_(c).md", "there is no such page"),
        ("//a.example/x", "it is no web address"),
        ("https://a.example:99999/", "it is no web address"),
    ],
)
def test_a_link_leads_somewhere_or_is_told(target: str, fault: str | None) -> None:
    found = list(dead_links("2024/a.md", f"one\n[x]({target})", PAGES))
    assert found == ([(2, target, fault)] if fault else [])


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[a](b.md) and [c](d.md#e)", [(1, "b.md"), (1, "d.md#e")]),
        ("x\n\n![a](b.svg)", [(3, "b.svg")]),
        ("`[a](b.md)`", []),
        (r"\[a\](b.md)", []),
        (r"[a\\](b.md)", [(1, "b.md")]),
        ("[a](b c.md)", [(1, "b c.md")]),
        ("[a](b(c).md) [d](e.md)", [(1, "b(c).md"), (1, "e.md")]),
        ("[a](x:f(g(h(1))))", [(1, "x:f(g(h(1)))")]),
        ("([a](b.md))", [(1, "b.md")]),
        ("([a](b.md) (c) and d", [(1, "b.md")]),
        ("[![a](b.svg)](c.md)", [(1, "b.svg"), (1, "c.md")]),
        ("[a](b.md \"c\") [a](d.md 'e')", [(1, "b.md"), (1, "d.md")]),
        ("[a](<b.md>) [a]( c.md )", [(1, "b.md"), (1, "c.md")]),
        ("[a](b.md (c)", []),
        ("[a](b.md", []),
        (r"[a](b\(c.md)", [(1, r"b\(c.md")]),
        ("a) (b) c", []),
        ("[a]()", [(1, "")]),
    ],
)
def test_links_are_told_from_text_and_code(text: str, links: list[tuple[int, str]]) -> None:
    assert list(links_of(text)) == links


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ('<a id="mara"></a>', {"mara"}),
        ("## Mara {: #mara }", {"mara"}),
        ("## Mara {: .name #mara lang=de }", {"mara"}),
        ("<a id='a&amp;b'>", {"a&b"}),
        ("## Mara", set()),
    ],
)
def test_a_page_has_the_anchors_that_it_states(text: str, anchors: set[str]) -> None:
    assert anchors_of(text) == anchors
