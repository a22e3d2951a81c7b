"""Names stand in lists where a librarian would put them."""

from __future__ import annotations

import pytest

from generator.archive import filing_name
from generator.sources import EntityType


@pytest.mark.parametrize(
    ("name", "filed"),
    [
        ("Ted Cruz", "Cruz Ted"),
        ("Marine Le Pen", "Le Pen Marine"),
        ("Bill de Blasio", "Blasio Bill de"),
        ("Bill De Blasio", "De Blasio Bill"),
        ("Ursula von der Leyen", "Leyen Ursula von der"),
        ("Martin Van Buren", "Van Buren Martin"),
        ("Oscar De La Hoya", "De La Hoya Oscar"),
        ("John McCain", "McCain John"),
        ("Martin Luther King Jr.", "King Martin Luther"),
        ("Robert Griffin III", "Griffin Robert"),
        ("Luther Stan Pate IV", "Pate Luther Stan"),
        ("Dwayne “The Rock” Johnson", "Johnson Dwayne"),
        ("Zhou Jianping", "Zhou Jianping"),
        ("Xi Jinping", "Xi Jinping"),
        ("Li Smith", "Smith Li"),
        ("Kim Jong-un", "Kim Jong-un"),
        ("Park Geun-hye", "Park Geun-hye"),
        ("Kim Kardashian", "Kardashian Kim"),
        ("Lee Jae Myung", "Lee Jae Myung"),
        ("Madonna", "Madonna"),
        ("Jean-Claude Juncker", "Juncker Jean-Claude"),
        ("Le Pen", "Pen Le"),
    ],
)
def test_a_person_stands_under_the_family_name(name: str, filed: str) -> None:
    assert filing_name(name, "person") == filed


@pytest.mark.parametrize(
    ("name", "kind", "filed"),
    [
        ("The New York Times", "organisation", "New York Times"),
        ("Halden Space Agency", "organisation", "Halden Space Agency"),
        ("A Quiet Year", "work", "Quiet Year"),
        ("The", "work", "The"),
    ],
)
def test_all_else_stands_under_its_first_word(name: str, kind: EntityType, filed: str) -> None:
    assert filing_name(name, kind) == filed
