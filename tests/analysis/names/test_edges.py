"""Names that look as if something were to be cut from them, and keep it; and names that are none."""

from __future__ import annotations

import pytest

from generator.analysis.names.find.edges import LONGEST, parts
from generator.sources import EntityType
from tests.analysis.handmade import make_marked


def kept(text: str, kind: EntityType) -> list[str]:
    """What is left of the words between "[" and "]" as names of a type."""
    piece, first, last = make_marked(text)
    return [piece.doc[start:end].text for start, end, _ in parts(piece.doc, first, last, kind)]


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("[ John/NNP Roe/NNP_ ,/, Jr./NNP ]", "person", ["John Roe, Jr."]),
        ("[ African/JJ_ -/HYPH_ American/JJ ]", "group", ["African-American"]),
        ("[ Chinese/JJ_ -/HYPH_ American/JJ ]", "group", ["Chinese", "American"]),
        ("[ Human/NNP Rights/NNPS in/IN China/NNP ]", "organisation", ["Human Rights in China"]),
        ("[ Harbour/NNP or/CC Bust/NNP ]", "work", ["Harbour or Bust"]),
        ("[ Finn/NNP Roe/NNP ]", "person", ["Finn Roe"]),
        ("[ Dane/NNP Lund/NNP ]", "person", ["Dane Lund"]),
        ("[ van/NNP der/NNP Roe/NNP ]", "person", ["van der Roe"]),
        ("[ iPhone/NNP ]", "product", ["iPhone"]),
        ("[ Orlo/NNP AG/NNP ]", "organisation", ["Orlo AG"]),
        ("[ Orlo/NNP U.S./NNP ]", "organisation", ["Orlo U.S."]),
    ],
)
def test_what_belongs_to_a_name_stays(text: str, kind: EntityType, names: list[str]) -> None:
    assert kept(text, kind) == names


@pytest.mark.parametrize("mark", ["#", "@"])
def test_a_hashtag_and_a_handle_are_no_names(mark: str) -> None:
    assert kept(f"[ {mark}Orlo/NNP ]", "organisation") == []
    assert kept(f"[ {mark}OrloWins/NNP Again/NNP ]", "organisation") == []
    assert kept(f"{mark}/NFP [ Orlo/NNP ]", "organisation") == []


@pytest.mark.parametrize(("words", "is_name"), [(LONGEST, True), (LONGEST + 1, False)])
def test_a_run_of_more_words_than_any_title_has_is_no_name(words: int, is_name: bool) -> None:
    text = " ".join(["Orlo/NNP"] * words)
    assert bool(kept(f"[ {text} ]", "work")) == is_name
