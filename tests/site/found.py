"""What a search shows, read from its page as a reader would."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page, expect

FIRST = 3


@dataclass(frozen=True)
class Query:
    """A question, and what must be among the first three results of its kind."""

    text: str
    kind: str
    found: str

    def is_met_by(self, result: str) -> bool:
        """Whether a result is what was meant: of a statement, the speaker and some of the words."""
        start, _, said = self.found.partition(": ") if self.kind == "statement" else (self.found, "", "")
        return result.startswith(start) and said in result


def first_results(page: Page, site: str, query: str) -> dict[str, list[str]]:
    """The first three names, statements ("speaker: words") and briefings that the search page shows."""
    page.goto(f"{site}search/")
    page.locator("#page-search").fill(query)
    page.locator(".search-box button").click()
    expect(page.locator(".found-results")).to_have_attribute("data-asked", query)
    return {
        "name": page.locator(".found-names a, .found-beside a").all_text_contents()[:FIRST],
        "statement": [
            f"{item.locator('.found-speaker').inner_text()}: {item.locator('.found-quote').inner_text()[1:]}"
            for item in page.locator(".found-statements .found").all()[:FIRST]
        ],
        "briefing": page.locator(".found-briefings .found-title").all_text_contents()[:FIRST],
    }
