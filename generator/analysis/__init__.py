"""Analysis: from an `Article` to a `Briefing`."""

from generator.analysis.analyse import ANALYSIS_VERSION, Options, analyse
from generator.analysis.entities import typed_mentions
from generator.analysis.records import ENTITY_TYPES, Briefing, Entity, EntityType, Quote, Sentence, Span

__all__ = [
    "ANALYSIS_VERSION",
    "ENTITY_TYPES",
    "Briefing",
    "Entity",
    "EntityType",
    "Options",
    "Quote",
    "Sentence",
    "Span",
    "analyse",
    "typed_mentions",
]
