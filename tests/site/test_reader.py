"""What a reader does, in a real Chromium: on the archive itself, and on the demo, which has more to find."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.site.built import BRIEFING, PERSON

expect.set_options(timeout=15_000)  # a busy machine is no fault


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.href || document.activeElement.tagName")


def test_by_keyboard_alone_from_home_to_a_quotation(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(".archive-modal input")).to_be_focused()
    page.keyboard.type("promote")
    found = page.locator(".archive-modal .found", has_text="We would actively promote")
    expect(found.locator(".found-quote mark")).to_have_text(["promote"])  # waits until what "p" found is gone
    expect(found.locator(".found-origin").first).to_contain_text("Zhou Jianping")
    expect(found.locator(".found-origin").first).to_contain_text("date unknown · Express")
    for _ in range(12):
        page.keyboard.press("Tab")
        if re.search("#[0-9a-f]{12}", focused(page)):
            break
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/undated/russia-threatens-to-abandon-nasa-on-iss/#[0-9a-f]{12}"))
    expect(page.locator("p:target")).to_be_in_viewport()
    expect(page.locator("blockquote:has(:target) + .speaker")).to_contain_text("— Zhou Jianping")


def test_nothing_of_search_is_loaded_before_it_is_opened(page: Page, demo: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(demo + BRIEFING, wait_until="networkidle")
    assert [url for url in asked if "assets/search" in url or "search/index" in url or "sitemap" in url] == []
    page.keyboard.press("Control+k")
    expect(page.locator(".archive-modal input")).to_be_focused()
    page.keyboard.type("column")
    expect(page.locator(".archive-modal .found").first).to_be_visible()
    assert [url for url in asked if "facets" in url] == []  # facets are for the search page
    page.keyboard.press("Escape")
    expect(page.locator(".archive-modal")).to_be_hidden()


def test_the_search_box_of_the_home_page_leads_to_the_search_page(page: Page, demo: str) -> None:
    page.goto(demo)
    page.get_by_label(re.compile("^Search 26 briefings")).fill("herring")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=herring"))
    expect(page.locator(".found-quote mark").first).to_have_text(re.compile("herring", re.IGNORECASE))


def test_a_reader_goes_from_home_to_a_person_and_back_to_the_briefing(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Zhou Jianping").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Zhou Jianping")
    expect(page.locator("blockquote")).to_contain_text("We would actively promote")
    page.locator(".speaker a").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Russia threatens to abandon NASA")


def test_a_person_has_words_pictures_and_companions(page: Page, demo: str) -> None:
    page.goto(demo + PERSON)
    assert page.locator("blockquote").count() > 1
    expect(page.locator("svg.bars")).to_be_visible()
    page.locator("svg.network a", has_text="Sela Okoro").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sela Okoro")


def test_a_citation_is_copied(browser: Browser, demo: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(demo + BRIEFING)
    page.locator("summary", has_text="BibTeX").click()
    page.get_by_role("button", name="Copy BibTeX").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("@article{inquiry-beacon-report,")
    context.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_scrolls_sideways_and_the_words_stand_out(
    browser: Browser, demo: str, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    for path in ("", BRIEFING, PERSON, "timeline/", "quotations/a-z/e/", "search/?q=valves"):
        page.goto(demo + path)
        if path.startswith("search"):
            expect(page.locator(".found").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        light = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 248, 242)"
        assert light == (scheme == "light")
    context.close()


def test_the_search_opens_over_the_whole_of_a_phone(browser: Browser, demo: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(demo)
    page.locator(".search-open").click()
    box = page.locator(".archive-modal").bounding_box()
    assert box
    assert box["width"] >= 380
    assert box["height"] >= 700
    context.close()


def test_a_phone_has_the_navigation_in_a_drawer_by_keyboard_too(browser: Browser, demo: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(demo)
    page.get_by_role("button", name="Navigation").focus()
    page.keyboard.press("Enter")
    page.locator(".md-nav--primary").get_by_role("link", name="Outlets").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Outlets")
    context.close()


def open_search(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.locator(".archive-modal input")).to_be_focused()
    page.keyboard.type("valves")
    page.locator(".archive-modal .found").first.wait_for()


def nothing(page: Page) -> None:
    """The page as it is."""


LOOKED_AT: list[tuple[str, Callable[[Page], None]]] = [
    ("", nothing),
    (BRIEFING, nothing),
    (PERSON, nothing),
    ("", open_search),
    ("search/?q=valves", lambda page: page.locator(".found").first.wait_for()),
    ("people/a-z/e/", nothing),
    ("quotations/a-z/e/", nothing),
    ("2024/", nothing),
    ("timeline/", nothing),
    ("timeline/2023-03/", nothing),
    ("2023/wire-pell-strike-begins/", nothing),
    ("about/", nothing),
    ("outlets/the-halden-courier/", nothing),
]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, demo: str, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    found = []
    for path, prepare in LOOKED_AT:
        page.goto(demo + path)
        prepare(page)
        found += [
            (path, rule["id"], [node["html"][:160] for node in rule["nodes"][:3]])
            for rule in Axe().run(page).response["violations"]
        ]
    context.close()
    assert found == []


def test_printing_gives_the_briefing_alone(browser: Browser, demo: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(demo + BRIEFING)
    page.emulate_media(media="print")
    for part in (".md-header", ".md-footer", ".related", ".cite", ".in-time"):
        expect(page.locator(part).first).to_be_hidden()
    expect(page.locator(".printed")).to_contain_text("Source: https://halden-courier.example/2024/")
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
    context.close()


def test_the_pages_can_be_read_without_javascript(browser: Browser, demo: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(demo + BRIEFING)
    expect(page.locator("blockquote").first).to_contain_text("Nobody lied, nobody was lazy")
    expect(page.locator("#related")).to_be_visible()
    page.get_by_role("link", name="Sela Okoro").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sela Okoro")
    page.locator(".search-open").click()
    expect(page.get_by_text("it needs JavaScript")).to_be_visible()
    context.close()
