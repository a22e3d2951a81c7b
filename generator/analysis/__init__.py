"""Analysis: from an `Article` to a `Briefing`."""

from generator.analysis.analyse import ANALYSIS_VERSION, Options, analyse, passed_over
from generator.analysis.budget import allowance
from generator.analysis.identification import language_of
from generator.analysis.names.bodies import fullest
from generator.analysis.names.countries import country_of
from generator.analysis.names.join.clusters import Name, cluster
from generator.analysis.names.person_name import PersonName, same_full_name
from generator.analysis.names.told import name_rules
from generator.analysis.names.typed import typed_mentions
from generator.analysis.records import (
    ENTITY_TYPES,
    Briefing,
    Entity,
    Quote,
    Reason,
    Reasons,
    Sentence,
    Span,
    Statement,
)

__all__ = [
    "ANALYSIS_VERSION",
    "ENTITY_TYPES",
    "Briefing",
    "Entity",
    "Name",
    "Options",
    "PersonName",
    "Quote",
    "Reason",
    "Reasons",
    "Sentence",
    "Span",
    "Statement",
    "allowance",
    "analyse",
    "cluster",
    "country_of",
    "fullest",
    "language_of",
    "name_rules",
    "passed_over",
    "same_full_name",
    "typed_mentions",
]
