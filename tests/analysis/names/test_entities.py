"""Entities of short made-up articles, as an editor would sign them."""

from __future__ import annotations

from functools import lru_cache

import pytest

from generator.analysis.names import find_entities, weigh_entities
from generator.analysis.names.typed import typed_mentions
from generator.analysis.parse import Piece, parse
from generator.analysis.records import Entity, Quote, Span
from generator.sources import Article, Registry, read_registry
from tests.conftest import ROOT

pytestmark = pytest.mark.model

SEED = ROOT / "articles" / "russia-threatens-to-abandon-nasa-on-iss.txt"


@lru_cache(maxsize=256)
def parsed(text: str) -> tuple[Article, tuple[Piece, ...]]:
    article = Article(text=text)
    return article, parse(article)


def find(text: str, registry: str = "") -> dict[str, Entity]:
    """The entities of a text by name; no name may come twice."""
    entities = find_entities(*parsed(text), read_registry(registry))
    assert len({entity.name for entity in entities}) == len(entities)
    return {entity.name: entity for entity in entities}


def names(text: str, registry: str = "") -> dict[str, str]:
    return {name: entity.type for name, entity in find(text, registry).items()}


def forms(entity: Entity) -> set[str]:
    return {span.text for span in entity.mentions}


def test_the_seed_article_comes_out_right_without_any_registry() -> None:
    found = find(SEED.read_text(encoding="utf-8"))
    kinds = {
        kind: {name for name, entity in found.items() if entity.type == kind}
        for kind in ("person", "organisation", "place", "product", "event")
    }
    assert kinds["person"] == {"Dmitry Rogozin", "Zhou Jianping"}
    assert {"NASA", "Roscosmos", "China Global Television Network"} <= kinds["organisation"]
    assert {"Russia", "China", "Beijing"} <= kinds["place"]
    assert kinds["product"] == {"International Space Station", "Glonass", "Beidou", "Twitter"}
    assert kinds["event"] == {"Sfera"}
    assert found["International Space Station"].aliases == ("ISS",)
    assert found["China Global Television Network"].aliases == ("CGTN",)
    assert found["Dmitry Rogozin"].aliases == ("Mr Rogozin",)
    assert found["China"].aliases == ("Chinese",)
    roles = {name: entity.role.text for name, entity in found.items() if entity.role}
    assert roles == {
        "Dmitry Rogozin": "the head of Roscosmos",
        "Zhou Jianping": "the chief designer of China’s manned space programme",
    }


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Ludmila Arvo spoke in Lisbon. Ms. Arvo said that Arvo would stay.", "Ludmila Arvo", {"Arvo"}),
        ("Sen. Ludmila Arvo spoke. “No,” Senator Arvo said on Monday.", "Ludmila Arvo", {"Arvo"}),
        (
            "Peter van der Holt spoke in Ghent. Mr. van der Holt then left.",
            "Peter van der Holt",
            {"van der Holt"},
        ),
        ("The actor Martin Lund Jr. spoke in Oslo. Mr. Lund then left.", "Martin Lund Jr.", {"Lund"}),
        (
            "Ludmila B. Arvo met the king in Oslo. Ludmila Arvo then left.",
            "Ludmila B. Arvo",
            {"Ludmila Arvo"},
        ),
    ],
)
def test_a_person_is_one_under_all_names(text: str, name: str, expected: set[str]) -> None:
    entity = find(text)[name]
    assert entity.type == "person"
    assert forms(entity) - {name} == expected


def test_husband_and_wife_stay_apart_by_their_titles() -> None:
    text = (
        "John Halvard met Mary Halvard in Boston on Monday. Mr. Halvard laughed at the joke. "
        "Mrs. Halvard did not. Mr. Halvard later said that he was sorry."
    )
    found = find(text)
    assert len(found["John Halvard"].mentions) == 3
    assert len(found["Mary Halvard"].mentions) == 2


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "The Northern Orbit Agency (NOA) met in Geneva. The NOA said that it would pay.",
            "Northern Orbit Agency",
            {"NOA"},
        ),
        (
            "The Ministry of Defence confirmed it. The Defence Ministry said more. The MoD said no more.",
            "Ministry of Defence",
            {"Defence Ministry", "MoD"},
        ),
        ("Orlo Martin Corp said it lost money. Orlo said it would recover.", "Orlo Martin Corp", {"Orlo"}),
        ("Orlo Foods Inc. bought a farm. Shares of Orlo Foods rose.", "Orlo Foods Inc.", {"Orlo Foods"}),
    ],
)
def test_a_body_is_one_under_all_names(text: str, name: str, expected: set[str]) -> None:
    entity = find(text)[name]
    assert entity.type == "organisation"
    assert forms(entity) - {name} == expected


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        (
            "New Mexico will pay, the New Mexico Department of Health said there. New Mexico is poor.",
            ("New Mexico", "New Mexico Department of Health"),
        ),
        (
            "General Motors sold cars. General Motors Financial, its lender, said it lent money to buyers.",
            ("General Motors", "General Motors Financial"),
        ),
        (
            "The New York Times reported it. The Los Angeles Times did not.",
            ("New York Times", "Los Angeles Times"),
        ),
    ],
)
def test_a_parent_and_its_part_are_never_one(text: str, apart: tuple[str, str]) -> None:
    found = find(text)
    assert set(apart) <= found.keys()


