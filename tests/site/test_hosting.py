"""Below a path of a host and opened as files: old addresses lead on, and pages are read and searched."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.archive import Project
from generator.pipeline import refresh_archive
from tests.conftest import make_project
from tests.site.built import housed, serving


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds, as `archive`, the site of an archive whose one article was renamed."""
    project: Project = make_project(tmp_path_factory.mktemp("moved"))
    refresh_archive(project)
    (project.articles / "meridian.txt").rename(project.articles / "probe-delayed.txt")
    refresh_archive(project)
    return housed(project.root)


def test_an_old_address_below_a_path_leads_to_the_page_of_today(house: Path, page: Page) -> None:
    with serving(house) as address:
        page.goto(f"{address}archive/undated/meridian/")
        page.wait_for_url(f"{address}archive/undated/probe-delayed/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Orbital agency delays Meridian launch")


def test_a_site_below_a_path_is_searched(house: Path, page: Page) -> None:
    with serving(house) as address:
        page.goto(f"{address}archive/search/?q=valves")
        expect(page.get_by_role("link", name="Orbital agency delays Meridian launch").first).to_be_visible()


def test_a_folder_opened_as_files_is_read_and_says_why_it_cannot_be_searched(
    house: Path, browser: Browser
) -> None:
    page = browser.new_context().new_page()
    page.goto((house / "archive" / "undated" / "probe-delayed" / "index.html").as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text("Orbital agency delays Meridian launch")
    expect(page.locator("blockquote").first).to_contain_text("We will fly when the valves are safe.")
    page.goto((house / "archive" / "search" / "index.html").as_uri())
    expect(page.get_by_text("no page that is opened as a file")).to_be_visible()
