"""The last steps in a row: choose a source for each quotation, resolve it to a name."""

from __future__ import annotations

from generator.analysis.quotes.attribute import attribute
from generator.analysis.quotes.discourse import Discourse
from generator.analysis.quotes.resolve import to_quotes
from generator.analysis.records import Quote


def find_quotes(discourse: Discourse) -> tuple[Quote, ...]:
    """The quotations of an article with their speakers, in text order; they never overlap.

    Time is linear in the length of the text.
    """
    passages, coreference = discourse.passages, discourse.coreference
    choices = attribute(passages, coreference.types(len(passages)))
    return to_quotes(discourse.article.text, passages, choices, coreference)
