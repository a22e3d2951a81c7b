"""What a reader's browser has to load: pages on a first visit, the first search answer, and the facets.

    python -m benchmarks.site [SITE] [--briefing PATH] [--entity PATH] [--query WORD]

SITE is a built site (default: the demo, built first). The site is served on loopback, compressed as any web
server does, to Debian's Chromium with an empty cache; the bytes are those that the server sent.
"""

from __future__ import annotations

import argparse
import gzip
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

DEMO = Path(__file__).parent.parent / "examples" / "demo"
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
         ".svg": "image/svg+xml", ".xml": "application/xml"}  # fmt: skip
BUDGETS = {"briefing, first visit": 90, "first search answer": 100, "facets": 200}
"""Kilobytes that the project allows itself."""


@lru_cache(maxsize=4096)
def compressed(file: Path) -> bytes:
    """The bytes of a file as a server sends them; all that is text is compressed."""
    data = file.read_bytes()
    return gzip.compress(data, 6) if file.suffix in TYPES else data


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Serve a folder; yield its address and the list of what is sent: path and bytes."""
    sent: list[tuple[str, int]] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Head and body are two packets: without this each answer waits 40 ms for an acknowledgement.
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            path = self.path.partition("?")[0].lstrip("/")
            file = folder / path / "index.html" if path.endswith("/") or not path else folder / path
            if not file.is_file():
                self.send_error(404)
                return
            body = compressed(file)
            self.send_response(200)
            if file.suffix in TYPES:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            sent.append((path, len(body)))

        def log_message(self, *_: object) -> None:
            """No access log."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a page left before all of it is sent
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/", sent
    server.shutdown()


def first_visit(path: str) -> Callable[[Page, str], float]:
    """Open a page; the time is that until it is laid out whole."""

    def visit(page: Page, base: str) -> float:
        page.goto(base + path, wait_until="networkidle")
        script = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd / 1000"
        return float(page.evaluate(script))

    return visit


def first_answer(path: str, query: str) -> Callable[[Page, str], float]:
    """Open search on a page and type a word; the time is that from the word to its first result."""

    def search(page: Page, base: str) -> float:
        page.goto(base + path, wait_until="networkidle")
        page.keyboard.press("/")
        page.wait_for_function("document.activeElement?.closest('.archive-modal')")
        start = time.perf_counter()
        page.keyboard.insert_text(query)
        page.locator(".archive-modal .found").first.wait_for()
        return time.perf_counter() - start

    return search


def facets(page: Page, base: str) -> float:
    """Open the search page; the time is that until its facets can be used."""
    start = time.perf_counter()
    page.goto(f"{base}search/")
    page.locator(".found").first.wait_for()
    page.locator(".facet > summary").first.click()
    page.locator(".facet-options label").first.wait_for()
    return time.perf_counter() - start


def measure(site: Path, briefing: str, entity: str, query: str) -> Iterator[tuple[str, float, float, int]]:
    """Yield for each task: what, kilobytes, seconds, requests. Each has a browser with an empty cache."""
    tasks: list[tuple[str, Callable[[Page, str], float], Callable[[str], bool]]] = [
        ("home, first visit", first_visit(""), _of_page),
        ("briefing, first visit", first_visit(briefing), _of_page),
        ("entity, first visit", first_visit(entity), _of_page),
        ("first search answer", first_answer(briefing, query), _of_search),
        ("facets", facets, lambda path: path.endswith("facets.json")),
    ]
    with sync_playwright() as playwright, serving(site) as (base, sent):
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, task, counted in tasks:
            sent.clear()
            context = browser.new_context()
            seconds = task(context.new_page(), base)
            weights = [size for path, size in sent if counted(path)]
            context.close()
            yield name, sum(weights) / 1000, seconds, len(weights)
        browser.close()


def _of_page(_path: str) -> bool:
    return True


def _of_search(path: str) -> bool:
    return path.startswith(("search/index/", "assets/search/"))


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("site", nargs="?", type=Path)
    parser.add_argument("--briefing", default="2024/inquiry-beacon-report/")
    parser.add_argument("--entity", default="people/mara-ellison/")
    parser.add_argument("--query", default="satellite")
    asked = parser.parse_args()
    site = asked.site
    if site is None:
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=DEMO, check=True)
        site = DEMO / "site"
    print("| what | kB sent | allowed | seconds | requests |\n| --- | ---: | ---: | ---: | ---: |")
    for name, weight, seconds, requests in measure(site, asked.briefing, asked.entity, asked.query):
        print(f"| {name} | {weight:.1f} | {BUDGETS.get(name, '')} | {seconds:.2f} | {requests} |")


if __name__ == "__main__":
    main()
