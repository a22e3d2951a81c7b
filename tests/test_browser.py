"""What a reader does, in a real Chromium."""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from generator.archive import Project
from tests.conftest import ROOT
from tests.test_site import site_of

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
REQUIRED = os.environ.get("BRIEFING_BROWSER") == "required"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM and not REQUIRED, reason="Chromium is not installed"),
]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Tests need no access log."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port, and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real archive's site, built and served under a sub-path."""
    root = tmp_path_factory.mktemp("real")
    for part in ("articles", "briefings", "templates"):
        shutil.copytree(ROOT / part, root / part)
    for part in ("mkdocs.yml", "entities.yml"):
        shutil.copy(ROOT / part, root / part)
    site = site_of(Project(root))
    served = root / "served"
    served.mkdir()
    site.rename(served / "archive")
    with serving(served) as address:
        yield f"{address}archive/"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that fails the test if it asks for anything from elsewhere or reports an error."""
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on(
        "request", lambda request: None if request.url.startswith(address) else faults.append(request.url)
    )
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    assert [fault for fault in faults if not fault.startswith(("data:", "blob:"))] == []
    context.close()


def test_a_reader_searches_for_a_word_of_a_quotation_and_finds_it(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("Beidou")
    page.locator(".md-search-result__link", has_text="Russia threatens").first.click()
    expect(page).to_have_url(re.compile("/undated/russia-threatens-to-abandon-nasa-on-iss/"))
    quote = page.locator("blockquote", has_text="Co-operation between Glonass and Beidou")
    expect(quote).to_be_visible()
    expect(page.locator("blockquote:has-text('Beidou') + .speaker")).to_have_text(
        "— Dmitry Rogozin, the head of Roscosmos"
    )


def test_a_reader_goes_from_home_to_a_person_and_back_to_the_briefing(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Zhou Jianping").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Zhou Jianping")
    expect(page.locator("blockquote")).to_contain_text("We would actively promote")
    page.locator(".speaker a").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Russia threatens to abandon NASA")


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_scrolls_sideways_and_the_words_stand_out(
    browser: Browser, address: str, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    for path in (
        "",
        "undated/russia-threatens-to-abandon-nasa-on-iss/",
        "organisations/roscosmos/",
        "timeline/",
    ):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        light = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 248, 242)"
        assert light == (scheme == "light")
    context.close()


def test_the_pages_can_be_read_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}undated/russia-threatens-to-abandon-nasa-on-iss/")
    expect(page.locator("blockquote").first).to_contain_text("Considering the strategic nature")
    page.get_by_role("link", name="Roscosmos").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Roscosmos")
    context.close()
