"""Warm and cold builds give the same files, whatever was changed in between."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.archive import Project
from generator.pipeline import refresh_archive
from tests.conftest import LAUNCH, make_project, tree

HARBOUR = (
    "Harbour opens at Pell\n\nThe Ministry of Works in Tarn has opened the harbour at Pell on Friday.\n\n"
    "“It took two years,” said Mara Ellison. The Halden Space Agency sent Ivo Lund to look at it."
)


def add(project: Project, number: int) -> None:
    head = f"---\npublished: 202{number}-0{number + 1}-05\noutlet: The Courier\n---\n" if number else ""
    (project.articles / f"story-{number}.md").write_text(head + (LAUNCH if number % 2 else HARBOUR))


def edit(project: Project, number: int) -> None:
    for file in sorted(project.articles.iterdir())[number % 3 : number % 3 + 1]:
        file.write_text(file.read_text() + f"\n\nNumber {number} was opened by Zora Quill in Tarn.")


def rename(project: Project, number: int) -> None:
    for file in sorted(project.articles.iterdir())[:1]:
        file.rename(file.with_stem(f"renamed-{number}"))


def delete(project: Project, number: int) -> None:
    for file in sorted(project.articles.iterdir())[number % 2 : number % 2 + 1]:
        file.unlink()


def curate(project: Project, number: int) -> None:
    names = ["Mara Ellison", "Ivo Lund", "Tarn"][: number % 4]
    kinds = {"Tarn": "place"}
    told = "".join(f"  - name: {name}\n    type: {kinds.get(name, 'person')}\n" for name in names)
    project.registry_file.write_text(f"entities:\n{told}" if told else "outlets: {}\n")


def template(project: Project, number: int) -> None:
    name = ("home", "subject", "names_by_letter", "briefing")[number % 4]
    file = project.page_templates[0] / f"{name}.md.j2"
    file.write_text(file.read_text() + f"\nWord {number}.\n")


def setting(project: Project, number: int) -> None:
    project.settings_file.write_text(f"quoted_share: 100\nnewest: {number + 1}\n")


def damage(project: Project, number: int) -> None:
    file = sorted(project.briefings.rglob("*.md"))[number]
    file.write_text("by hand") if number % 2 else file.unlink()


CHANGES = (add, edit, rename, delete, curate, template, setting, damage)
changes = st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(0, 5)), min_size=1, max_size=6)


@given(steps=changes)
@settings(max_examples=12, deadline=None)
def test_any_sequence_of_changes_gives_the_pages_of_a_cold_build(
    steps: list[tuple[Callable[[Project, int], None], int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = make_project(Path(folder))
        refresh_archive(project)
        for change, number in steps:
            change(project, number)
            refresh_archive(project)
        warm = tree(project.briefings)
        shutil.rmtree(project.briefings)
        shutil.rmtree(project.manifest.parent)
        (project.briefings).mkdir()
        refresh_archive(project)
        cold = tree(project.briefings)
    assert {path: text for path, text in warm.items() if path != ".gitignore"} == cold
