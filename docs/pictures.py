"""Takes the pictures of the README from the built site: `make pictures`. Needs Chromium."""

from __future__ import annotations

import shutil
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
SHOTS = {"home": "", "briefing": "undated/russia-threatens-to-abandon-nasa-on-iss/"}


def main() -> None:
    """Serve `site/` on a free port and photograph its pages, one laptop screen each."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium or not (ROOT / "site" / "index.html").is_file():
        sys.exit('Chromium and a built site ("make site") are needed.')
    handler = partial(SimpleHTTPRequestHandler, directory=str(ROOT / "site"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1120, "height": 800}, color_scheme="light")
        for name, path in SHOTS.items():
            page.goto(f"http://127.0.0.1:{server.server_address[1]}/{path}")
            page.wait_for_timeout(500)
            page.screenshot(path=ROOT / "docs" / "images" / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
