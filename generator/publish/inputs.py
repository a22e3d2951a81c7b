"""Digests of the inputs of each page: equal digests mean equal pages.

A digest may cover more than a page shows, which costs a page that comes out as it was; never less.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from generator.archive import Entry, Index, Key, Speaker, Subject, digest
from generator.publish.addresses import Addresses, Said


@dataclass(frozen=True)
class Inputs:
    """The digests of one archive's parts; each is worked out once."""

    index: Index
    addresses: Addresses
    _links: dict[Key, str] = field(default_factory=dict)
    _around: dict[str, str] = field(default_factory=dict)

    def link(self, subject: Subject) -> str:
        """What a link to a subject shows: its name, type and address, and how many briefings it leads to."""
        known = self._links.get(subject.key)
        if known is None:
            parts = (*subject.key, subject.name, self.addresses.of(subject), str(len(subject.appearances)))
            known = self._links[subject.key] = "\0".join(parts)
        return known

    def around(self, entry: Entry) -> str:
        """A briefing and the links to all that it names."""
        known = self._around.get(entry.path)
        if known is None:
            links = (self.link(self.index.by_key[key]) for key in entry.keys)
            known = self._around[entry.path] = digest(entry.digest, *links)
        return known

    def entries(self, entries: Iterable[Entry]) -> str:
        """Briefings, in their order."""
        return digest(*(part for entry in entries for part in (entry.path, entry.digest)))

    def subject(self, subject: Subject) -> str:
        """All that a page of a subject's own can tell, whom it appears with included."""
        around = (self.around(entry) for entry in subject.entries)
        return digest(self.link(subject), repr(subject.curated), *around)

    def listed(self, subject: Subject) -> str:
        """All that a list tells of a subject; more of one that has no page of its own."""
        return self.link(subject) if subject.has_page else self.subject(subject)

    def speaker(self, speaker: Speaker) -> str:
        """A speaker, without words."""
        return self.link(speaker.subject) if speaker.subject else speaker.name

    def said(self, items: Iterable[Said]) -> str:
        """Statements, in their order: each is told by its place in its briefing."""
        return digest(
            *(
                part
                for said in items
                for part in (
                    self.speaker(said.speaker),
                    said.entry.path,
                    said.entry.digest,
                    str(said.statement.passages[0].start),
                )
            )
        )

    @cached_property
    def archive(self) -> str:
        """All of the archive: what its entrances are made from."""
        curated = (repr(subject.curated) for subject in self.index.subjects if subject.curated)
        around = (part for entry in self.index.entries for part in (entry.path, self.around(entry)))
        return digest(*curated, "", *around)
