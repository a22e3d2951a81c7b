"""Lists of briefings and statements by month, day, year, speaker and source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from generator.archive import Entry, Statement
from generator.publish.addresses import Said, Sheet
from generator.publish.wording import MONTHS

T = TypeVar("T")
K = TypeVar("K")


@dataclass(frozen=True)
class Month:
    """A month of a year: its name, where its page lies, and its briefings, newest first."""

    name: str
    path: str
    entries: tuple[Entry, ...]


def with_groups(values: dict[str, Any], sheet: Sheet[Said]) -> dict[str, Any]:
    """The values of a page of quotations, with what each speaker said by the briefing that has it."""
    groups = grouped(sheet.items, lambda said: said.speaker.slug).values()
    said = [(group[0].speaker, by_source((item.statement, item.entry) for item in group)) for group in groups]
    return {**values, "groups": said}


def grouped(items: Iterable[T], name: Callable[[T], K]) -> dict[K, list[T]]:
    """Items by name. Names and items keep their order."""
    found: dict[K, list[T]] = {}
    for item in items:
        found.setdefault(name(item), []).append(item)
    return found


def by_source(said: Iterable[tuple[Statement, Entry]]) -> list[tuple[Entry, list[Statement]]]:
    """Statements that follow one another in one briefing, together."""
    return [
        (group[0][1], [statement for statement, _ in group])
        for group in grouped(said, lambda item: item[1].path).values()
    ]


def years_of(entries: Sequence[Entry]) -> list[tuple[str, int]]:
    """The years that briefings are of, latest first, and how many are of each."""
    dated = [entry for entry in entries if entry.record.published]
    return [(year, len(group)) for year, group in grouped(dated, lambda entry: entry.year).items()]


def months_of(year: str, entries: Sequence[Entry]) -> list[Month]:
    """The months of a year, latest first; none of what has no date."""
    dated = (entry for entry in entries if entry.record.published)
    return [
        Month(MONTHS[number - 1], f"timeline/{year}-{number:02d}.md", tuple(found))
        for number, found in grouped(dated, lambda entry: _day(entry).month).items()
    ]


def with_days(values: dict[str, Any], sheet: Sheet[Entry]) -> dict[str, Any]:
    """The values of a page of a month, with its briefings by day."""
    return {**values, "days": grouped(sheet.items, lambda entry: _day(entry).day)}


def _day(entry: Entry) -> dt.date:
    """The day of a briefing that has one."""
    return entry.record.published or dt.date.max
