"""The sites of the archive and of the demo, and a real Chromium to read them with.

A test that asks for a browser is marked `browser`, and skipped where Chromium is missing.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import ROOT
from tests.site.built import housed, serving

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
REQUIRED = os.environ.get("BRIEFING_BROWSER") == "required"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = pytest.mark.skipif(not CHROMIUM and not REQUIRED, reason="Chromium is not installed")
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
            item.add_marker(missing)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real archive's site."""
    root = tmp_path_factory.mktemp("real")
    for part in ("articles", "briefings", "templates"):
        shutil.copytree(ROOT / part, root / part)
    for part in ("mkdocs.yml", "entities.yml", "briefing.yml"):
        shutil.copy(ROOT / part, root / part)
    with serving(housed(root)) as address:
        yield f"{address}archive/"


@pytest.fixture(scope="module")
def demo_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds the demo's site."""
    root = tmp_path_factory.mktemp("demo")
    shutil.copytree(ROOT / "templates", root / "templates")
    shutil.copytree(ROOT / "examples" / "demo" / "articles", root / "articles")
    (root / "briefings").mkdir()
    shutil.copy(ROOT / "examples" / "demo" / "entities.yml", root)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return housed(root)


@pytest.fixture(scope="module")
def demo(demo_house: Path) -> Iterator[str]:
    """The address of the demo's site."""
    with serving(demo_house) as address:
        yield f"{address}archive/"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test if it asks for anything from elsewhere, misses a file, or has an error."""
    context = browser.new_context()
    context.set_default_timeout(15_000)
    page = context.new_page()
    faults: list[str] = []
    page.on("request", lambda asked: None if "//127.0.0.1:" in asked.url else faults.append(asked.url))
    page.on("response", lambda got: faults.append(got.url) if got.status >= 400 else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    assert [fault for fault in faults if not fault.startswith(("data:", "blob:"))] == []
    context.close()
