"""The content security policy, in a real Chromium: the site works under it, and nothing else does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT
from tests.site.built import BRIEFING, PERSON, serving

KINDS = ("", BRIEFING, PERSON, "2024/", "timeline/", "people/", "names/", "quotations/", "about/", "404.html")
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""


@pytest.fixture
def watched(browser: Browser) -> Iterator[Page]:
    """A page that notes what the policy stops."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.add_init_script(WATCH)
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def stopped(page: Page) -> list[str]:
    told: list[str] = page.evaluate("violations")
    return told


@pytest.mark.parametrize("path", KINDS)
def test_every_kind_of_page_has_the_policy_first_and_needs_nothing_beyond(
    watched: Page, demo: str, path: str
) -> None:
    watched.goto(demo + path, wait_until="networkidle")
    assert watched.evaluate("document.head.firstElementChild.httpEquiv") == "Content-Security-Policy"
    assert "unsafe-inline" not in watched.evaluate("document.head.firstElementChild.content")
    assert stopped(watched) == []


def test_search_facets_scheme_and_copying_work_under_it(watched: Page, demo: str) -> None:
    watched.goto(demo)
    watched.keyboard.press("/")
    watched.locator(".archive-modal input").fill("column")
    expect(watched.locator(".archive-modal .found").first).to_be_visible()
    assert stopped(watched) == []
    watched.goto(f"{demo}search/?q=satellite")
    watched.locator("details.facet[data-facet=outlet] > summary").click()
    watched.get_by_label(re.compile("^Tarn Daily Star")).check()
    expect(watched.locator(".found-briefings .found")).to_have_count(1)
    assert stopped(watched) == []
    watched.goto(demo + BRIEFING)
    watched.locator("summary", has_text="BibTeX").click()
    watched.get_by_role("button", name="Copy BibTeX").click()
    expect(watched.get_by_role("button", name="Copied")).to_be_visible()
    assert stopped(watched) == []


def test_the_chosen_scheme_is_kept_from_page_to_page(watched: Page, demo: str) -> None:
    watched.emulate_media(color_scheme="light")
    watched.goto(demo)
    watched.get_by_title("Switch to dark").click()
    expect(watched.locator("body")).to_have_attribute("data-md-color-scheme", "night")
    watched.goto(demo + BRIEFING)
    expect(watched.locator("body")).to_have_attribute("data-md-color-scheme", "night")
    assert stopped(watched) == []


INTRUDERS = {
    "a script in the page": ("<script>window.ran = true</script>", "script-src-elem"),
    "a handler": ('<img src="x:" onerror="window.ran = true">', "script-src-attr"),
    "a script from elsewhere": ('<script src="http://127.0.0.2:9/x.js"></script>', "script-src-elem"),
    "a frame": ('<iframe src="about.html"></iframe>', "frame-src"),
    "a picture from elsewhere": ('<img src="http://127.0.0.2:9/x.png">', "img-src"),
    "a style": ("<style>body { display: none }</style>", "style-src-elem"),
    "an address to count from": ('<base href="http://127.0.0.2:9/">', "base-uri"),
    "an object": ('<object data="about.html"></object>', "object-src"),
}


@pytest.mark.parametrize("name", INTRUDERS)
def test_what_a_page_should_not_have_is_stopped(watched: Page, tmp_path: Path, demo: str, name: str) -> None:
    """The page is the site's own; only what somebody managed to put into it is new."""
    markup, directive = INTRUDERS[name]
    watched.goto(demo + "about/")
    head = watched.evaluate("document.head.firstElementChild.outerHTML")
    (tmp_path / "about.html").write_text(f"<!doctype html><head>{head}</head><body>{markup}</body>")
    with serving(tmp_path) as address:
        watched.goto(f"{address}about.html", wait_until="load")
        for _ in range(100):  # Playwright's own waiting needs `eval`, which the policy stops too
            if watched.evaluate("violations.length || window.ran"):
                break
            watched.wait_for_timeout(50)
        assert not watched.evaluate("window.ran")
        assert any(told.startswith(directive) for told in stopped(watched)), stopped(watched)


def test_without_the_policy_the_script_would_run(watched: Page, tmp_path: Path) -> None:
    """So it is the policy that stops it."""
    (tmp_path / "page.html").write_text(f"<!doctype html>{INTRUDERS['a script in the page'][0]}")
    with serving(tmp_path) as address:
        watched.goto(f"{address}page.html")
        assert watched.evaluate("window.ran")


def test_the_documented_header_is_the_policy_of_the_pages() -> None:
    policy = (ROOT / "templates" / "theme" / "partials" / "policy.html").read_text(encoding="utf-8")
    told = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
    headers = re.findall(r"Content-Security-Policy:? \"?([^\"\n]+?)\"?(?: always)?;?\n", told)
    assert len(headers) >= 2
    assert {header.rstrip(";") for header in headers} == {f"{policy}; frame-ancestors 'none'"}
