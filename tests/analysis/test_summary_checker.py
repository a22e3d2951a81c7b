"""The fault checker of the benchmarks, and how its agreement with a reader is counted. All made up."""

from __future__ import annotations

import json

import pytest

from benchmarks.summary_agreement import JUDGED, Agreement
from benchmarks.summary_faults import KINDS, faults

SOURCE = "The harbour was closed. It was a storm, said Dora Finch."


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("It was closed by the storm of last night, the harbour office said.", "dangling opener"),
        ("The wall is “a disgrace to the town, Dora Finch said on Monday night.", "half quotation"),
        ('The wall is a "disgrace? to the town, as the harbour office has found.', "half quotation"),
        ("“The wall is a disgrace to the whole town, and to the harbour.”", "quotation without speaker"),
        ("Dora Finch (left) has met the divers at the harbour wall on Monday.", "caption"),
        ("Read more about the harbour wall in the news of the next few days.", "page furniture"),
        ("Here are five things that you can learn from the wall of the harbour.", "page furniture"),
        ("PELL (PTN) -- The harbour has been closed for a year by the ministry.", "dateline"),
        ("Pell (CNN)The harbour has been closed for a year by the ministry.", "dateline"),
        ("Who is to pay for the wall of the harbour and for all of its divers?", "question"),
        ("The wall of the harbour has never been mended, as far as we can tell.", "first person"),
        ("The harbour was closed.", "short"),
        ("Which is what the divers of the harbour have said for two years now.", "no whole sentence"),
        ("The harbour has been closed for a year by the ministry of works.", None),
        ("“The wall is a disgrace to us all, as we know,” Dora Finch said.", None),
    ],
)
def test_a_fault_is_told_by_its_kind(sentence: str, kind: str | None) -> None:
    found = {found for _, found in faults([sentence], [sentence], SOURCE)}
    assert kind in found if kind else not found


def test_agreement_beyond_chance() -> None:
    found = Agreement(both=20, reader_only=5, checker_only=10, neither=15)  # Cohen 1960's kind of table
    assert found.share == pytest.approx(0.70)
    assert found.kappa == pytest.approx(0.40)
    assert Agreement(0, 0, 0, 9).kappa is None
    assert Agreement.of([(True, True), (False, True), (False, False)]) == Agreement(1, 0, 1, 1)


def test_the_judgements_hold_no_texts_and_only_known_kinds_of_fault() -> None:
    lines = [json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines()]
    assert len({(line["set"], line["id"]) for line in lines}) == 60
    assert all(set(line) == {"set", "id", "faults"} for line in lines)
    assert {kind for line in lines for kinds in line["faults"].values() for kind in kinds} <= set(KINDS)
