"""Where the gist may be taken from: where the story begins, and which sentences are closed to it.

A feature begins with a scene and tells in its "nut paragraph" what it is about (Scanlan, "Reporting and
Writing", 2000). The headline tells too: the nut paragraph names what the headline names, the scene does not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.analysis.records import Entity
from generator.analysis.summary.candidates import Candidate
from generator.analysis.summary.genre import claims, exchange, newest_entry, topic_sentence
from generator.analysis.summary.novelty import stems
from generator.sources import Article

SCENE_PARAGRAPHS = (2, 10)
"""The nut paragraph stands between these, counted from 1; a story told later has no lead at all."""

SCENE_SHARE, NUT_SHARE = 0.2, 0.4
"""A scene has less than the first share of the headline's content words, a nut paragraph the second."""

LEAST_HEADLINE = 4
"""With fewer content words, a headline tells too little."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the gist begins (`begin`, the place of a sentence) and what is `closed` to it, with the reasons.

    `topic` is the place of the sentence that tells what a text is about that does not begin as news.
    """

    begin: int
    closed: Mapping[int, str]
    topic: int | None = None


def plan(article: Article, pool: Sequence[Candidate], entities: Sequence[Entity]) -> Plan:
    """Where the gist of an article may be taken from, by its genre."""
    topic = topic_sentence(article, pool, entities)
    begin = topic if topic is not None else _nut_sentence(article, pool)
    closed = dict.fromkeys(range(begin), "before the lead")
    asked = exchange(article)
    if asked is not None and any(item.span.start < asked and not item.fault for item in pool):
        answers = (item for item in pool if item.span.start >= asked and not item.spoken)
        closed |= dict.fromkeys((item.place for item in answers), "an answer without its speaker")
    closed |= {
        item.place: "it answers a question"
        for asking, item in pairwise(pool)
        if asking.fault == "question" and item.paragraph == asking.paragraph and asking.place != topic
    }
    repeated = claims(article)
    closed |= {item.place: "a claim that the article examines" for item in pool if item.paragraph in repeated}
    entries = newest_entry(article)
    if entries:
        older = [item for item in pool if item.span.start < entries[1]]
        standing = next((item for item in older if item.span.start < entries[0] and not item.fault), None)
        closed |= {item.place: "an older entry" for item in older if item is not standing}
    return Plan(begin, closed, topic)


def _nut_sentence(article: Article, pool: Sequence[Candidate]) -> int:
    """The place of the sentence that the story begins with: 0, or the first of the nut paragraph."""
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
