"""The registry of curated names: what an editor has decided about who and what is named.

The file that holds them is read by `registry.read_registry`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from generator.sources.names import Match, NameIndex

EntityType = Literal["person", "organisation", "place", "event", "work", "product", "group"]


@dataclass(frozen=True, slots=True)
class RegistryEntry:
    """One curated entity; `not_` holds names of things that it must never be merged with."""

    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    description: str | None = None
    url: str | None = None
    ignore: bool = False
    not_: tuple[str, ...] = ()
    line: int = field(default=0, compare=False, repr=False)
    """Where the entry begins in its file, counted from 1: no part of what it says."""

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical name, then the aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True)
class Registry:
    """The curated names; `Registry()` knows none."""

    entries: tuple[RegistryEntry, ...] = ()
    outlets: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _index(self) -> NameIndex:
        return NameIndex((name, key) for key, entry in enumerate(self.entries) for name in entry.names)

    def matches(self, text: str) -> tuple[Match, ...]:
        """Where names of entries stand in `text`; `key` is the position in `entries`."""
        return tuple(self._index.find(text)) if self.entries else ()

    def entries_in(self, text: str) -> tuple[RegistryEntry, ...]:
        """The entries (also ignored ones) that `text` names, in the registry's order.

        Analysis depends on no other entry, so a digest of these tells whether an article is up to date.
        """
        return tuple(self.entries[key] for key in sorted({match.key for match in self.matches(text)}))

    def outlet(self, domain: str) -> str | None:
        """The name of the outlet of a domain or of the nearest domain above it, or None."""
        labels = domain.casefold().rstrip(".").removeprefix("www.").split(".")
        for number in range(len(labels) - 1):
            name = self.outlets.get(".".join(labels[number:]))
            if name:
                return name
        return None
