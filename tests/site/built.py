"""Builds, serves and reads the sites that the tests look at."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator.archive import Project

BRIEFING = "2024/inquiry-beacon-report/"
PERSON = "people/mara-ellison/"
"""Two pages of the demo."""


def site_of(project: Project) -> Path:
    """Build the site strictly, as `mkdocs build --strict` does."""
    mkdocs_build(load_config(str(project.root / "mkdocs.yml"), strict=True))
    return project.root / "site"


def housed(root: Path) -> Path:
    """Build an archive's site; the folder that holds it as `archive`, to be served under a sub-path."""
    site = site_of(Project(root))
    (root / "served").mkdir()
    site.rename(root / "served" / "archive")
    return root / "served"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Tests need no access log."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback; the address ends in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


class Page(HTMLParser):
    """The links, the tags and the words of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.assets: list[str] = []
        self.tags: list[str] = []
        self.handlers: list[str] = []
        self.words = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.handlers += [name for name in found if name.startswith("on")]
        self.tags.append("facts" if found.get("type") == "application/ld+json" else tag)
        if tag == "a":
            self.links.append(found.get("href") or "")
        elif tag in {"script", "img", "link", "iframe"}:
            self.assets.append(found.get("src") or found.get("href") or "")

    def handle_data(self, data: str) -> None:
        self.words += data
