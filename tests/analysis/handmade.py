"""Parsed paragraphs written by hand: rules are tested without a trained model."""

from __future__ import annotations

import re
from typing import Any

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


def make_marked(text: str) -> tuple[Piece, int, int]:
    """A piece from one line of words "word/TAG", and the tokens [first, last) between "[" and "]".

    After the tag may stand ":LABEL" (the model's; "+LABEL" goes on with the name before), "~dep<head" (the
    place of the governing word, counted from 0; else the first), "=lemma", and "_" where no space follows.
    """
    rows, bounds = [], []
    for cell in text.split(" "):
        if cell in {"[", "]"}:
            bounds.append(len(rows))
        else:
            rows.append(_cell(cell))
    doc = Doc(
        VOCAB,
        words=[row["word"] for row in rows],
        spaces=[row["space"] for row in rows],
        tags=[row["tag"] for row in rows],
        pos=[_POS.get(row["tag"][:2], "X") for row in rows],
        deps=[row["dep"] for row in rows],
        heads=[row["head"] for row in rows],
        lemmas=[row["lemma"] for row in rows],
        ents=[row["label"] for row in rows],
    )
    piece = Piece(Paragraph(1, 0, len(doc.text)), 0, doc)
    return piece, bounds[0] if bounds else 0, bounds[1] if bounds else len(rows)


_POS = {"NN": "NOUN", "JJ": "ADJ", "VB": "VERB", "DT": "DET", "IN": "ADP"}
_CELL = re.compile(
    r"(?P<word>(?:.|\n)+?)/(?P<tag>[^:+~=_]+)(?P<label>[:+][A-Z_]+?)?(?:~(?P<dep>\w+)<(?P<head>\d+))?"
    r"(?:=(?P<lemma>[\w-]+?))?(?P<glued>_)?"
)


def _cell(text: str) -> dict[str, Any]:
    match = _CELL.fullmatch(text)
    assert match, text
    label = match["label"] or ""
    return {
        "word": match["word"],
        "tag": match["tag"],
        "space": not match["glued"],
        "label": {":": "B-", "+": "I-", "": "O"}[label[:1]] + label[1:],
        "dep": match["dep"] or "dep",
        "head": int(match["head"] or 0),
        "lemma": match["lemma"] or match["word"].lower(),
    }
