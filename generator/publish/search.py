"""Search: what each page gives Pagefind to search and to filter by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.archive import Entry, Index, Key, Subject, entity_slug
from generator.publish.wording import day, language
from generator.sources import EntityType

FACETS: dict[EntityType, str] = {"person": "people", "organisation": "organisations", "place": "places"}
"""The facets that hold names."""

VALUES_A_FACET = 250
"""How many names a facet offers, the most present: nobody picks from a longer list, and it is sent whole."""

UNSEARCHED = (
    *("small", ".byline", ".original", "#source", ".turn", ".picture"),
    *(f".page-subject {part}" for part in ("h2", "ul", "blockquote", ".speaker")),
)
"""Selectors of what is on every page, says nothing of the story, or stands on the briefings' own pages."""


@dataclass(frozen=True)
class Facts:
    """What the search index holds of a page besides its words: values to filter by, and facts to show."""

    filters: tuple[tuple[str, str], ...]
    shown: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Searchable:
    """What of an archive can be searched for."""

    index: Index

    @cached_property
    def _offered(self) -> frozenset[Key]:
        return frozenset(
            subject.key
            for kind in FACETS
            for subject in self.index.most_present(kind, VALUES_A_FACET)
            if subject.has_page
        )

    @cached_property
    def _voices(self) -> frozenset[str]:
        most = sorted(self.index.speakers, key=lambda speaker: (-len(speaker.statements), speaker.slug))
        return frozenset(speaker.slug for speaker in most[:VALUES_A_FACET])

    @cached_property
    def _speaker_names(self) -> dict[str, str]:
        return {speaker.slug: speaker.name for speaker in self.index.speakers}

    def briefing(self, entry: Entry) -> Facts:
        """The facts of a briefing."""
        record = entry.record
        shown = [("outlet", entry.outlet or "outlet unknown"), ("date", day(record.published))]
        if code := language(record):
            shown.append(("language", code))
        return Facts(tuple(dict.fromkeys(self._filters(entry))), tuple(shown))

    def _filters(self, entry: Entry) -> Iterator[tuple[str, str]]:
        if entry.outlet:
            yield "outlet", entry.outlet
        yield "year", entry.year if entry.record.published else "date unknown"
        for key in entry.keys:
            if key in self._offered:
                yield FACETS[key[0]], self.index.by_key[key].name
        for statement in entry.record.quotes:
            slug = entity_slug(statement.speaker) if statement.speaker else ""
            if slug in self._voices:
                yield "speaker", self._speaker_names[slug]

    def subject(self, subject: Subject) -> Facts | None:
        """The facts of a subject's page, if it is one of those that search offers."""
        if subject.key not in self._offered:
            return None
        return Facts(((FACETS[subject.type], subject.name),), (("kind", subject.type.capitalize()),))
