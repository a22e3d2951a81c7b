"""Key quotes: the few statements of an article that a reader should see.

Every statement that can stand alone gets a score, the sum of named parts (see `_Score`); then the best are
taken one after another, each new speaker before a second statement of the same one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.analysis.records import Entity, Quote, Sentence
from generator.sources import Article

LEAST_WORDS, MOST_WORDS = 6, 110
"""A shorter quotation is a fragment, a longer one a speech: neither is a key quote."""

GOOD_WORDS = (12, 60)
"""Lengths that read well in a list; others lose `LENGTH` points."""

NAMED, CENTRAL, NEW, EARLY, LENGTH, SECOND = 1.0, 1.0, 1.0, 0.5, 0.5, 2.0
"""Points for: a named speaker; the share of salient names in it; being new beside the summary; standing
early; readable length. `SECOND` is taken off for each statement of the same speaker chosen before."""

_SENTENCE_ENDS = frozenset(".!?…,—–-")


@dataclass(frozen=True, slots=True)
class _Scored:
    parts: tuple[Quote, ...]
    speaker: str
    score: float


def choose_key_quotes(
    article: Article,
    quotes: Sequence[Quote],
    entities: Sequence[Entity],
    summary: Sequence[Sentence],
    *,
    limit: int = 4,
) -> tuple[tuple[Quote, ...], ...]:
    """At most `limit` statements to show, each with all its paragraphs, in text order.

    Only statements with a known speaker that read as complete sentences are considered: scare quotes,
    titles and song lines are not.
    """
    statements = [tuple(parts) for _, parts in groupby(quotes, key=lambda quote: quote.statement)]
    pool = [_scored(article, parts, entities, summary) for parts in statements if _can_stand(article, parts)]
    chosen: list[_Scored] = []
    while pool and len(chosen) < limit:
        said = [item.speaker for item in chosen]
        best = max(
            pool, key=lambda item: (item.score - SECOND * said.count(item.speaker), -item.parts[0].span.start)
        )
        pool.remove(best)
        chosen.append(best)
    chosen.sort(key=lambda item: item.parts[0].span.start)
    return tuple(item.parts for item in chosen)


def _can_stand(article: Article, parts: Sequence[Quote]) -> bool:
    """Whether a statement has a speaker and reads as sentences: a capital first, a stop or comma last."""
    first, last = parts[0], parts[-1]
    words = sum(len(part.span.text.split()) for part in parts)
    text = first.span.text.lstrip("“‘\"'[(… .")
    return (
        first.speaker is not None
        and first.paragraph > 0
        and LEAST_WORDS <= words <= MOST_WORDS
        and text[:1].isupper()
        and last.span.text.rstrip("”’\"')] ")[-1:] in _SENTENCE_ENDS
    )


def _scored(
    article: Article, parts: tuple[Quote, ...], entities: Sequence[Entity], summary: Sequence[Sentence]
) -> _Scored:
    first = parts[0]
    text = " ".join(part.span.text for part in parts)
    words = len(text.split())
    in_summary = any(
        sentence.span.start < part.span.end and part.span.start < sentence.span.end
        for sentence in summary
        for part in parts
    )
    salience = sum(
        entity.salience for entity in entities if any(name in text for name in (entity.name, *entity.aliases))
    )
    score = NAMED * (first.speaker_name is not None) + CENTRAL * min(1.0, salience) + NEW * (not in_summary)
    score += EARLY * (1 - first.span.start / max(1, len(article.text)))
    score += LENGTH * (GOOD_WORDS[0] <= words <= GOOD_WORDS[1])
    return _Scored(parts, first.speaker_name or (first.speaker.text if first.speaker else ""), score)
