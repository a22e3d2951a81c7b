"""The workflows that strangers' pull requests set going: what they may do, and what they run."""

from __future__ import annotations

import os
import re
import subprocess
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

OWN = ROOT / ".github" / "workflows"
STARTER = ROOT / "templates" / "starter" / "dot_github" / "workflows"
WORKFLOWS = [*sorted(OWN.glob("*.yml")), *sorted(STARTER.glob("*.yml"))]
MAY_WRITE = {
    ("bot.yml", "commit"): {"contents": "write"},
    ("publish.yml", "deploy"): {"pages": "write", "id-token": "write"},
}


def read(path: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_job_has_the_rights_it_needs_and_no_others(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        assert job["permissions"] == MAY_WRITE.get((path.name, name), {"contents": "read"})
        assert job["timeout-minutes"] <= 60


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_workflow_gives_a_pull_request_rights_or_secrets(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(
        r"^\s*(?:pull_request_target|workflow_run):|\$\{\{[^}]*\bsecrets\b", text, re.MULTILINE
    )
    events = read(path)[True]  # YAML 1.1 takes "on" for true
    if "pull_request" in events:
        writing = [key for key in MAY_WRITE if key[0] == path.name]
        assert writing == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit_and_keep_no_token(path: Path) -> None:
    for job in read(path)["jobs"].values():
        for step in job["steps"]:
            if "uses" in step:
                assert re.fullmatch(r"actions/[a-z/-]+@[0-9a-f]{40}", step["uses"])
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("folder", [OWN, STARTER], ids=["own", "starter"])
def test_the_job_that_may_write_to_main_runs_nothing_but_git(folder: Path) -> None:
    job = read(folder / "bot.yml")["jobs"]["commit"]
    script = "\n".join(step.get("run", "") for step in job["steps"]).replace("\\\n", " ")
    assert {line.split()[0] for line in script.splitlines() if line.strip()} == {"#", "git"}
    assert "--include='briefings/*' --include=addresses.yml --exclude='*'" in script


@pytest.mark.parametrize("folder", [OWN, STARTER], ids=["own", "starter"])
def test_an_article_that_cannot_be_used_is_told_and_the_others_are_published(folder: Path) -> None:
    jobs = read(folder / "publish.yml")["jobs"]
    script = "\n".join(step.get("run", "") for step in jobs["build"]["steps"])
    assert "briefing build 2> faults.txt ||" in script
    assert "--strict" not in script
    assert "make site" not in script
    assert jobs["deploy"]["needs"] == "build"
    assert jobs["report"]["needs"] == ["build", "deploy"]


@pytest.mark.parametrize("folder", [OWN, STARTER], ids=["own", "starter"])
def test_a_push_to_main_that_came_too_late_is_tried_again(folder: Path, tmp_path: Path) -> None:
    job = read(folder / "bot.yml")["jobs"]["commit"]
    script = next(step["run"] for step in job["steps"] if "push" in step.get("run", ""))
    git = partial(subprocess.run, check=True, capture_output=True)
    git(["git", "init", "--bare", "-b", "main", "there"], cwd=tmp_path)
    for name in ("bot", "other"):
        git(["git", "clone", "there", name], cwd=tmp_path)
        git(["git", "config", "user.email", "a@example.org"], cwd=tmp_path / name)
        git(["git", "config", "user.name", "A"], cwd=tmp_path / name)
    commit(tmp_path / "other", "README.md")
    git(["git", "push", "origin", "HEAD:main"], cwd=tmp_path / "other")
    git(["git", "pull", "origin", "main"], cwd=tmp_path / "bot")
    (tmp_path / "bot" / "briefings").mkdir()
    (tmp_path / "bot" / "briefings" / "a.md").write_text("made\n", encoding="utf-8")
    git(["git", "add", "--intent-to-add", "briefings"], cwd=tmp_path / "bot")
    patch = git(["git", "diff", "--binary", "--", "briefings"], cwd=tmp_path / "bot").stdout
    (tmp_path / "patch").write_bytes(patch)
    git(["git", "reset", "--hard"], cwd=tmp_path / "bot")
    commit(tmp_path / "other", "news.md")
    git(["git", "push", "origin", "HEAD:main"], cwd=tmp_path / "other")
    surroundings = os.environ | {"PATCH": str(tmp_path / "patch"), "TOKEN": "none"}
    git(["bash", "-e", "-c", script], cwd=tmp_path / "bot", env=surroundings)
    listed = git(["git", "ls-tree", "-r", "--name-only", "main"], cwd=tmp_path / "there").stdout
    assert listed.decode().split() == ["README.md", "briefings/a.md", "news.md"]


def commit(folder: Path, name: str) -> None:
    (folder / name).write_text(f"{name}\n", encoding="utf-8")
    subprocess.run(["git", "add", name], cwd=folder, check=True, capture_output=True)  # noqa: S607
    subprocess.run(["git", "commit", "-m", name], cwd=folder, check=True, capture_output=True)  # noqa: S607
