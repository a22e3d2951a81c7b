"""The same `mkdocs.yml` builds with what may follow MkDocs; missing there is only what a plugin adds."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.archive import Project
from generator.pipeline.refresh import refresh_archive
from tests.conftest import LAUNCH
from tests.site.built import Page, site_of

PAGE = "undated/meridian/index.html"


def needs(module: str) -> pytest.MarkDecorator:
    missing = importlib.util.find_spec(module) is None
    return pytest.mark.skipif(missing, reason=f"{module} is not installed")


def pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def run(project: Project, *command: str) -> None:
    line = [sys.executable, "-m", *command]
    done = subprocess.run(line, check=False, cwd=project.root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def archive(project: Project) -> Project:
    """Two briefings, so that a name has a page of its own."""
    (project.articles / "second.txt").write_text(LAUNCH, encoding="utf-8")
    refresh_archive(project)
    return project


@needs("properdocs")
def test_properdocs_builds_all_that_mkdocs_builds(archive: Project) -> None:
    expected = pages(site_of(archive))
    run(archive, "properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", "other")
    other = archive.root / "other"
    assert pages(other) == expected
    assert (other / "search" / "index" / "head.json").is_file()
    assert (other / "feed.xml").is_file()
    assert (other / PAGE).read_text(encoding="utf-8").count('id="related"') == 1


@needs("zensical")
def test_zensical_has_every_page_with_its_words_and_links(archive: Project) -> None:
    expected = pages(site_of(archive))
    run(archive, "zensical", "build", "--strict", "-f", "mkdocs.yml")
    site = archive.root / "site"
    assert pages(site) >= expected
    text = (site / PAGE).read_text(encoding="utf-8")
    assert "We will fly when the valves are safe." in text
    assert 'id="quote-1"' in text
    assert "assets/archive.css" in text
    links = [link for link in Page(site / PAGE).links if "mara-ellison" in link]
    assert links
    assert all(re.fullmatch(r"\.\./\.\./people/a-z/e/#mara-ellison", link) for link in links)
    assert 'id="mara-ellison"' in (site / "people" / "a-z" / "e" / "index.html").read_text(encoding="utf-8")
