"""Entities: who and what an article names, each once, as an editor would sign it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.analysis.entities.acronyms import definitions
from generator.analysis.entities.echo import echoes
from generator.analysis.entities.evidence import decide, gather, share_votes
from generator.analysis.entities.finders import countries, find_names
from generator.analysis.entities.grouping import entities_of
from generator.analysis.entities.headline import headline_mentions
from generator.analysis.entities.mention import Mention, Reading, first_come, longest_first, outside
from generator.analysis.entities.model import model_mentions
from generator.analysis.entities.people import PersonName
from generator.analysis.entities.salience import weigh_entities
from generator.analysis.language import Piece
from generator.analysis.records import Entity
from generator.sources.article import Article
from generator.sources.registry import Registry

__all__ = ["find_entities", "weigh_entities"]


def find_entities(article: Article, pieces: Sequence[Piece], registry: Registry) -> tuple[Entity, ...]:
    """Find the entities of an article, in order of first mention."""
    reading = Reading(article.text, pieces)
    curated = list(_curated(reading, registry))
    candidates = [*find_names(reading), *model_mentions(reading)]
    body = [mention for mention in candidates if not reading.is_display(mention.piece)]
    top = [mention for mention in candidates if reading.is_display(mention.piece)]
    known = _with_registry(curated, longest_first(body))
    known += outside(countries(reading), known)
    known = _settle(reading, known, candidates)
    known += outside(echoes(reading, known), known)
    known += headline_mentions(reading, longest_first(top), known)
    known = first_come(sorted(known, key=lambda mention: (mention.source != "registry", mention.start)))
    known = _settle(reading, known, candidates)
    shown = [mention for mention in known if not (mention.entry and mention.entry.ignore)]
    return tuple(entities_of(reading, shown))


def _curated(reading: Reading, registry: Registry) -> Iterator[Mention]:
    """Names that the registry knows."""
    for number, piece in enumerate(reading.pieces):
        for match in registry.matches(reading.text[piece.start : piece.start + len(piece.doc.text)]):
            span = piece.doc.char_span(match.start, match.end)
            if span is not None:
                entry = registry.entries[match.key]
                yield reading.mention(
                    number, span.start, span.end, type=entry.type, source="registry", entry=entry
                )


def _with_registry(curated: list[Mention], found: list[Mention]) -> list[Mention]:
    """The registry's names where they are not part of a longer name, then what was found outside them."""
    longer = [
        mention for mention in found
        if any(mention.start <= each.start and each.end <= mention.end and mention.text != each.text for each in curated)
    ]  # fmt: skip
    free = list(outside(curated, longer))
    return sorted([*free, *outside(found, free)], key=lambda mention: mention.start)


def _settle(reading: Reading, known: list[Mention], candidates: list[Mention]) -> list[Mention]:
    """Give all mentions of a name the type with most evidence; a bare surname takes the full name's."""
    spans = {(mention.start, mention.end) for mention in known}
    votes = gather(
        reading,
        [*(m for m in candidates if (m.start, m.end) in spans), *(m for m in known if m.source == "echo")],
    )
    share_votes(votes, ((long.form, short.form) for long, short in definitions(reading)))
    types = {form: decide(tally) for form, tally in votes.items()}
    surnames = {
        " ".join(PersonName.of(mention.text).bare)
        for mention in known
        if types.get(mention.form) == "person" and len(PersonName.of(mention.text).words) > 1
    }
    settled = []
    for mention in known:
        kind = mention.entry.type if mention.entry else types.get(mention.form, mention.type)
        if not mention.entry and mention.form in surnames and kind != "place":
            kind = "person"
        settled.append(replace(mention, type=kind))
    return settled
