"""When two spellings are one name, and where many names stand in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.sources.names import LONGEST_NAME, NameIndex, normal_form


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Orbita", "ORBITA", "case"),
        ("Ｏｒｂｉｔａ", "Orbita", "full width"),
        ("Jos\u00e9", "Jose\u0301", "one accent, composed or not"),
        ("José", "Jose", "accents"),
        ("Łódź", "Lodz", "strokes that no decomposition takes away"),
        ("Оrbita", "Orbita", "a Cyrillic O among Latin letters"),
        ("ОРЕС", "OPEC", "a word of nothing but look-alikes"),
        ("Or\u200bbita", "Orbita", "a zero-width space"),
        ("Or\x07bita", "Orbita", "a control character"),
        ("O’Hara", "O'Hara", "typographic apostrophe"),
        ("Jean‑Luc", "Jean-Luc", "non-breaking hyphen"),
        ("U.S. Orbit  Office", "US Orbit\tOffice", "full stops and white space"),
        ("Straße", "Strasse", "case folding"),
    ],
)
def test_spellings_of_one_name_have_one_normal_form(one: str, other: str, why: str) -> None:
    assert normal_form(one) == normal_form(other), why


@pytest.mark.parametrize(
    ("one", "other"), [("Orbita", "Orbit"), ("Orbita 2", "Orbita 3"), ("Москва", "Mockba"), ("2.0", "20")]
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert normal_form(one) != normal_form(other)


@given(st.text())
def test_any_text_has_a_normal_form_and_keeps_it(text: str) -> None:
    assert normal_form(normal_form(text)) == normal_form(normal_form(normal_form(text)))


def found(names: list[str], text: str) -> list[str]:
    index = NameIndex((name, key) for key, name in enumerate(names))
    return [text[match.start : match.end] for match in index.find(text)]


@pytest.mark.parametrize(
    ("names", "text", "expected"),
    [
        (["Orbita", "Orbita Nova"], "Orbita met Orbita Nova.", ["Orbita", "Orbita Nova"]),
        (["WHO"], "Who said that WHO, or the W.H.O., came?", ["WHO", "W.H.O."]),
        (["NATO"], "Nato and NATO, but no nato.", ["Nato", "NATO"]),
        (["May"], "It may be May.", ["May"]),
        (["Ana Roe"], "ANA ROE, Ana\u00a0Roe and Ana-Roe", ["ANA ROE", "Ana\u00a0Roe"]),
        (["Orbita"], "Orbita's and Russian-Orbita", ["Orbita", "Orbita"]),
        (["Orb"], "Orbita", []),
        ([""], "anything", []),
    ],
)
def test_names_are_found_whole_and_the_longest_first(
    names: list[str], text: str, expected: list[str]
) -> None:
    assert found(names, text) == expected


def test_the_first_of_two_equal_names_keeps_it() -> None:
    index = NameIndex([("Orbita", 7), ("ORBITA", 8)])
    assert [match.key for match in index.find("Orbita")] == [7]


def test_a_name_of_ten_thousand_letters_is_no_name() -> None:
    assert found(["A" * (LONGEST_NAME + 1)], "A" * 10_000) == []


@given(st.text(alphabet="Aa .-'Ω\u0301\ud800", max_size=60), st.lists(st.text(alphabet="Aa .", max_size=8)))
def test_matches_lie_in_the_text_in_order(text: str, names: list[str]) -> None:
    ends = [0]
    for match in NameIndex((name, key) for key, name in enumerate(names)).find(text):
        assert ends[-1] <= match.start < match.end <= len(text)
        ends.append(match.end)
