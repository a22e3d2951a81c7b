"""Entities: who and what an article names, each once, as an editor would sign it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from generator.analysis.names.find.alias_match import repeated_names
from generator.analysis.names.find.credits import in_the_story
from generator.analysis.names.find.curated import curated_mentions, with_curated
from generator.analysis.names.find.headline import headline_mentions
from generator.analysis.names.find.model import model_mentions
from generator.analysis.names.find.pairs import with_pairs_split
from generator.analysis.names.find.possessives import with_own_apostrophes
from generator.analysis.names.find.rules import countries, find_names
from generator.analysis.names.join.grouping import entities_of
from generator.analysis.names.mention import Mention, Reading, longest_first, outside
from generator.analysis.names.salience import weigh_entities
from generator.analysis.names.type.settle import settle
from generator.analysis.names.typed import typed_mentions
from generator.analysis.parse import Piece
from generator.analysis.records import Entity
from generator.sources import Article, Registry

__all__ = ["find_entities", "typed_mentions", "weigh_entities"]


def find_entities(article: Article, pieces: Sequence[Piece], registry: Registry) -> tuple[Entity, ...]:
    """Find the entities of an article, in order of first mention.

    In four steps: names are found in the body by the registry, the model and rules; they are typed by the
    evidence of the whole article; names known by then are found where they were overlooked, headlines
    included; and all are grouped into entities. Of the registry, only entries that the text names count.
    """
    reading = Reading(article.text, pieces)
    curated = list(in_the_story(reading, curated_mentions(reading, registry)))
    candidates = list(in_the_story(reading, chain(find_names(reading), model_mentions(reading))))
    body = [mention for mention in candidates if not reading.is_display(mention.piece)]
    display = [mention for mention in candidates if reading.is_display(mention.piece)]
    found = with_pairs_split(reading, with_own_apostrophes(reading, longest_first(body)))
    known, _ = settle(reading, with_curated(curated, found), candidates)
    known = _with_repeated(known, in_the_story(reading, repeated_names(reading, known)))
    known += outside(in_the_story(reading, countries(reading)), known)
    known += headline_mentions(reading, longest_first(display), known)
    known, evidence = settle(reading, sorted(known, key=lambda mention: mention.start), candidates)
    return tuple(entities_of(reading, known, evidence))


def _with_repeated(known: list[Mention], repeated: Iterable[Mention]) -> list[Mention]:
    """Add the repeated names: beside what is known, and in place of pieces of a longer name."""
    fixed = {place for mention in known if mention.entry for place in range(mention.start, mention.end)}
    free = [mention for mention in repeated if fixed.isdisjoint(range(mention.start, mention.end))]
    return longest_first([*known, *free])
