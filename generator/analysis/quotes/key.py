"""Key quotes: the few statements of an article that a reader should see.

Every statement that can stand alone gets a score, the sum of the parts named below; then the best are taken
one after another, each new speaker before a second statement of the same one. The parts follow what
editors look for in a pull quote (Bohn and Ling, "Catching Attention with Automatic Pull Quote Selection",
COLING 2020): complete sentences, a weighty speaker, the heart of the story, and no repetition.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from generator.analysis.quotes.continuation import MOST_WORDS
from generator.analysis.quotes.sources import PRONOUNS
from generator.analysis.records import Entity, Quote, Sentence
from generator.lexicon import words
from generator.sources import Article

LEAST_WORDS = 6
"""A shorter statement is a fragment: no key quote."""

GOOD_WORDS = (10, 45)
"""Words that read well in a list of quotations."""

# What a statement earns, in points; the parts from 0 to 1 are multiplied by these.
NAMED = 1.0  # its speaker has a name
WEIGHTY = 0.5  # the speaker's salience, as a share of the most salient speaker's
CENTRAL = 1.0  # it shares words with headline and first paragraph: all points from SHARED words on
EARLY = 2.0  # it stands early: news falls in weight from top to bottom, and so do those that people quote
READABLE = 0.5  # its length is among GOOD_WORDS
REPEATED = -1.0  # the share of its words that the summary says already
DANGLING = -0.5  # its first word points back to something that is not shown
ANOTHER = -2.0  # for each statement of the same speaker that is chosen already
NEIGHBOUR = -0.5  # one of the same paragraph is chosen already

SHARED = 3

_DANGLING = words("function_words.pointing_back")
_ENDS = frozenset(".!?…,—–-;")
_NOT_SAID = re.compile(
    r"(?i)\b(?:s[iau]ng|sings|singing|chant\w*|titled|entitled|called|named|dubbed|headlined)\b"
)
_CONTENT = re.compile(r"[^\W\d_]{5,}")
_COMMON = words("function_words.no_content")


@dataclass(frozen=True, slots=True)
class _Statement:
    parts: tuple[Quote, ...]
    speaker: str
    score: float


@dataclass(frozen=True, slots=True)
class _Story:
    """What statements are held against: the words of headline and first paragraph (`gist`) and of the summary
    (`told`), each speaker's salience as a share of the greatest, and the length of the text."""

    gist: frozenset[str]
    told: frozenset[str]
    weights: dict[str, float]
    length: int

    @staticmethod
    def of(article: Article, entities: Sequence[Entity], summary: Sequence[Sentence]) -> _Story:
        """What the points of a quotation are counted against, worked out once an article."""
        gist = " ".join(article.text[block.start : block.end] for block in article.blocks[:2])
        told = " ".join(sentence.span.text for sentence in summary)
        most = max((entity.salience for entity in entities), default=0.0) or 1.0
        weights = {entity.name: entity.salience / most for entity in entities}
        return _Story(_content(gist), _content(told), weights, max(1, len(article.text)))


def choose_key_quotes(
    article: Article,
    quotes: Sequence[Quote],
    entities: Sequence[Entity],
    summary: Sequence[Sentence],
    *,
    limit: int = 4,
) -> tuple[tuple[Quote, ...], ...]:
    """At most `limit` statements to show, each with all its paragraphs, in text order.

    Only statements whose speaker the article tells and that read as complete sentences are considered: scare
    quotes, titles of works and song lines are not, nor is what the headline quotes, nor questions and words
    of a "he" by nobody in particular.
    """
    statements = [tuple(parts) for _, parts in groupby(quotes, key=lambda quote: quote.statement)]
    story = _Story.of(article, entities, summary)
    pool = [
        _weighed(parts, story)
        for parts, after in pairwise((*statements, ()))
        if _can_stand(parts) and not _goes_on(parts, after)
    ]
    chosen: list[_Statement] = []
    while pool and len(chosen) < limit:
        best = max(pool, key=lambda item: (item.score + _crowding(item, chosen), -item.parts[0].span.start))
        pool.remove(best)
        chosen.append(best)
    return tuple(item.parts for item in sorted(chosen, key=lambda item: item.parts[0].span.start))


def _can_stand(parts: Sequence[Quote]) -> bool:
    """Whether a statement has a speaker and reads as sentences: a capital first, a stop or comma last."""
    first, last = parts[0], parts[-1]
    words = [word for part in parts for word in part.span.text.split()]
    opening = first.span.text.lstrip("“‘\"'[(… .")
    longer = [word for word in map(_letters, words) if len(word) > 3]
    return (
        first.speaker is not None
        and (first.speaker_name is not None or first.speaker.text.lower() not in PRONOUNS)
        and not (first.speaker_name is None and all(part.span.text.endswith("?") for part in parts))
        and first.paragraph > 0
        and LEAST_WORDS <= len(words) <= MOST_WORDS
        and not opening[:1].islower()
        and last.span.text.rstrip("”’\"')] ")[-1:] in _ENDS
        and not all(word[0].isupper() for word in longer)
        and not (first.cue and _NOT_SAID.search(first.cue.text))
    )


def _letters(word: str) -> str:
    """A word without the marks around it."""
    return word.strip("“”‘’\"'()[].,;:!?…")


def _goes_on(parts: Sequence[Quote], after: Sequence[Quote]) -> bool:
    """Whether a sentence is broken off by its attribution and goes on in the next quotation."""
    if not after or after[0].paragraph != parts[-1].paragraph:
        return False
    return parts[-1].span.text[-1:] in ",—–-" and after[0].span.text[:1].islower()


def _weighed(parts: tuple[Quote, ...], story: _Story) -> _Statement:
    """A statement with its points, all but those that hang on what else is chosen."""
    first = parts[0]
    text = " ".join(part.span.text for part in parts)
    content = _content(text)
    score = NAMED * (first.speaker_name is not None)
    score += WEIGHTY * story.weights.get(first.speaker_name or "", 0.0)
    score += CENTRAL * min(1.0, len(content & story.gist) / SHARED)
    score += EARLY * (1 - first.span.start / story.length)
    score += READABLE * (GOOD_WORDS[0] <= len(text.split()) <= GOOD_WORDS[1])
    score += REPEATED * len(content & story.told) / (len(content) or 1)
    score += DANGLING * (text.split()[0].strip("\"'“‘.,").lower() in _DANGLING)
    return _Statement(parts, first.speaker_name or (first.speaker.text if first.speaker else ""), score)


def _crowding(item: _Statement, chosen: Sequence[_Statement]) -> float:
    """What a statement loses beside those chosen before."""
    same = sum(other.speaker == item.speaker for other in chosen)
    beside = any(other.parts[-1].paragraph == item.parts[0].paragraph for other in chosen)
    return ANOTHER * same + NEIGHBOUR * beside


def _content(text: str) -> frozenset[str]:
    """The words that tell what a text is about: five letters or more, not the commonest."""
    return frozenset(word.lower() for word in _CONTENT.findall(text)) - _COMMON
