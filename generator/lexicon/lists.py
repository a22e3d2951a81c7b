"""Reads word lists and tables. A list may include others, so that no word has to be written twice.

`persons.toml` holds the lists "persons.titles", "persons.nouns" and so on. At its head it names its source,
its licence, and the date when it was compiled. A list has `about`, and one or more of `words` (divided by
spaces), `include` (the words of other lists), and `without` (words of other lists that are left out).
"""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib import resources
from typing import Any

_FOLDER = resources.files("generator.lexicon")


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list: those of the lists it includes, without those it leaves out, and its own.

    Raises LookupError if there is no such list.

    >>> "chairman" in words("persons.titles"), "chairman" in words("persons.kept_titles")
    (True, False)
    """
    entry = _entry(name)
    included = frozenset[str]().union(*map(words, entry.get("include", ())))
    left_out = frozenset[str]().union(*map(words, entry.get("without", ())))
    return (included - left_out) | frozenset(entry.get("words", "").split())


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table `name`.csv, each as its cells by column.

    Raises LookupError if there is no such table.
    """
    rows = csv.DictReader(_read(f"{name}.csv").splitlines())
    return tuple(rows)


def _entry(name: str) -> dict[str, Any]:
    file, _, key = name.partition(".")
    lists = _lists(file)
    if not isinstance(lists.get(key), dict):
        known = ", ".join(sorted(key for key, entry in lists.items() if isinstance(entry, dict)))
        raise LookupError(f"no word list {name}: {file}.toml has {known}")
    return lists[key]  # type: ignore[no-any-return]


@cache
def _lists(file: str) -> dict[str, Any]:
    return tomllib.loads(_read(f"{file}.toml"))


def _read(file: str) -> str:
    try:
        return _FOLDER.joinpath(file).read_text("utf-8")
    except FileNotFoundError:
        known = ", ".join(
            sorted(path.name for path in _FOLDER.iterdir() if path.name.endswith((".toml", ".csv")))
        )
        raise LookupError(f"no file {file} in the lexicon: it has {known}") from None
