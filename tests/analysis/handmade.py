"""Parsed paragraphs written by hand: rules are tested without a trained model."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from generator.analysis.parse import Piece
from generator.analysis.quotes.marks import find_quotations
from generator.analysis.quotes.passages import Passage, read
from generator.sources import Paragraph

VOCAB = spacy.blank("en").vocab


def make_piece(*rows: str, number: int = 1, start: int = 0) -> Piece:
    """A piece from rows "word POS dep head": `head` is the place of the governing row, counted from 0.

    A fifth column is the lemma (the word itself if absent), a sixth the model's entity label.
    """
    cells = [(*row.split(), "", "")[:6] if len(row.split()) < 6 else tuple(row.split()) for row in rows]
    tokens = [cell[0] for cell in cells]
    doc = Doc(
        VOCAB,
        words=tokens,
        pos=[cell[1] for cell in cells],
        deps=[cell[2] for cell in cells],
        heads=[int(cell[3]) for cell in cells],
        lemmas=[cell[4] or cell[0].lower() for cell in cells],
        ents=[f"B-{cell[5]}" if cell[5] else "O" for cell in cells],
    )
    return Piece(Paragraph(number, start, start + len(doc.text)), start, doc)


def make_passage(*rows: str) -> Passage:
    """The passage of such a piece, its quotations found by their marks."""
    piece = make_piece(*rows)
    (passage,) = read([piece], find_quotations(piece.doc.text, [piece.paragraph]))
    return passage
