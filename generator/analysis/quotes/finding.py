"""The last steps in a row: choose a source for each quotation, resolve it to a name, sign answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.analysis.quotes.attribute import attribute
from generator.analysis.quotes.discourse import Discourse
from generator.analysis.quotes.interview import Answer, find_answers
from generator.analysis.quotes.resolve import to_quotes
from generator.analysis.quotes.sources import PRONOUNS
from generator.analysis.records import Quote


def find_quotes(discourse: Discourse) -> tuple[Quote, ...]:
    """The quotations of an article with their speakers, in text order; they never overlap.

    Time is linear in the length of the text.
    """
    passages, coreference = discourse.passages, discourse.coreference
    choices = attribute(passages, coreference.types(len(passages)))
    quotes = to_quotes(discourse.article.text, passages, choices, coreference)
    return tuple(_signed(quotes, find_answers(discourse)))


def _signed(quotes: Sequence[Quote], answers: Iterable[Answer]) -> list[Quote]:
    """The quotations, those in an answer of an interview with its speaker."""
    found = sorted(answers, key=lambda answer: answer.span.start)
    signed, number = [], 0
    for quote in quotes:
        while number < len(found) and found[number].span.end <= quote.span.start:
            number += 1
        answer = found[number] if number < len(found) else None
        if answer and answer.mention and answer.span.start <= quote.span.start:
            entity = answer.entity
            by_pronoun = quote.speaker and quote.speaker.text.lower() in PRONOUNS
            speaker = quote.speaker if by_pronoun else answer.mention
            signed.append(replace(quote, speaker=speaker, speaker_name=entity.name, role=entity.role))
        else:
            signed.append(quote)
    return signed
