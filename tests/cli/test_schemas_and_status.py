"""What helps every day: schemas that editors complete by, and one screen that tells what is waiting."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from generator.archive import Project, Settings
from generator.cli import main
from generator.pipeline import refresh_archive
from generator.sources.header import Header
from generator.sources.registry import _FIELDS
from tests.conftest import LAUNCH, ROOT

SCHEMAS = ROOT / "docs" / "schemas"


def run(*arguments: str) -> str:
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def schema(kind: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SCHEMAS / f"{kind}.schema.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("kind", ["article", "entities", "settings"])
def test_the_published_schemas_are_those_of_this_version(kind: str) -> None:
    assert (SCHEMAS / f"{kind}.schema.json").read_text("utf-8") == run("schema", kind)


def test_the_schemas_have_every_field_that_is_read() -> None:
    assert set(schema("article")["properties"]) == set(Header.model_fields)
    assert set(schema("settings")["properties"]) == set(Settings.model_fields)
    entry = schema("entities")["properties"]["entities"]["items"]
    assert set(entry["properties"]) == set(_FIELDS)


@pytest.mark.parametrize(
    ("kind", "text", "valid"),
    [
        ("settings", "key_quotes: 2", True),
        ("settings", "# nothing", True),
        ("settings", "key_quotes: 99", False),
        ("settings", "colour: red", False),
        ("entities", (ROOT / "entities.yml").read_text("utf-8"), True),
        ("entities", "entities: [{name: A, type: animal}]", False),
        ("entities", "entities: [{name: A}]", False),
        ("article", "title: A\npublished: '2024-03-14'", True),
        ("article", "date: '2024-03-14'", False),
        ("article", "corrections: {quotes: {drop: [We will fly]}}", True),
        ("article", "corrections: {quotes: {delete: [We will fly]}}", False),
    ],
)
def test_an_editor_accepts_and_refuses_what_the_program_does(kind: str, text: str, valid: bool) -> None:
    checker = jsonschema.Draft202012Validator(schema(kind))
    assert checker.is_valid(yaml.safe_load(text)) == valid


def test_status_tells_what_waits_and_the_command_that_goes_on(project: Project) -> None:
    folder = project.articles
    assert run("-C", str(project.root), "status") == (
        "1 articles, 0 briefings\n1 have no briefing yet: articles/meridian.txt\n  → briefing build\n"
    )
    refresh_archive(project)
    (folder / "corona.txt").write_text(LAUNCH.replace("Meridian", "Corona"), "utf-8")
    (folder / "empty.txt").write_text("", "utf-8")
    (folder / "meridian.txt").write_text(LAUNCH.replace("spring", "autumn"), "utf-8")
    before = {path: path.read_bytes() for path in Path(project.briefings).rglob("*.md")}
    told = run("-C", str(project.root), "status")
    assert told.splitlines()[:7] == [
        "3 articles, 1 briefings",
        "1 cannot be used: articles/empty.txt",
        "  → briefing check tells why",
        "1 have no briefing yet: articles/corona.txt",
        "  → briefing build",
        "1 have a briefing that is out of date: articles/meridian.txt",
        "  → briefing build",
    ]
    assert re.search(r"^newest: Orbital agency delays Meridian launch \(undated\)$", told, re.MULTILINE)
    assert {path: path.read_bytes() for path in Path(project.briefings).rglob("*.md")} == before
