"""Which shorter name may stand for which longer one, and which means another body."""

from __future__ import annotations

import pytest

from generator.analysis.names.bodies import shortens
from generator.sources import EntityType


@pytest.mark.parametrize(
    ("short", "long", "rule"),
    [
        ("Orlo", "Orlo Foods", "beginning"),
        ("Orlo Foods", "Orlo Foods International", None),
        ("Orlo", "Orlo Hospital", "beginning"),
        ("Orlo", "Orlo Radio", None),
        ("Orlo", "Orlo Ventures", None),
        ("Orlo Foods", "Orlo Foods Hospital", None),
        ("Orlo Foods", "Orlo Foods Market", "beginning"),
        ("Orlo Foods", "Orlo Foods", None),
        ("Orlo Foods Corp", "Orlo Foods Credit Corp", None),
        ("Senate", "Missouri Senate", "ending"),
        ("China", "Bank of China", None),
        ("China", "China Orbit Agency", None),
    ],
)
def test_a_body_is_called_by_the_first_words_of_its_name_unless_the_rest_is_a_unit(
    short: str, long: str, rule: str | None
) -> None:
    assert shortens(short, long, "organisation") == rule


@pytest.mark.parametrize(
    ("short", "long", "kind", "rule"),
    [
        ("City", "City of Tarn", "place", "city-of"),
        ("Tarn", "City of Tarn", "place", None),
        ("Tarn", "Tarn Valley", "place", None),
        ("Ivo", "Ivo Lund", "person", None),
    ],
)
def test_places_and_people_have_rules_of_their_own(
    short: str, long: str, kind: EntityType, rule: str | None
) -> None:
    assert shortens(short, long, kind) == rule
