"""`briefing check`: what a pull request must satisfy, for people, for GitHub and for programs."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generator.archive import Project
from generator.build import build
from generator.cli import main
from generator.errors import SourceError
from generator.findings import KINDS, Finding, for_github, for_people, of_error
from tests.conftest import LAUNCH, ROOT

PAGE = "undated/meridian.md"

HARBOUR = """---
title: Harbour bridge to close
published: 2031-03-12
url: https://halden-courier.example/2031/03/12/bridge
---
The old harbour bridge in Pell will be closed for a year from May, the town council decided on Tuesday.

Ivo Lund, the mayor of Pell, told reporters: “We cannot send one more bus across those rusty beams.”

A ferry is to carry pupils and workers across the water until the new bridge has been opened.
"""
"""A second made-up article, about made-up people and places."""


def run(project: Project, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(project.root), "check", *arguments], catch_exceptions=False)


def findings(project: Project, *arguments: str) -> list[dict[str, Any]]:
    """What a program sees, in short."""
    found: list[dict[str, Any]] = json.loads(run(project, *arguments, "--format", "json").stdout)
    return found


def seen(project: Project, *arguments: str) -> list[tuple[str, str, int | None]]:
    return [(one["kind"], one["file"], one["line"]) for one in findings(project, *arguments)]


@pytest.fixture
def built(project: Project) -> Project:
    build(project)
    return project


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def article(project: Project, text: str, name: str = "bridge.md") -> None:
    (project.articles / name).write_text(text, encoding="utf-8")
    build(project)


def test_a_good_archive_has_nothing_to_mend(built: Project) -> None:
    article(built, HARBOUR.replace("2031", "2001"))
    result = run(built)
    assert (result.exit_code, result.output) == (0, "Nothing to mend.\n")
    assert run(built, "--format", "json").output == "[]\n"
    assert run(built, "--format", "github").output == ""


def test_a_briefing_changed_by_hand_is_shown_with_what_differs_and_what_mends_it(built: Project) -> None:
    edit(built.briefings / PAGE, "valves are safe", "valves are great")
    result = run(built)
    assert result.exit_code == 1
    assert result.output.startswith(f"briefings/{PAGE}\n  line ")
    assert "-> “We will fly when the valves are great.”" in result.output
    assert "+> “We will fly when the valves are safe.”" in result.output
    assert "“We will fly when the valves are great.” does not stand in articles/meridian.txt" in result.output
    assert "    $ briefing build articles/meridian.txt\n" in result.output
    assert result.output.endswith("\n2 to mend.\n")
    assert seen(built) == [
        ("stale", f"briefings/{PAGE}", line_of(built, "      - text: We will fly")),
        ("verbatim", f"briefings/{PAGE}", line_of(built, "      - text: We will fly")),
    ]
    mended = CliRunner().invoke(main, ["-C", str(built.root), "build", "articles/meridian.txt"])
    assert mended.exit_code == 0
    assert run(built).exit_code == 0


def line_of(project: Project, start: str, path: str = PAGE) -> int:
    lines = (project.briefings / path).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(start))


def test_a_plain_build_mends_what_was_changed_by_hand_where_it_was_made(built: Project) -> None:
    before = (built.briefings / PAGE).read_bytes()
    edit(built.briefings / PAGE, "speaker: Mara Ellison", "speaker: Ivo Lund")
    build(built)
    assert (built.briefings / PAGE).read_bytes() == before


def test_a_briefing_with_other_line_ends_is_not_the_one_that_is_made(built: Project) -> None:
    page = built.briefings / PAGE
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert findings(built)[0]["details"] == ["only the ends of its lines differ"]


def test_a_missing_briefing_is_told_beside_its_article(built: Project) -> None:
    (built.briefings / PAGE).unlink()
    assert seen(built) == [("missing", "articles/meridian.txt", None)]
    assert f"the briefing briefings/{PAGE} is missing" in run(built).output


def test_a_briefing_without_an_article_and_a_second_one_are_named(built: Project) -> None:
    (built.briefings / "2024").mkdir()
    (built.briefings / "2024" / "other.md").write_text("x")
    (built.briefings / "2024" / "meridian.md").write_text("x")
    output = run(built).output
    assert "briefings/2024/other.md\n  no article makes this briefing" in output
    assert f"briefings/{PAGE}\n  its article has another briefing" in output


@pytest.mark.parametrize("name", ["undated/script.js", "extra.md", "people/page.html", "assets/x.svg"])
def test_a_file_that_would_be_published_as_it_is_does_not_belong_there(built: Project, name: str) -> None:
    (built.briefings / name).parent.mkdir(exist_ok=True)
    (built.briefings / name).write_text("x")
    assert seen(built) == [("stray", f"briefings/{name}", None)]
    assert f"$ git rm -f -- briefings/{name}" in run(built).output


def test_a_link_to_another_folder_does_not_belong_among_the_briefings(built: Project) -> None:
    (built.briefings / "undated" / "more").symlink_to(built.articles, target_is_directory=True)
    assert ("stray", "briefings/undated/more", None) in seen(built)


def test_front_matter_that_breaks_the_schema_is_told_on_its_line(built: Project) -> None:
    edit(built.briefings / PAGE, "mentions: 2", "mentions: often")
    schema = [one for one in findings(built) if one["kind"] == "schema"]
    assert [(one["field"], one["line"]) for one in schema] == [
        ("entities.organisation.0.mentions", line_of(built, "      mentions: often"))
    ]


@pytest.mark.parametrize(
    ("day", "problem", "hint"),
    [
        ("9998-01-01", "9998-01-01 is in the future", False),
        ("1024-03-12", "1024-03-12 is before there were newspapers", False),
        ("1870-03-12", "1870-03-12 is long ago", True),
        ("1970-01-01", "1970-01-01 is what computers say when they know no date", True),
        ("2001-03-21", "2001-03-21 is not the day in the article's address (2001-03-12)", True),
        ("2001-03-13", None, False),
    ],
)
def test_a_date_must_be_plausible(project: Project, day: str, problem: str | None, hint: bool) -> None:
    address = "https://halden-courier.example/2001/03/12/bridge" if day.startswith("2001") else ""
    article(project, f"---\ntitle: Bridge\npublished: {day}\nurl: {address}\n---\n{LAUNCH}", "meridian.txt")
    found = [(one["problem"], one["line"], one["hint"]) for one in findings(project)]
    assert found == ([(problem, 3, hint)] if problem else [])
    assert run(project).exit_code == int(bool(problem) and not hint)


def test_a_hint_alone_fails_no_check(project: Project) -> None:
    article(project, f"---\npublished: 1870-03-12\n---\n{LAUNCH}", "meridian.txt")
    result = run(project)
    assert result.exit_code == 0
    assert "line 2, published: hint: 1870-03-12 is long ago" in result.output
    assert result.output.endswith("Nothing to mend, and 1 hint.\n")


def test_the_bound_on_quotations_holds_for_editors_too(built: Project) -> None:
    built.settings_file.write_text("quoted_share: 10\n")
    sentences = [line for line in LAUNCH.split("\n\n")[1:4] if "“" not in line]
    chosen = "".join(f"    - {line}\n" for line in sentences)
    article(built, f"---\ncorrections:\n  summary:\n{chosen}---\n{LAUNCH}", "meridian.txt")
    found = findings(built)
    assert [(one["kind"], one["line"], one["field"]) for one in found] == [("budget", 2, "corrections")]
    assert re.fullmatch(r"the briefing quotes \d+ of its \d+ words, and may quote \d", found[0]["problem"])


def test_two_articles_of_one_address_are_both_named(built: Project) -> None:
    (built.articles / "2001").mkdir()
    (built.articles / "2001" / "Meridian.md").write_text(LAUNCH, encoding="utf-8")
    assert [one for one in seen(built) if one[0] == "slug"] == [
        ("slug", "articles/2001/Meridian.md", None),
        ("slug", "articles/meridian.txt", None),
    ]


def test_a_story_that_is_there_twice_is_named_as_a_hint(built: Project) -> None:
    article(built, LAUNCH.replace("Orbital agency delays", "Agency puts off"), "wire.txt")
    found = findings(built)
    assert [(one["kind"], one["file"], one["hint"]) for one in found] == [
        ("duplicate", "articles/wire.txt", True)
    ]
    assert "the archive has this story: articles/meridian.txt (" in found[0]["problem"]
    assert run(built).exit_code == 0


def test_two_articles_with_one_web_address_are_named(project: Project) -> None:
    article(project, HARBOUR.replace("2031", "2001"))
    text = f"---\ntitle: Meridian\nurl: https://halden-courier.example/2001/03/12/bridge\n---\n{LAUNCH}"
    article(project, text, "meridian.txt")
    assert [(one["file"], one["field"], one["line"]) for one in findings(project)] == [
        ("articles/meridian.txt", "url", 3)
    ]


def test_an_article_that_cannot_be_read_is_named_with_each_field_on_its_line(built: Project) -> None:
    text = f"---\ntitle: A\npublished: soon\ncolour: red\n---\n{LAUNCH}"
    (built.articles / "meridian.txt").write_text(text, encoding="utf-8")
    assert [(one["kind"], one["field"], one["line"]) for one in findings(built)] == [
        ("article", "published", 3),
        ("article", "colour", 4),
    ]


def test_a_correction_that_does_not_apply_is_told_on_its_line(built: Project) -> None:
    text = f"---\ncorrections:\n  quotes:\n    drop:\n      - We will fly\n      - Never said\n---\n{LAUNCH}"
    (built.articles / "meridian.txt").write_text(text, encoding="utf-8")
    assert [(one["kind"], one["field"], one["line"]) for one in findings(built)] == [
        ("correction", "corrections.quotes.drop.1", 6)
    ]


def test_a_template_with_a_link_that_leads_nowhere_is_found(built: Project) -> None:
    edit(
        built.page_templates / "about.md.j2",
        "## To take away",
        "[a](nowhere.md) [b](index.md#no)\n[c](ftp:x)",
    )
    assert sorted(one["problem"] for one in findings(built)) == [
        "the link to ftp:x leads nowhere: it is no web address",
        "the link to index.md#no leads nowhere: the page has no such anchor",
        "the link to nowhere.md leads nowhere: there is no such page",
    ]


def test_a_template_that_cannot_be_used_is_a_finding(built: Project) -> None:
    (built.page_templates / "briefing.md.j2").write_text("{{ nothing")
    assert seen(built)[0][:2] == ("template", "templates/pages/briefing.md.j2")


def test_all_faults_of_the_registry_are_findings_on_their_lines(built: Project) -> None:
    built.registry_file.write_text("entities:\n  - name: A\n    type: animal\n  - type: person\n")
    assert run(built).exit_code == 1
    assert seen(built) == [("registry", "entities.yml", 3), ("registry", "entities.yml", 4)]


CONTRADICTIONS = """entities:
  - name: Mara Ellison
    type: person
    wikidata: Q42
    not: [Mara Ellison]
  - name: Corvane Systems
    type: organisation
    wikidata: Q42
  - name: CORVANE, Systems
    type: organisation
