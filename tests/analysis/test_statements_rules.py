"""Reported speech, below the model: which words report it, whose words they are, how far they reach."""

from __future__ import annotations

import pytest

from generator.analysis.quotes.passages import Passage
from generator.analysis.statements.cues import find_cues
from generator.analysis.statements.extents import extents, kind_of, trim
from tests.analysis.handmade import make_passage

ROE_SAID = ("Roe PROPN nsubj 1 Roe PERSON", "said VERB ROOT 1 say")
THAT_IT_RAINS = ("that SCONJ mark 4", "it PRON nsubj 4", "rains VERB ccomp 1 rain", ". PUNCT punct 1")


def cues(*rows: str) -> list[tuple[str, str, str]]:
    """Speaker, cue and relation of each report in a sentence."""
    passage = make_passage(*rows)
    return [
        (_words(passage, cue.mention.first, cue.mention.last), passage.tokens[cue.word].text, cue.relation)
        for cue in find_cues(passage, {})
    ]


def offered(*rows: str) -> set[str]:
    """The words of all extents that are offered for the first cue of a sentence."""
    passage = make_passage(*rows)
    (cue, *_) = find_cues(passage, {})
    return {_words(passage, extent.first, extent.last) for extent in extents(passage, cue)}


def _words(passage: Passage, first: int, last: int) -> str:
    return " ".join(token.text for token in passage.tokens[first:last])


@pytest.mark.parametrize(
    ("reason", "rows", "expected"),
    [
        ("a verb of speech with its subject", (*ROE_SAID, *THAT_IT_RAINS), [("Roe", "said", "subj")]),
        (
            "according to",
            (
                "According VERB prep 4 accord",
                "to ADP prep 0",
                "Roe PROPN pobj 1 Roe PERSON",
                "it PRON nsubj 4",
                "rains VERB ROOT 4 rain",
            ),
            [("Roe", "According", "according")],
        ),
        (
            "the second verb of one subject",
            (
                "Roe PROPN nsubj 1 Roe PERSON",
                "rose VERB ROOT 1 rise",
                "and CCONJ cc 1",
                "added VERB conj 1 add",
                "that SCONJ mark 6",
                "it PRON nsubj 6",
                "rains VERB ccomp 3 rain",
            ),
            [("Roe", "added", "control")],
        ),
        (
            "a subject that the parser lost over a relative clause",
            (
                "Roe PROPN nsubj 3 Roe PERSON",
                ", PUNCT punct 0",
                "who PRON nsubj 3",
                "left VERB ccomp 5 leave",
                ", PUNCT punct 5",
                "said VERB ROOT 5 say",
                "it PRON nsubj 7",
                "rains VERB ccomp 5 rain",
            ),
            [("Roe", "said", "aside")],
        ),
        (
            "what is said has a subject of its own behind the verb",
            (
                "then ADV advmod 1",
                "says VERB ROOT 1 say",
                "she PRON nsubj 3",
                "left VERB ccomp 1 leave",
            ),
            [],
        ),
        ("thought", ("Roe PROPN nsubj 1 Roe PERSON", "thinks VERB ROOT 1 think", *THAT_IT_RAINS), []),
    ],
)
def test_speech_is_reported_by_a_verb_of_speech_and_its_subject(
    reason: str, rows: tuple[str, ...], expected: list[tuple[str, str, str]]
) -> None:
    assert cues(*rows) == expected, reason


@pytest.mark.parametrize(
    ("reason", "rows"),
    [
        (
            "denied",
            ("Roe PROPN nsubj 3 Roe PERSON", "did AUX aux 3", "not PART neg 3", "say VERB ROOT 3 say"),
        ),
        ("future", ("Roe PROPN nsubj 2 Roe PERSON", "will AUX aux 2", "say VERB ROOT 2 say")),
        (
            "never",
            ("Roe PROPN nsubj 2 Roe PERSON", "never ADV advmod 2", "said VERB ROOT 2 say"),
        ),
        (
            "a condition",
            (
                "If SCONJ mark 2",
                "Roe PROPN nsubj 2 Roe PERSON",
                "says VERB advcl 4 say",
                "she PRON nsubj 4",
                "leaves VERB ROOT 4 leave",
            ),
        ),
        (
            "a wish",
            (
                "Roe PROPN nsubj 1 Roe PERSON",
                "wanted VERB ROOT 1 want",
                "to PART aux 3",
                "say VERB xcomp 1 say",
            ),
        ),
    ],
)
def test_words_that_nobody_has_spoken_are_not_reported(reason: str, rows: tuple[str, ...]) -> None:
    assert cues(*rows) == [], reason


