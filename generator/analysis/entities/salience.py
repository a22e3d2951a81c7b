"""How much of the story is about an entity, and which entities become tags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.analysis.records import Entity, Quote
from generator.sources.article import Article
from generator.sources.names import normal_form


def weigh_entities(
    article: Article, entities: Sequence[Entity], quotes: Sequence[Quote]
) -> tuple[Entity, ...]:
    """v0"""
    headline, paragraphs = article.headline, article.paragraphs
    lead = paragraphs[0].end if paragraphs else 0
    spoken: dict[str, int] = {}
    for quote in quotes:
        if quote.speaker_name:
            form = normal_form(quote.speaker_name)
            spoken[form] = spoken.get(form, 0) + 1
    raw = []
    for entity in entities:
        score = float(len(entity.mentions))
        if headline and any(span.end <= headline.end for span in entity.mentions):
            score += 3
        if any(span.end <= lead for span in entity.mentions):
            score += 2
        score += 2 * spoken.get(normal_form(entity.name), 0)
        if entity.type == "group":
            score /= 2
        raw.append(score)
    total = sum(raw) or 1.0
    ranked = sorted(zip(raw, entities, strict=True), key=lambda pair: (-pair[0], pair[1].mentions[0].start))
    return tuple(
        replace(entity, salience=round(score / total, 4), tag=number < 10 and score >= 3)
        for number, (score, entity) in enumerate(ranked)
    )
