"""The shipped model: a short, readable table, and choices that can be explained by it."""

from __future__ import annotations

import doctest
import math
import subprocess
import sys
from pathlib import Path

import pytest

from generator.analysis.coreference import directory
from generator.analysis.logit import weights_of
from generator.analysis.names import gender
from generator.analysis.quotes import marks
from generator.analysis.quotes.attribute import Option, decide
from generator.analysis.quotes.features import bucket, cue_class, kind_class, relation_class
from generator.analysis.quotes.sources import Candidate, Mention

ROOT = str(Path(__file__).parents[2])


def option(*features: str, head: int = 0) -> Option:
    return Option(0, Candidate(Mention(head, head, head + 1, "person"), None, "root", "none"), features)


def test_the_table_is_short_and_finite() -> None:
    table = weights_of("generator.analysis.quotes")
    assert 100 < len(table) < 1000
    assert list(table) == sorted(table)
    assert all(math.isfinite(weight) and abs(weight) < 10 for weight in table.values())


def test_no_name_of_a_person_or_an_outlet_is_in_the_table() -> None:
    lemmas = {
        name.removeprefix("lemma=")
        for name in weights_of("generator.analysis.quotes")
        if name.startswith("lemma=")
    }
    assert all(lemma.islower() or not lemma.isalpha() for lemma in lemmas)


def test_the_best_sum_of_weights_wins_with_its_probability() -> None:
    table = {"said": 2.0, "far": -1.0}
    best, confidence = decide([option("far", head=1), option("said", "new", head=2)], table)
    assert best.candidate is not None
    assert best.candidate.mention.head == 2
    assert confidence == pytest.approx(1 / (1 + math.exp(-3)))


def test_of_equals_the_first_is_taken() -> None:
    first, _ = decide([option(head=1), option(head=2)], {})
    assert first.candidate is not None
    assert first.candidate.mention.head == 1


@pytest.mark.parametrize(("words", "name"), [(0, "0"), (3, "3-4"), (40, "21-40"), (41, "41+")])
def test_distances_are_named_by_range(words: int, name: str) -> None:
    assert bucket(words) == name


@pytest.mark.parametrize(
    ("relation", "coarse"),
    [
        ("subj", "subj"),
        ("conj-subj", "subj-part"),
        ("according", "according"),
        ("attr", "obj"),
        ("prep", "far"),
    ],
)
def test_relations_have_coarser_names(relation: str, coarse: str) -> None:
    assert relation_class(relation) == coarse


def test_kinds_have_coarser_names() -> None:
    assert (kind_class("she"), kind_class("work"), kind_class("person")) == ("pronoun", "thing", "person")
    assert (cue_class("say"), cue_class("other")) == ("cue", "other")


@pytest.mark.parametrize("module", [marks, gender, directory])
def test_the_examples_in_the_docstrings_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


@pytest.mark.slow
def test_the_order_of_sets_changes_nothing() -> None:
    code = (
        "from tests.analysis.test_quotes_golden import CASES, quotes_of\n"
        "print([quotes_of(case['text']) for case in CASES[:6]])"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ROOT},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
