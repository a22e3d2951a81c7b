"""How much of the story is about an entity, and which entities become tags.

The measure is in the line of Dunietz & Gillick (2014), "A new entity salience task with millions of training
examples": the number of mentions and the place of the first are the strongest signs, the headline next. To
these comes who speaks, which a briefing is about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.analysis.records import Entity, Quote
from generator.sources import Article, normal_form

# Attention in mentions: what one mention is worth elsewhere, an adjective ("Russian") is half of it.
MENTION, ADJECTIVE = 1.0, 0.5
IN_HEADLINE, IN_LEAD, SPEAKS = 4.0, 2.0, 2.0
"""For being named in the headline, in the first paragraph, and for each of MOST_STATEMENTS statements."""
MOST_STATEMENTS = 4
EARLY = 1.0
"""For a first mention at the very beginning, falling evenly to nothing at the end of the story."""

MOST_TAGS = 8
LEAST_ATTENTION = 4.0
"""A tag needs attention of four mentions: named in the headline, or in the lead and once again, or speaking
and named again, or named four times."""


def weigh_entities(
    article: Article, entities: Sequence[Entity], quotes: Sequence[Quote]
) -> tuple[Entity, ...]:
    """Give each entity its salience, the share of the story's attention, and order them by it.

    The first MOST_TAGS with an attention of LEAST_ATTENTION or more become tags; nationalities and other
    groups do not, nor what is named in the headline or the lead alone and there only as an adjective.
    """
    statements = _statements(quotes)
    attention = [_attention(article, entity, statements) for entity in entities]
    total = sum(attention) or 1.0
    order = sorted(range(len(entities)), key=lambda at: (-attention[at], entities[at].mentions[0].start))
    fit = [at for at in order if attention[at] >= LEAST_ATTENTION and _may_be_tag(entities[at])]
    tags = set(fit[:MOST_TAGS])
    return tuple(
        replace(entities[at], salience=round(attention[at] / total, 4), tag=at in tags) for at in order
    )


def _statements(quotes: Iterable[Quote]) -> Counter[str]:
    """How many statements are quoted of each speaker, by the normal form of the name."""
    spoken = {(normal_form(quote.speaker_name), quote.statement) for quote in quotes if quote.speaker_name}
    return Counter(name for name, _ in spoken)


def _attention(article: Article, entity: Entity, statements: Counter[str]) -> float:
    adjectives = set(entity.adjectives)
    named = [span for span in entity.mentions if span not in adjectives]
    attention = MENTION * len(named) + ADJECTIVE * len(adjectives)
    headline, paragraphs = article.headline, article.paragraphs
    if headline and any(headline.start <= span.start < headline.end for span in named):
        attention += IN_HEADLINE
    if paragraphs and any(paragraphs[0].start <= span.start < paragraphs[0].end for span in named):
        attention += IN_LEAD
    names = {normal_form(name) for name in (entity.name, *entity.aliases)}
    attention += SPEAKS * min(sum(statements[name] for name in names), MOST_STATEMENTS)
    return attention + EARLY * (1 - entity.mentions[0].start / max(len(article.text), 1))


def _may_be_tag(entity: Entity) -> bool:
    return entity.type != "group" and len(entity.adjectives) < len(entity.mentions)
