"""Whether search finds what is meant, and what a first answer weighs.

    python -m benchmarks.search SITE [QUERIES]

SITE is a built site, QUERIES a file of lines "question, kind, what is found", divided by tabs: by default
benchmarks/search_queries.tsv, which is about the real articles that DATA holds. The first three results of a
kind (name, statement, briefing) are looked at. The bytes are those of search alone, as files, uncompressed.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, Response, expect, sync_playwright

from benchmarks.site import serving

QUERIES = Path(__file__).parent / "search_queries.tsv"
FIRST = 3


def questions(file: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield question, kind, and the texts that one of the first results must have."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            question, kind, found = line.split("\t")
            yield question, kind, found.split(" & ")


def asked(page: Page, base: str, question: str) -> dict[str, list[str]]:
    """The first results of each kind as their readers see them."""
    page.goto(f"{base}search/")
    page.locator("#page-search").fill(question)
    page.locator(".search-box button").click()
    expect(page.locator(".found-results")).to_have_attribute("data-asked", question)
    kinds = {"name": ".found-name, .found-beside a", "statement": ".found-statements .found",
             "briefing": ".found-briefings .found"}  # fmt: skip
    return {kind: page.locator(selector).all_inner_texts()[:FIRST] for kind, selector in kinds.items()}


def main() -> None:
    """Ask all questions; print those that miss, and the sums."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("site", type=Path)
    parser.add_argument("queries", type=Path, nargs="?", default=QUERIES)
    given = parser.parse_args()
    found, weights = 0, []
    with sync_playwright() as playwright, serving(given.site) as (base, _):
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        wanted = list(questions(given.queries))
        for question, kind, parts in wanted:
            context = browser.new_context()
            page, sizes = context.new_page(), list[int]()
            page.on("response", partial(_weigh, sizes, given.site, base))
            shown = asked(page, base, question)[kind]
            hit = any(all(part in text for part in parts) for text in shown)
            found += hit
            weights.append(sum(sizes) / 1000)
            context.close()
            if not hit:
                print(f"{question!r} does not find {' & '.join(parts)}: {shown}")
        browser.close()
    weight = f"{median(weights):.0f} kB (median), {max(weights):.0f} kB at most"
    print(f"{found} of {len(wanted)} within {FIRST}; {weight}")


def _weigh(sizes: list[int], site: Path, base: str, got: Response) -> None:
    """Note the bytes of a file of search; all others are of the page."""
    path = got.url.removeprefix(base).partition("?")[0]
    if path.startswith(("search/index/", "assets/search/")):
        sizes.append((site / path).stat().st_size)


if __name__ == "__main__":
    main()
