"""Hostile text in every field that people can fill: the site shows it, and nothing of it runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from tests.conftest import make_project
from tests.site.built import Page, serving, site_of
from tests.site.hostile import PAYLOADS

TOGETHER = 8
"""Payloads that share an article: so many fit into a title of 500 characters, and few pages hold them all."""

SCHEME = re.compile(r"\s*(?:javascript|vbscript|data|file):", re.IGNORECASE)
CONTROLS = re.compile("[\x00-\x1f\x7f]")
REFUSED = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""A file that holds one of these is refused as binary."""


def article(payloads: list[str], number: int) -> str:
    """An article that holds each payload in its title, outlet, author, paragraphs, quotations and names."""
    line = " / ".join(CONTROLS.sub(" ", payload) for payload in payloads)
    head = {
        "title": f"Story {number} {line}"[:500],
        "published": f"2031-0{number % 9 + 1}-14",
        "outlet": f"Outlet {line}"[:500],
        "author": f"Author {line}"[:500],
        "url": "https://example.org/" + re.sub(r"\s", "", line),
    }
    said = "\n\n".join(
        f"{payload}\n\nMara {payload} Ellison, the head of {payload} Systems, told {payload} News: "
        f"“We have {payload} and nothing else to say.” "
        f"The town of {payload} Bay opened a new harbour after two years of {payload} work."
        for payload in (REFUSED.sub(" ", payload) for payload in payloads)
    )
    return f"---\n{yaml.safe_dump(head, allow_unicode=True)}---\n\n{said}\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an archive whose every field holds every payload."""
    project = make_project(tmp_path_factory.mktemp("hostile"))
    for number, start in enumerate(range(0, len(PAYLOADS), TOGETHER)):
        path = project.articles / f"story-{number}.md"
        path.write_text(article(PAYLOADS[start : start + TOGETHER], number), encoding="utf-8")
    texts = [CONTROLS.sub(" ", payload) for payload in PAYLOADS]
    names = [{"name": f"Registry {text}", "type": "person", "description": text} for text in texts]
    unique = list({item["name"].casefold(): item for item in names if item["name"].isprintable()}.values())
    project.registry_file.write_text(
        yaml.safe_dump({"entities": unique[:200]}, allow_unicode=True), encoding="utf-8"
    )
    return site_of(project)


def test_there_are_enough_payloads() -> None:
    assert len(set(PAYLOADS)) >= 300


def test_no_payload_becomes_an_address_or_a_handler(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = Page(path)
        assert not [asset for asset in page.assets if "evil.example" in asset], path
        assert page.handlers == [], path
        links = [link for link in page.links if link != "javascript:void(0)"]  # Material's own, on a button
        assert not [
            link for link in links if re.match(r"\s*(?:javascript|vbscript|data|file):", link, re.I)
        ], path


def test_nothing_runs_and_nothing_is_fetched_from_elsewhere(site: Path, browser: Browser) -> None:
    with serving(site.parent) as address:
        context = browser.new_context()
        page = context.new_page()
        outside: list[str] = []
        page.on(
            "request",
            lambda request: None if request.url.startswith(address) else outside.append(request.url),
        )
        page.on("dialog", lambda dialog: outside.append(dialog.message))
        for path in sorted(site.rglob("*.html")):
            page.goto(f"{address}{path.relative_to(site.parent).as_posix()}")
            assert page.evaluate("top.pwned === undefined"), path
        assert [url for url in outside if not url.startswith(("data:", "blob:"))] == []
        context.close()
