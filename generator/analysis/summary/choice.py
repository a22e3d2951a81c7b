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
from generator.analysis.summary.faults import MIN_WORDS
from generator.analysis.summary.genre import COURT, FORGIVEN, facets, missing_facets
from generator.analysis.summary.introduction import Introduction
from generator.analysis.summary.novelty import adds_main_name, is_in_headline, repeats
from generator.analysis.summary.start import Plan, plan

SEARCHED = 60
"""How many sentences from the start are looked at: what stands later is no gist."""

LEAD = 3
"""Sentences that make a lead. A sentence more has to earn its place."""

FAR, FAR_IN_COURT = 8, 24
"""How far behind the last sentence chosen the next may stand; a court report ends with what comes next."""

FULLER = 1.5
"""A sentence that says the first again and has so many times its words is the lead in its stead."""

MILD = (None, "no stop", "long", "first person", "question")
"""Faults that a sentence may have which is shown for want of a better one; a question tells nothing."""

NO_ROOM = "no room"
SAID_BEFORE = "said before"
LEANS = "leans on what is not shown"


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A sentence that was not chosen, and why."""

    sentence: Candidate
    reason: str


_Shown = tuple[Candidate, Insertion | None]


@dataclass(frozen=True, slots=True)
class Length:
    """At most `sentences` sentences of at most `words` words together.

    The first may be longer than that, but not than `limit` words, unless all are.
    """

    sentences: int = 4
    words: int = 100
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
    story = _Story(
        plan(article, pool, entities), _introduction(discourse, quotes, entities), entities, length,
        statements=statements,
    )  # fmt: skip
    chosen, passed = _take(pool, story)
    if not chosen or chosen[0][0].place > story.plan.begin + FAR:  # what stands so late is no better lead
        near = [item for item in pool[story.plan.begin :][:LEAD] if item.fault in MILD[:-1]]
        lead = _least_bad(near if chosen else pool, length.limit)
        if lead:
            chosen, passed = _take(pool, story, lead)
    last = chosen[-1][0].place
    summary = tuple(Sentence(item.span, item.paragraph, insertion) for item, insertion in chosen)
    return summary, tuple(item for item in passed if item.sentence.place < last)


@dataclass(frozen=True, slots=True)
class _Story:
    """What sentences are held against."""

    plan: Plan
    introduction: Introduction
    entities: Sequence[Entity]
    length: Length
    statements: bool


def _take(
    pool: Sequence[Candidate], story: _Story, lead: Candidate | None = None
) -> tuple[list[_Shown], list[PassedOver]]:
    """The sentences to show and those passed over, in text order.

    The first LEAD that can stand are the lead. It ends early where the next has no room: what stands behind
    that is worth less. A sentence more must add a main name or fact. If a `lead` is given, it comes first.
    """
    chosen: list[_Shown] = []
    passed: list[PassedOver] = []
    lead_is_told = False
    for sentence in pool[: story.plan.begin + SEARCHED]:
        lead_is_told |= len(chosen) >= LEAD
        if len(chosen) == story.length.sentences or _is_far(sentence, chosen):
            break
        if sentence is lead:
            chosen.append((sentence, None))
        if lead and sentence.place <= lead.place:
            continue
        reason, insertion = _judge(sentence, chosen, story)
        lead_is_told |= reason == NO_ROOM and len(chosen) > 1
        if not reason and lead_is_told and not _adds(sentence, chosen, story):
            reason = "it adds no main name or fact"
        if reason == SAID_BEFORE and len(chosen) == 1 and _is_fuller(sentence, chosen[0][0]):
            passed.append(PassedOver(chosen.pop()[0], "said again, and more fully"))
            reason, insertion = _judge(sentence, chosen, story)
        if reason:
            passed.append(PassedOver(sentence, reason))
        else:
            chosen.append((sentence, insertion))
    return chosen, passed


def _is_fuller(sentence: Candidate, first: Candidate) -> bool:
    """Whether a sentence that says the first again is the lead, and the first a headline or a standfirst."""
    return sentence.place == first.place + 1 and sentence.words >= FULLER * first.words


def _is_far(sentence: Candidate, chosen: Sequence[_Shown]) -> bool:
    """Whether a sentence stands too far behind the two or more chosen to go on where they end."""
    reach = FAR_IN_COURT if missing_facets([item.span.text for item, _ in chosen]) else FAR
    return len(chosen) > 1 and sentence.place - chosen[-1][0].place > reach


def _adds(sentence: Candidate, chosen: Sequence[_Shown], story: _Story) -> bool:
    """Whether a sentence behind the lead adds what is missing: a stage of a court case, else a main name."""
    shown = [item.span.text for item, _ in chosen]
    missing = missing_facets(shown)
    near = sentence.place - chosen[-1][0].place <= FAR
    if near and not missing & COURT and adds_main_name(sentence.span.text, " ".join(shown), story.entities):
        return True
    return bool(facets(sentence.span.text) & missing)


def _judge(
    sentence: Candidate, shown: Sequence[_Shown], story: _Story
) -> tuple[str | None, Insertion | None]:
    """Why a sentence is passed over beside those chosen; else None, and the name to be shown in it."""
    chosen = [item for item, _ in shown]
    told = " ".join(_as_shown(item, insertion) for item, insertion in shown)
    forgiven = sentence.place == story.plan.topic and sentence.fault in FORGIVEN
    headline = story.introduction.headline
    room = story.length.words if chosen else story.length.limit
    quotes = sentence.spoken and not story.statements and sentence.place > story.plan.begin
    reasons = (
        (story.plan.closed.get(sentence.place), True),
        ("it quotes a statement", quotes),
        (sentence.fault, not forgiven),
        (NO_ROOM, sum(item.words for item in chosen) + sentence.words > room),
        (SAID_BEFORE, repeats(sentence, chosen)),
        ("the headline says it", bool(headline) and is_in_headline(sentence.span.text, headline)),
    )
    reason = next((name for name, holds in reasons if name and holds), None)
    return (reason, None) if reason else _introduced(sentence, chosen, told, story.introduction)


def _introduced(
    sentence: Candidate, chosen: Sequence[Candidate], told: str, introduction: Introduction
) -> tuple[str | None, Insertion | None]:
    """Why it is not told of whom a sentence speaks; else None, and the name to be shown in it."""
    follows = bool(chosen) and chosen[-1].place == sentence.place - 1
    if not follows and introduction.takes_up(sentence, told):
        return LEANS, None
    reason, insertion = _resolved(sentence, told, introduction, follows=follows)
    tells = insertion or introduction.tells_anew(sentence, told) or facets(sentence.span.text)
    if not follows and chosen and not reason and not tells:
        return "it tells no name and no number", None
    if reason or introduction.unknown_speaker(sentence, told, follows=follows):
        return reason or "its speaker is not named", None
    unknown = introduction.unknown_names(sentence, told)
    rest = introduction.full_name(unknown, sentence) if unknown and not insertion else None
    if unknown and not rest and not all(introduction.has_office(mention) for _, mention in unknown):
        return "a name is not introduced", None
    return None, insertion or rest


def _resolved(
    sentence: Candidate, told: str, introduction: Introduction, *, follows: bool
) -> tuple[str | None, Insertion | None]:
    """Why it is not told whom a pronoun means; else None, and the name to be shown beside it, if any."""
    if introduction.leans(sentence):
        if follows and introduction.is_clear(sentence, told):
            return None, None
        insertion = introduction.insertion(sentence)
        return (None if insertion else LEANS), insertion
    stray = None if follows else introduction.stray_pronoun(sentence, told)
    insertion = introduction.named(stray) if stray else None
    return (LEANS if stray and not insertion else None), insertion


def _as_shown(sentence: Candidate, insertion: Insertion | None) -> str:
    """The words of a sentence with the name inserted, as far as a name can be found in them."""
    if not insertion:
        return sentence.span.text
    at = insertion.at - sentence.span.start
    return f"{sentence.span.text[:at].rstrip()} {insertion.text} {sentence.span.text[at:].lstrip()}"


def _least_bad(pool: Sequence[Candidate], limit: int) -> Candidate | None:
    """The sentence to show where none can stand alone or none fits: the first that is whole and no aside.

    Where none of these has at most `limit` words, it is the shortest of them; None if there is none at all.
    """
    pool = pool[:SEARCHED]
    whole = [item for item in pool if item.fault in MILD]
    whole = whole or [item for item in pool if item.words >= MIN_WORDS] or list(pool)
    shortest = min(whole, key=lambda item: item.words, default=None)
    return next((item for item in whole if item.words <= limit), shortest)


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
