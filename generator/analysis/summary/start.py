"""Where the story begins: at once, or after an anecdote.

A feature begins with a scene and tells in its "nut paragraph" what it is about (Scanlan, "Reporting and
Writing", 2000). The headline tells too: the nut paragraph names what the headline names, the scene does not.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.records import Entity
from generator.analysis.summary.candidates import Candidate
from generator.analysis.summary.novelty import stems
from generator.sources import Article

SCENE_PARAGRAPHS = (2, 10)
"""The nut paragraph stands between these, counted from 1; a story told later has no lead at all."""

SCENE_SHARE, NUT_SHARE = 0.2, 0.4
"""A scene has less than the first share of the headline's content words, a nut paragraph the second."""

LEAST_HEADLINE = 4
"""With fewer content words, a headline tells too little."""


def first_sentence(article: Article, pool: Sequence[Candidate], entities: Sequence[Entity]) -> int:  # noqa: ARG001
    """The place of the sentence that the gist begins with: 0, or the first of the nut paragraph."""
    if article.title:
        headline = article.title
    elif article.headline:
        headline = article.text[article.headline.start : article.headline.end]
    else:
        return 0
    key = stems(headline)
    first, last = SCENE_PARAGRAPHS
    if len(key) < LEAST_HEADLINE:
        return 0
    shares: dict[int, set[str]] = {}
    for sentence in pool:
        if sentence.paragraph <= last:
            shares.setdefault(sentence.paragraph, set()).update(key & stems(sentence.span.text))
    scene = set().union(*(words for number, words in shares.items() if number <= first))
    if len(scene) >= SCENE_SHARE * len(key):
        return 0
    nuts = [
        number for number, words in shares.items() if number > first and len(words) >= NUT_SHARE * len(key)
    ]
    if not nuts:
        return 0
    return next(sentence.place for sentence in pool if sentence.paragraph == min(nuts))
