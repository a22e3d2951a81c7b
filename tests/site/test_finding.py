"""A reader finds the way without a question: home, lists, a name's page, an event; in a real Chromium."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.built import BRIEFING, PERSON, serving


def test_home_shows_search_the_newest_and_who_is_in_here_on_one_screen(page: Page, demo: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(demo)
    expect(page.get_by_label(re.compile("^Search 26 briefings"))).to_be_in_viewport(ratio=1)
    expect(page.locator("#newest + ul > li").nth(2)).to_be_in_viewport(ratio=1)
    for kind in ("People", "Organisations", "Places"):
        expect(page.locator(".page-home .kind", has_text=kind)).to_be_in_viewport(ratio=1)
        expect(page.locator(f".page-home .kind:has-text('{kind}') + .chips")).to_be_in_viewport(ratio=1)


def test_who_returns_sees_what_is_new(page: Page, demo: str) -> None:
    page.goto(demo)
    expect(page.locator(".unseen")).to_have_count(0)
    page.evaluate(
        "for (const [key, value] of Object.entries(localStorage)) if (key.endsWith('.seen'))"
        " localStorage.setItem(key, JSON.stringify(JSON.parse(value).slice(1)))"
    )
    page.reload()
    expect(page.locator(".unseen")).to_have_count(1)
    expect(page.locator("#newest + ul > li").first).to_have_class(re.compile("unseen"))


def test_the_stories_of_a_month_are_two_clicks_from_home(page: Page, demo: str) -> None:
    page.goto(demo)
    page.get_by_role("link", name="Briefings", exact=True).first.click()
    page.locator(".year:has-text('2023') + .chips").get_by_role("link", name="March").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("March 2023")
    assert page.locator("h2").all_text_contents() == ["20 March", "15 March", "14 March"]
    page.get_by_role("link", name="15", exact=True).click()
    expect(page.get_by_role("heading", name="15 March")).to_be_in_viewport()


def test_a_name_s_page_answers_from_the_top_down(page: Page, demo: str) -> None:
    page.goto(demo + PERSON)
    expect(page.locator(".bottom-line")).to_have_text("director of the Halden Space Agency")
    sections = page.locator("h2").all_text_contents()
    wanted = ["In their words", "Named with", "In the news", "Briefings"]
    assert [section for section in sections if section in wanted] == wanted
    for section in wanted:
        expect(page.locator(".jump").get_by_role("link", name=section)).to_have_count(1)
    expect(page.locator(".naming", has_text="Ellison").first).to_be_visible()
    assert not [role for role in page.locator("#as-the-articles-put-it + ul > li").all_text_contents()
                if role.startswith(("Its ", "the former "))]  # fmt: skip


def test_statements_of_a_name_are_filtered_by_year_and_by_who_is_named(page: Page, demo: str) -> None:
    page.goto(demo + PERSON)
    page.get_by_role("link", name="By year and by who is named").click()
    expect(page.locator(".found-statements .found").first).to_contain_text("Mara Ellison")
    page.locator("details.facet[data-facet=year] > summary").click()
    page.get_by_label(re.compile("^2023")).check()
    expect(page.locator(".found-statements .found-origin", has_text="2024")).to_have_count(0)
    expect(page.locator(".found-statements .found").first).to_contain_text("2023")


def test_briefings_of_one_event_stand_together_in_order_of_time(page: Page, demo: str) -> None:
    page.goto(f"{demo}2023/wire-pell-strike-begins/")
    told = page.locator(".story li")
    expect(told).to_have_count(2)
    expect(told.nth(0)).to_have_attribute("aria-current", "page")
    expect(told.nth(1)).to_contain_text("CORRECTED: Dockworkers in Pell begin strike")
    expect(told.nth(1)).to_contain_text("Quotes Brigit Faro")


def test_a_link_shows_what_it_leads_to_and_asks_for_nothing_before(page: Page, demo: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(demo + BRIEFING, wait_until="networkidle")
    assert not [url for url in asked if "preview" in url or "people/" in url]
    page.locator(".page-briefing a", has_text="Sela Okoro").first.hover()
    expect(page.locator(".preview")).to_contain_text("astronomer, head of the Tarn Observatory")
    page.keyboard.press("Escape")
    expect(page.locator(".preview")).to_have_count(0)


def test_a_link_shows_what_it_leads_to_by_keyboard_too(page: Page, demo: str) -> None:
    page.goto(demo + BRIEFING)
    page.locator("blockquote a").first.focus()  # the mark of the paragraph, before the speaker's name
    page.keyboard.press("Tab")
    expect(page.locator(".preview")).to_be_visible()


def test_the_menu_of_a_phone_closes_by_escape(browser: Browser, demo: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(demo)
    button = page.get_by_role("button", name="Navigation")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()
    context.close()


@pytest.mark.parametrize("path", ["about/", PERSON])
def test_data_is_linked_where_it_is_told_of(page: Page, demo: str, path: str) -> None:
    page.goto(demo + path)
    for link in page.locator(".feed a").all():
        assert page.request.get(page.evaluate("(link) => link.href", link.element_handle())).ok


def test_signs_stay_in_forced_colours(browser: Browser, demo: str) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(demo + PERSON)
    painted = page.evaluate(
        "['backgroundColor', 'color'].map((name) => getComputedStyle(document.querySelector('.kind-mark'), "
        "name === 'color' ? null : '::before')[name])"
    )
    assert painted[0] == painted[1]
    context.close()


def test_a_name_without_a_page_is_found_from_the_page_that_says_so(page: Page, demo_house: Path) -> None:
    site = demo_house / "archive"
    missing = (site / "404.html").read_text(encoding="utf-8")
    with serving(site) as address:
        page.route(re.compile("lindqvist/$|x-0123456789/$"), lambda route: route.fulfill(body=missing))
        page.goto(f"{address}people/x-0123456789/")
        expect(page.locator(".lost-name")).to_have_attribute("href", "/names/")
        page.goto(f"{address}people/sven-lindqvist/")
        page.get_by_role("link", name="“sven lindqvist”").click()
        found = page.locator("#archive-search").get_by_role("link", name="Sven Lindqvist").first
        expect(found).to_have_attribute("href", re.compile("/people/a-z/l/#sven-lindqvist$"))