def test_other_names_that_the_article_gives_are_one_entity() -> None:
    text = "The Northern Orbit Agency, also known as Orbita, met in Geneva. Orbita then said no."
    assert forms(find(text)["Northern Orbit Agency"]) == {"Northern Orbit Agency", "Orbita"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Astronauts Lena Ostrow and Peter Hald flew on Monday.", {"Lena Ostrow", "Peter Hald"}),
        ("The film was shown at Harrow's, and Harrow's was full. Harrow's closed.", {"Harrow's"}),
        ("They debated in Ohio. Ana Roe led Bo Lund in the Roe-Lund debate.", {"Ohio", "Ana Roe", "Bo Lund"}),
        ("Sen. Ana Roe (R-Texas) spoke in the House on Monday.", {"Ana Roe", "Texas", "House"}),
        ("Our Party met on Monday. The Commission did not.", set()),
        ("Despite Ludmila Arvo, the plan went on.", {"Ludmila Arvo"}),
        ("Helen Morton spoke. Pro-Morton groups cheered. Morton left.", {"Helen Morton"}),
        ("Helen Morton spoke. The Baker-Morton years are over. Morton left.", {"Helen Morton", "Baker"}),
        (
            "Pro-Russian rebels left. The Non-Proliferation Treaty holds.",
            {"Russian", "Non-Proliferation Treaty"},
        ),
        ("Her views resemble Sen. Arvo's, it is said. They differ from Mr. Lund's.", {"Arvo", "Lund"}),
        ("A former Harrow's cook left Harrow's. Nobody cooks like Harrow's.", {"Harrow's"}),
        ("“Thank you, Mr. President,” said Ivo Lund. “Mr. President, sit down.”", {"Ivo Lund"}),
        ("The candidate has two children: Donald Roe, Jr., 38, and Mara Roe.", {"Donald Roe", "Mara Roe"}),
        ("They ignored us. “[W]e encourage talks,” Ivo Lund said.", {"Ivo Lund"}),
    ],
)
def test_names_are_cut_where_a_reader_would_cut_them(text: str, expected: set[str]) -> None:
    assert set(find(text)) == expected


def test_a_country_and_its_adjective_are_one_named_as_the_country() -> None:
    found = find("France has won. French farmers cheered, and so did the French-German brigade in Paris.")
    assert found["France"].type == "place"
    assert found["France"].aliases == ("French",)
    assert [span.text for span in found["France"].adjectives] == ["French", "French"]
    assert found["German"].type == "group"
    kinds = {(span.text, kind) for span, kind in typed_mentions(found.values())}
    assert {("France", "place"), ("French", "group")} <= kinds


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "Orbita, Russia's space agency, has spoken. Orbita said that it would go on.",
            "Orbita",
            "organisation",
        ),
        ("Two men went aboard the Meridian on Monday.", "Meridian", "product"),
        ("The second boat, the Tern, was built in 1998 and carries 120 people.", "Tern", "product"),
        ("Ivo Lund, the mayor of Pell, met the residents of Pell on Monday. Pell paid.", "Pell", "place"),
        ("The crew flew the Zarnik spacecraft to the Moon on Friday.", "Zarnik", "product"),
        ("Congress passed the Clean Harbours Act of 2019 on Monday.", "Clean Harbours Act of 2019", "work"),
        ("She read it in her novel “The Last Harbour” on Monday.", "The Last Harbour", "work"),
        ("They live in the village of Tarvik with their sons.", "Tarvik", "place"),
        ("Lena Ostrow, 45, was glad. Ostrow, who lives here, said so.", "Lena Ostrow", "person"),
        ("He spoke at the Danube Security Conference in Vienna.", "Danube Security Conference", "event"),
    ],
)
def test_the_article_tells_what_a_name_is(text: str, name: str, kind: str) -> None:
    assert names(text)[name] == kind


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Ana Roe, the head of the Lisbon museum, said no.", "Ana Roe", "the head of the Lisbon museum"),
        ("The museum's director Ana Roe said no.", "Ana Roe", "The museum's director"),
        ("The museum is shut. Ana Roe, its director, said no.", "Ana Roe", "director"),
        ("Mr. Roe said no. He left.", "Roe", None),
    ],
)
def test_a_role_is_in_the_words_of_the_article(text: str, name: str, role: str | None) -> None:
    found = find(text)[name].role
    assert (found.text if found else None) == role


