"""What the tests share: a small archive in a temporary folder, and the pages it is made with."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import settings

from evaluation.parsed import parses_fresh, parses_kept
from generator.archive import Project

# Speed is judged in benchmarks: a busy machine must not fail a property.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

ROOT = Path(__file__).parent.parent

LAUNCH = """Orbital agency delays Meridian launch

The Halden Space Agency has delayed the launch of its Meridian probe until spring, officials said on Monday.

Mara Ellison, the director of the Halden Space Agency, told reporters: “We will fly when the valves are safe.”

The probe was built by Corvane Systems. It is to study the moons of a distant planet for six years.

source: halden-courier.example
"""
"""A made-up article about made-up people and bodies."""


GOOD = (
    "Harbour opens\n\nThe Ministry of Works in Tarn has opened the harbour at Pell on Friday after two years."
)
"""Another article that is read without complaint."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Set the marks that follow from what a test is: see the markers in pyproject.toml."""
    for item in items:
        if item.get_closest_marker("hypothesis"):
            item.add_marker("property")
        if item.path.parent == ROOT / "tests" / "site":
            item.add_marker("site")


@pytest.fixture(scope="session", autouse=True)
def _kept_parses() -> Iterator[None]:
    """No text is parsed twice, in this run or the next."""
    with parses_kept():
        yield


@pytest.fixture(autouse=True)
def _fresh_parses(request: pytest.FixtureRequest) -> Iterator[None]:
    """The texts that Hypothesis makes up are not kept."""
    with parses_fresh() if request.node.get_closest_marker("hypothesis") else nullcontext():
        yield


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An archive with one made-up article, not built yet."""
    return make_project(tmp_path)


def make_project(folder: Path) -> Project:
    """An archive with one made-up article in `folder`."""
    root = folder / "archive"
    for name in ("articles", "briefings"):
        (root / name).mkdir(parents=True)
    shutil.copytree(ROOT / "templates", root / "templates")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copy(ROOT / "briefings" / ".gitignore", root / "briefings")
    (root / "entities.yml").write_text(
        "outlets:\n  halden-courier.example: The Halden Courier\n", encoding="utf-8"
    )
    # The made-up article is so short that hardly anything could be quoted.
    (root / "briefing.yml").write_text("quoted_share: 100\n", encoding="utf-8")
    (root / "articles" / "meridian.txt").write_text(LAUNCH, encoding="utf-8")
    return Project(root)


def tree(folder: Path) -> dict[str, bytes]:
    """All files of a folder with their bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
