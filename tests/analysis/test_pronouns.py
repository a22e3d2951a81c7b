"""Whom "he" and "she" stand for, on hand-made parses: each weight decides between two people."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.analysis.coreference.pronouns import SENTENCES, resolve_pronouns
from generator.analysis.coreference.references import Reference
from generator.analysis.parse import Piece
from tests.analysis.handmade import make_piece

PEOPLE = {"Ana": 0, "Eva": 1, "Kim": 2, "Ivo": 3}
GENDERS = ["f", "f", None, "m"]

ANA_WON = ("Ana PROPN nsubj 1", "won VERB ROOT 1", ". PUNCT punct 1")
ANA_SAID = ("Ana PROPN nsubj 1", "said VERB ROOT 1 say", ". PUNCT punct 1")
EVA_WON = ("Eva PROPN nsubj 1", "won VERB ROOT 1", ". PUNCT punct 1")
KIM_WON = ("Kim PROPN nsubj 1", "won VERB ROOT 1", ". PUNCT punct 1")
IVO_WON = ("Ivo PROPN nsubj 1", "won VERB ROOT 1", ". PUNCT punct 1")
IT_RAINED = ("It PRON nsubj 1", "rained VERB ROOT 1", ". PUNCT punct 1")
THEY_SAW_EVA = ("They PRON nsubj 1", "saw VERB ROOT 1", "Eva PROPN dobj 1", ". PUNCT punct 1")
THEY_SAW_EVA_THE_MAYOR = (
    *("They PRON nsubj 1", "saw VERB ROOT 1", "Eva PROPN dobj 1"),
    *("the DET det 4", "mayor NOUN appos 2", ". PUNCT punct 1"),
)
THEY_SAW_AN_EVA_FILM = (
    *("They PRON nsubj 1", "saw VERB ROOT 1", "an DET det 4", "Eva PROPN compound 4"),
    *("film NOUN dobj 1", ". PUNCT punct 1"),
)
ANA_AND_KIM_WON = (
    *("Ana PROPN nsubj 3", "and CCONJ cc 0", "Kim PROPN conj 0"),
    *("won VERB ROOT 3", ". PUNCT punct 3"),
)
IF_EVA_WINS = (
    *("If SCONJ mark 2", "Eva PROPN nsubj 2", "wins VERB advcl 4"),
    *("it PRON nsubj 4", "rains VERB ROOT 4"),
)
SHE_SLEPT = ("She PRON nsubj 1", "slept VERB ROOT 1", ". PUNCT punct 1")
HE_SLEPT = ("He PRON nsubj 1", "slept VERB ROOT 1", ". PUNCT punct 1")


def shifted(rows: Sequence[str], by: int) -> list[str]:
    """Rows of a sentence that stands `by` tokens later in its paragraph."""
    cells = [row.split() for row in rows]
    return [" ".join([*cell[:3], str(int(cell[3]) + by), *cell[4:]]) for cell in cells]


def meant(*paragraphs: Sequence[Sequence[str]], quoted: frozenset[str] = frozenset()) -> list[str]:
    """The names that the pronouns of an article stand for, in order; `quoted` words stand between marks."""
    pieces: list[Piece] = []
    sentences: list[list[int]] = []
    count = 0
    for paragraph in paragraphs:
        rows: list[str] = []
        numbers: list[int] = []
        for sentence in paragraph:
            rows += shifted(sentence, len(rows))
            numbers += [count] * len(sentence)
            count += 1
        pieces.append(make_piece(*rows, number=len(pieces) + 1))
        sentences.append(numbers)
    references = [
        Reference(place, token.i, token.i + 1, token.i, PEOPLE[token.text], sentences[place][token.i])
        for place, piece in enumerate(pieces)
        for token in piece.doc
        if token.text in PEOPLE
    ]
    flags = [[0 if token.text in quoted else -1 for token in piece.doc] for piece in pieces]
    resolved = resolve_pronouns(pieces, references, GENDERS, flags, sentences)
    names = {number: name for name, number in PEOPLE.items()}
    return [names[resolved[key]] for key in sorted(resolved)]


@pytest.mark.parametrize(
    ("paragraphs", "name"),
    [
        ([[ANA_WON, SHE_SLEPT]], "Ana"),
        ([[EVA_WON, ANA_WON, SHE_SLEPT]], "Ana"),
        ([[ANA_WON, IVO_WON, SHE_SLEPT]], "Ana"),
        ([[ANA_WON, THEY_SAW_EVA, SHE_SLEPT]], "Ana"),
        ([[ANA_WON, THEY_SAW_EVA_THE_MAYOR, SHE_SLEPT]], "Eva"),
        ([[ANA_WON], [THEY_SAW_EVA, SHE_SLEPT]], "Eva"),
        ([[ANA_WON, IT_RAINED, EVA_WON, SHE_SLEPT]], "Eva"),
        ([[EVA_WON, THEY_SAW_AN_EVA_FILM, ANA_WON, SHE_SLEPT]], "Ana"),
        ([[ANA_WON, THEY_SAW_AN_EVA_FILM, SHE_SLEPT]], "Ana"),
        ([[ANA_WON, IF_EVA_WINS, SHE_SLEPT]], "Eva"),
        ([[ANA_AND_KIM_WON, SHE_SLEPT]], "Ana"),
        ([[ANA_WON, IT_RAINED, KIM_WON, SHE_SLEPT]], "Kim"),
        ([[KIM_WON, SHE_SLEPT]], "Kim"),
    ],
    ids=[
        "the only woman",
        "the nearer of equals",
        "no man",
        "a subject rather than an object",
        "who is introduced, rather than a subject before",
        "who is named in the same paragraph",
        "the nearer subject",
        "nobody whose name stands before a noun",
        "nor where that is nearer",
        "the subject of a clause, if it is nearer",
        "who is known to be a woman",
        "who may be one, if she is much nearer",
        "who may be one, if nobody else is named",
    ],
)
def test_she_stands_for_the_most_salient_woman(paragraphs: list[list[Sequence[str]]], name: str) -> None:
    assert meant(*paragraphs) == [name]


def test_he_is_no_woman_and_nobody_is_meant_where_nobody_fits() -> None:
    assert meant([ANA_WON, HE_SLEPT]) == []
    assert meant([SHE_SLEPT, ANA_WON]) == []


def test_a_pronoun_is_a_mention_like_another() -> None:
    assert meant([ANA_WON, SHE_SLEPT, *[IT_RAINED] * 9, SHE_SLEPT]) == ["Ana", "Ana"]


@pytest.mark.parametrize(("between", "found"), [(SENTENCES - 1, ["Ana"]), (SENTENCES, [])])
def test_a_name_is_forgotten_after_a_dozen_sentences(between: int, found: list[str]) -> None:
    assert meant([ANA_WON, *[IT_RAINED] * between, SHE_SLEPT]) == found


def test_who_speaks_is_rather_meant() -> None:
    assert meant([ANA_SAID, IT_RAINED, THEY_SAW_EVA_THE_MAYOR, SHE_SLEPT]) == ["Eva"]
    assert meant([THEY_SAW_EVA_THE_MAYOR, ANA_SAID, SHE_SLEPT]) == ["Ana"]


def test_words_between_marks_are_another_s_and_name_nobody() -> None:
    assert meant([ANA_WON, EVA_WON, SHE_SLEPT], quoted=frozenset({"Eva"})) == ["Ana"]
    assert meant([ANA_WON, SHE_SLEPT], quoted=frozenset({"She"})) == []
