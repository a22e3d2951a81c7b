"""Stories: which briefings are of one event, and which only share names, days or words. All made up."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.archive import Entry, build_index
from generator.archive.relations import Relations
from generator.archive.stories import story
from tests.archive.test_index import entry

DAY = dt.date(2031, 3, 14)
TITLE = "Lake ferry to Tarn is sold"
WHO = ("Ada Lund", "Ben Roe")


def told(slug: str, title: str = TITLE, days: float | None = 0, who: tuple[str, ...] = WHO) -> Entry:
    """A briefing of a title, so many days after the first one, that names some people."""
    published = None if days is None else DAY + dt.timedelta(days)
    made = entry(slug, published, names=dict.fromkeys(who, ""))
    return Entry(slug, made.record.model_copy(update={"title": title}))


OTHERS = [told(f"other{number}", f"Harbour {number}", number, (f"Person {number}",)) for number in range(9)]


def stories_of(*entries: Entry) -> list[str]:
    index = build_index([*entries, *OTHERS])
    return [found.slug for found in story(Relations(index), entries[0])]


ONE = [
    ("the same day and title", told("b")),
    ("three days later", told("b", days=3)),
    ("three days before", told("b", days=-3)),
    ("other words about the same", told("b", "The Tarn ferry finds a buyer")),
    ("plural and possessive", told("b", "Tarn’s ferries and lakes")),
    ("another name beside", told("b", who=(*WHO, "Cy Orlo"))),
    ("letter case", told("b", TITLE.upper())),
]


@pytest.mark.parametrize("other", [case for _, case in ONE], ids=[name for name, _ in ONE])
def test_briefings_of_one_event_stand_together(other: Entry) -> None:
    assert sorted(stories_of(told("a"), other)) == ["a", "b"]


TWO = [
    ("four days later", told("b", days=4)),
    ("four days before", told("b", days=-4)),
    ("without a date", told("b", days=None)),
    ("nobody in common", told("b", who=("Cy Orlo",))),
    (
        "one of many in common",
        told("b", who=("Ada Lund", *(f"Other {letter}" for letter in "ABCDEFGHIJKLM"))),
    ),
    ("one word in common", told("b", "Tarn council votes on a budget")),
    ("small words in common", told("b", "It is to the council that he is sold on")),
    (
        "two of very many words",
        told(
            "b",
            "Tarn ferry, harbour, bridge, tower, market, school, museum, prison, abbey, depot, canal, mill",
        ),
    ),
    ("no words", told("b", "…")),
]


@pytest.mark.parametrize("other", [case for _, case in TWO], ids=[name for name, _ in TWO])
def test_what_shares_only_names_days_or_words_is_another_event(other: Entry) -> None:
    assert stories_of(told("a"), other) == []


def test_a_briefing_without_a_date_is_of_no_event() -> None:
    assert stories_of(told("a", days=None), told("b"), told("c", days=None)) == []


def test_the_earliest_comes_first_and_of_one_day_the_alphabet_counts() -> None:
    entries = [told("d", days=1), told("b", days=2), told("c"), told("a", days=1)]
    assert stories_of(*entries) == ["c", "a", "d", "b"]
    assert stories_of(*entries[::-1]) == ["c", "a", "d", "b"]


def test_a_time_of_day_counts_as_a_part_of_a_day() -> None:
    late = dt.datetime(2031, 3, 17, 0, 1, tzinfo=dt.UTC)
    made = told("b")
    later = Entry("b", made.record.model_copy(update={"published": late}))
    assert stories_of(told("a"), later) == []
