"""What a curator is told about the names of an archive."""

from __future__ import annotations

from generator.editing.curation import Sighting, curate, report, suggested_entries
from generator.sources import Registry, read_registry

SIGHTINGS = [
    Sighting("a", "Ana Roe", "person", ("Roe",), 3),
    Sighting("b", "Ana B. Roe", "person", (), 1),
    Sighting("c", "Roe", "person", (), 2),
    Sighting("a", "Northern Orbit Agency", "organisation", ("NOA",), 2),
    Sighting("b", "NOA", "organisation", (), 4),
    Sighting("a", "Zarnik", "product"),
    Sighting("c", "Zarnik", "organisation"),
    Sighting("d", "Zarnik", "product"),
    Sighting("d", "Senate", "organisation"),
    Sighting("d", "Missouri Senate", "organisation"),
    Sighting("c", "French", "group"),
]
KNOWN = read_registry("entities: [{name: Northern Orbit Agency, type: organisation, aliases: [NOA]}]")


def test_new_names_are_those_of_which_the_registry_knows_nothing_the_most_frequent_first() -> None:
    new = [subject.name for subject in curate(SIGHTINGS, KNOWN).new]
    assert new == ["Zarnik", "Ana Roe", "Roe", "Ana B. Roe", "Missouri Senate", "Senate"]


def test_likely_duplicates_are_names_that_rules_would_join_in_one_article() -> None:
    groups = [{subject.name for subject in group} for group in curate(SIGHTINGS, Registry()).duplicates]
    assert groups == [{"Ana Roe", "Ana B. Roe", "Roe"}, {"Northern Orbit Agency", "NOA"}]


def test_names_spelt_alike_are_likely_one() -> None:
    sightings = [Sighting("a", "Dmitri Talin", "person"), Sighting("b", "Dmitry Talin", "person")]
    assert len(curate(sightings, Registry()).duplicates) == 1


def test_unsure_names_are_told_with_where_each_type_occurs() -> None:
    (unsure,) = curate(SIGHTINGS, Registry()).unsure
    assert (unsure.name, unsure.types) == ("Zarnik", {"product": ("a", "d"), "organisation": ("c",)})


def test_the_order_of_sightings_does_not_matter() -> None:
    assert curate(SIGHTINGS[::-1], KNOWN) == curate(SIGHTINGS, KNOWN)


def test_the_report_says_where_each_name_occurs() -> None:
    assert list(report(curate(SIGHTINGS, Registry()), limit=1)) == [
        "New names: 8, the first 1",
        "  Zarnik (product): a, c, d",
        "Likely duplicates: 2, the first 1",
        "  Ana Roe (a) = Ana B. Roe (b) = Roe (c)",
        "Unsure types: 1",
        "  Zarnik: product in a, d; organisation in c",
        "Entries that no briefing names: 0",
    ]


def test_entries_that_no_briefing_names_are_told_to_the_curator() -> None:
    registry = read_registry("entities:\n  - {name: Zarnik, type: product}\n  - {name: Ivo, type: person}\n")
    assert list(report(curate(SIGHTINGS, registry)))[-2:] == ["Entries that no briefing names: 1", "  Ivo"]


def test_the_block_can_be_pasted_as_it_is() -> None:
    block = suggested_entries(curate(SIGHTINGS, Registry()))
    assert block.startswith(
        "  - name: Ana B. Roe\n    type: person\n    aliases: [Ana Roe]\n"
        "  - name: Northern Orbit Agency\n    type: organisation\n    aliases: [NOA]\n"
        "  - name: Zarnik\n    type: product  # or organisation?\n"
    )
    entries = read_registry("entities:\n" + block).entries
    assert len({name for entry in entries for name in entry.names}) == sum(len(e.names) for e in entries)


def test_another_name_of_an_entry_is_no_entry_of_its_own() -> None:
    registry = read_registry("entities:\n  - {name: Ana B. Roe, type: person}\n")
    block = suggested_entries(curate(SIGHTINGS, registry))
    assert block.startswith("  # another name of Ana B. Roe? Ana Roe, Roe\n")
    assert [entry.name for entry in read_registry("entities:\n" + block).entries][:1] == [
        "Northern Orbit Agency"
    ]


def test_hostile_names_make_no_broken_block() -> None:
    names = [
        "yes",
        "a: b",
        "- x",
        "#1 Paper",
        '"quoted"',
        "[list]",
        "tab\there",
        "line\nbreak",
        "null",
        "{{x}}",
    ]
    curation = curate([Sighting("a", name, "organisation") for name in names], Registry())
    assert len(read_registry("entities:\n" + suggested_entries(curation)).entries) == len(names)