def test_a_headline_in_title_case_is_cut_by_names_known_from_the_body() -> None:
    text = (
        "Arvo Slams Rivals Over Harbour Plan\n\nLudmila Arvo said on Monday that the plan was dead. "
        "Her rivals have a harbour plan of their own, Arvo said."
    )
    found = find(text)
    assert forms(found["Ludmila Arvo"]) == {"Ludmila Arvo", "Arvo"}
    assert found["Ludmila Arvo"].mentions[0] == Span(0, 4, "Arvo")
    assert not any("Slams" in name or "Rivals" in name for name in found)


def test_a_headline_in_capitals_neither_hides_names_nor_makes_them() -> None:
    text = (
        "ARVO SLAMS RIVALS OVER HARBOUR PLAN\n\nLudmila Arvo said on Monday that the harbour plan was dead."
    )
    found = find(text)
    assert found["Ludmila Arvo"].mentions[0].text == "ARVO"
    assert set(found) == {"Ludmila Arvo"}


def test_bylines_and_agencies_of_datelines_are_not_of_the_story() -> None:
    text = (
        "Harbour plan is dead\n\nBy Bertil Kane\n\n"
        "LISBON (Reuters) - The harbour plan is dead, Ana Roe said.\n\n"
        "(Reporting by Carla Munt; Editing by Dora Pell)"
    )
    assert {"Bertil Kane", "Reuters", "Carla Munt", "Dora Pell"}.isdisjoint(names(text))
    assert "Ana Roe" in names(text)


REGISTRY = """\
entities:
  - {name: Boris Talin, type: person, aliases: [Talin]}
  - {name: Zarnik, type: product, not: [Zarnik Works]}
  - {name: Orbita, type: organisation, aliases: [State Orbit Office]}
  - {name: Twaddle, type: organisation, ignore: true}
"""


def test_a_bare_surname_is_that_of_the_person_introduced_by_then() -> None:
    found = find(
        "Castellan attacks budget\n\n"
        "Ruth Castellan attacked the budget on Monday. Castellan spoke for an hour.\n\n"
        "Her brother Tomas Castellan was not there. "
        "Friends of Tomas Castellan sent flowers to Tomas Castellan."
    )
    assert len(found["Ruth Castellan"].mentions) == 3
    assert len(found["Tomas Castellan"].mentions) == 3


def test_the_registry_names_a_bare_surname() -> None:
    found = find("The plan, Talin said on Monday, is dead.", REGISTRY)
    assert forms(found["Boris Talin"]) == {"Talin"}
    assert found["Boris Talin"].entry is not None
    assert "Boris Talin" not in find("The plan, Talin said on Monday, is dead.")


def test_a_stranger_of_the_same_surname_keeps_it() -> None:
    found = find("Greta Talin spoke in Oslo. The plan, Talin said on Monday, is dead.", REGISTRY)
    assert set(found) == {"Greta Talin", "Oslo"}


def test_the_registry_joins_what_no_rule_could_and_overrides_the_model() -> None:
    found = find("Orbita paid. The State Orbit Office paid again. Zarnik said nothing.", REGISTRY)
    assert forms(found["Orbita"]) == {"Orbita", "State Orbit Office"}
    assert found["Zarnik"].type == "product"


def test_what_the_registry_keeps_apart_stays_apart() -> None:
    text = "Zarnik Works Corp said it built Zarnik. Zarnik Works said Zarnik flew."
    found = find(text, REGISTRY)
    assert "Zarnik Works" not in forms(found["Zarnik"])


def test_what_the_registry_ignores_is_not_shown() -> None:
    assert "Twaddle" not in names("Ana Roe wrote it on Twaddle. Twaddle said no.", REGISTRY)


def test_only_entries_that_the_text_names_can_matter() -> None:
    text = "Greta Talin spoke in Oslo. Orbita said no."
    registry = read_registry(REGISTRY)
    used = Registry(registry.entries_in(text))
    assert find_entities(*parsed(text), registry) == find_entities(*parsed(text), used)


def test_salience_goes_by_headline_lead_mentions_and_speech_and_cuts_the_tags() -> None:
    text = SEED.read_text(encoding="utf-8")
    article, pieces = parsed(text)
    entities = find_entities(article, pieces, Registry())
    quote = Quote(Span(0, 6, text[:6]), 6, 1, None, "Mr Rogozin", None)
    weighed = weigh_entities(article, entities, (quote,))
    assert [entity.salience for entity in weighed] == sorted((e.salience for e in weighed), reverse=True)
    assert sum(entity.salience for entity in weighed) == pytest.approx(1, abs=0.01)
    tags = {entity.name for entity in weighed if entity.tag}
    assert {"Russia", "China", "NASA", "Roscosmos", "International Space Station", "Dmitry Rogozin"} <= tags
    assert "Earth" not in tags
    assert len(tags) <= 8
    assert weigh_entities(article, (), ()) == ()
