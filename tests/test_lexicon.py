"""The lexicon: every list stands once, is sorted, tells its source, and can be had by its name."""

from __future__ import annotations

import datetime
import tomllib
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

import generator.lexicon
from generator.lexicon import table, words

FOLDER = Path(generator.lexicon.__file__).parent
FILES = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))}
LISTS: dict[str, dict[str, Any]] = {
    f"{file}.{name}": entry
    for file, content in FILES.items()
    for name, entry in content.items()
    if isinstance(entry, dict)
}

MOST_SHARED = 12
"""Words that two lists may both write down; lists that share more include a third."""


@pytest.mark.parametrize("file", FILES)
def test_a_file_tells_source_licence_and_date(file: str) -> None:
    assert FILES[file]["source"].endswith(".")
    assert FILES[file]["licence"]
    assert isinstance(FILES[file]["date"], datetime.date)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_tells_what_it_is_and_has_words(name: str) -> None:
    assert set(LISTS[name]) <= {"about", "include", "without", "words"}
    assert LISTS[name]["about"].endswith(".")
    assert words(name)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_writes_each_word_once_and_none_that_it_includes(name: str) -> None:
    entry = LISTS[name]
    own = entry.get("words", "").split()
    assert len(own) == len(set(own))
    included = frozenset[str]().union(*(words(other) for other in entry.get("include", ())))
    left_out = frozenset[str]().union(*(words(other) for other in entry.get("without", ())))
    assert set(own) & (included - left_out) == set()
    assert not left_out or left_out & included


def test_lists_that_share_many_words_include_a_third() -> None:
    own = {name: set(entry.get("words", "").split()) for name, entry in LISTS.items()}
    del own["given_names.either"]  # the lists before it, which it corrects, are kept as their source has them
    assert [
        (one, other) for one, other in combinations(own, 2) if len(own[one] & own[other]) > MOST_SHARED
    ] == []


def test_a_missing_list_is_told_with_those_that_there_are() -> None:
    with pytest.raises(LookupError, match=r"no word list persons.hats: persons.toml has abbreviated, "):
        words("persons.hats")
    with pytest.raises(LookupError, match=r"no file hats.toml in the lexicon: it has bodies.toml, "):
        words("hats.felt")


def test_a_table_has_rows_with_named_cells() -> None:
    assert {"kind": "country", "names": "Albania", "people": "Albanian;Albanians"} in table("places")
