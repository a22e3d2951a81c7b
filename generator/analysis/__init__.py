"""Analysis: from an `Article` to a `Briefing`."""

from generator.analysis.analyse import ANALYSIS_VERSION, Options, analyse, passed_over
from generator.analysis.entities import typed_mentions
from generator.analysis.identification import ENGLISH, language_of
from generator.analysis.records import (
    ENTITY_TYPES,
    Briefing,
    Entity,
    EntityType,
    Insertion,
    Quote,
    Sentence,
    Span,
)

__all__ = [
    "ANALYSIS_VERSION",
    "ENGLISH",
    "ENTITY_TYPES",
    "Briefing",
    "Entity",
    "EntityType",
    "Insertion",
    "Options",
    "Quote",
    "Sentence",
    "Span",
    "analyse",
    "language_of",
    "passed_over",
    "typed_mentions",
]
