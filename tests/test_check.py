"""`briefing check`: what a pull request must satisfy, for people, for GitHub and for programs."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.archive import Project
from generator.build import build
from generator.cli import main
from generator.errors import SourceError
from generator.findings import for_github, for_people
from tests.conftest import LAUNCH

PAGE = "undated/meridian.md"


def run(project: Project, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(project.root), "check", *arguments], catch_exceptions=False)


@pytest.fixture
def built(project: Project) -> Project:
    build(project)
    return project


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_good_archive_has_nothing_to_mend(built: Project) -> None:
    result = run(built)
    assert (result.exit_code, result.output) == (0, "Nothing to mend.\n")


def test_a_briefing_changed_by_hand_is_shown_with_what_differs(built: Project) -> None:
    edit(built.briefings / PAGE, "valves are safe", "valves are great")
    result = run(built)
    assert result.exit_code == 1
    assert result.output.startswith(f"briefings/{PAGE}\n  it is not what the generator makes\n")
    assert "-> “We will fly when the valves are great.”" in result.output
    assert (
        "“We will fly when the valves are great.…” does not stand there in articles/meridian.txt"
        in result.output
    )
    assert result.output.endswith("2 to mend.\n")


def test_a_missing_briefing_is_named(built: Project) -> None:
    (built.briefings / PAGE).unlink()
    assert "the briefing of articles/meridian.txt is missing" in run(built).output


def test_a_briefing_without_an_article_and_a_second_one_are_named(built: Project) -> None:
    (built.briefings / "2024").mkdir()
    (built.briefings / "2024" / "other.md").write_text("x")
    (built.briefings / "2024" / "meridian.md").write_text("x")
    output = run(built).output
    assert "briefings/2024/other.md\n  no article makes this briefing" in output
    assert f"briefings/{PAGE}\n  its article has another briefing already" in output


def test_a_date_in_the_future_is_not_plausible(project: Project) -> None:
    (project.articles / "meridian.txt").write_text(f"---\npublished: 9998-01-01\n---\n{LAUNCH}", "utf-8")
    build(project)
    assert "published: 9998-01-01 is in the future" in run(project).output


def test_all_faults_of_the_registry_are_findings_on_their_lines(built: Project) -> None:
    built.registry_file.write_text("entities:\n  - name: A\n    type: animal\n  - type: person\n")
    result = run(built, "--format", "json")
    assert result.exit_code == 1
    assert [(item["file"], item["line"]) for item in json.loads(result.output)] == [
        ("entities.yml", 3),
        ("entities.yml", 4),
    ]


def test_a_check_that_could_not_be_made_is_no_finding(built: Project) -> None:
    built.settings_file.write_text("model: no_such_model\n")
    assert run(built).exit_code == 2
    assert run(built, "--changed", "no-such-branch").exit_code == 2


def test_github_shows_a_finding_on_its_line() -> None:
    findings = [SourceError("articles/a,b.txt:3", "100% wrong\nindeed", "mend it")]
    assert for_github(findings) == "::error file=articles/a%2Cb.txt,line=3::100%25 wrong indeed; mend it\n"


def test_people_see_findings_by_file_and_no_control_characters() -> None:
    findings = [
        SourceError("a.txt:3", "wrong", "mend it"),
        SourceError("a.txt: title", "long", "cut it"),
        SourceError("b\x1b.txt", "empty", "fill it"),
    ]
    assert for_people(findings) == (
        "a.txt\n  3: wrong\n    → mend it\n  title: long\n    → cut it\n\n"
        "b\ufffd.txt\n  empty\n    → fill it\n"
    )


def git(project: Project, *arguments: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", "-C", str(project.root), *identity, *arguments], check=True, capture_output=True)  # noqa: S607


def test_only_what_a_branch_touches_is_checked(built: Project) -> None:
    git(built, "init")
    edit(built.briefings / PAGE, "valves are safe", "valves are great")  # wrong on main already
    git(built, "add", "-A")
    git(built, "commit", "-m", "all")
    git(built, "checkout", "-b", "branch")
    (built.articles / "second.txt").write_text(LAUNCH, encoding="utf-8")
    output = run(built, "--changed", "main").output
    assert "the briefing of articles/second.txt is missing" in output
    assert "meridian" not in output
    git(built, "add", "-A")
    git(built, "commit", "-m", "second")
    assert run(built, "--changed", "main").output == output
    built.registry_file.write_text("")  # concerns every briefing
    assert "meridian" in run(built, "--changed", "main").output
