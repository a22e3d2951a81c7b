"""What of a briefing is found, by which words and labels, and what a result shows. All made up."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from generator.archive import Entry, Named, Statement, build_index
from generator.publish import Addresses
from generator.publish.search import search_files
from generator.publish.search.documents import PARTS, Document, Documents, shown
from generator.publish.search.names import ALIASES, NOTE, Name, names
from generator.publish.search.postings import postings
from generator.sources import EntityType, read_registry
from tests.archive.test_records import passage
from tests.archive.test_schema import record

DAY = dt.date(2031, 3, 14)


def named(name: str, *aliases: str, role: str | None = None, mentions: int = 1) -> Named:
    return Named(name=name, aliases=list(aliases), role=role, mentions=mentions)


def said(words: str, speaker: str | None = None, role: str | None = None) -> Statement:
    return Statement(
        id="0" * 12, kind="quoted", speaker=speaker, role=role, cue=None, passages=[passage(words)]
    )


def ferry(slug: str = "ferry", **changes: Any) -> Entry:
    base = record("x", published=DAY)
    people: dict[EntityType, list[Named]] = {
        "person": [named("Ada Lund", "Lund", role="its owner", mentions=3)],
        "place": [named("Tarn")],
    }
    fields: dict[str, Any] = {
        "title": "Ferry sold",
        "summary": [passage("The ship goes to a brewer.")],
        "quotes": [said("We had no choice in Tarn.", "Ada Lund", "its owner")],
        "reported": [],
        "entities": people,
        "source": base.source.model_copy(update={"outlet": "The Veldt News"}),
    }
    return Entry(slug, base.model_copy(update=fields | changes))


def documents(*entries: Entry) -> list[Document]:
    return list(Documents(build_index(entries)))


def numbers(word: str, *entries: Entry) -> dict[int, int]:
    """The documents that a word or label finds, with how much each is about it."""
    text, found, number = postings(documents(*entries)).get(word, ""), {}, 0
    digits = ""
    for char in text:
        if char.isupper():
            number += int(digits, 36)
            found[number], digits = ord(char) - 64, ""
        else:
            digits += char
    return found


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("ferry", [0, 1]),
        ("sold", [0, 1]),
        ("brewer", [0]),
        ("choice", [0, 1]),
        ("owner", [0, 1]),
        ("lund", [0, 1]),
        ("ada", [0, 1]),
        ("tarn", [0, 1]),
        ("veldt", [0]),
        ("the", []),
        ("its", []),
        ("harbour", []),
        ("@ada-lund", [1]),
        ("#ada-lund", [0]),
        ("#tarn", [0, 1]),
        ("@tarn", []),
    ],
)
def test_a_briefing_and_its_statement_are_found_by_their_words(word: str, found: list[int]) -> None:
    assert list(numbers(word, ferry())) == found


@pytest.mark.parametrize(
    ("more", "less"),
    [("ferry", "brewer"), ("lund", "tarn"), ("tarn", "choice"), ("ferry", "veldt")],
    ids=["headline and summary", "often and once named", "a name and a word", "headline and outlet"],
)
def test_what_a_briefing_is_about_counts_more_than_what_it_mentions(more: str, less: str) -> None:
    assert numbers(more, ferry())[0] > numbers(less, ferry())[0]


def test_who_says_something_counts_more_than_whose_name_falls() -> None:
    of_her = ferry(quotes=[said("Lund had no choice.", "Ben Roe")])
    assert numbers("lund", ferry())[1] > numbers("lund", of_her)[1]


def test_entries_are_numbered_from_the_oldest_and_the_undated_come_first() -> None:
    entries = [ferry("new"), ferry("old", published=dt.date(2030, 1, 1)), ferry("none", published=None)]
    order = Documents(build_index(entries)).entries
    assert [entry.slug for entry in order] == ["none", "old", "new"]
    assert [one.number for one in documents(*entries)] == [0, 1, PARTS, PARTS + 1, 2 * PARTS, 2 * PARTS + 1]


def test_statements_beyond_the_most_of_a_briefing_take_no_number_of_the_next() -> None:
    many = ferry("many", quotes=[said(f"Words {number}.") for number in range(PARTS + 5)])
    found = documents(many, ferry("next", published=dt.date(2032, 1, 1)))
    assert [one.number for one in found] == [*range(PARTS), PARTS, PARTS + 1]
    assert len(shown(many)["statements"]) == PARTS - 1


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("We had no choice in Tarn.", ("#tarn",)),
        ("Lund had no choice.", ("#ada-lund",)),
        ("TARN’s ferry", ("#tarn",)),
        ("A tarnished ship", ()),
        ("We had no choice.", ()),
    ],
)
def test_a_statement_is_filtered_by_whom_it_names_in_whole_words(words: str, labels: tuple[str, ...]) -> None:
    assert documents(ferry(quotes=[said(words)]))[1].labels == labels


@pytest.mark.parametrize(
    ("changes", "field", "value"),
    [
        ({}, "url", "2031/ferry/"),
        ({}, "title", "Ferry sold"),
        ({}, "outlet", "The Veldt News"),
        ({}, "date", "14 March 2031"),
        ({}, "summary", "The ship goes to a brewer."),
        ({"summary": [passage("One."), passage("Two.")]}, "summary", "One. Two."),
        ({"summary": []}, "summary", ""),
        ({"published": None}, "date", "date unknown"),
        ({"published": None}, "url", "undated/ferry/"),
        (
            {},
            "statements",
            [
                {
                    "id": "0" * 12,
                    "kind": "quoted",
                    "words": "We had no choice in Tarn.",
                    "speaker": "Ada Lund",
                    "role": "its owner",
                }
            ],
        ),
        ({"quotes": []}, "statements", []),
        (
            {"quotes": [said("So it is.")]},
            "statements",
            [{"id": "0" * 12, "kind": "quoted", "words": "So it is.", "speaker": None, "role": None}],
        ),
    ],
)
def test_a_result_shows_what_the_briefing_says(changes: dict[str, Any], field: str, value: object) -> None:
    assert shown(ferry(**changes))[field] == value


@pytest.mark.parametrize(
    ("code", "told"), [("de", "de"), ("en", None), ("en-GB", None), (None, None), ('"><b>', None)]
)
def test_a_result_tells_another_language_than_english(code: str | None, told: str | None) -> None:
    source = ferry().record.source.model_copy(update={"language": code})
    assert shown(ferry(source=source)).get("language") == told


def known(*entries: Entry) -> dict[str, Name]:
    index = build_index(entries)
    return {name.name: name for name in names(index, Addresses(index))}


@pytest.mark.parametrize(
    ("name", "type_", "briefings", "statements"),
    [("Ada Lund", "person", 2, 2), ("Tarn", "place", 2, 0), ("The Veldt News", "outlet", 2, 0)],
)
def test_search_knows_names_with_how_often_they_occur(
    name: str, type_: str, briefings: int, statements: int
) -> None:
    found = known(ferry("a"), ferry("b"))[name]
    assert (found.type, found.briefings, found.statements) == (type_, briefings, statements)


def test_a_voice_that_is_no_entity_is_known_too() -> None:
    found = known(ferry(quotes=[said("So it is.", "a sailor")]))["a sailor"]
    assert (found.type, found.briefings, found.statements) == ("voice", 0, 1)


def test_aliases_are_few_and_short() -> None:
    aliases = [f"Lund {letter}" for letter in "ABCDEFGHIJKL"] + ["L" * 61]
    found = known(ferry(entities={"person": [named("Ada Lund", *aliases)]}))["Ada Lund"]
    assert found.aliases == tuple(aliases[:ALIASES])


def test_a_long_description_is_cut_between_words() -> None:
    words = "the owner of the ferry " * 9
    registry = read_registry(f"entities:\n- {{name: Ada Lund, type: person, description: {words}}}\n")
    index = build_index([ferry()], registry)
    note = next(name.note for name in names(index, Addresses(index)) if name.name == "Ada Lund")
    assert len(note) <= NOTE + 2
    assert words.startswith(note.removesuffix("…"))


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        (Name("A", "person", "a/", 1, 2, "note", ("B",)), ["A", "person", "a/", 1, 2, "note", "B"]),
        (Name("A", "person", "a/", 1, 2, "", ("B",)), ["A", "person", "a/", 1, 2, "", "B"]),
        (Name("A", "person", "a/", 1, 2), ["A", "person", "a/", 1, 2]),
        (Name("A", "person", "a/", 1, 0), ["A", "person", "a/", 1]),
        (Name("A", "person", "a/", 0, 0), ["A", "person", "a/"]),
    ],
)
def test_a_name_is_kept_without_empty_fields_at_its_end(name: Name, fields: list[object]) -> None:
    assert name.fields() == fields


def head(*entries: Entry) -> dict[str, Any]:
    index = build_index(entries)
    files = dict(search_files(index, Addresses(index)))
    found: dict[str, Any] = json.loads(files["search/index/head.json"])
    return found


OUTLETLESS = ferry().record.source.model_copy(update={"outlet": None, "domain": None})


@pytest.mark.parametrize(
    ("entries", "field", "value"),
    [
        ([], "days", []),
        ([], "undated", 0),
        ([ferry(published=dt.date(1970, 1, 2))], "days", [1]),
        (
            [ferry("a", published=dt.date(1970, 1, 2)), ferry("b", published=dt.date(1970, 1, 5))],
            "days",
            [1, 3],
        ),
        ([ferry("a"), ferry("b", published=None)], "undated", 1),
        ([ferry()], "said", [1]),
        ([ferry(quotes=[])], "said", [0]),
        ([ferry()], "outlets", ["The Veldt News"]),
        ([ferry()], "by", [0]),
        ([ferry(source=OUTLETLESS)], "by", [-1]),
    ],
)
def test_the_head_of_the_index_tells_dates_and_outlets_in_the_order_of_numbers(
    entries: list[Entry], field: str, value: object
) -> None:
    assert head(*entries)[field] == value
