"""The files of the search index, below `search/index/` of the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator.archive import Index, moment
from generator.publish.addresses import Addresses
from generator.publish.search.documents import PARTS, Documents, shown
from generator.publish.search.names import Name, facets, names
from generator.publish.search.postings import postings
from generator.publish.search.shards import file_name, packed, sharded
from generator.publish.search.words import STOP_WORDS, words

FOLDER = "search/index/"

SPELLED = 5_000
"""How many words can be proposed for a misspelled one: first those of names, then the most frequent."""

_DAY = 24 * 60 * 60
_TITLES = frozenset({"dr", "mr", "mrs", "ms"})
"""No list of names is kept under these: who types one types more."""


def search_files(index: Index, addresses: Addresses) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file of the search index, below the site."""
    documents = Documents(index)
    found = postings(documents)
    named = list(names(index, addresses))
    terms = sharded(found)
    by_word = sharded(_by_word(named))
    head = _head(documents) | {"terms": list(terms), "names": list(by_word), "stop": sorted(STOP_WORDS)}
    yield f"{FOLDER}head.json", packed(head)
    yield f"{FOLDER}facets.json", packed(facets(found, index))
    yield f"{FOLDER}spelling.json", packed(_spelling(found, named))
    for folder, shards in (("terms", terms), ("names", by_word)):
        for prefix, values in shards.items():
            yield f"{FOLDER}{folder}/{file_name(prefix)}.json", packed(values)
    for number, entry in enumerate(documents.entries):
        yield f"{FOLDER}entries/{number}.json", packed(shown(entry))


def _head(documents: Documents) -> dict[str, Any]:
    """What every search needs: dates and outlets of the entries in the order of their numbers.

    A date is the number of days after the one before it, the first after 1 January 1970; undated entries
    come first, and have none.
    """
    dated = [entry.record.published for entry in documents.entries if entry.record.published]
    days = [int(moment(published).timestamp() // _DAY) for published in dated]
    outlets = sorted({entry.outlet for entry in documents.entries if entry.outlet})
    places = {outlet: place for place, outlet in enumerate(outlets)}
    return {
        "undated": len(documents.entries) - len(dated),
        "days": [day - before for before, day in zip([0, *days], days, strict=False)],
        "said": [min(len(entry.record.statements), PARTS - 1) for entry in documents.entries],
        "outlets": outlets,
        "by": [places.get(entry.outlet or "", -1) for entry in documents.entries],
    }


def _by_word(named: list[Name]) -> dict[str, list[list[Any]]]:
    """The names under each of their words and those of their aliases."""
    found: dict[str, list[list[Any]]] = {}
    for name in named:
        fields = name.fields()
        for word in dict.fromkeys(word for known in name.known for word in words(known)):
            if word not in STOP_WORDS and word not in _TITLES:
                found.setdefault(word, []).append(fields)
    return found


def _spelling(found: dict[str, str], named: list[Name]) -> dict[str, int]:
    """Words to propose, and how many documents have each."""
    counts = Counter({word: sum(map(str.isupper, places)) for word, places in found.items()})
    of_names = {word for name in named if name.briefings + name.statements > 1 for word in words(name.name)}
    eligible = [
        word
        for word, number in counts.items()
        if (number > 1 or word in of_names) and len(word) > 3 and word.isalpha()
    ]
    best = sorted(eligible, key=lambda word: (word not in of_names, -counts[word], word))[:SPELLED]
    return {word: counts[word] for word in sorted(best)}
