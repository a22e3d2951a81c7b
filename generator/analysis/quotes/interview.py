"""Interviews: who answers, and in which paragraphs.

Questions and answers are told by their layout: labels before a colon ("Q:", "A:", "IL:", "Ivo Lund:"), or
paragraphs that end as questions, each with an answer behind it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analysis.quotes.discourse import Discourse
from generator.analysis.quotes.passages import Passage
from generator.analysis.records import Entity, Span
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

LEAST = 2
"""Questions that make an interview, each with its answer."""

INTRODUCTION = 6
"""Paragraphs at the beginning in which an interview names who is interviewed."""

LONGEST_QUESTION = 80
"""Words: a longer paragraph that ends as a question is an answer, too."""

_LABEL = re.compile(r"(Q|A|[A-Z]{2,3}|[A-Z][\w’'-]{1,20}(?: [A-Z][\w’'.-]{0,20}){0,3}):\s+(?=\S)")
_INTERVIEW = words("speech.interviews")
_FIRST_PERSON = frozenset(("i", "we", "my", "our", "me", "us"))


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody says in an interview: a `span` without its label; `mention` is the label or the name."""

    place: int
    span: Span
    mention: Span | None
    entity: Entity


def find_answers(discourse: Discourse) -> tuple[Answer, ...]:
    """The answers of an interview in text order, one a paragraph; none where the article is none."""
    labels = [_LABEL.match(passage.text) for passage in discourse.passages]
    spoken = Counter(match[1] for match in labels if match)
    if sum(count >= LEAST for count in spoken.values()) >= LEAST:
        return tuple(_labelled(discourse, labels, spoken))
    return tuple(_unlabelled(discourse))


def _labelled(
    discourse: Discourse, labels: Sequence[re.Match[str] | None], spoken: Counter[str]
) -> Iterator[Answer]:
    """The paragraphs behind labels that stand for somebody known, and those that go on from them."""
    interviewee = _interviewee(discourse)
    asking = _asking(discourse, labels)
    label, entity = None, None
    for place, (passage, match) in enumerate(zip(discourse.passages, labels, strict=True)):
        start = 0
        if match and spoken[match[1]] >= LEAST:
            label, start = _span(discourse, passage, 0, match.end(1)), match.end()
            entity = None if match[1] in asking else _meant(discourse, match[1], interviewee)
        if label and entity:
            yield Answer(place, _span(discourse, passage, start, len(passage.text)), label, entity)


def _asking(discourse: Discourse, labels: Sequence[re.Match[str] | None]) -> set[str]:
    """The labels of those who ask: most of their paragraphs end as questions."""
    asked = Counter(
        match[1] if passage.text.rstrip().endswith("?") else ""
        for passage, match in zip(discourse.passages, labels, strict=True)
        if match
    )
    spoken = Counter(match[1] for match in labels if match)
    return {label for label, count in spoken.items() if label == "Q" or 2 * asked[label] > count}


def _meant(discourse: Discourse, label: str, interviewee: Entity | None) -> Entity | None:
    """Whom a label stands for: "A" for who is interviewed, initials for the only person who has them."""
    if label == "A":
        return interviewee
    named = discourse.coreference.directory.named(label)
    if named or not label.isupper():
        return named
    people = [entity for entity in discourse.coreference.entities if entity.type == "person"]
    fitting = [entity for entity in people if _initials(entity.name) == label]
    return fitting[0] if len(fitting) == 1 else None


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def _unlabelled(discourse: Discourse) -> Iterator[Answer]:
    """The paragraphs behind questions, if the article says that it is an interview, and with whom."""
    asked = [_is_question(passage) for passage in discourse.passages]
    interviewee = _interviewee(discourse) if sum(asked) > LEAST else None
    if interviewee is None:
        return
    begun = False
    for place, passage in enumerate(discourse.passages):
        begun = begun or asked[place]
        behind = place > 0 and asked[place - 1]
        if (
            begun
            and not asked[place]
            and (_is_all_quoted(passage) or (behind and _replies(discourse, place)))
        ):
            span = _span(discourse, passage, 0, len(passage.text))
            yield Answer(place, span, _named_before(discourse, place, interviewee), interviewee)


def _is_question(passage: Passage) -> bool:
    """Whether a paragraph outside marks ends as a question."""
    text = passage.text.rstrip()
    return text.endswith("?") and not passage.quotations and len(text.split()) <= LONGEST_QUESTION


def _is_all_quoted(passage: Passage) -> bool:
    return bool(passage.quotations) and passage.words[-1] == 0


def _replies(discourse: Discourse, place: int) -> bool:
    """Whether a paragraph behind a question answers it: in the first person, or in nobody else's marks."""
    passage = discourse.passages[place]
    outside = [token for token in passage.tokens if passage.quoted[token.i] < 0]
    if passage.quotations:
        named = any(discourse.coreference.named(place, token.i) for token in outside)
        return passage.words[passage.quotations[0].first] == 0 and not named
    return bool({token.lower_ for token in outside} & _FIRST_PERSON)


def _interviewee(discourse: Discourse) -> Entity | None:
    """Who is named first where the introduction speaks of an interview; else the only person named there."""
    coreference = discourse.coreference
    for place, passage in enumerate(discourse.passages[:INTRODUCTION]):
        for sentence in passage.piece.doc.sents:
            if any(token.lemma_.lower() in _INTERVIEW for token in sentence):
                people = [coreference.named(place, token.i) for token in sentence if not _owns(token)]
                first = next((entity for entity in people if entity and entity.type == "person"), None)
                if first:
                    return first
    start = discourse.passages[min(INTRODUCTION, len(discourse.passages)) - 1].piece.start
    introduced = [
        entity
        for entity in coreference.entities
        if entity.type == "person" and any(mention.start < start for mention in entity.mentions)
    ]
    return introduced[0] if len(introduced) == 1 else None


def _owns(token: Token) -> bool:
    """Whether a token stands in a possessive: "Roe's office" is not where Roe is asked."""
    return any(t.tag_ == "POS" for t in token.children) or any(t.tag_ == "POS" for t in token.head.children)


def _named_before(discourse: Discourse, place: int, entity: Entity) -> Span | None:
    """The last mention of somebody before a paragraph."""
    start = discourse.passages[place].piece.start
    before = [mention for mention in entity.mentions if mention.end <= start]
    return max(before, key=lambda mention: mention.start, default=None)


def _span(discourse: Discourse, passage: Passage, start: int, end: int) -> Span:
    """The characters `start` to `end` of a passage, without white space around them."""
    text = passage.text[start:end]
    first = passage.piece.start + start + len(text) - len(text.lstrip())
    last = passage.piece.start + start + len(text.rstrip())
    return Span(first, last, discourse.article.text[first:last])
