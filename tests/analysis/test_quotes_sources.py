"""Candidate sources: who is mentioned outside the marks, and the word each may speak by."""

from __future__ import annotations

import pytest

from generator.analysis.quotes.sieve import signature, transcript_label
from generator.analysis.quotes.sources import Candidate, find_candidates
from tests.analysis.handmade import make_passage

SAID_ROE = (
    '" PUNCT punct 4',
    "Stay INTJ ccomp 4",
    ", PUNCT punct 4",
    '" PUNCT punct 4',
    "said VERB ROOT 4 say",
    "Roe PROPN nsubj 4 Roe PERSON",
    ". PUNCT punct 4",
)


def sources(*rows: str) -> list[tuple[str, str | None, str, str]]:
    """Mention, cue, relation and kind of each candidate."""
    passage = make_passage(*rows)
    return [_shown(passage.tokens, candidate) for candidate in find_candidates(passage, {})]


def _shown(tokens: tuple, candidate: Candidate) -> tuple[str, str | None, str, str]:  # type: ignore[type-arg]
    mention, cue = candidate.mention, candidate.cue
    words = " ".join(token.text for token in tokens[mention.first : mention.last])
    return words, None if cue is None else tokens[cue].text, candidate.relation, mention.kind


@pytest.mark.parametrize(
    ("reason", "rows", "expected"),
    [
        ("the subject of a verb of speech, after it", SAID_ROE, ("Roe", "said", "subj", "person")),
        (
            "a pronoun",
            (
                "He PRON nsubj 1",
                "warned VERB ROOT 1 warn",
                ": PUNCT punct 1",
                '" PUNCT punct 1',
                "No INTJ ccomp 1",
                '" PUNCT punct 1',
            ),
            ("He", "warned", "subj", "he"),
        ),
        (
            "according to",
            (
                "According VERB prep 3 accord",
                "to ADP prep 0",
                "Roe PROPN pobj 1 Roe PERSON",
                "fell VERB ROOT 3 fall",
            ),
            ("Roe", "According", "according", "person"),
        ),
        (
            "the owner of a noun of speech",
            (
                "her PRON poss 1",
                "remark NOUN ROOT 1 remark",
                '" PUNCT punct 1',
                "No INTJ dep 1",
                '" PUNCT punct 1',
            ),
            ("her", "remark", "poss", "she"),
        ),
        (
            "the subject of the verb that governs a participle",
            (
                "Roe PROPN nsubj 1 Roe PERSON",
                "spoke VERB ROOT 1 speak",
                ", PUNCT punct 1",
                "arguing VERB advcl 1 argue",
            ),
            ("Roe", "arguing", "control", "person"),
        ),
        (
            "beside a verb of speech, whatever the parser says",
            (
                '" PUNCT punct 4',
                "No INTJ ROOT 1",
                ", PUNCT punct 1",
                '" PUNCT punct 1',
                "said VERB ROOT 4 say",
                "Roe PROPN dobj 4 Roe PERSON",
            ),
            ("Roe", "said", "obj", "person"),
        ),
    ],
)
def test_who_may_speak_by_which_word(
    reason: str, rows: tuple[str, ...], expected: tuple[str, str | None, str, str]
) -> None:
    assert expected in sources(*rows), reason


def test_nobody_inside_the_marks_is_a_candidate() -> None:
    rows = ('" PUNCT punct 2', "Roe PROPN nsubj 2 Roe PERSON", "lied VERB ROOT 2 lie", '" PUNCT punct 2')
    assert sources(*rows) == []


def test_times_and_datelines_are_no_sources() -> None:
    rows = (
        "LYME PROPN nsubj 3 Lyme GPE",
        "- PUNCT punct 3",
        "Monday PROPN npadvmod 3 Monday DATE",
        "came VERB ROOT 3 come",
    )
    assert sources(*rows) == []


def test_a_signature_is_the_name_after_a_dash() -> None:
    passage = make_passage(
        '" PUNCT punct 1',
        "Never ADV ROOT 1",
        '" PUNCT punct 1',
        "— PUNCT punct 1",
        "Jane PROPN compound 5",
        "Roe PROPN dep 1",
        ", PUNCT punct 5",
        "voter NOUN appos 5",
    )
    found = signature(passage, 0)
    assert found is not None
    assert (found.mention.first, found.mention.last) == (4, 6)


def test_a_dash_in_running_text_signs_nothing() -> None:
    passage = make_passage(
        "The DET det 1",
        "word NOUN ROOT 1",
        '" PUNCT punct 1',
        "never ADV dep 1",
        '" PUNCT punct 1',
        "— PUNCT punct 1",
        "Roe PROPN dep 1",
    )
    assert signature(passage, 0) is None


@pytest.mark.parametrize(
    ("reason", "rows"),
    [
        (
            "before the marks",
            ("ROE PROPN ROOT 0", ": PUNCT punct 0", '" PUNCT punct 0', "No INTJ dep 0", '" PUNCT punct 0'),
        ),
        (
            "within the marks",
            ('" PUNCT punct 1', "ROE PROPN ROOT 1", ": PUNCT punct 1", "No INTJ dep 1", '" PUNCT punct 1'),
        ),
    ],
)
def test_a_line_of_a_transcript_names_its_speaker(reason: str, rows: tuple[str, ...]) -> None:
    passage = make_passage(*rows)
    found = transcript_label(passage, 0)
    assert found is not None, reason
    assert passage.tokens[found.mention.head].text == "ROE"


def test_a_colon_after_common_words_is_no_label() -> None:
    rows = ("Note NOUN ROOT 0", ": PUNCT punct 0", '" PUNCT punct 0', "No INTJ dep 0", '" PUNCT punct 0')
    assert transcript_label(make_passage(*rows), 0) is None
