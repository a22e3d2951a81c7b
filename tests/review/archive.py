"""An archive to check, and how the tests put what `briefing check` finds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from generator.archive import Project
from generator.cli import main
from generator.pipeline.refresh import refresh_archive

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


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def article(project: Project, text: str, name: str = "bridge.md") -> None:
    (project.articles / name).write_text(text, encoding="utf-8")
    refresh_archive(project)
