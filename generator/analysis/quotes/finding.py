"""The steps in a row: find quotations, find candidate sources, choose, resolve."""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.coreference import corefer
from generator.analysis.parse import Piece
from generator.analysis.quotes.attribute import attribute
from generator.analysis.quotes.marks import find_quotations
from generator.analysis.quotes.passages import read
from generator.analysis.quotes.resolve import to_quotes
from generator.analysis.records import Entity, Quote
from generator.sources import Article


def find_quotes(article: Article, pieces: Sequence[Piece], entities: Sequence[Entity]) -> tuple[Quote, ...]:
    """The quotations of an article with their speakers, in text order; they never overlap.

    `pieces` are the parsed paragraphs of `article.blocks`, `entities` those of the same article. Time is
    linear in the length of the text.
    """
    quotations = find_quotations(article.text, article.blocks)
    if not quotations:
        return ()
    passages = read(pieces, quotations)
    coreference = corefer(article.text, pieces, entities, [passage.quoted for passage in passages])
    choices = attribute(passages, coreference.types(len(passages)))
    return to_quotes(article.text, passages, choices, coreference)
