"""The search index: words, postings, shards, and what of an archive is found by them."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive import Entry, Project, briefing_paths, build_index, load_record
from generator.publish import Addresses
from generator.publish.search import search_files
from generator.publish.search.postings import encoded
from generator.publish.search.shards import SHARD, file_name, packed, sharded
from generator.publish.search.words import key, words
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zoë’s café", ["zoe", "cafe"]),
        ("Michail Gorbatschow, Михаил Горбачёв", ["michail", "gorbatschow", "михаил", "горбачев"]),
        ("don't, O’Brien", ["dont", "obrien"]),
        ("the U.S. and 1,000 others", ["the", "us", "and", "1000", "others"]),
        ("Beacon-2", ["beacon", "2"]),
        ("習近平 said", ["習", "近", "平", "said"]),
        ("Łódź, Ångström, Straße", ["lodz", "angstrom", "strasse"]),
        ("", []),
    ],
)
def test_a_text_is_taken_apart_into_folded_words(text: str, found: list[str]) -> None:
    assert words(text) == found


@given(st.text())
def test_words_are_made_of_words(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)
    assert words(key(text)) == words(text)


def decoded(text: str) -> list[tuple[int, int]]:
    found, number = [], 0
    for more, impact in re.findall("([0-9a-z]+)([A-Z])", text):
        number += int(more, 36)
        found.append((number, ord(impact) - 64))
    return found


@given(st.dictionaries(st.integers(0, 10**7), st.integers(1, 26)))
def test_postings_read_back_as_they_were(places: dict[int, int]) -> None:
    assert decoded(encoded(sorted(places.items()))) == sorted(places.items())


@given(st.dictionaries(st.text(min_size=1, max_size=12), st.text(max_size=3000), max_size=40))
def test_a_word_is_in_the_shard_with_its_longest_prefix(values: dict[str, str]) -> None:
    shards = sharded(values)
    assert {name: value for shard in shards.values() for name, value in shard.items()} == values
    for prefix, shard in shards.items():
        assert len(packed(shard)) <= SHARD + 20 * len(shard) or len(shard) == 1 or len(prefix) >= 8
        for name in shard:
            assert prefix == max((other for other in shards if name.startswith(other)), key=len)


@given(st.sets(st.text(min_size=1, max_size=3), max_size=50))
def test_shards_have_plain_names_of_their_own(prefixes: set[str]) -> None:
    names = {file_name(prefix) for prefix in prefixes}
    assert len(names) == len(prefixes)
    assert all(re.fullmatch(r"w-[A-Za-z0-9.]+", name) for name in names)


def test_adding_the_newest_article_leaves_what_is_shown_of_the_others() -> None:
    paths = [ROOT / "briefings" / path for path in briefing_paths(Project(ROOT))]
    records = [load_record(path.read_text(encoding="utf-8"), path.name) for path in paths[:1]]
    older = records[0].model_copy(update={"published": None})
    newer = records[0].model_copy(update={"published": dt.date(2030, 1, 1)})

    def shown(*entries: Entry) -> dict[str, object]:
        index = build_index(entries)
        files = search_files(index, Addresses(index))
        return {path: json.loads(text) for path, text in files if "/entries/" in path}

    before = shown(Entry("older", older))
    after = shown(Entry("older", older), Entry("newer", newer))
    assert before.items() <= after.items()
    assert len(after) == 2
