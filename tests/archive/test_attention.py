"""Who is in the archive now, what they are, and which briefings are of one event."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.archive import Entry, Relations, build_index, is_whole, most_attended, story
from generator.archive.roles import most_telling
from tests.archive.test_index import entry


def test_attention_is_given_to_the_new_before_the_many() -> None:
    old = [entry(f"old{n}", dt.date(2020, 1, n + 1), names={"Ada Brandt": ""}) for n in range(4)]
    new = [entry(f"new{n}", dt.date(2024, 1, n + 1), names={"Ivo Lund": ""}) for n in range(2)]
    index = build_index([*old, *new])
    assert [subject.name for subject in index.most_present("person", 2)] == ["Ada Brandt", "Ivo Lund"]
    assert [subject.name for subject in most_attended(index, "person", 2)] == ["Ivo Lund", "Ada Brandt"]


@pytest.mark.parametrize(
    ("role", "whole"),
    [
        ("the director of the Halden Space Agency", True),
        ("President", True),
        ("former President", True),
        ("Its director", False),
        ("the former", False),
        ("a star by the time her husband", False),
        ("who was the head of the union", False),
        ("", False),
    ],
)
def test_a_role_is_whole_if_it_can_stand_away_from_its_sentence(role: str, whole: bool) -> None:
    assert is_whole(role) == whole


@pytest.mark.parametrize(
    ("roles", "best"),
    [
        (["the GOP nominee", "President", "president of the United States", "President"],
         "president of the United States"),
        (["the former", "Its director"], None),
        (["pilot"], "pilot"),
        ([], None),
    ],
)  # fmt: skip
def test_the_role_that_others_agree_with_tells_who_somebody_is(roles: list[str], best: str | None) -> None:
    assert most_telling(roles) == best


def titled(title: str, told: Entry) -> Entry:
    return Entry(told.slug, told.record.model_copy(update={"title": title}))


NAMES = {"Mara Ellison": "", "Sela Okoro": "", "Beacon": ""}
OTHERS = [entry(f"other{n}", dt.date(2024, 1, n + 1), names={f"Ada Number{n}": ""}) for n in range(20)]


@pytest.mark.parametrize(
    ("title", "day", "names", "together"),
    [
        ("Beacon satellite lost in storm", 12, NAMES, True),
        ("Beacon satellite lost in storm", 20, NAMES, False),  # a week later
        ("A quiet day at the observatory", 12, NAMES, False),  # another headline
        ("Beacon satellite lost in storm", 12, {"Petra Anselm": ""}, False),  # nobody in common
        ("Beacon satellite lost in storm", None, NAMES, False),  # without a date
    ],
)
def test_briefings_of_one_event_stand_together(
    title: str, day: int | None, names: dict[str, str], together: bool
) -> None:
    one = titled("The Beacon satellite is lost", entry("one", dt.date(2024, 1, 11), names=NAMES))
    two = titled(title, entry("two", dt.date(2024, 1, day) if day else None, names=names))
    found = story(Relations(build_index([one, two, *OTHERS])), one)
    assert [item.slug for item in found] == (["one", "two"] if together else [])
