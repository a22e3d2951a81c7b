"""Takes the pictures of the README, of the archive and of the demo: `make pictures`. Needs Chromium."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
DEMO = ROOT / "examples" / "demo"


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback; its address ends in a slash."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


def shoot(page: Page, address: str, name: str) -> None:
    """Photograph one laptop screen of a page."""
    page.goto(address)
    page.wait_for_timeout(500)
    page.screenshot(path=IMAGES / f"{name}.png")


def shoot_search(page: Page, address: str, name: str) -> None:
    """Photograph an answer to a search."""
    page.goto(address)
    page.locator(".found").first.wait_for()
    page.locator(".facet > summary").first.click()
    page.wait_for_timeout(500)
    page.screenshot(path=IMAGES / f"{name}.png")


def main() -> None:
    """Photograph a briefing of the real archive, and what a larger one has of the demo."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium or not (ROOT / "site" / "index.html").is_file():
        sys.exit('Chromium and a built site ("make site") are needed.')
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=DEMO, check=True)
    arguments = ["--no-sandbox", "--disable-gpu"]
    with sync_playwright() as playwright, serving(ROOT / "site") as real, serving(DEMO / "site") as demo:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        page = browser.new_page(viewport={"width": 1120, "height": 800}, color_scheme="light")
        shoot(page, f"{real}undated/russia-threatens-to-abandon-nasa-on-iss/", "briefing")
        shoot(page, demo, "home")
        shoot(page, f"{demo}people/mara-ellison/", "person")
        shoot_search(page, f"{demo}search/?q=satellite", "search")
        browser.close()


if __name__ == "__main__":
    main()
