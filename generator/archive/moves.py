"""Addresses that last: where briefings went that have another address now, or none, in `addresses.yml`.

One small file under version control, which `briefing build` writes, and which changes only when an address
does::

    2024/harbour-closed: 2025/harbour-bridge-to-close
    undated/rumour: null   # taken down
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.archive.index import Entry
from generator.archive.records import Record
from generator.errors import SettingsError
from generator.sources import dump_yaml, load_yaml, yaml_line

FILE_NAME = "addresses.yml"

_HEADER = """\
# Where briefings went: the address that each had, and the one that it has now; null: it was taken down.
# "briefing build" writes this file. Old addresses lead on as long as they stand here.
"""
_ADDRESS = re.compile(r"(?:[0-9]{4}|undated)/[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Moves:
    """The address after each address that a briefing has left; None where it was taken down.

    An address is a path below `briefings/` without its ending.
    """

    after: Mapping[str, str | None] = field(default_factory=dict)

    def now(self, address: str) -> str | None:
        """Where a briefing that once had `address` is now; None if it was taken down."""
        seen: set[str] = set()
        current: str | None = address
        while current is not None and current in self.after:
            if current in seen:
                return None
            seen.add(current)
            current = self.after[current]
        return current

    @cached_property
    def _firsts(self) -> dict[str, str]:
        """The first address of each briefing that has moved, by the one of today."""
        later = set(self.after.values())
        heads = sorted(old for old in self.after if old not in later)
        return {now: old for old in reversed(heads) if (now := self.now(old)) is not None}

    def first(self, address: str) -> str:
        """The address that the briefing now at `address` had at the very first."""
        return self._firsts.get(address, address)


def read_moves(text: str) -> Moves:
    """Read the text of the file. Raises SettingsError, or FrontMatterError if it is no YAML."""
    fields = load_yaml(text, FILE_NAME)
    for old, new in fields.items():
        if not _is_address(old) or not (new is None or _is_address(new)):
            where = f"{FILE_NAME}:{yaml_line(text, [old]) or 1}"
            problem = f"“{old}: {new}” is no pair of addresses"
            raise SettingsError(where, problem, "write them as 2024/old-name: 2024/new-name")
    return Moves(fields)


def dump_moves(moves: Moves) -> str:
    """The text of the file, in the order of the old addresses."""
    return _HEADER + dump_yaml({old: moves.after[old] for old in sorted(moves.after)})


def moved(moves: Moves, gone: Sequence[tuple[str, Record]], entries: Iterable[Entry]) -> Moves:
    """The moves with those of the briefings that are `gone`: their former paths and records.

    A briefing went where one is that is made of the same file, or has its name, or tells the same address
    of its article; else it was taken down. An address that is used again leads nowhere else.
    """
    by: dict[str, str] = {}
    live = set()
    for entry in entries:
        address = entry.path.removesuffix(".md")
        live.add(address)
        for key in _keys(entry.record, entry.slug):
            by.setdefault(key, address)
    after = dict(moves.after)
    for path, record in gone:
        old = path.removesuffix(".md")
        keys = _keys(record, old.rpartition("/")[2])
        after[old] = next((by[key] for key in keys if key in by and by[key] != old), None)
    return Moves({old: new for old, new in after.items() if old not in live})


def _keys(record: Record, slug: str) -> list[str]:
    """What a briefing is known by when its address has changed, the surest first."""
    keys = [f"sha256 {record.source.sha256}", f"slug {slug}", f"article {record.source.article}"]
    return [*keys, f"url {record.source.url}"] if record.source.url else keys


def _is_address(value: object) -> bool:
    return isinstance(value, str) and bool(_ADDRESS.fullmatch(value))
