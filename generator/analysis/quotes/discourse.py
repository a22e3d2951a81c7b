"""An article read for who speaks and who is meant: once, for quotations, statements and summary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.analysis.coreference import Coreference, corefer
from generator.analysis.parse import Piece
from generator.analysis.quotes.marks import find_quotations
from generator.analysis.quotes.passages import Passage, read
from generator.analysis.records import Entity
from generator.sources import Article


@dataclass(frozen=True, slots=True)
class Discourse:
    """The parsed paragraphs of an `article` with their quotations, and who is meant where."""

    article: Article
    passages: tuple[Passage, ...]
    coreference: Coreference

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The parsed pieces, in text order."""
        return tuple(passage.piece for passage in self.passages)

    @property
    def quoted(self) -> tuple[tuple[int, ...], ...]:
        """For each token of each piece the number of its quotation in the piece; below 0 outside them."""
        return tuple(passage.quoted for passage in self.passages)


def read_discourse(article: Article, pieces: Sequence[Piece], entities: Sequence[Entity]) -> Discourse:
    """Find the quotations of the parsed `article` by their marks, and whom its words stand for.

    `pieces` are the parsed paragraphs of `article.blocks`, `entities` those of the same article.
    """
    passages = read(pieces, find_quotations(article.text, article.blocks))
    coreference = corefer(article.text, pieces, entities, [passage.quoted for passage in passages])
    return Discourse(article, passages, coreference)
