"""What a reader would notice between two states of a briefing, told by kind. All made up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pytest

from generator.archive import Named, Record, Statement, dump_front_matter
from generator.review.comparison import compare
from generator.review.differences import KINDS, Difference, differences, told
from generator.sources import EntityType
from tests.archive.test_records import passage
from tests.archive.test_schema import record

PATH = "briefings/2031/ferry.md"
FIRST, SECOND = "The ferry was sold.", "It sails until May."


def briefing(
    *,
    title: str = "Ferry sold",
    published: dt.date | None = dt.date(2031, 3, 14),
    summary: Iterable[str] = (FIRST, SECOND),
    said: Iterable[tuple[str, str | None, str | None]] = (("We had no choice.", "Ada Lund", "its owner"),),
    names: Iterable[tuple[str, EntityType]] = (("Ada Lund", "person"), ("Tarn", "place")),
    tags: Iterable[str] = ("Ada Lund",),
    fingerprint: str = "0" * 32,
    **source: str | None,
) -> Record:
    base = record("x")
    entities: dict[EntityType, list[Named]] = {}
    for name, kind in names:
        entities.setdefault(kind, []).append(Named(name=name, aliases=[], role=None, mentions=1))
    return base.model_copy(
        update={
            "title": title,
            "published": published,
            "fingerprint": fingerprint,
            "summary": [passage(text) for text in summary],
            "quotes": [
                Statement(
                    id="0" * 12, kind="quoted", speaker=speaker, role=role, cue=None, passages=[passage(text)]
                )
                for text, speaker, role in said
            ],
            "entities": entities,
            "tags": list(tags),
            "source": base.source.model_copy(update=source),
        }
    )


OLD = briefing()
CHANGED = [
    (briefing(title="Ferry is sold"), [("title", "was Ferry sold, is Ferry is sold")]),
    (briefing(published=None), [("date", "was 2031-03-14, is unknown")]),
    (briefing(published=dt.date(2031, 3, 15)), [("date", "was 2031-03-14, is 2031-03-15")]),
    (briefing(outlet="Veldt News"), [("source", "outlet was x, is Veldt News")]),
    (briefing(author=None), [("source", "author was x, is unknown")]),
    (briefing(language="de"), [("source", "language was en, is de")]),
    (briefing(summary=[FIRST]), [("summary", f"- {SECOND}")]),
    (briefing(summary=[FIRST, SECOND, "Then it stops."]), [("summary", "+ Then it stops.")]),
    (
        briefing(summary=[FIRST, "Then it stops."]),
        [("summary", f"- {SECOND}"), ("summary", "+ Then it stops.")],
    ),
    (briefing(summary=[SECOND, FIRST]), [("summary", "in another order")]),
    (briefing(said=[]), [("quotations", "- We had no choice.")]),
    (
        briefing(said=[("We had a choice.", "Ada Lund", "its owner")]),
        [("quotations", "- We had no choice."), ("quotations", "+ We had a choice.")],
    ),
    (
        briefing(said=[("We had no choice.", None, None)]),
        [("speakers", "“We had no choice.” was Ada Lund, its owner, is unknown")],
    ),
    (
        briefing(said=[("We had no choice.", "Ada Lund", None)]),
        [("speakers", "“We had no choice.” was Ada Lund, its owner, is Ada Lund")],
    ),
    (
        briefing(names=[("Ada Lund", "person"), ("Tarn", "organisation")]),
        [("names", "- Tarn (place)"), ("names", "+ Tarn (organisation)")],
    ),
    (briefing(tags=[]), [("names", "- Ada Lund (person, a tag)"), ("names", "+ Ada Lund (person)")]),
    (briefing(fingerprint="1" * 32), [("provenance", "Ferry sold")]),
    (briefing(sha256="1" * 64), [("provenance", "Ferry sold")]),
    (OLD, []),
]


@pytest.mark.parametrize(("new", "found"), CHANGED)
def test_what_differs_is_told_by_what_it_was_and_is(new: Record, found: list[tuple[str, str]]) -> None:
    assert list(differences(PATH, OLD, new)) == [Difference(PATH, kind, words) for kind, words in found]


@pytest.mark.parametrize(("new", "found"), CHANGED)
def test_a_reader_of_the_way_back_is_told_as_much(new: Record, found: list[tuple[str, str]]) -> None:
    back = list(differences(PATH, new, OLD))
    assert sorted(one.kind for one in back) == sorted(kind for kind, _ in found)


@pytest.mark.parametrize(
    ("old", "new", "same_page", "kinds"),
    [
        (None, OLD, True, ["new"]),
        (OLD, None, True, ["gone"]),
        (None, None, True, []),
        (OLD, OLD, False, ["markup"]),
        (OLD, briefing(fingerprint="1" * 32), False, ["markup"]),
        (OLD, briefing(title="Sold"), False, ["title"]),
    ],
)
def test_a_briefing_can_come_go_or_have_another_page_around_it(
    old: Record | None, new: Record | None, same_page: bool, kinds: list[str]
) -> None:
    assert [one.kind for one in differences(PATH, old, new, same_page=same_page)] == kinds


def test_a_report_of_every_kind_has_a_case() -> None:
    shown = {kind for _, found in CHANGED for kind, _ in found} | {"new", "gone", "markup"}
    assert shown == set(KINDS)


def test_long_words_are_cut_and_lines_stay_lines() -> None:
    (long,) = differences(PATH, OLD, briefing(summary=[FIRST, SECOND, "It\nsails " * 60]))
    assert long.told.endswith("…")
    assert len(long.told) <= 2 + 160
    assert "\n" not in long.told


FOUND = [Difference(f"briefings/2031/{name}.md", "title", "was a, is b") for name in "abc"]


@pytest.mark.parametrize(
    ("found", "examples", "lines"),
    [
        ([], 5, ["0 of 9 briefings differ for their readers."]),
        (
            FOUND[:1],
            5,
            [
                "1 of 9 briefings differ for their readers.",
                "",
                "## title: 1 (the title)",
                "",
                "- `briefings/2031/a.md`: was a, is b",
            ],
        ),
        (
            FOUND,
            1,
            [
                "3 of 9 briefings differ for their readers.",
                "",
                "## title: 3 (the title)",
                "",
                "- `briefings/2031/a.md`: was a, is b",
                "- … and 2 more",
            ],
        ),
        (FOUND, 0, ["3 of 9 briefings differ for their readers.", "", "## title: 3 (the title)", ""]),
        (
            [FOUND[0], FOUND[0]],
            5,
            [
                "1 of 9 briefings differ for their readers.",
                "",
                "## title: 1 (the title)",
                "",
                *["- `briefings/2031/a.md`: was a, is b"] * 2,
            ],
        ),
        (
            [Difference("a.md", "provenance", "A")],
            5,
            [
                "0 of 9 briefings differ for their readers.",
                "",
                f"## provenance: 1 ({KINDS['provenance']})",
                "",
            ],
        ),
    ],
    ids=["none", "one", "more than shown", "no examples", "two of one file", "what no reader sees"],
)
def test_a_report_counts_files_and_shows_examples(
    found: list[Difference], examples: int, lines: list[str]
) -> None:
    assert list(told(found, compared=9, examples=examples)) == lines


def test_kinds_stand_in_the_order_in_which_readers_care() -> None:
    mixed = [Difference("a.md", kind, "x") for kind in reversed(KINDS)]
    heads = [line.split()[1].rstrip(":") for line in told(mixed, compared=1, examples=0) if line[:2] == "##"]
    assert heads == list(KINDS)


def page(record: Record, body: str = "# Ferry\n") -> str:
    return f"{dump_front_matter(record)}{body}"


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        (page(OLD), page(OLD), []),
        (page(OLD), page(OLD, "# Ship\n"), ["markup"]),
        (page(OLD), page(briefing(title="Sold")), ["title"]),
        (None, page(OLD), ["new"]),
        (page(OLD), None, ["gone"]),
        ("no briefing", page(OLD), ["new"]),
        (page(OLD), "---\ntitle: broken\n---\n", ["gone"]),
        ("one broken", "another", []),
    ],
)
def test_files_are_compared_by_what_they_say(old: str | None, new: str | None, kinds: list[str]) -> None:
    comparison = compare([(PATH, old, new)])
    assert [one.kind for one in comparison.found] == kinds
    assert comparison.compared == 1
