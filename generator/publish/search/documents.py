"""What can be found: each briefing, and each statement as a result of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.archive import Entry, Index, Named, Statement
from generator.publish.addresses import url_of
from generator.publish.search.words import key, words
from generator.publish.wording import day, language

PARTS = 256
"""How many documents an entry may have: the briefing, then its statements; more are not found."""

SPEAKER, NAMED = "@", "#"
"""What a label begins with: who speaks, and who or what is named."""

# How much a word counts in each field, tuned on the queries of benchmarks/search_queries.tsv.
TITLE, NAME, SUMMARY, STATEMENT, ROLE, OUTLET = 8, 3, 3, 1, 1, 2
SAID, SAYS, SAYS_TOO, TOLD_IN = 4, 8, 3, 1
MOST_MENTIONS = 3


@dataclass(frozen=True)
class Document:
    """A number, weighed texts whose words find it, and labels that filter it."""

    number: int
    fields: tuple[tuple[float, str], ...]
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Documents:
    """The documents of an archive. Entries are numbered from the oldest, those without a date first."""

    index: Index

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The entries in the order of their numbers: a new article adds to the end."""
        return self.index.entries[::-1]

    def __iter__(self) -> Iterator[Document]:
        for number, entry in enumerate(self.entries):
            first = number * PARTS
            yield _briefing(first, entry)
            for part, statement in enumerate(entry.record.statements[: PARTS - 1], 1):
                yield _statement(first + part, statement, entry)


def shown(entry: Entry) -> dict[str, Any]:
    """What a result shows of a briefing and of its statements."""
    record = entry.record
    told: dict[str, Any] = {
        "url": url_of(entry.path),
        "title": record.title,
        "outlet": entry.outlet or "outlet unknown",
        "date": day(record.published),
        "summary": " ".join(passage.shown for passage in record.summary),
        "statements": [
            {
                "id": statement.id,
                "kind": statement.kind,
                "words": statement.shown,
                "speaker": statement.speaker,
                "role": statement.role,
            }
            for statement in record.statements[: PARTS - 1]
        ],
    }
    if code := language(record):
        told["language"] = code
    return told


def _briefing(number: int, entry: Entry) -> Document:
    record = entry.record
    named = list(_named(entry))
    fields = [
        (TITLE, record.title),
        (SUMMARY, " ".join(passage.shown for passage in record.summary)),
        (STATEMENT, " ".join(statement.shown for statement in record.statements)),
        (OUTLET, entry.outlet or ""),
        (ROLE, " ".join(item.role or "" for item in named)),
        *((NAME + min(item.mentions, MOST_MENTIONS), _names(item)) for item in named),
    ]
    return Document(number, tuple(fields), tuple(dict.fromkeys(NAMED + key(item.name) for item in named)))


def _statement(number: int, statement: Statement, entry: Entry) -> Document:
    speaker = statement.speaker or ""
    known = next((item for item in _named(entry) if item.name == speaker), None)
    fields = [
        (SAID, statement.shown),
        (SAYS, speaker),
        (SAYS_TOO, " ".join(known.aliases) if known else ""),
        (ROLE, statement.role or ""),
        (TOLD_IN, entry.record.title),
    ]
    labels = [SPEAKER + key(speaker)] if speaker else []
    spoken = f" {' '.join(words(statement.shown))} "
    labels += [
        NAMED + key(item.name)
        for item in _named(entry)
        if any(f" {' '.join(words(name))} " in spoken for name in (item.name, *item.aliases))
    ]
    return Document(number, tuple(fields), tuple(dict.fromkeys(labels)))


def _named(entry: Entry) -> Iterator[Named]:
    for group in entry.record.entities.values():
        yield from group


def _names(named: Named) -> str:
    """All words of a name and its aliases, each once."""
    return " ".join(dict.fromkeys(word for name in (named.name, *named.aliases) for word in words(name)))
