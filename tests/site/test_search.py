"""A question finds its answer: on the demo, in a real Chromium, as a reader asks and reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from generator.publish.search.words import words
from tests.site.found import Query, first_results

HERE = Path(__file__).parent
LINES = (HERE / "demo_queries.tsv").read_text(encoding="utf-8").splitlines()[1:]
QUERIES = [Query(*line.split("\t")) for line in LINES]


def test_what_is_meant_is_among_the_first_three(page: Page, demo: str) -> None:
    missed = []
    for query in QUERIES:
        results = first_results(page, demo, query.text)[query.kind]
        if not any(query.is_met_by(result) for result in results):
            missed.append((query.text, query.found, results))
    assert missed == []


def notice(page: Page) -> str:
    return " ".join(page.locator(".found-notice").inner_text().split())


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("valves", " statements and 4 briefings"),
        ("mara elison", "Nothing has “mara elison”; this is for “mara ellison”."),
        ("herring bicycle", "No result has all words; these lack “herring” or “bicycle”."),
        ("xylophone", "Nothing found"),
        ("May 2024", "May 2024"),
        ("first week of june", "1–7 June any year"),
    ],
)
def test_the_page_tells_what_it_did_with_a_question(page: Page, demo: str, query: str, told: str) -> None:
    first_results(page, demo, query)
    assert told in notice(page)


def test_a_statement_has_its_speaker_date_and_outlet(page: Page, demo: str) -> None:
    first_results(page, demo, "window seat")
    found = page.locator(".found-statements .found").first
    expect(found).to_contain_text("Nadia Kerr · 14 January 2025 · Dessen Herald")
    found.locator("a").click()
    expect(page.locator("p:target")).to_contain_text("the window seat was free")


def test_a_card_leads_to_the_page_of_a_name(page: Page, demo: str) -> None:
    first_results(page, demo, "okoro")
    card = page.locator(".found-name").first
    expect(card).to_contain_text("Person · astronomer, head of the Tarn Observatory")
    expect(card).to_contain_text(re.compile(r"\d briefings · \d statements"))
    card.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sela Okoro")


def titles(page: Page) -> list[str]:
    return page.locator(".found-briefings .found-title").all_text_contents()


def test_without_words_the_newest_come_first(page: Page, demo: str) -> None:
    first_results(page, demo, "")
    assert titles(page)[:2] == ["Nadia Kerr is back from the Moon", "The man who likes boring days"]


def test_results_are_sorted_by_date_when_asked(page: Page, demo: str) -> None:
    first_results(page, demo, "kerr")
    page.get_by_role("button", name="Newest first").click()
    expect(page.locator(".found-briefings .found-title").first).to_have_text(
        "Nadia Kerr is back from the Moon"
    )
    expect(page).to_have_url(re.compile(r"\?q=kerr&sort=date$"))


def test_a_search_is_narrowed_by_facets_and_can_be_sent_to_a_colleague(page: Page, demo: str) -> None:
    first_results(page, demo, "satellite")
    page.locator("details.facet[data-facet=outlet] > summary").click()
    page.get_by_label(re.compile("^Tarn Daily Star")).check()
    expect(page.locator(".found-briefings .found-title")).to_have_text(
        ["LOST IN SPACE: Beacon blackout costs YOU a fortune"]
    )
    expect(page).to_have_url(re.compile(r"\?q=satellite&outlet=Tarn\+Daily\+Star$"))
    page.goto(page.url.replace("satellite", "valves"))
    expect(page.locator("#page-search")).to_have_value("valves")
    expect(page.locator(".found-title", has_text="Thousands cheer")).to_be_visible()
    expect(page.locator(".found-origin", has_text="Halden Courier")).to_have_count(0)
    page.get_by_label("Without Tarn Daily Star").click()
    expect(page.locator(".found-origin", has_text="Halden Courier").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?q=valves$"))


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("speaker=Sela+Okoro&year=2024", {"Inquiry: a wrong unit doomed the Beacon satellite",
                                          "The wrong column: how a satellite was lost"}),
        ("named=Milo+Straub", {"A guest in the tank: training with Nadia Kerr"}),
        ("people=Milo+Straub", {"A guest in the tank: training with Nadia Kerr"}),
        ("month=2024-05", {"Statement of the Halden Space Agency on the loss of Beacon-2",
                           "LOST IN SPACE: Beacon blackout costs YOU a fortune"}),
        ("year=date+unknown", {"Notice of the Tarn Observatory to night walkers"}),
    ],
)  # fmt: skip
def test_facets_alone_find_all_that_has_their_values(
    page: Page, demo: str, address: str, found: set[str]
) -> None:
    page.goto(f"{demo}search/?{address}")
    expect(page.locator(".found-briefings .found").first).to_be_visible()
    assert set(titles(page)) == found


def test_back_leads_through_the_searches(page: Page, demo: str) -> None:
    first_results(page, demo, "herring")
    first = page.url
    page.locator("#page-search").fill("valves")
    page.locator("#page-search").press("Enter")
    expect(page).to_have_url(re.compile("q=valves"))
    page.go_back()
    expect(page.locator("#page-search")).to_have_value("herring")
    assert page.url == first
    expect(page.locator(".found-quote mark").first).to_have_text(re.compile("herring", re.IGNORECASE))


def test_all_of_one_kind_can_be_read(page: Page, demo: str) -> None:
    first_results(page, demo, "kerr")
    page.get_by_role("button", name="Briefings", exact=True).click()
    expect(page.locator(".found-statements")).to_have_count(0)
    expect(page.locator(".found-briefings .found").first).to_be_visible()


def test_nothing_moves_while_a_search_is_answered(browser: Browser, demo: str) -> None:
    page = browser.new_page()
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => { for (const shift of list.getEntries())"
        " if (!shift.hadRecentInput) window.moved += shift.value; })"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{demo}search/?q=valves", wait_until="networkidle")
        expect(page.locator(".found").first).to_be_visible()
        assert page.evaluate("window.moved") < 0.05
    page.close()


def test_a_first_answer_loads_little(page: Page, demo: str) -> None:
    sizes: list[int] = []
    page.on("response", lambda got: sizes.append(len(got.body())) if "search/" in got.url else None)
    page.goto(f"{demo}search/?q=ellison")
    expect(page.locator(".found").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert sum(sizes) < 120_000


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cn", "Co")), max_size=30), max_size=8
    )
)
def test_the_browser_takes_texts_apart_as_the_index_does(page: Page, demo: str, texts: list[str]) -> None:
    if not page.url.startswith(demo):
        page.goto(f"{demo}about/")
    taken = page.evaluate(
        "(texts) => import(new URL('../assets/search/words.js', location))"
        ".then(({ words }) => texts.map(words))",
        texts,
    )
    assert taken == [words(text) for text in texts]