"""


def test_a_registry_that_contradicts_itself_is_told(project: Project) -> None:
    project.registry_file.write_text(CONTRADICTIONS)
    build(project)
    found = [(one["line"], one["problem"]) for one in findings(project) if one["kind"] == "registry"]
    assert found == [
        (2, "“Mara Ellison” is a name of “Mara Ellison”, and stands under its “not”"),
        (6, "Q42 is the Wikidata item of “Mara Ellison” (line 2), too"),
        (9, "“CORVANE, Systems” would have the same page as “Corvane Systems” (line 6)"),
    ]


def test_curated_names_that_no_briefing_has_are_a_hint(project: Project) -> None:
    project.registry_file.write_text(
        "entities:\n  - {name: Mara Ellison, type: person}\n  - {name: Ivo Lund, type: person}\n"
    )
    build(project)
    assert [(one["problem"], one["hint"]) for one in findings(project)] == [
        ("no briefing names Ivo Lund", True)
    ]


def test_a_bad_setting_is_a_finding(built: Project) -> None:
    built.settings_file.write_text("colour: red\n")
    assert seen(built) == [("settings", "briefing.yml", None)]


def test_a_check_that_could_not_be_made_is_no_finding(built: Project) -> None:
    built.settings_file.write_text("model: no_such_model\n")
    assert run(built).exit_code == 2
    assert run(built, "--changed", "no-such-branch").exit_code == 2
    assert run(built, "--changed", "--output=x").exit_code == 2


def test_nothing_is_analysed_twice_to_prove_it(built: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(built).exit_code == 0

    def broken(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("generator.briefer.Briefer.brief", broken)
    assert run(built).exit_code == 0


# For GitHub and for people


@pytest.mark.parametrize("hint", [False, True])
def test_github_shows_a_finding_on_its_line(hint: bool) -> None:
    finding = Finding(
        kind="date", file="articles/a,b: c.txt", line=3, field="published", problem="100% wrong\nindeed",
        remedy="mend it", command="briefing build", hint=hint,
    )  # fmt: skip
    level = "warning" if hint else "error"
    assert for_github([finding]) == (
        f"::{level} file=articles/a%2Cb%3A c.txt,line=3,title=date::"
        "published: 100%25 wrong%0Aindeed%0A→ mend it%0A$ briefing build\n"
    )


@given(st.text(), st.text())
def test_nothing_that_a_finding_says_can_end_its_annotation(file: str, problem: str) -> None:
    shown = for_github([Finding(kind="article", file=file, problem=problem, remedy="mend it")])
    assert shown.count("\n") == 1
    properties, _, message = shown.removeprefix("::error ").partition("::")
    assert [part.partition("=")[0] for part in properties.split(",")] == ["file", "line", "title"]
    assert not re.search(r"[\r\n\x1b\x9b]|%(?!25|0D|0A|3A|2C)", (properties + message).rstrip("\n"))


def test_people_see_findings_by_file_and_no_control_characters() -> None:
    errors = [
        SourceError("a.txt:3", "wrong", "mend it"),
        SourceError("a.txt: title", "long", "cut it"),
        SourceError("b\x1b.txt", "empty", "fill it"),
    ]
    assert for_people([one for error in errors for one in of_error(error)]) == (
        "a.txt\n  line 3: wrong\n    → mend it\n    $ briefing build\n"
        "  title: long\n    → cut it\n    $ briefing build\n\n"
        "b\ufffd.txt\n  empty\n    → fill it\n    $ briefing build\n"
    )


def test_every_kind_of_finding_is_documented_and_tested() -> None:
    page = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")
    own = Path(__file__).read_text(encoding="utf-8")
    for kind, meaning in KINDS.items():
        assert f"| `{kind}` | {meaning} |" in page
        assert f'"{kind}"' in own, kind


# Only what a branch touches


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
    edit(branch.page_templates / "about.md.j2", "# About this archive", "# About [us](us.md)")
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
