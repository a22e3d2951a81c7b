"""Roles in the article's own words: whole, or none."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from generator.analysis.names.join.roles import role_of
from generator.analysis.names.mention import Reading
from generator.analysis.parse import Piece
from generator.sources import Paragraph
from tests.analysis.handmade import VOCAB


def reading(*rows: str) -> Reading:
    """One paragraph from rows "word TAG"; a word that ends in "_" has no space behind it."""
    cells = [row.split() for row in rows]
    words = [word.removesuffix("_") for word, _ in cells]
    spaces = [not word.endswith("_") for word, _ in cells]
    doc = Doc(VOCAB, words=words, spaces=spaces, tags=[tag for _, tag in cells])
    return Reading(doc.text, [Piece(Paragraph(1, 0, len(doc.text)), 0, doc)])


@pytest.mark.parametrize(
    ("rows", "name", "role"),
    [
        (
            ("Ana NNP", "Roe_ NNP", ", ,", "the DT", "mayor NN", "of IN", "Pell_ NNP", ", ,"),
            (0, 2),
            "the mayor of Pell",
        ),
        (("co_ NN", "-_ HYPH", "director NN", "Ana NNP", "Roe NNP"), (3, 5), "co-director"),
        (("harbour NN", "engineer NN", "Ana NNP", "Roe NNP"), (2, 4), "harbour engineer"),
        (("Lovell_ NNP", ", ,", "Dr. NNP", "Wex NNP", "said VBD"), (0, 1), None),
        (("Mr. NNP", "Roe NNP"), (1, 2), None),
    ],
    ids=[
        "an apposition",
        "a hyphenated word is whole",
        "nouns before",
        "the next name's address",
        "an address",
    ],
)
def test_a_role_is_whole_or_absent(rows: tuple[str, ...], name: tuple[int, int], role: str | None) -> None:
    article = reading(*rows)
    mention = article.mention(0, *name, type="person", rule="model")
    found = role_of(article, [mention])
    assert (found.text if found else None) == role
