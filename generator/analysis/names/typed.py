"""Every mention with the type that it has by itself, for readers that judge mentions one by one."""

from __future__ import annotations

from collections.abc import Iterable

from generator.analysis.records import Entity, EntityType, Span


def typed_mentions(entities: Iterable[Entity]) -> list[tuple[Span, EntityType]]:
    """All mentions in text order: "Russia" a place, and "Russian", though an alias of Russia, a group."""
    typed: list[tuple[Span, EntityType]] = []
    for entity in entities:
        adjectives = set(entity.adjectives)
        typed += [(span, "group" if span in adjectives else entity.type) for span in entity.mentions]
    return sorted(typed)
