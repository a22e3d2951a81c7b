"""The statements of an article: reported clauses, and the quotations beside them, each with its speaker."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from generator.analysis.logit import weights_of
from generator.analysis.quotes.discourse import Discourse
from generator.analysis.quotes.interview import find_answers
from generator.analysis.quotes.passages import span_of
from generator.analysis.quotes.sources import PRONOUNS
from generator.analysis.quotes.speaker import find_speaker
from generator.analysis.quotes.told import reasons_of
from generator.analysis.records import Quote, Reason, Span, Statement
from generator.analysis.statements.choice import Reported, reported
from generator.analysis.statements.extents import kind_of
from generator.sources import Article, statement_id

NOBODY = frozenset(("pron", *PRONOUNS))
"""Kinds of mentions that are no speaker without a name."""


def find_statements(discourse: Discourse, quotes: Sequence[Quote]) -> tuple[Statement, ...]:
    """What is said in an article, in text order: reported clauses, the `quotes` that are in none, answers.

    Quotations without a speaker are no statements (titles, words that the writer holds at a distance), nor
    are clauses of a "he" by nobody in particular. Statements never overlap.
    """
    types = discourse.coreference.types(len(discourse.passages))
    clauses = [_statement(discourse, item) for item in reported(discourse.passages, types)]
    answers = _answers(discourse)
    spoken = [statement.span for statement in answers]
    found = [clause for clause in clauses if clause and clause.kind != "direct"]
    found = [clause for clause in found if not _stands_in(clause.span, spoken)]
    found.extend(_direct(quotes, found))
    found = [statement for statement in found if not _stands_in(statement.span, spoken)] + answers
    return _numbered(discourse.article, sorted(found, key=lambda statement: statement.span.start))


def _statement(discourse: Discourse, item: Reported) -> Statement | None:
    text, passage = discourse.article.text, discourse.passages[item.place]
    speaker = find_speaker(text, passage, item.place, item.cue.mention, discourse.coreference)
    if speaker.name is None and item.cue.mention.kind in NOBODY:
        return None
    rule = Reason(speaker.rule, speaker.mention.text)
    return Statement(
        "",
        span_of(text, passage, item.extent.first, item.extent.last),
        kind_of(passage, item.extent),
        passage.piece.paragraph.number,
        speaker.mention,
        speaker.name,
        speaker.role,
        span_of(text, passage, item.cue.word, item.cue.word + 1),
        (*reasons_of(item.features, weights_of("generator.analysis.statements")), rule),
    )


def _answers(discourse: Discourse) -> list[Statement]:
    """The answers of an interview that stand in no marks."""
    return [
        Statement(
            "",
            answer.span,
            "direct",
            discourse.passages[answer.place].piece.paragraph.number,
            answer.mention,
            answer.entity.name,
            answer.entity.role,
            why=(Reason("interview", answer.mention.text if answer.mention else ""),),
        )
        for answer in find_answers(discourse)
        if not discourse.passages[answer.place].quotations
    ]


def _stands_in(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span begins in one of others, which are in text order."""
    number = bisect_right(others, span.start, key=lambda other: other.start) - 1
    return number >= 0 and span.start < others[number].end


def _direct(quotes: Sequence[Quote], clauses: Sequence[Statement]) -> list[Statement]:
    """The quotations that have a speaker and stand in none of the `clauses` (in text order)."""
    found = []
    number = 0
    for quote in quotes:
        while number < len(clauses) and clauses[number].span.end <= quote.span.start:
            number += 1
        inside = number < len(clauses) and clauses[number].span.start < quote.span.end
        if quote.speaker and not inside:
            said = (quote.speaker, quote.speaker_name, quote.role, quote.cue, quote.why)
            found.append(Statement("", quote.span, "direct", quote.paragraph, *said))
    return found


def _numbered(article: Article, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with their ids: made from the headline and the words, and the count of like ones."""
    headline = headline_of(article)
    counts: dict[str, int] = {}
    found = []
    for statement in statements:
        words = " ".join(statement.span.text.split())
        number = counts[words] = counts.get(words, 0) + 1
        found.append(replace(statement, id=statement_id(headline, words, number)))
    return tuple(found)


def headline_of(article: Article) -> str:
    """What ids of statements are made with: the stated title, else the first block of the text."""
    blocks = article.blocks
    return article.title or (article.text[blocks[0].start : blocks[0].end] if blocks else "")
