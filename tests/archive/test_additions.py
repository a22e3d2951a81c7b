"""Suggested entries are added to `entities.yml` where they belong, and nothing else in it changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editing import with_entries
from generator.errors import RegistryError
from generator.sources import read_registry

BLOCK = "  - name: Ivo Lund\n    type: person\n    aliases: [Minister Lund]\n"
OUTLETS = "outlets:\n  a.example: A\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"entities:\n{BLOCK}"),
        ("# Ours.\n", f"# Ours.\n\nentities:\n{BLOCK}"),
        (OUTLETS, f"{OUTLETS}\nentities:\n{BLOCK}"),
        (f"entities:\n{OUTLETS}", f"entities:\n{BLOCK}{OUTLETS}"),
        ("entities:", f"entities:\n{BLOCK}"),
        (
            f"entities:\n  - name: B  # she\n    type: person\n\n# Papers\n{OUTLETS}",
            f"entities:\n  - name: B  # she\n    type: person\n{BLOCK}\n# Papers\n{OUTLETS}",
        ),
        (
            f"entities:\n- {{name: B,\n   type: person}}\n{OUTLETS}",
            "entities:\n- {name: B,\n   type: person}\n- name: Ivo Lund\n  type: person\n"
            f"  aliases: [Minister Lund]\n{OUTLETS}",
        ),
    ],
)
def test_new_entries_stand_below_the_others_and_above_the_outlets(before: str, after: str) -> None:
    assert with_entries(before, BLOCK, "entities.yml") == after
    assert "Ivo Lund" in [entry.name for entry in read_registry(after).entries]


@pytest.mark.parametrize(
    ("before", "problem"),
    [
        ("entities: []\n", "entities.yml:1: its entries do not begin on lines of their own"),
        ("entities: [{name: B, type: person}]\n", "its entries do not begin on lines of their own"),
        ("entities:\n  - name: Lund, Ivo\n    type: person\n    aliases: [Ivo Lund]\n", "Ivo Lund"),
        ("entities: 7\n", "entities.yml:1"),
    ],
)
def test_a_registry_that_cannot_take_them_is_left_alone(before: str, problem: str) -> None:
    with pytest.raises(RegistryError, match=problem):
        with_entries(before, BLOCK, "entities.yml")


@given(st.lists(st.sampled_from(["Ada", "Bo", "Cy"]), unique=True), st.integers(0, 4), st.booleans())
def test_all_entries_that_were_there_stay(names: list[str], indent: int, outlets: bool) -> None:
    dash = " " * indent
    entries = "".join(f"{dash}- name: {name}\n{dash}  type: person\n" for name in names)
    before = f"entities:\n{entries}" + (OUTLETS if outlets else "")
    after = read_registry(with_entries(before, BLOCK, "entities.yml"))
    assert [entry.name for entry in after.entries] == [*names, "Ivo Lund"]
    assert bool(after.outlets) == outlets
