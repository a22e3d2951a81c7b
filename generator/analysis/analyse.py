"""One article in, its briefing out: the steps of analysis in their order."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from generator.analysis import other_languages
from generator.analysis.budget import (
    SUMMARY_PART,
    allowance,
    article_words,
    fitting_quotes,
    words_of,
)
from generator.analysis.identification import ENGLISH, language_of
from generator.analysis.names import find_entities, weigh_entities
from generator.analysis.parse import DEFAULT_MODEL, parse
from generator.analysis.quotes import Discourse, choose_key_quotes, find_quotes, joined, read_discourse
from generator.analysis.records import Briefing, Entity, Quote, Sentence
from generator.analysis.statements import choose_reported, find_statements
from generator.analysis.summary import Length, PassedOver, choose_summary
from generator.sources import Article, Registry

ANALYSIS_VERSION = 11
"""Raise it in every change of analysis that can change a briefing: all briefings are then made anew."""

_EMPTY = Registry()


@dataclass(frozen=True, slots=True)
class Options:
    """What can be chosen about an analysis.

    `model` names an installed spaCy pipeline for English (a package or a folder), `models` those for other
    languages, by their two letters. `sentences` and `words` bound the summary, `key_quotes` the statements to
    show, and `share` how many hundredths of the article's words summary and key quotes may have together.
    `statements` tells whether the summary may have sentences that quote a whole statement.
    """

    model: str = DEFAULT_MODEL
    sentences: int = 4
    words: int = 100
    key_quotes: int = 4
    share: int = 100
    statements: bool = True
    models: tuple[tuple[str, str], ...] = ()


_DEFAULT = Options()


def analyse(article: Article, registry: Registry = _EMPTY, options: Options = _DEFAULT) -> Briefing:
    """Find the summary, the quotations and the entities of an article.

    Names that the `registry` knows are taken as it says. Every span of the result indexes into
    `article.text`. An article without text gives an empty briefing. One that is not in English gets its lead
    and its quotations by their marks, and is `partial`. Raises AnalysisError if the model is missing.
    """
    language = language_of(article)
    if language and language != ENGLISH:
        return _analyse_other(article, language, options)
    found = _analyse_english(article, registry, options)
    quotes, entities, summary = found.quotes, found.entities, found.summary

    def choose(pool: Sequence[Quote], limit: int) -> tuple[tuple[Quote, ...], ...]:
        return choose_key_quotes(article, pool, entities, summary, limit=limit)

    room = _room(article, summary, options)
    untold = _not_told(joined(quotes, article.text, room), summary)
    chosen = fitting_quotes(untold, room, options.key_quotes, choose)
    statements = find_statements(found.discourse, quotes)
    told = [*(item.span for item in summary), *(part.span for part in chain.from_iterable(chosen))]
    reported = choose_reported(statements, told, entities, room - sum(map(words_of, chosen)))
    return Briefing(summary, quotes, chosen, entities, language, statements=statements, reported=reported)


def passed_over(
    article: Article, registry: Registry = _EMPTY, options: Options = _DEFAULT
) -> tuple[PassedOver, ...]:
    """The sentences that the summary of an English article passes over before its last, with the reasons.

    Raises AnalysisError if the model is missing.
    """
    return _analyse_english(article, registry, options).passed


@dataclass(frozen=True, slots=True)
class _Found:
    """What is found in an English article, with the sentences that its summary passes over."""

    discourse: Discourse
    quotes: tuple[Quote, ...]
    entities: tuple[Entity, ...]
    summary: tuple[Sentence, ...]
    passed: tuple[PassedOver, ...]


def _analyse_english(article: Article, registry: Registry, options: Options) -> _Found:
    pieces = parse(article, options.model)
    entities = find_entities(article, pieces, registry)
    discourse = read_discourse(article, pieces, entities)
    quotes = find_quotes(discourse)
    entities = weigh_entities(article, entities, quotes)
    limit = allowance(article_words(article), options.share) if options.share < 100 else sys.maxsize
    length = Length(options.sentences, _summary_words(article, quotes, options), limit)
    chosen = choose_summary(discourse, quotes, entities, length=length, statements=options.statements)
    return _Found(discourse, quotes, entities, *chosen)


def _analyse_other(article: Article, language: str, options: Options) -> Briefing:
    """The briefing of an article in another language than English."""
    quotes = other_languages.quotes_by_marks(article)
    summary = other_languages.lead(
        article, sentences=options.sentences, words=_summary_words(article, quotes, options)
    )
    room = _room(article, summary, options)
    chosen = fitting_quotes(
        _not_told(quotes, summary), room, options.key_quotes, other_languages.statements_to_show
    )
    model = dict(options.models).get(language)
    entities = other_languages.entities_by_model(article, language, model) if model else ()
    return Briefing(summary, quotes, chosen, entities, language, partial=True)


def _summary_words(article: Article, quotes: Sequence[Quote], options: Options) -> int:
    """How many words the summary may have: in an article with quotations it leaves room for them."""
    allowed = allowance(article_words(article), options.share)
    part = SUMMARY_PART if quotes and options.share < 100 else 1
    return min(options.words, int(part * allowed))


def _room(article: Article, summary: Sequence[Sentence], options: Options) -> int:
    """How many words are left for key quotes beside the summary."""
    told = sum(len(sentence.span.text.split()) for sentence in summary)
    whole = article_words(article)
    return allowance(whole, options.share) - told if options.share < 100 else whole


def _not_told(quotes: Sequence[Quote], summary: Sequence[Sentence]) -> list[Quote]:
    """The quotations of statements of which the summary shows nothing."""
    told = {
        quote.statement
        for quote in quotes
        for sentence in summary
        if sentence.span.start <= quote.span.start < sentence.span.end
    }
    return [quote for quote in quotes if quote.statement not in told]
