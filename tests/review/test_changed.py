"""`briefing check --changed`: only what a branch touches."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest

from generator.archive import Project
from tests.conftest import LAUNCH
from tests.review.archive import HARBOUR, PAGE, article, edit, run, seen

pytestmark = pytest.mark.model


def git(project: Project, *arguments: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", "-C", str(project.root), *identity, *arguments], check=True, capture_output=True)  # noqa: S607


@pytest.fixture
def branch(built: Project) -> Project:
    """A branch of an archive of two articles, whose second briefing is wrong on main already."""
    article(built, HARBOUR.replace("2031", "2001"))
    edit(built.briefings / "2001" / "bridge.md", "rusty beams", "old beams")
    git(built, "init")
    git(built, "add", "-A")
    git(built, "commit", "-m", "all")
    git(built, "checkout", "-b", "branch")
    return built


def test_a_branch_that_touches_nothing_has_nothing_to_mend(branch: Project) -> None:
    assert run(branch).exit_code == 1
    assert seen(branch, "--changed", "main") == []


def test_only_what_a_branch_touches_is_checked(branch: Project) -> None:
    (branch.articles / "second.txt").write_text(LAUNCH, encoding="utf-8")
    before = seen(branch, "--changed", "main")
    assert [one[:2] for one in before] == [
        ("missing", "articles/second.txt"),
        ("duplicate", "articles/second.txt"),
    ]
    git(branch, "add", "-A")
    git(branch, "commit", "-m", "second")
    assert seen(branch, "--changed", "main") == before


def test_a_file_that_a_branch_adds_among_the_briefings_is_seen(branch: Project) -> None:
    (branch.briefings / "2001" / "evil.html").write_text("<script>")
    (branch.briefings / "2001" / "none.md").write_text("x")
    assert seen(branch, "--changed", "main") == [
        ("stray", "briefings/2001/evil.html", None),
        ("stray", "briefings/2001/none.md", None),
    ]


def rename_article(project: Project) -> None:
    git(project, "mv", "articles/meridian.txt", "articles/probe.txt")


def delete_article(project: Project) -> None:
    git(project, "rm", "articles/meridian.txt")


def redate_article(project: Project) -> None:
    (project.articles / "meridian.txt").write_text(
        f"---\npublished: 2001-01-01\n---\n{LAUNCH}", encoding="utf-8"
    )


def clash(project: Project) -> None:
    (project.articles / "Meridian.md").write_text(LAUNCH, encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (rename_article, {("missing", "articles/probe.txt"), ("stray", f"briefings/{PAGE}")}),
        (delete_article, {("stray", f"briefings/{PAGE}")}),
        (redate_article, {("missing", "articles/meridian.txt")}),
        (clash, {("slug", "articles/Meridian.md"), ("slug", "articles/meridian.txt")}),
    ],
)
def test_what_a_branch_renames_deletes_and_redates_is_followed(
    branch: Project, change: Callable[[Project], None], expected: set[tuple[str, str]]
) -> None:
    change(branch)
    git(branch, "add", "-A")
    git(branch, "commit", "-m", "change")
    assert {(kind, file) for kind, file, _ in seen(branch, "--changed", "main")} == expected
    assert expected <= {(kind, file) for kind, file, _ in seen(branch)}


@pytest.mark.parametrize(
    ("entry", "stale"),
    [
        ("  - {name: Mara J. Ellison, type: person, aliases: [Mara Ellison]}", {f"briefings/{PAGE}"}),
        ("  - {name: Nobody Here, type: person}", set()),
        ("  - {name: Ivo Lund, type: person}", {"briefings/2001/bridge.md"}),
    ],
)
def test_a_registry_edit_concerns_the_articles_that_have_the_name(
    branch: Project, entry: str, stale: set[str]
) -> None:
    with branch.registry_file.open("a", encoding="utf-8") as file:
        file.write(f"entities:\n{entry}\n")
    assert {file for kind, file, _ in seen(branch, "--changed", "main") if kind == "stale"} == stale


def test_an_outlet_that_is_renamed_concerns_the_articles_from_there(branch: Project) -> None:
    edit(branch.registry_file, "The Halden Courier", "Halden Courier")
    kinds = {file for kind, file, _ in seen(branch, "--changed", "main") if kind == "stale"}
    assert kinds == {f"briefings/{PAGE}", "briefings/2001/bridge.md"}


@pytest.mark.parametrize(
    ("file", "old", "new", "everything"),
    [
        ("templates/pages/briefing.md.j2", "## Source", "## The source", True),
        ("templates/pages/about.md.j2", "# About this archive", "# About us", False),
        ("briefing.yml", "quoted_share: 100", "quoted_share: 100\nkey_quotes: 0", True),
        ("briefing.yml", "quoted_share: 100", "quoted_share: 100\nnewest: 5", False),
    ],
)
def test_what_shapes_every_briefing_concerns_every_briefing(
    branch: Project, file: str, old: str, new: str, everything: bool
) -> None:
    edit(branch.root / file, old, new)
    stale = {one for kind, one, _ in seen(branch, "--changed", "main") if kind == "stale"}
    assert stale == ({f"briefings/{PAGE}", "briefings/2001/bridge.md"} if everything else set())


def test_a_branch_that_breaks_a_link_in_a_template_hears_of_it(branch: Project) -> None:
    edit(branch.page_templates[0] / "about.md.j2", "# About this archive", "# About [us](us.md)")
    assert [one[:2] for one in seen(branch, "--changed", "main")] == [("link", "briefings/about.md")]


def test_an_archive_below_the_top_of_its_repository_is_checked_alike(branch: Project) -> None:
    above = branch.root.parent
    subprocess.run(["git", "init", "-q", str(above)], check=True)  # noqa: S607
    subprocess.run(["rm", "-rf", str(branch.root / ".git")], check=True)  # noqa: S607
    upper = Project(above)
    git(upper, "add", "-A")
    git(upper, "commit", "-m", "all")
    git(upper, "branch", "base")
    delete_article(branch)
    assert seen(branch, "--changed", "base") == [("stray", f"briefings/{PAGE}", None)]
