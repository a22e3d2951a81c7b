"""What holds for every text: mentions verbatim at their offsets, no overlaps, no crash, one result."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.analysis.names import find_entities, weigh_entities
from generator.analysis.parse import parse
from generator.analysis.records import ENTITY_TYPES, Entity
from generator.sources import Article, Registry, read_registry

pytestmark = pytest.mark.model

REGISTRY = read_registry(
    "entities: [{name: Boris Talin, type: person, aliases: [Talin]}, {name: Orbita, type: organisation}]"
)
WORDS = [
    *(
        "Ana Roe",
        "Mr. Roe",
        "Talin",
        "Orbita",
        "OrbIta Corp",
        "the U.S.",
        "Russian-Chinese",
        "French",
        "said",
    ),
    *("’s", "“The Last Harbour”", "(NOA)", "Northern Orbit Agency", ",", "the head of", "aboard", "[Todd]"),
    *("Treaty of Ghent", "\n\n", "—", "R-Texas", "@x", "<b>"),
]


def entities_of(text: str, registry: Registry = REGISTRY) -> tuple[Entity, ...]:
    article = Article(text=text)
    return weigh_entities(article, find_entities(article, parse(article), registry), ())


def assert_sound(text: str, entities: tuple[Entity, ...]) -> None:
    spans = sorted(span for entity in entities for span in entity.mentions)
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for entity in entities:
        assert entity.type in ENTITY_TYPES
        assert entity.name
        assert entity.name not in entity.aliases
        assert 0 <= entity.salience <= 1
        assert set(entity.adjectives) <= set(entity.mentions)
        if entity.role:
            assert text[entity.role.start : entity.role.end] == entity.role.text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=24).map(" ".join))
def test_any_mixture_of_names_and_marks_is_sound(text: str) -> None:
    assert_sound(text, entities_of(text))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=60))
def test_any_text_is_sound(text: str) -> None:
    assert_sound(text, entities_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ud800 Ana Roe\udfff of Orbita",
        "A" * 10_000 + " said to Orbita that it was " + "Xy" * 5_000,
        "Ana\x00Roe \x1b[31mBo Lund\x1b[0m met Ana\u200bRoe",
        "<script>alert('Ana Roe')</script> {{ Ana }} Roe",
        "Orbita Оrbita ORBITA Ｏｒｂｉｔａ said it.",
        "ORBITA SAYS " * 500,
        "(" * 300 + "ISS" + ")" * 300,
    ],
)
def test_hostile_names_do_no_harm(text: str) -> None:
    entities = entities_of(text)
    assert_sound(text, entities)
    assert all(len(entity.name) <= 200 and "\x1b" not in entity.name for entity in entities)


def test_one_megabyte_without_a_space_passes() -> None:
    text = "Ab" * 500_000
    assert_sound(text, entities_of(text))


def test_look_alikes_and_full_width_letters_are_the_same_name_shown_as_printed() -> None:
    text = "Orbita paid on Monday. Оrbita paid again. Orbita said so, and Ｏｒｂｉｔａ too."
    entity = next(entity for entity in entities_of(text) if entity.name == "Orbita")
    assert {"Orbita", "Оrbita", "Ｏｒｂｉｔａ"} == {span.text for span in entity.mentions}


def test_articles_do_not_change_each_other() -> None:
    one, other = "Ana Roe met Talin in Oslo. Roe said no.", "Greta Talin met Ben Roe in Bonn. Talin said yes."
    first = entities_of(one), entities_of(other)
    assert (entities_of(one), entities_of(other)) == first
    assert (entities_of(other), entities_of(one)) == first[::-1]
