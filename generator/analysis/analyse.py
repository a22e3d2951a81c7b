"""One article in, its briefing out: the steps of analysis in their order."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.entities import find_entities, weigh_entities
from generator.analysis.language import DEFAULT_MODEL, parse
from generator.analysis.quotes import choose_key_quotes, find_quotes
from generator.analysis.records import Briefing
from generator.analysis.summary import summarise
from generator.sources import Article, Registry

ANALYSIS_VERSION = 3
"""Raise it in every change of analysis that can change a briefing: all briefings are then made anew."""

_EMPTY = Registry()


@dataclass(frozen=True, slots=True)
class Options:
    """What can be chosen about an analysis.

    `model` names an installed spaCy pipeline (a package or a folder); `sentences` and `words` bound the
    summary, `key_quotes` the statements to show.
    """

    model: str = DEFAULT_MODEL
    sentences: int = 4
    words: int = 90
    key_quotes: int = 4


_DEFAULT = Options()


def analyse(article: Article, registry: Registry = _EMPTY, options: Options = _DEFAULT) -> Briefing:
    """Find the summary, the quotations and the entities of an article.

    Names that the `registry` knows are taken as it says. Every span of the result indexes into
    `article.text`. An article without text gives an empty briefing. Raises AnalysisError if the model is
    missing.
    """
    pieces = parse(article, options.model)
    entities = find_entities(article, pieces, registry)
    quotes = find_quotes(article, pieces, entities)
    entities = weigh_entities(article, entities, quotes)
    summary = summarise(article, pieces, quotes, entities, sentences=options.sentences, words=options.words)
    chosen = choose_key_quotes(article, quotes, entities, summary, limit=options.key_quotes)
    return Briefing(summary, quotes, chosen, entities)
