"""The archive as a whole: order in time, and what is said of each name."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from generator.archive import Entry, Named, Record, build_index
from generator.sources import Registry
from generator.sources.curated import RegistryEntry
from tests.archive.test_schema import record, statement


def entry(
    slug: str, published: dt.date | None, *, names: dict[str, str], speaker: str | None = None
) -> Entry:
    """A briefing that names people (name: role) and holds one statement."""
    base = record(published=published)
    people = [Named(name=name, aliases=[], role=role or None, mentions=1) for name, role in names.items()]
    said = statement(speaker, base.summary)
    return Entry(
        slug, base.model_copy(update={"entities": {"person": people}, "quotes": [said], "reported": []})
    )


OLD = entry("old", dt.date(2022, 5, 1), names={"Mara Ellison": "the deputy"}, speaker="Mara Ellison")
NEW = entry("new", dt.datetime(2024, 1, 1, 9, tzinfo=dt.UTC), names={"Mara Ellison": "the director"})
NONE = entry("none", None, names={"Mara ELLISON": "", "Ivo Lund": ""}, speaker="Ivo Lund")


def test_words_stand_newest_first_and_undated_ones_last() -> None:
    said = [
        entry("none", None, names={"Ivo Lund": ""}, speaker="Ivo Lund"),
        entry("late", dt.date(2024, 1, 1), names={"Ivo Lund": ""}, speaker="Ivo Lund"),
        entry("early", dt.date(2022, 1, 1), names={"Ivo Lund": ""}, speaker="Ivo Lund"),
    ]
    index = build_index(said)
    (speaker,) = index.speakers
    for statements in (speaker.statements, index.by_key["person", "ivo-lund"].statements):
        assert [item.slug for _, item in statements] == ["late", "early", "none"]


def test_a_role_with_and_without_its_article_is_one_role() -> None:
    roles = {"a": "the director", "b": "director", "c": "a pilot"}
    index = build_index(entry(slug, None, names={"Ivo Lund": role}) for slug, role in roles.items())
    assert [role for role, _ in index.subjects[0].roles] == ["the director", "a pilot"]


def test_newest_first_and_undated_last_in_whatever_order_they_come() -> None:
    for order in itertools.permutations([OLD, NEW, NONE]):
        index = build_index(order)
        assert [item.slug for item in index.entries] == ["new", "old", "none"]
        assert list(index.by_year()) == ["2024", "2022", "undated"]


def test_an_address_is_the_year_and_the_slug() -> None:
    assert [item.path for item in (OLD, NEW, NONE)] == ["2022/old.md", "2024/new.md", "undated/none.md"]


def test_a_person_has_one_page_with_all_names_roles_and_words() -> None:
    mara = next(
        subject for subject in build_index([OLD, NEW, NONE]).subjects if subject.slug == "mara-ellison"
    )
    assert mara.name == "Mara Ellison"
    assert mara.aliases == ()  # other letter case is no other name
    assert [role for role, _ in mara.roles] == ["the director", "the deputy"]
    assert [item.slug for item in mara.entries] == ["new", "old", "none"]
    assert [item.slug for _, item in mara.statements] == ["old"]


@pytest.mark.parametrize(
    ("briefings", "curated", "page", "feed"),
    [(1, False, False, False), (2, False, True, False), (1, True, True, False), (5, False, True, True)],
)
def test_who_is_followed_has_a_page_and_a_feed(briefings: int, curated: bool, page: bool, feed: bool) -> None:
    registry = Registry((RegistryEntry("Ivo Lund", "person"),) if curated else ())
    (ivo,) = build_index(
        (entry(f"n{number}", None, names={"Ivo Lund": ""}) for number in range(briefings)), registry
    ).subjects
    assert (ivo.has_page, ivo.has_feed) == (page, feed)


def test_often_in_one_briefing_is_no_reason_for_a_page() -> None:
    named = [Named(name="Ivo Lund", aliases=[], role=None, mentions=9)]
    one = Entry("one", record().model_copy(update={"entities": {"person": named}}))
    assert not build_index([one]).subjects[0].has_page


def test_who_is_named_most_comes_first_and_equals_by_alphabet() -> None:
    index = build_index([OLD, NEW, NONE])
    assert [subject.name for subject in index.most_present("person", 5)] == ["Mara Ellison", "Ivo Lund"]
    assert [subject.name for subject in index.of_type("person")] == ["Mara Ellison", "Ivo Lund"]
    assert index.of_type("place") == []


def test_an_empty_archive_has_an_index_too() -> None:
    assert build_index([]).entries == ()
    assert isinstance(record(), Record)


def test_names_that_are_perhaps_one_lead_to_each_other() -> None:
    index = build_index(
        entry(slug, None, names={name: ""}) for slug, name in (("a", "Ada Roe"), ("b", "Ada B. Roe"))
    )
    one, other = (index.by_key["person", slug] for slug in ("ada-roe", "ada-b-roe"))
    assert (index.perhaps_same(one), index.perhaps_same(other)) == ((other,), (one,))
