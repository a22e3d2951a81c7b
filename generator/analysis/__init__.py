"""Analysis: from an `Article` to a `Briefing`."""

from generator.analysis.analyse import ANALYSIS_VERSION, Options, analyse, passed_over
from generator.analysis.budget import allowance
from generator.analysis.identification import language_of
from generator.analysis.names.acronyms import abbreviates, is_acronym
from generator.analysis.names.bodies import fullest, key_words
from generator.analysis.names.countries import country_of
from generator.analysis.names.join.clusters import Name, cluster
from generator.analysis.names.known import are_one
from generator.analysis.names.person_name import PersonName, same_full_name
from generator.analysis.names.told import name_rules
from generator.analysis.names.typed import typed_mentions
from generator.analysis.quotes.told import SPEAKER_RULES
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
from generator.analysis.statements import headline_of

__all__ = [
    "ANALYSIS_VERSION",
    "ENTITY_TYPES",
    "SPEAKER_RULES",
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
    "abbreviates",
    "allowance",
    "analyse",
    "are_one",
    "cluster",
    "country_of",
    "fullest",
    "headline_of",
    "is_acronym",
    "key_words",
    "language_of",
    "name_rules",
    "passed_over",
    "same_full_name",
    "typed_mentions",
]
