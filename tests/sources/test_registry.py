"""What may stand in `entities.yml`, and what its curator is told where it may not."""

from __future__ import annotations

import pickle
import time

import pytest

from generator.sources import Registry, read_registry
from generator.sources.registry import RegistryFileError
from tests.conftest import ROOT

GOOD = """\
entities:
  - name: Ana Roe
    type: person
    aliases: [Roe, "Roe, Ana"]
    wikidata: Q123
    description: head of  Orbita
    url: https://example.org/roe
    not: [Ben Roe]
  - {name: NO, type: organisation, ignore: true}
outlets:
  example.org: Example
"""


def test_an_entry_is_read_field_by_field() -> None:
    registry = read_registry(GOOD)
    roe, office = registry.entries
    assert (roe.name, roe.type, roe.aliases, roe.not_) == (
        "Ana Roe",
        "person",
        ("Roe", "Roe, Ana"),
        ("Ben Roe",),
    )
    assert (roe.wikidata, roe.description, roe.url) == ("Q123", "head of Orbita", "https://example.org/roe")
    assert (office.name, office.ignore, roe.ignore) == ("NO", True, False)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "entities:\n", "entities: []\noutlets: {}\n"])
def test_an_empty_file_is_an_empty_registry(text: str) -> None:
    assert read_registry(text) == Registry()


@pytest.mark.parametrize(
    ("domain", "outlet"),
    [
        ("example.org", "Example"),
        ("www.Example.org", "Example"),
        ("news.example.org", "Example"),
        ("org", None),
    ],
)
def test_an_outlet_is_known_by_its_domain_or_one_below_it(domain: str, outlet: str | None) -> None:
    assert read_registry(GOOD).outlet(domain) == outlet


def test_the_entries_that_a_text_names_are_told_ignored_ones_too() -> None:
    registry = read_registry(GOOD)
    assert registry.entries_in("Nobody.") == ()
    assert [entry.name for entry in registry.entries_in("NO, said Mr Roe")] == ["Ana Roe", "NO"]


ENTRY = "entities:\n  - name: Ana Roe\n    type: person\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            ENTRY + "    aliases: [Roe, roe]\n",
            'entities.yml:4: "roe" is already a name of "Ana Roe" (line 4); delete one of the two',
        ),
        (
            ENTRY + "  - name: Ben Roe\n    type: person\n    aliases: [Ána Roe]\n",
            'entities.yml:6: "Ána Roe" is already a name of "Ana Roe" (line 2); delete one of the two',
        ),
        (
            "entities:\n  - name: Ana Roe\n    type: human\n",
            'entities.yml:3: unknown type "human"; '
            "use one of person, organisation, place, event, work, product, group",
        ),
        (
            "entities:\n  - name: Ana Roe\n",
            "entities.yml:2: an entry without a type; "
            "use one of person, organisation, place, event, work, product, group",
        ),
        ("entities:\n  - type: person\n", 'entities.yml:2: an entry without a name; add "name: …"'),
        (
            ENTRY + "    alias: [Roe]\n",
            'entities.yml:4: unknown field "alias"; '
            "use one of name, type, aliases, wikidata, description, url, not, ignore",
        ),
        (ENTRY + "    type: person\n", 'entities.yml:4: "type" is given twice; delete one of the two'),
        (
            ENTRY + "    aliases: Roe\n",
            'entities.yml:4: "aliases" is not a list; begin each item with a dash, or write [a, b]',
        ),
        (ENTRY + "    aliases: [Roe, ]\n    wikidata: 123\n",
            'entities.yml:5: "123" is not a Wikidata item; write it like Q2366'),
        (ENTRY + "    url: example.org\n",
            'entities.yml:4: "example.org" is not a web address; write it like https://example.org/'),
        (ENTRY + "    ignore: perhaps\n",
            'entities.yml:4: "ignore" is neither true nor false; write true or false'),
        ("entities:\n  - name: Ana Roe\n    type: person\n    aliases: ['\u200b']\n",
            'entities.yml:4: "�" cannot be a name; use letters, at most 200 characters'),
        ("entities:\n  - Ana Roe\n",
            "entities.yml:2: an entry is not a mapping; write fields: name, type, …"),
        ("- Ana Roe\n", "entities.yml:1: the file is not a mapping; write fields: entities, outlets"),
        ("people: []\n", 'entities.yml:1: unknown field "people"; use one of entities, outlets'),
        ("outlets:\n  Example: Example\n",
            'entities.yml:2: "example" is not a domain; write it like example.org'),
        ("outlets:\n  example.org:\n",
            'entities.yml:2: "example.org" has no outlet; write it like "example.org: Example"'),
        ("entities:\n  - name: [\n",
            "entities.yml:3: not valid YAML (did not find expected node content); "
            "mend the indentation or quoting there"),
        ("entities: &a [*a]\n",
            "entities.yml:1: not valid YAML (aliases (*name) are not allowed); "
            "mend the indentation or quoting there"),
        ("entities: " + "[" * 500 + "]" * 500,
            "entities.yml:1: not valid YAML (nested too deep); mend the indentation or quoting there"),
        ("entities: []\n---\nentities: []\n",
            "entities.yml:2: not valid YAML (a second document begins (---)); "
            "mend the indentation or quoting there"),
        ("# é\nentities:\n  - name: A\x00na\n",
            "entities.yml:3: a character that YAML does not allow; delete it"),
    ],
)  # fmt: skip
def test_a_fault_is_told_in_one_line_with_its_place_and_remedy(text: str, message: str) -> None:
    with pytest.raises(RegistryFileError) as caught:
        read_registry(text)
    assert str(caught.value) == message


def test_all_faults_are_told_at_once_and_cross_between_processes() -> None:
    with pytest.raises(RegistryFileError) as caught:
        read_registry(
            "entities:\n  - name: Ana Roe\n    type: human\n    ignore: 7\n  - type: person\n", "my.yml"
        )
    lines = str(pickle.loads(pickle.dumps(caught.value))).split("\n")  # noqa: S301  made a moment ago
    assert [line.partition(";")[0] for line in lines] == [
        'my.yml:3: unknown type "human"',
        'my.yml:4: "ignore" is neither true nor false',
        "my.yml:5: an entry without a name",
    ]


def test_the_registry_of_this_archive_is_sound() -> None:
    registry = read_registry((ROOT / "entities.yml").read_text(encoding="utf-8"))
    assert len(registry.entries) > 50
    assert registry.outlet("express.co.uk") == "Express"


@pytest.mark.slow
def test_fifty_thousand_entries_cost_seconds_once_and_nothing_after() -> None:
    lines = (f"- {{name: Ana{n} Roe{n}, type: person, aliases: [Roe{n}]}}\n" for n in range(50_000))
    begin = time.process_time()
    registry = read_registry("entities:\n" + "".join(lines))
    registry.entries_in("")
    assert time.process_time() - begin < 20
    begin = time.process_time()
    assert [entry.name for entry in registry.entries_in("Nobody knows. " * 10_000 + "Roe7")] == ["Ana7 Roe7"]
    assert time.process_time() - begin < 2
