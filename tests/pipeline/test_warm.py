"""Warm and cold builds give the same files, whatever was changed in between."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from jinja2 import TemplateSyntaxError

from generator.archive import Project
from generator.pipeline import refresh_archive
from tests.conftest import LAUNCH, make_project, tree
from tests.site.built import site_of

UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
"""A build takes too long to look for the shortest sequence that fails."""

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


def config(project: Project, number: int) -> None:
    file = project.root / "mkdocs.yml"
    file.write_text(file.read_text().replace("site_name: ", f"site_name: {number} "))


def theme(project: Project, number: int) -> None:
    file = project.root / "templates" / "theme" / "main.html"
    file.write_text(file.read_text() + f"<!-- {number} -->")


CHANGES = (add, edit, rename, delete, curate, template, setting, damage)
changes = st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(0, 5)), min_size=1, max_size=6)


@given(steps=changes)
@settings(max_examples=12, deadline=None, phases=UNSHRUNK)
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


def damage_site(project: Project, number: int) -> None:
    files = sorted(path for path in (project.root / "site").rglob("*") if path.is_file())
    file = files[number * 7 % len(files)]
    file.write_text("by hand") if number % 2 else file.unlink()


def stray(project: Project, number: int) -> None:
    folder = project.root / "site" / f"people-{number}"
    folder.mkdir(exist_ok=True)
    (folder / "index.html").write_text("nobody asked for it")


SITE_CHANGES = (*CHANGES, config, theme, damage_site, stray)
site_changes = st.lists(st.tuples(st.sampled_from(SITE_CHANGES), st.integers(0, 5)), min_size=1, max_size=5)


@given(steps=site_changes)
@settings(max_examples=8, deadline=None, phases=UNSHRUNK)
def test_any_sequence_of_changes_gives_the_site_of_a_cold_build(
    steps: list[tuple[Callable[[Project, int], None], int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = make_project(Path(folder))
        add(project, 1)
        add(project, 2)
        site_of(project)
        for change, number in steps:
            change(project, number)
            site_of(project)
        warm = tree(project.root / "site")
        shutil.rmtree(project.root / "site")
        shutil.rmtree(project.manifest.parent)
        site_of(project)
        cold = tree(project.root / "site")
    assert warm == cold


def test_all_pages_are_built_as_mkdocs_alone_would_build_them(project: Project) -> None:
    """A hook may have a say in pages, so the plugin leaves all of them to MkDocs."""
    add(project, 1)
    add(project, 2)
    ours = tree(site_of(project))
    file = project.root / "mkdocs.yml"
    (project.root / "idle.py").write_text("def on_nav(nav, config, files): return nav\n")
    file.write_text(f"{file.read_text()}\nhooks: [idle.py]\n")
    assert tree(site_of(project)) == ours


def test_a_page_that_did_not_change_is_not_touched(project: Project) -> None:
    add(project, 2)
    site = site_of(project)
    before = {path: (site / path).stat().st_mtime_ns for path in tree(site)}
    edit(project, 0)
    site_of(project)
    after = {path: (site / path).stat().st_mtime_ns for path in tree(site)}
    touched = {path for path in after if before.get(path) != after[path]}
    assert "undated/meridian/index.html" in touched
    kept = {"2022/index.html", "outlets/the-courier/index.html", "robots.txt", "assets/archive.css"}
    assert kept <= before.keys()
    assert not touched & kept


def test_a_build_that_fails_leaves_the_site_as_it_was(project: Project) -> None:
    site = site_of(project)
    before = tree(site)
    add(project, 2)
    template = project.root / "templates" / "theme" / "main.html"
    template.write_text("{% if %}")
    with pytest.raises(TemplateSyntaxError):
        site_of(project)
    assert tree(site) == before
