"""Rules of the bottom line on texts that are parsed by hand: no model is loaded."""

from __future__ import annotations

import pytest

from benchmarks.summary_preference import SCALES, judgements
from generator.analysis.records import Entity, Span
from generator.analysis.summary.leaning import takes_up
from generator.analysis.summary.novelty import adds_main_name, names_or_counts
from generator.analysis.summary.surnames import has_office, is_introduced
from tests.analysis.handmade import make_piece


@pytest.mark.parametrize(
    ("rows", "told", "it_does"),
    [
        (("The DET det 1", "move NOUN nsubj 2", "came VERB ROOT 2"), "The ferry sails.", True),
        (("The DET det 1", "move NOUN nsubj 2", "came VERB ROOT 2"), "Pell announced the move.", False),
        (("The DET det 1", "ferry NOUN nsubj 2", "came VERB ROOT 2"), "It rained.", False),
        (("Luckily ADV advmod 3", ", PUNCT punct 3", "nobody PRON nsubj 3", "drowned VERB ROOT 3"), "", True),
        (
            ("Recently ADV advmod 3", ", PUNCT punct 3", "nobody PRON nsubj 3", "drowned VERB ROOT 3"),
            "",
            False,
        ),
        (("Ships NOUN nsubj 1", "wait VERB ROOT 1"), "", False),
    ],
)
def test_what_takes_up_words_that_are_not_shown(rows: tuple[str, ...], told: str, it_does: bool) -> None:
    assert takes_up(list(make_piece(*rows).doc), told) == it_does


@pytest.mark.parametrize(
    ("rows", "told", "it_does"),
    [
        (("Finch PROPN nsubj 1", "laughed VERB ROOT 1"), "The ferry sails.", True),
        (("Finch PROPN nsubj 1", "laughed VERB ROOT 1"), "Finch sails.", False),
        (("Ninety NUM nummod 1", "drowned VERB ROOT 1"), "The ferry sails.", True),
        (("Sailors NOUN nsubj 1", "laughed VERB ROOT 1"), "The ferry sails.", False),
    ],
)
def test_a_name_or_a_number_is_news(rows: tuple[str, ...], told: str, it_does: bool) -> None:
    assert names_or_counts(make_piece(*rows).doc, told) == it_does


FINCH = Entity("Dora Finch", "person", ("Finch",), (), tag=True)


@pytest.mark.parametrize(
    ("entity", "sentence", "told", "it_adds"),
    [
        (FINCH, "Dora Finch builds it.", "A ferry is built.", True),
        (FINCH, "Dora Finch builds it.", "Ms Finch builds it.", False),
        (FINCH, "Finch builds it.", "A ferry is built.", False),
        (Entity("Finch", "person", (), (), tag=True), "Finch builds it.", "A ferry is built.", False),
        (Entity("Pell", "place", (), (), tag=True), "Pell builds it.", "A ferry is built.", False),
        (Entity("Dora Finch", "person", (), ()), "Dora Finch builds it.", "A ferry is built.", False),
    ],
)
def test_a_main_name_is_added_in_full_and_once(
    entity: Entity, sentence: str, told: str, it_adds: bool
) -> None:
    assert adds_main_name(sentence, told, [entity]) == it_adds


@pytest.mark.parametrize(
    ("before", "name", "introduced", "office"),
    [
        ("They thanked President ", "Finch", True, True),
        ("They thanked Prime Minister ", "Finch", True, True),
        ("They thanked Sen. ", "Finch", False, True),
        ("They thanked ", "Mayor Finch", False, True),
        ("They thanked her brother ", "Tom", True, False),
        ("They bought a new ", "Finch", True, False),
        ("They thanked ", "Finch", False, False),
    ],
)
def test_an_office_or_a_relative_introduces_a_part_of_a_name(
    before: str, name: str, introduced: bool, office: bool
) -> None:
    text = f"{before}{name}."
    mention = Span(len(before), len(before) + len(name), name)
    assert is_introduced(text, mention, None) == introduced
    assert has_office(text, mention) == office


def test_the_marks_of_an_editor_hold_no_texts() -> None:
    for line in judgements():
        assert set(line) == {"set", "stage", "id", *SCALES}
        assert all(1 <= line[scale][name] <= 5 for scale in SCALES for name in ("briefing", "lead"))
