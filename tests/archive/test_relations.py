"""What hangs together: related briefings, and whom somebody appears with."""

from __future__ import annotations

import datetime as dt

from generator.archive import Index, Relations, build_index, circle
from generator.archive.index import Entry
from generator.archive.relations import WIDELY_NAMED, Related
from tests.archive.test_index import entry


def related(index: Index, item: Entry, limit: int) -> list[Related]:
    return Relations(index).related(item, limit)


def archive(*groups: str) -> list:
    """Briefings, a day apart, that name people by single letters."""
    return [
        entry(
            f"b{number}",
            dt.date(2024, 1, 1) + dt.timedelta(number),
            names={f"Person {letter}": "" for letter in group},
        )
        for number, group in enumerate(groups)
    ]


def test_a_rare_shared_name_relates_more_than_a_common_one() -> None:
    entries = archive("ABX", "AX", "BX", "BX", "BX", "C")
    found = related(build_index(entries), entries[0], 5)
    assert found[0].entry.slug == "b1"
    assert [subject.name for subject in found[0].shared] == ["Person A", "Person X"]
    assert "b5" not in [item.entry.slug for item in found]
    assert "b0" not in [item.entry.slug for item in found]


def test_nothing_in_common_relates_nothing() -> None:
    entries = archive("A", "B", "")
    assert related(build_index(entries), entries[0], 5) == []
    assert related(build_index(entries), entries[2], 5) == []


def test_a_little_in_common_is_not_enough() -> None:
    entries = archive("ABCDEFGHX", "XIJKLMNOP", "X", "X", "X")
    assert "b1" not in [item.entry.slug for item in related(build_index(entries), entries[0], 5)]


def test_a_name_in_more_briefings_than_anybody_reads_relates_none_of_them() -> None:
    few, many = archive(*["X"] * WIDELY_NAMED), archive(*["X"] * (WIDELY_NAMED + 1))
    assert related(build_index(few), few[0], 2)
    assert related(build_index(many), many[0], 2) == []


def test_at_most_so_many_are_related_the_likest_first() -> None:
    entries = archive("ABC", "AB", "ABC", "A")
    assert [item.entry.slug for item in related(build_index(entries), entries[0], 2)] == ["b2", "b1"]


def test_a_circle_counts_who_is_named_together_and_how_often() -> None:
    index = build_index(archive("ABC", "ABC", "AB", "AD"))
    subject = index.by_key["person", "person-a"]
    found = circle(index, subject, 5)
    assert [(item.subject.name, item.together) for item in found.companions] == [
        ("Person B", 3),
        ("Person C", 2),
    ]
    assert found.ties == ((0, 1, 2),)


def test_the_order_of_briefings_does_not_matter() -> None:
    entries = archive("ABC", "BCD", "CDA", "DAB")
    one, other = build_index(entries), build_index(entries[::-1])
    assert related(one, entries[0], 3) == related(other, entries[0], 3)


def test_equal_inputs_mean_the_same_related_briefings_whatever_is_added() -> None:
    before = archive("ABC", "BCD", "XYZ", "ZW", "VW")
    after = [*before, *archive("", "", "", "", "", "ZQ")[5:]]
    one, other = Relations(build_index(before)), Relations(build_index(after))
    same = [told for told in before if one.inputs(told) == other.inputs(told)]
    assert before[0] in same
    assert before[2] not in same
    for told in same:
        assert [item.entry.path for item in one.related(told, 5)] == [
            item.entry.path for item in other.related(told, 5)
        ]
