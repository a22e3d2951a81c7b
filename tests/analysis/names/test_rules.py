"""Every rule for names, by hand-made parsed texts: a line a case, and no rule without one."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.analysis import name_rules
from generator.analysis.names.bodies import same_body, shortens
from generator.analysis.names.find.alias_match import repeated_names
from generator.analysis.names.find.curated import curated_mentions
from generator.analysis.names.find.edge_rule import first_rule
from generator.analysis.names.find.edges import parts
from generator.analysis.names.find.model import completed, model_mentions
from generator.analysis.names.find.no_names import NO_NAMES
from generator.analysis.names.find.pairs import with_pairs_split
from generator.analysis.names.find.possessives import with_own_apostrophes
from generator.analysis.names.find.rules import countries, find_names
from generator.analysis.names.join.grouping import entities_of
from generator.analysis.names.mention import Mention, Reading
from generator.analysis.names.type.context_rules import context_reasons
from generator.analysis.names.type.evidence import gather
from generator.analysis.names.type.name_rules import name_reason
from generator.analysis.names.type.settle import settle
from generator.analysis.records import EntityType
from generator.sources import read_registry
from tests.analysis.handmade import make_marked

CONTEXT = [
    ("apposition", "[ Orlo/NNP ] ,/, the/DT space/NN agency/NN ,/, said/VBD", "organisation", 3),
    ("title", "Senator/NNP [ Roe/NNP ] left/VBD", "person", 3),
    ("age", "[ Roe/NNP ] ,/, 23/CD ,/, left/VBD", "person", 3),
    ("who", "[ Roe/NNP ] ,/, who/WP left/VBD", "person", 3),
    ("which", "[ Orlo/NNP ] ,/, which/WDT closed/VBD", "person", -1),
    ("no-person-there", "in/IN [ Orlo/NNP ] yesterday/RB", "person", -1),
    ("behind-article", "told/VBD the/DT [ Orlo/NNP ] yesterday/RB", "person", -1),
    ("governed", "[ Orlo/NNP ] 's/POS finance/NN minister/NN left/VBD", "place", 2),
    ("carried", "aboard/IN the/DT [ Tern/NNP ] today/RB", "product", 3),
    ("noun-before", "the/DT agency/NN [ Orlo/NNP ] said/VBD", "organisation", 2),
    ("agent-before", "the/DT prohibitionist/NN [ Roe/NNP ] said/VBD", "person", 2),
    ("apposed-before", "the/DT minister/NN ,/, [ Roe/NNP ] ,/, said/VBD", "person", 2),
    ("place-of", "the/DT mayor/NN of/IN [ Orlo/NNP ] said/VBD", "place", 3),
    ("there", "from/IN [ Orlo/NNP ] today/RB", "place", 0.75),
    ("medium", "[ Le/NNP Matin/NNP ] newspaper/NN said/VBD", "organisation", 2),
    ("account", "her/PRP$ [ Orlo/NNP:PERSON ] page/NN said/VBD", "product", 2),
    ("followed", "a/DT [ Roe/NNP ] delegate/NN said/VBD", "person", 2),
    ("product-behind", "the/DT [ Tern/NNP:PERSON ] rocket/NN rose/VBD", "product", 2),
    ("makers-product", "the/DT [ Orlo/NNP:ORG ] rocket/NN rose/VBD", "product", 1),
    ("place-behind", "the/DT [ Orlo/NNP ] valley/NN burned/VBD", "place", 1),
    ("event-behind", "the/DT [ Sfera/NNP:ORG ] forum/NN began/VBD", "event", 2),
    ("works-behind", "the/DT [ Harland/NNP:PERSON ] shipyard/NN closed/VBD", "organisation", 2),
    ("employer", "[ Orlo/NNP ] 's/POS Ada/NNP:PERSON Roe/NNP+PERSON", "organisation", 1),
    ("owner", "[ Orlo/NNP ] 's/POS shareholders/NNS met/VBD", "organisation", 1),
    ("company-noun", "[ Orlo/NNP ] shares/NNS rose/VBD", "organisation", 0.5),
    ("speaking-person", "[ Orlo/NNP~nsubj<1 ] said/VBD=say so/RB", "person", 0.25),
    ("speaking-body", "[ Orlo/NNP~nsubj<1 ] said/VBD=say so/RB", "organisation", 0.25),
    ("maker", "Google/NNP 's/POS [ Lens/NNP:ORG ] helps/VBZ", "product", 1.5),
    ("of-work", "episodes/NNS of/IN [ Harbour/NNP ] ran/VBD", "work", 2),
    ("shown", "[ Harbour/NNP~nsubj<1 ] streams/VBZ=stream today/RB", "work", 1),
    ("dated", "[ Harbour/NNP ] (/-LRB-_ 2014/CD_ )/-RRB- moved/VBD", "work", 1.5),
    ("made", "they/PRP launched/VBD=launch [ Vista/NNP~dobj<1 ] today/RB", "product", 1.5),
]

NAMES = [
    ("country", "Albania", "place"),
    ("nationality", "Albanian", "group"),
    ("group", "Muslims", "group"),
    ("known-name-type", "TikTok", "product"),
    ("region", "Texas", "place"),
    ("scripture", "Koran", "work"),
    ("generic-body", "Treasury", "organisation"),
    ("own-possessive", "Pell's", "organisation"),
    ("body-noun-of", "Ministry of Ferries", "organisation"),
    ("noun-before-of", "Battle of Tarvik", "event"),
    ("river-bank", "West Bank", "place"),
    ("particle", "Ludo van Tarvik", "person"),
    ("body-end", "Pell Ferries Commission", "organisation"),
    ("last-word", "Lake Tarvik River", "place"),
    ("first-word", "Mount Tarvik", "place"),
    ("paper", "Lorne Gazette", "organisation"),
    ("known-word", "Gemini", "product"),
    ("given-name", "Priyanka Tarvik", "person"),
]

EDGES = [
    ("article", "[ the/DT Orlo/NNP ]", "organisation", ["Orlo"]),
    ("mark-before", '[ "/`` Orlo/NNP ]', "organisation", ["Orlo"]),
    ("aside", "[ While/IN Roe/NNP ] left/VBD", "person", ["Roe"]),
    ("aside", "[ Enter/NNP Orlo/NNP ]", "organisation", ["Orlo"]),
    ("inverted-verb", "[ said/VBD Roe/NNP ]", "person", ["Roe"]),
    ("nationality-before", "[ Irishman/NNP Roe/NNP ]", "person", ["Roe"]),
    ("small-word-before", "[ new/JJ Orlo/NNP ]", "organisation", ["Orlo"]),
    ("title-before-name", "[ Mr./NNP Roe/NNP ]", "person", ["Roe"]),
    ("mark-behind", "[ Orlo/NNP ./. ]", "organisation", ["Orlo"]),
    ("score", "[ Hurricanes/NNP 4/CD ] ,/, Rangers/NNP 2/CD", "organisation", ["Hurricanes"]),
    ("ticker", "[ Orlo/NNP AG/NNP ORLG.F/NNP ]", "organisation", ["Orlo AG"]),
    ("ticker", "[ Orlo/NNP Works/NNPS ORLG.F/NNP ]", "organisation", ["Orlo Works"]),
    ("qualifier", "[ Orlo/NNP chief/NN ]", "organisation", ["Orlo"]),
    ("small-word-behind", "[ Orlo/NNP plan/NN ]", "organisation", ["Orlo"]),
    ("cut-line", "[ Roe/NNP \n/SP Lund/NNP ]", "person", ["Roe", "Lund"]),
    ("cut-possessive", "[ China/NNP 's/POS Orlo/NNP ]", "organisation", ["China", "Orlo"]),
    ("cut-dash", "[ Russian/JJ_ -/HYPH_ Chinese/JJ ]", "group", ["Russian", "Chinese"]),
    ("cut-comma", "[ Roe/NNP:PERSON ,/,+PERSON Lund/NNP+PERSON ]", "person", ["Roe", "Lund"]),
    ("cut-in", "[ Abbey/NNP School/NNP in/IN Pell/NNP ]", "organisation", ["Abbey School", "Pell"]),
    ("position-before", "[ QB/NNP Roe/NNP ]", "person", ["Roe"]),
    ("cut-position", "[ Pells/NNPS QB/NNP Ada/NNP Roe/NNP ]", "organisation", ["Pells", "Ada Roe"]),
    ("cut-verb", "[ Rovers/NNPS visit/VBP Orlo/NNP ]", "organisation", ["Rovers", "Orlo"]),
    ("cut-verb", "[ Orlo/NNP is/VBZ recalling/VBG ]", "person", ["Orlo"]),
    ("cut-or", "[ Roe/NNP or/CC Lund/NNP ]", "person", ["Roe", "Lund"]),
]

NOTHING = [
    ("initialism", "[ IPO/NNP ]", "organisation"),
    ("legal-form", "[ S.A./NNP ]", "place"),
    ("amount", "[ R2bn/NNP ]", "place"),
    ("markup", "[ <b>Orlo/NNP ]", "organisation"),
    ("handle", "@/NFP [ Orlo/NNP ]", "organisation"),
    ("no-capital", "[ orlo/NN ]", "organisation"),
    ("part-of-a-word", "[ Jr/NNP ]", "person"),
    ("mere-word", "[ Shells/NNS ] fell/VBD", "organisation"),
    ("portfolio", "[ Education/NNP:ORG ] Minister/NNP", "organisation"),
    ("calendar", "[ Monday/NNP ]", "event"),
]

COMPLETIONS = [
    ("article-al", "al/NNP_ -/HYPH_ [ Roe/NNP ]", "person", "al-Roe"),
    ("noun-of", "Battle/NNP of/IN [ Tarvik/NNP ]", "place", "Battle of Tarvik"),
    ("second-half", "[ Young/NNP_ ] -/HYPH_ hoon/NN left/VBD", "person", "Young-hoon"),
    ("in-brackets", "[ Chuck/NNP ] [/-LRB-_ Todd/NNP_ ]/-RRB- left/VBD", "person", "Chuck [Todd]"),
    ("given-name-before", "Constand/NNP [ Roe/NNP ] left/VBD", "person", "Constand Roe"),
    ("body-noun", "[ Liberty/NNP Now/NNP ] PAC/NNP paid/VBD", "organisation", "Liberty Now PAC"),
]

FOUND = [
    ("model", "Orlo/NNP:ORG closed/VBD", "Orlo"),
    ("model-numbered", "Ariane/NNP:PERSON 5/CD+PERSON rose/VBD", "Ariane 5"),
    ("model-party", "Roe/NNP ,/, R-Texas/NNP:ORG ,/, left/VBD", "Texas"),
    ("acronym-definition", "the/DT Pell/NNP Ferry/NNP Board/NNP (/-LRB- PFB/NNP )/-RRB- met/VBD", "PFB"),
    ("law-name", "under/IN the/DT Clean/NNP Ferries/NNP Act/NNP they/PRP met/VBD", "Clean Ferries Act"),
    ("name-with-title", "so/RB Mr/NNP Tarvik/NNP left/VBD", "Tarvik"),
    ("title-in-marks", "her/PRP$ \"/`` Harbour/NNP Lights/NNPS \"/'' sold/VBD", "Harbour Lights"),
    ("aboard", "aboard/IN the/DT Tern/NNP today/RB", "Tern"),
    ("vehicle-noun", "a/DT Tern/NNP rocket/NN rose/VBD", "Tern"),
    (
        "body-of",
        "then/RB they/PRP asked/VBD the/DT Committee/NNP on/IN Trade/NNP and/CC Ports/NNP",
        "Committee on Trade and Ports",
    ),
    (
        "body-with-and",
        "then/RB they/PRP told/VBD the/DT Bakers/NNPS '/POS and/CC Millers/NNPS '/POS Union/NNP today/RB",
        "Bakers ' and Millers ' Union",
    ),
    (
        "body-with-and",
        "said/VBD Harbour/NNP and/CC Border/NNP Protection/NNP today/RB",
        "Harbour and Border Protection",
    ),
    (
        "named-after",
        "the/DT Ada/NNP:PERSON Roe/NNP+PERSON Mind/NNP:ORG Institute/NNP+ORG met/VBD",
        "Ada Roe Mind Institute",
    ),
    ("work-noun", "the/DT film/NN Harbour/NNP Lights/NNPS sold/VBD", "Harbour Lights"),
    (
        "work-list",
        "in/IN films/NNS=film from/IN Harbour/NNP to/IN Night/NNP Boat/NNP they/PRP slept/VBD",
        "Night Boat",
    ),
    (
        "work-list",
        "in/IN films/NNS=film such/JJ as/IN Harbour/NNP and/CC Night/NNP Boat/NNP they/PRP slept/VBD",
        "Harbour",
    ),
    ("programme", "on/IN CBS/NNP:ORG '/POS Face/VB the/DT Harbour/NN show/NN today/RB", "Face the Harbour"),
    ("known-name", "an/DT iPhone/NNP 4/CD broke/VBD", "iPhone 4"),
    ("proper-nouns", "the/DT mayor/NN of/IN Orlo/NNP left/VBD", "Orlo"),
    ("proper-nouns", "he/PRP learned/VBD under/IN Hugo/NNP Tarvik/NNP", "Hugo Tarvik"),
    ("gazetteer", "from/IN Albania/NNP today/RB", "Albania"),
]

SAME = [
    ("same-country", "U.S.", "United States"),
    ("known-pair", "FC Porto", "Porto"),
    ("byname", "GOP", "Republican Party"),
    ("same-words", "Orlo Foods Corp.", "Orlo Foods"),
    ("plural", "Oreos", "Oreo"),
    ("acronym", "PFB", "Pell Ferry Board"),
    ("acronym", "Pfbs", "Pell Ferry Board Service"),
    ("turned", "Ministry of Ferries", "Ferries Ministry"),
]

SHORT = [
    ("city-of", "City", "City of Pell", "place"),
    ("clipping", "Fed", "Federal Reserve", "organisation"),
    ("beginning", "Orlo", "Orlo Foods", "organisation"),
    ("ending", "Constitution", "Pell Constitution", "work"),
]


def read(text: str) -> tuple[Reading, int, int]:
    piece, first, last = make_marked(text)
    return Reading(piece.doc.text, [piece]), first, last


def marked(text: str, kind: EntityType | None = None) -> tuple[Reading, Mention]:
    """The reading of a marked text and the mention between its marks, of the type of its label."""
    reading, first, last = read(text)
    label = {"PERSON": "person", "ORG": "organisation"}.get(reading.pieces[0].doc[first].ent_type_)
    return reading, reading.mention(0, first, last, type=kind or label, rule="model")


@pytest.mark.parametrize(("rule", "text", "kind", "weight"), CONTEXT, ids=[case[0] for case in CONTEXT])
def test_words_around_a_name_tell_its_type(rule: str, text: str, kind: str, weight: float) -> None:
    reading, mention = marked(text)
    told = [reason for reason in context_reasons(reading.doc(mention), mention) if reason.rule == rule]
    assert [(reason.type, reason.weight) for reason in told] == [(kind, weight)]


@pytest.mark.parametrize(("rule", "name", "kind"), NAMES, ids=[case[0] for case in NAMES])
def test_a_name_tells_its_type_itself(rule: str, name: str, kind: str) -> None:
    reason = name_reason(name)
    assert reason is not None
    assert (reason.rule, reason.type) == (rule, kind)


@pytest.mark.parametrize(("rule", "text", "kind", "kept"), EDGES, ids=[case[0] for case in EDGES])
def test_what_is_no_part_of_a_name_is_cut(rule: str, text: str, kind: EntityType, kept: list[str]) -> None:
    reading, first, last = read(text)
    doc = reading.pieces[0].doc
    found = list(parts(doc, first, last, kind))
    assert [doc[start:end].text for start, end, _ in found] == kept
    assert rule in {each for _, _, rules in found for each in rules}


@pytest.mark.parametrize(("rule", "text", "kind"), NOTHING, ids=[case[0] for case in NOTHING])
def test_what_is_no_name_is_left_out(rule: str, text: str, kind: EntityType) -> None:
    reading, first, last = read(text)
    doc = reading.pieces[0].doc
    assert first_rule(NO_NAMES, doc, first, last, kind) == rule
    assert list(parts(doc, first, last, kind)) == []


@pytest.mark.parametrize(
    ("rule", "text", "kind", "whole"), COMPLETIONS, ids=[case[0] for case in COMPLETIONS]
)
def test_what_the_model_left_out_is_taken_in(rule: str, text: str, kind: EntityType, whole: str) -> None:
    reading, first, last = read(text)
    doc = reading.pieces[0].doc
    start, end, _, rules = completed(doc, first, last, kind)
    assert (doc[start:end].text, rules) == (whole, (rule,))


@pytest.mark.parametrize(("rule", "text", "name"), FOUND, ids=[case[0] for case in FOUND])
def test_a_finder_finds_its_names(rule: str, text: str, name: str) -> None:
    reading, _, _ = read(text)
    found = [*find_names(reading), *model_mentions(reading), *countries(reading)]
    assert (rule, name) in {(mention.rule, mention.text) for mention in found}


@pytest.mark.parametrize(("rule", "one", "other"), SAME, ids=[case[0] for case in SAME])
def test_two_names_are_one_things(rule: str, one: str, other: str) -> None:
    assert same_body(one, other) == same_body(other, one) == rule


@pytest.mark.parametrize(("rule", "short", "long", "kind"), SHORT, ids=[case[0] for case in SHORT])
def test_a_short_name_is_part_of_a_long_one(rule: str, short: str, long: str, kind: EntityType) -> None:
    assert shortens(short, long, kind) == rule


def mentions_of(reading: Reading, *names: tuple[str, EntityType]) -> list[Mention]:
    """Mentions of words of the text, one for each time that they are named here."""
    doc, found, at = reading.pieces[0].doc, [], 0
    for name, kind in names:
        start = doc.text.index(name, at)
        span = doc.char_span(start, start + len(name))
        found.append(reading.mention(0, span.start, span.end, type=kind, rule="model"))
        at = start + len(name)
    return found


ARTICLE: list[tuple[str, str, list[tuple[str, EntityType]], str, EntityType]] = [
    (
        "titled-surname",
        "Ada/NNP Roe/NNP left/VBD but/CC Ms./NNP Roe/NNP wept/VBD",
        [("Ada Roe", "organisation"), ("Roe", "person")],
        "ada roe",
        "person",
    ),
    (
        "makers-name",
        "Google/NNP Harbour/NNP sold/VBD",
        [("Google Harbour", "organisation")],
        "google harbour",
        "product",
    ),
    ("unintroduced", "Tarvik/NNP fell/VBD", [("Tarvik", "person")], "tarvik", "person"),
    (
        "numbered",
        "Brio/NNP 2/CD beats/VBZ Brio/NNP 3/CD",
        [("Brio 2", "organisation"), ("Brio 3", "organisation")],
        "brio 3",
        "product",
    ),
    (
        "neighbour",
        "TikTok/NNP and/CC Tern/NNP sold/VBD",
        [("TikTok", "product"), ("Tern", "person")],
        "tern",
        "product",
    ),
]


@pytest.mark.parametrize(
    ("rule", "text", "names", "form", "kind"), ARTICLE, ids=[case[0] for case in ARTICLE]
)
def test_the_rest_of_the_article_tells_a_type(
    rule: str, text: str, names: list[tuple[str, EntityType]], form: str, kind: str
) -> None:
    reading, _, _ = read(text)
    told = gather(reading, mentions_of(reading, *names))[form]
    assert [reason.type for reason in told if reason.rule == rule] == [kind]


ADOPTED: list[tuple[str, str, list[tuple[str, EntityType]], str, EntityType]] = [
    (
        "same-name",
        "Pell/NNP Ferry/NNP Board/NNP (/-LRB- PFB/NNP )/-RRB- met/VBD",
        [("Pell Ferry Board", "organisation"), ("PFB", "person")],
        "pfb",
        "organisation",
    ),
    (
        "surname",
        "Ada/NNP Roe/NNP met/VBD Roe/NNP",
        [("Ada Roe", "person"), ("Roe", "organisation")],
        "roe",
        "person",
    ),
    (
        "long-name",
        "Pell/NNP Harbour/NNP Lights/NNP met/VBD Harbour/NNP Lights/NNP",
        [("Pell Harbour Lights", "organisation"), ("Harbour Lights", "work")],
        "harbour lights",
        "organisation",
    ),
    (
        "firms-word",
        "Tarvik/NNP Partners/NNP met/VBD Tarvik/NNP",
        [("Tarvik Partners", "organisation"), ("Tarvik", "person")],
        "tarvik",
        "organisation",
    ),
    (
        "company-head",
        "Tarvik/NNP Orlo/NNP Corp/NNP met/VBD Tarvik/NNP Tarvik/NNP Tarvik/NNP",
        [("Tarvik Orlo Corp", "organisation"), ("Tarvik", "place"), ("Tarvik", "place"), ("Tarvik", "place")],
        "tarvik",
        "organisation",
    ),
]


@pytest.mark.parametrize(
    ("rule", "text", "names", "form", "kind"), ADOPTED, ids=[case[0] for case in ADOPTED]
)
def test_a_name_takes_the_type_of_another(
    rule: str, text: str, names: list[tuple[str, EntityType]], form: str, kind: str
) -> None:
    reading, _, _ = read(text)
    mentions = mentions_of(reading, *names)
    settled, evidence = settle(reading, mentions, mentions)
    assert rule in {reason.rule for reason in evidence[form]}
    assert {mention.type for mention in settled if mention.form == form} == {kind}


def test_the_registry_finds_a_name_and_tells_its_type_and_what_is_one() -> None:
    registry = read_registry(
        "entities:\n  - name: Pell Board\n    type: organisation\n    aliases: [Tarvik]\n"
    )
    reading, _, _ = read("Pell/NNP Board/NNP met/VBD Tarvik/NNP")
    mentions = list(curated_mentions(reading, registry))
    assert {mention.rule for mention in mentions} == {"registry"}
    settled, evidence = settle(reading, mentions, mentions)
    assert "registry-type" in {reason.rule for reason in evidence["tarvik"]}
    (entity,) = entities_of(reading, settled, evidence)
    assert "registry-entry" in {reason.rule for reason in entity.why.joined}


JOINED: list[tuple[str, str, list[tuple[str, EntityType]]]] = [
    (
        "full-name",
        "Ada/NNP B./NNP Roe/NNP met/VBD Ada/NNP Roe/NNP",
        [("Ada B. Roe", "person"), ("Ada Roe", "person")],
    ),
    (
        "clipped-given-name",
        "Patrick/NNP Roe/NNP met/VBD Pat/NNP Roe/NNP",
        [("Patrick Roe", "person"), ("Pat Roe", "person")],
    ),
    (
        "introduced",
        "Orlo/NNP Capital/NNP grew/VBD and/CC Orlo/NNP sold/VBD",
        [("Orlo Capital", "organisation"), ("Orlo", "organisation")],
    ),
    (
        "part-of-name",
        "Ada/NNP Roe/NNP left/VBD and/CC Roe/NNP wept/VBD",
        [("Ada Roe", "person"), ("Roe", "person")],
    ),
    ("adjective", "Albania/NNP met/VBD Albanian/JJ", [("Albania", "place"), ("Albanian", "group")]),
    (
        "stated-byname",
        "Pell/NNP ,/, also/RB known/VBN as/IN Orlo/NNP ,/, met/VBD",
        [("Pell", "organisation"), ("Orlo", "organisation")],
    ),
]


@pytest.mark.parametrize(("rule", "text", "names"), JOINED, ids=[case[0] for case in JOINED])
def test_names_of_one_entity_are_joined(rule: str, text: str, names: list[tuple[str, EntityType]]) -> None:
    reading, _, _ = read(text)
    (entity,) = entities_of(reading, mentions_of(reading, *names), {})
    assert [reason.rule for reason in entity.why.joined] == [rule]


APART: list[tuple[str, list[tuple[str, EntityType]]]] = [
    (
        "Patricia/NNP Roe/NNP met/VBD Patric/NNP Roe/NNP",
        [("Patricia Roe", "person"), ("Patric Roe", "person")],
    ),
    (
        "Patrick/NNP Roe/NNP Jr./NNP met/VBD Pat/NNP Roe/NNP Sr./NNP",
        [("Patrick Roe Jr.", "person"), ("Pat Roe Sr.", "person")],
    ),
    (
        "Orlo/NNP sold/VBD Orlo/NNP Capital/NNP",
        [("Orlo", "organisation"), ("Orlo Capital", "organisation")],
    ),
]


@pytest.mark.parametrize(("text", "names"), APART)
def test_what_may_be_two_is_never_joined(text: str, names: list[tuple[str, EntityType]]) -> None:
    reading, _, _ = read(text)
    assert len(entities_of(reading, mentions_of(reading, *names), {})) == 2


def test_a_list_is_of_one_kind_to_its_end() -> None:
    text = "TikTok/NNP ,/, Tern/NNP ,/, Brig/NNP and/CC Sloop/NNP sold/VBD"
    reading, _, _ = read(text)
    names: list[tuple[str, EntityType]] = [("TikTok", "product"), ("Tern", "person")]
    names += [("Brig", "person"), ("Sloop", "person")]
    told = gather(reading, mentions_of(reading, *names))
    assert [reason.type for reason in told["sloop"] if reason.rule == "neighbour"] == ["product"]


def test_names_that_end_in_an_apostrophe_halves_of_pairs_and_repeated_names_are_found() -> None:
    reading, _, _ = read("at/IN Pell/NNP 's/POS ./.")
    (own,) = with_own_apostrophes(reading, mentions_of(reading, ("Pell", "organisation")))
    assert (own.rule, own.text) == ("own-apostrophe", "Pell 's")
    reading, _, _ = read("Roe/NNP met/VBD Lund/NNP in/IN the/DT Roe/NNP_ -/HYPH_ Lund/NNP debate/NN")
    pair = mentions_of(reading, ("Roe", "person"), ("Lund", "person"), ("Roe-Lund", "person"))
    assert [mention.rule for mention in with_pairs_split(reading, pair)][2:] == ["half-of-pair"] * 2
    reading, _, _ = read("Ada/NNP Roe/NNP left/VBD and/CC Roe/NNP wept/VBD")
    known = mentions_of(reading, ("Ada Roe", "person"))
    assert ("alias-match", "Roe") in {(each.rule, each.text) for each in repeated_names(reading, known)}


TABLES = (CONTEXT, NAMES, EDGES, NOTHING, COMPLETIONS, FOUND, SAME, SHORT, ARTICLE, ADOPTED, JOINED)
BY_NAME = {"registry", "registry-type", "registry-entry", "own-apostrophe", "half-of-pair", "alias-match"}
"""The rules of the tests without a table."""


def test_every_rule_is_tested_and_every_tested_rule_exists() -> None:
    assert {case[0] for table in TABLES for case in table} | BY_NAME == set(name_rules())
    assert all(re.fullmatch(r"[a-z-]+", rule) for rule in name_rules())


def test_a_mention_keeps_the_rules_that_set_its_edges() -> None:
    reading, _, _ = read("the/DT:ORG Orlo/NNP+ORG met/VBD")
    (mention,) = model_mentions(reading)
    assert (mention.text, mention.edges) == ("Orlo", ("article",))
    assert replace(mention, edges=()) != mention
