"""Choose the bottom line: a few whole sentences of the article, verbatim, in its own order.

News puts the gist first, and on test sets with human references the first sentences beat every published
summariser (Grenander et al. 2019, "Countering the Effects of Lead Bias in News Summarization", EMNLP,
measure how strong the lead is). So the lead is the backbone; the rules only pass over what cannot stand
there, and take a later start where the story is not told first.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from generator.analysis.quotes.discourse import Discourse
from generator.analysis.records import Entity, Insertion, Quote, Sentence
from generator.analysis.summary.candidates import Candidate, candidates
from generator.analysis.summary.introduction import Introduction
from generator.analysis.summary.novelty import is_in_headline, repeats
from generator.analysis.summary.start import first_sentence

SEARCHED = 60
"""How many sentences from the start are looked at: what stands later is no gist."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A sentence that was not chosen, and why."""

    sentence: Candidate
    reason: str


@dataclass(frozen=True, slots=True)
class Length:
    """At most `sentences` sentences of at most `words` words together.

    The first may be longer than that, but not than `limit` words, unless all are.
    """

    sentences: int = 4
    words: int = 90
    limit: int = sys.maxsize


def choose_summary(
    discourse: Discourse,
    quotes: Sequence[Quote],
    entities: Sequence[Entity],
    *,
    length: Length,
    statements: bool = True,
) -> tuple[tuple[Sentence, ...], tuple[PassedOver, ...]]:
    """Choose sentences up to the `length`, in text order.

    Returns them, and the sentences before the last of them that were passed over, each with the reason. An
    article that has no sentence that can stand alone gives its first one as it is. Sentences that quote
    a whole statement are passed over if `statements` is False, for pages that show these by themselves.
    """
    article = discourse.article
    pool = candidates(article, discourse.pieces, quotes)
    if not pool:
        return (), ()
    introduction = _introduction(discourse, quotes, entities)
    begin = first_sentence(article, pool, entities)
    chosen: list[tuple[Candidate, Insertion | None]] = []
    passed = [PassedOver(sentence, "before the lead") for sentence in pool[:begin]]
    for sentence in pool[begin : begin + SEARCHED]:
        if len(chosen) == length.sentences:
            break
        if sentence.spoken and not statements and sentence.place > begin:
            passed.append(PassedOver(sentence, "it quotes a statement"))
            continue
        reason, insertion = _judge(sentence, chosen, introduction, length.words if chosen else length.limit)
        if reason:
            passed.append(PassedOver(sentence, reason))
        else:
            chosen.append((sentence, insertion))
    if not chosen:
        chosen = [(_least_bad(pool, length.limit), None)]
    last = chosen[-1][0].place
    summary = tuple(Sentence(item.span, item.paragraph, insertion) for item, insertion in chosen)
    return summary, tuple(item for item in passed if item.sentence.place < last)


def _judge(
    sentence: Candidate,
    shown: Sequence[tuple[Candidate, Insertion | None]],
    introduction: Introduction,
    room: int,
) -> tuple[str | None, Insertion | None]:
    """Why a sentence is passed over beside those chosen; else None, and the name to be shown in it."""
    chosen = [item for item, _ in shown]
    told = " ".join(_as_shown(item, insertion) for item, insertion in shown)
    if sentence.fault:
        return sentence.fault, None
    if sum(item.words for item in chosen) + sentence.words > room:
        return "no room", None
    if repeats(sentence, chosen):
        return "said before", None
    if introduction.headline and is_in_headline(sentence.span.text, introduction.headline):
        return "the headline says it", None
    return _introduced(sentence, chosen, told, introduction)


def _introduced(
    sentence: Candidate, chosen: Sequence[Candidate], told: str, introduction: Introduction
) -> tuple[str | None, Insertion | None]:
    """Why it is not told of whom a sentence speaks; else None, and the name to be shown in it."""
    insertion = None
    follows = bool(chosen) and chosen[-1].place == sentence.place - 1
    if introduction.leans(sentence):
        if not (follows and introduction.is_clear(sentence, told)):
            insertion = introduction.insertion(sentence)
            if not insertion:
                return "leans on what is not shown", None
    elif not follows and (stray := introduction.stray_pronoun(sentence, told)):
        insertion = introduction.named(stray)
        if not insertion:
            return "leans on what is not shown", None
    if introduction.unknown_speaker(sentence, told, follows=follows):
        return "its speaker is not named", None
    unknown = introduction.unknown_names(sentence, told)
    if unknown:
        insertion = None if insertion else introduction.full_name(unknown, sentence)
        if not insertion:
            return "a name is not introduced", None
    return None, insertion


def _as_shown(sentence: Candidate, insertion: Insertion | None) -> str:
    """The words of a sentence with the name inserted, as far as a name can be found in them."""
    if not insertion:
        return sentence.span.text
    at = insertion.at - sentence.span.start
    return f"{sentence.span.text[:at].rstrip()} {insertion.text} {sentence.span.text[at:].lstrip()}"


def _least_bad(pool: Sequence[Candidate], limit: int) -> Candidate:
    """The sentence to show where none can stand alone or none fits: the first that is whole, else the first.

    Where none of them has at most `limit` words, it is the shortest.
    """
    mild = (None, "short", "long", "question", "first person")
    whole = [item for item in pool[:SEARCHED] if item.fault in mild] or pool[:1]
    return next((item for item in whole if item.words <= limit), min(whole, key=lambda item: item.words))


def _introduction(discourse: Discourse, quotes: Sequence[Quote], entities: Sequence[Entity]) -> Introduction:
    article = discourse.article
    people = [entity for entity in entities if entity.type == "person" and " " in entity.name]
    return Introduction(
        article.text,
        discourse.pieces,
        quotes,
        people,
        discourse.coreference,
        discourse.quoted,
        article.title or "",
    )
