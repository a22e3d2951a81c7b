"""Where names are to be found: links that always hold, and better ones when the archive is known."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.archive import build_index
from generator.publish.addresses import Addresses, initial, sheets, stable_path, url_of
from generator.publish.markdown import link
from generator.sources import Registry
from generator.sources.curated import RegistryEntry
from tests.archive.test_index import entry

ONE = entry("one", dt.date(2024, 1, 1), names={"Mara Ellison": "", "Ivo Lund": "", "Zoë Álvarez": ""})
TWO = entry("two", dt.date(2024, 2, 1), names={"Mara Ellison": ""})
INDEX = build_index([ONE, TWO], Registry((RegistryEntry("Ivo Lund", "person"),)))


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Mara Ellison", "../people/mara-ellison.md"),  # in two briefings
        ("Ivo Lund", "../people/ivo-lund.md"),  # in one, but curated
        ("Zoë Álvarez", "../people/a-z/a.md#zoe-alvarez"),
        ("Nobody", "../people/a-z/n.md#nobody"),
    ],
)
def test_a_link_to_a_name_goes_as_near_as_the_archive_allows(name: str, path: str) -> None:
    stable = link(name, f"../{stable_path('person', name)}")
    assert Addresses(INDEX).upgrade(f"x {stable} y") == f"x {link(name, path)} y"


def test_words_of_an_article_are_never_taken_for_such_a_link() -> None:
    from generator.publish.markdown import escape

    text = escape("[x](../people/a-z/m.md#mara-ellison)")
    assert Addresses(INDEX).upgrade(text) == text


def test_a_crowded_initial_runs_over_several_pages_and_every_link_finds_its_own() -> None:
    names = {f"Mara Number{number:03}": "" for number in range(600)}
    addresses = Addresses(build_index([entry("one", None, names=names)]))
    laid = addresses.names("person")["n"]
    assert [len(sheet.items) for sheet in laid] == [250, 250, 100]
    assert [sheet.path for sheet in laid] == ["people/a-z/n.md", "people/a-z/n/2.md", "people/a-z/n/3.md"]
    assert "(../people/a-z/n/3.md#mara-number599)" in addresses.upgrade(
        "[x](../people/a-z/n.md#mara-number599)"
    )


def test_a_name_stands_wherever_a_briefing_that_writes_it_otherwise_leads() -> None:
    one = entry("one", None, names={"Ana de Brito": "", "Ana Lund": ""})
    two = entry("two", None, names={"Ana De Brito": ""})
    letters = Addresses(build_index([one, two])).names("person")
    assert {letter: [item.slug for item in laid[0].items] for letter, laid in letters.items()} == {
        "b": ["ana-de-brito"],
        "d": ["ana-de-brito"],
        "l": ["ana-lund"],
    }


def test_initials_are_letters_or_other() -> None:
    assert [initial(slug) for slug in ("ada", "x-ray", "x-0123456789", "2022-games")] == [
        "a",
        "x",
        "other",
        "other",
    ]


def test_an_empty_list_has_a_page() -> None:
    assert [sheet.items for sheet in sheets([], 10, "a.md")] == [()]


@pytest.mark.parametrize(
    ("path", "url"),
    [("index.md", ""), ("2024/index.md", "2024/"), ("my-index.md", "my-index/"), ("a/b.md#c", "a/b/#c")],
)
def test_the_address_of_a_page(path: str, url: str) -> None:
    assert url_of(path) == url