def test_an_infinitive_may_tell_what_happened() -> None:
    rows = (
        "Roe PROPN nsubj 1 Roe PERSON",
        "went VERB ROOT 1 go",
        "on ADP prt 1",
        "to PART aux 4",
        "say VERB xcomp 1 say",
        "it PRON nsubj 6",
        "rains VERB ccomp 4 rain",
    )
    assert cues(*rows) == [("Roe", "say", "control")]


@pytest.mark.parametrize(
    ("reason", "rows", "words"),
    [
        (
            "the clause behind the verb, without that",
            (*ROE_SAID, *THAT_IT_RAINS[:3], "hard ADV advmod 4", ". PUNCT punct 1"),
            "it rains hard",
        ),
        (
            "the clause before the verb, with its first word",
            (
                "But CCONJ cc 2",
                "it PRON nsubj 2",
                "rains VERB ccomp 5 rain",
                ", PUNCT punct 5",
                "Roe PROPN nsubj 5 Roe PERSON",
                "said VERB ROOT 5 say",
                ". PUNCT punct 5",
            ),
            "But it rains",
        ),
        (
            "around the attribution",
            (
                "Rain NOUN nsubj 5",
                ", PUNCT punct 5",
                "Roe PROPN nsubj 3 Roe PERSON",
                "said VERB parataxis 5 say",
                ", PUNCT punct 5",
                "falls VERB ROOT 5 fall",
                ". PUNCT punct 5",
            ),
            "Rain , Roe said , falls",
        ),
        (
            "up to a comma, where the writer goes on",
            (
                *ROE_SAID,
                "it PRON nsubj 3",
                "rains VERB ccomp 1 rain",
                "hard ADV advmod 3",
                ", PUNCT punct 1",
                "waving VERB advcl 1 wave",
                ". PUNCT punct 1",
            ),
            "it rains hard",
        ),
    ],
)
def test_a_statement_may_reach_as_far_as_the_grammar_says(
    reason: str, rows: tuple[str, ...], words: str
) -> None:
    assert words in offered(*rows), reason


def test_a_statement_takes_the_whole_of_a_quotation_that_it_runs_into() -> None:
    rows = (
        *ROE_SAID,
        "it PRON nsubj 3",
        "is AUX ccomp 1 be",
        '" PUNCT punct 3',
        "a DET det 6",
        "flood NOUN attr 3",
        ". PUNCT punct 1",
        "Help INTJ ROOT 8",
        '" PUNCT punct 8',
    )
    assert 'it is " a flood . Help' in offered(*rows)


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (("It PRON nsubj 1", "rains VERB ROOT 1"), "indirect"),
        (("It PRON nsubj 2", '" PUNCT punct 2', "rains VERB ROOT 2", '" PUNCT punct 2'), "mixed"),
        (('" PUNCT punct 2', "It PRON nsubj 2", "rains VERB ROOT 2", '" PUNCT punct 2'), "direct"),
    ],
)
def test_the_marks_tell_the_kind_of_a_statement(rows: tuple[str, ...], kind: str) -> None:
    from generator.analysis.statements.extents import Extent

    passage = make_passage(*rows)
    assert kind_of(passage, Extent(0, len(passage.tokens), "", "")) == kind


def test_stops_and_connectives_at_its_ends_are_no_part_of_a_statement() -> None:
    passage = make_passage("that SCONJ mark 2", "it PRON nsubj 2", "rains VERB ROOT 2", ". PUNCT punct 2")
    assert trim(passage, 0, 4) == (1, 3)
    assert trim(passage, 3, 4) is None
