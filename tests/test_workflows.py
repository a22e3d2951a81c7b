"""The workflows that strangers' pull requests set going: what they may do, and what they run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
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


def test_the_job_that_may_write_to_main_runs_nothing_but_git() -> None:
    job = read(ROOT / ".github" / "workflows" / "bot.yml")["jobs"]["commit"]
    script = "\n".join(step.get("run", "") for step in job["steps"]).replace("\\\n", " ")
    assert {line.split()[0] for line in script.splitlines() if line.strip()} == {"git"}
    assert "--include='briefings/*' --exclude='*'" in script
