"""Names of different briefings that are one, that are not, and that perhaps are."""

from __future__ import annotations

import pytest

from generator.archive.joins import RULES, Joins, Key, NameUse, join_names
from generator.sources import EntityType, Registry, read_registry

NOBODY = Registry()


def use(
    name: str,
    kind: EntityType = "person",
    *,
    aliases: str = "",
    roles: str = "",
    briefings: str = "",
    beside: str = "",
) -> NameUse:
    companions: dict[Key, int] = {("organisation", each): 2 for each in beside.split()}
    return NameUse(
        key=(kind, name.lower().replace(" ", "-")),
        name=name,
        aliases=frozenset(filter(None, aliases.split(","))),
        roles=frozenset(filter(None, [roles])),
        briefings=frozenset(briefings.split() or [f"on-{name}"]),
        companions=companions,
    )


def joined(*uses: NameUse, registry: Registry = NOBODY) -> Joins:
    joins = join_names(uses, registry)
    assert joins == join_names(uses[::-1], registry)
    return joins


SAME = [
    ("spelling", use("F.P.B.", "organisation"), use("FPB", "organisation")),
    ("country", use("U.S.", "place"), use("United States", "place")),
    ("known", use("FC Porto", "organisation"), use("Porto", "organisation")),
    ("legal-form", use("Orlo Foods", "organisation"), use("Orlo Foods Corp.", "organisation")),
    (
        "acronym",
        use("Pell Ferry Board", "organisation", aliases="PFB"),
        use("PFB", "organisation"),
    ),
    (
        "other-type",
        use("Pell House", "organisation", briefings="a b c d e f g h i"),
        use("Pell House", "place"),
    ),
    ("middle-name", use("Ada Roe", beside="pell orlo"), use("Ada B. Roe", beside="pell orlo")),
    ("surname", use("Ada Roe", briefings="a b", roles="mayor of pell"), use("Roe", roles="mayor of pell")),
]


@pytest.mark.parametrize(("rule", "one", "other"), SAME, ids=[case[0] for case in SAME])
def test_names_that_can_hardly_be_two_are_one(rule: str, one: NameUse, other: NameUse) -> None:
    assert rule in {join.rule for join in joined(one, other).same}


def test_every_rule_has_a_case() -> None:
    assert {rule for rule, _, _ in SAME} == set(RULES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (use("Ada Roe Jr.", roles="mayor"), use("Ada Roe", roles="mayor")),
        (use("Ada Roe", roles="mayor"), use("Ben Roe", roles="mayor")),
        (use("Orlo", "organisation"), use("Orlo", "product")),
        (use("Orlo Foods", "organisation"), use("Orlo Finance", "organisation")),
        (use("Ada B. Roe", roles="mayor", briefings="a"), use("Ada Roe", roles="mayor", briefings="a")),
        (use("Pell", "place"), use("Pell", "person")),
        (use("Crazy Ada", briefings="a b", roles="mayor"), use("Ada", roles="mayor")),
    ],
)
def test_what_may_be_two_is_two(one: NameUse, other: NameUse) -> None:
    joins = joined(one, other)
    assert joins.same == joins.perhaps == ()


def test_middle_names_that_contradict_each_other_join_none() -> None:
    names = [use(name, roles="mayor") for name in ("Ada Roe", "Ada B. Roe", "Ada C. D. Roe")]
    assert joined(*names).same == ()


def test_an_acronym_of_two_long_names_joins_none() -> None:
    long = [use(name, "organisation", aliases="PFB") for name in ("Pell Ferry Board", "Pell Fish Board")]
    assert joined(*long, use("PFB", "organisation")).same == ()


def test_a_surname_of_two_people_joins_none() -> None:
    people = [use(name, roles="mayor", briefings="a b") for name in ("Ada Roe", "Ben Roe")]
    assert joined(*people, use("Roe", roles="mayor")) == Joins()


def test_likely_names_in_other_company_are_perhaps_the_same() -> None:
    (join,) = joined(use("Ada Roe"), use("Ada B. Roe")).perhaps
    assert join.rule == "middle-name"


def test_the_registry_keeps_names_apart_and_its_name_is_kept() -> None:
    one, other = use("Orlo Foods", "organisation"), use("Orlo Foods Corp.", "organisation")
    apart = read_registry(
        "entities:\n  - name: Orlo Foods\n    type: organisation\n    not: [Orlo Foods Corp.]\n"
    )
    assert joined(one, other, registry=apart).same == ()
    sizes = {one.key: 1, other.key: 5}
    joins = joined(one, other)
    assert joins.canonical(sizes) == {one.key: other.key, other.key: other.key}
    assert joins.canonical(sizes, [one.key]) == {one.key: one.key, other.key: one.key}
