"""The HTML of every kind of page: what a strict parser and the rules of the standard say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from justhtml import JustHTML

from generator.archive import Project
from tests.conftest import LAUNCH
from tests.site.built import site_of

GERMAN = """Start der Sonde verschoben

Die Raumfahrtbehörde hat den Start der Sonde am Dienstag verschoben, weil zwei Ventile undicht sind. Der
Start war für den Abend geplant, und viele Menschen warteten schon am Strand.

„Wir fliegen, wenn die Ventile dicht sind, und keine Stunde früher“, sagte die Direktorin der Behörde. Die
Reparatur soll bis zum Ende der Woche dauern.
"""

KINDS = {
    "home": "index.html",
    "briefing": "undated/meridian/index.html",
    "briefing in another language": "undated/german/index.html",
    "name": "people/mara-ellison/index.html",
    "list of names": "people/index.html",
    "names from A to Z": "people/a-z/e/index.html",
    "who said what": "quotations/a-z/e/index.html",
    "year": "undated/index.html",
    "timeline": "timeline/index.html",
    "outlets": "outlets/index.html",
    "outlet": "outlets/the-halden-courier/index.html",
    "search": "search/index.html",
    "about": "about/index.html",
    "not found": "404.html",
}


@pytest.fixture
def site(project: Project) -> Path:
    (project.articles / "second.txt").write_text(
        f"---\npublished: 2031-03-14\n---\n{LAUNCH}", encoding="utf-8"
    )
    (project.articles / "third.txt").write_text(
        f"---\npublished: 2031-05-02\n---\n{LAUNCH}", encoding="utf-8"
    )
    (project.articles / "german.txt").write_text(GERMAN, encoding="utf-8")
    return site_of(project)


def test_every_kind_of_page_is_valid_html(site: Path) -> None:
    wrong = {kind: list(faults(site / path)) for kind, path in KINDS.items()}
    assert {kind: found for kind, found in wrong.items() if found} == {}


def parsed(page: Path) -> JustHTML:
    return JustHTML(page.read_text(encoding="utf-8"), collect_errors=True, sanitize=False)


def faults(page: Path) -> Iterator[str]:
    """What is wrong with a page: its syntax, and the rules that templates break most easily."""
    document = parsed(page)
    yield from (str(error) for error in document.errors)
    ids = Counter(element.attrs["id"] for element in document.query("[id]"))
    yield from (f"id {name} is there {number} times" for name, number in ids.items() if number > 1)
    for element in document.query("meta"):
        if not {"name", "property", "charset", "http-equiv"} & set(element.attrs):
            yield f"a meta element without a name: {element.attrs}"
    for element in document.query("pre[aria-label], p[aria-label], div[aria-label], span[aria-label]"):
        if "role" not in element.attrs:
            yield f"a label on a {element.name} without a role"
    for name in ("aria-labelledby", "aria-controls", "for"):
        aims = {aim for element in document.query(f"[{name}]") for aim in element.attrs[name].split()}
        yield from (f"{name}={aim} leads nowhere" for aim in aims - set(ids))


def test_words_in_another_language_say_so_wherever_they_stand(site: Path) -> None:
    title = re.compile(r"(?:Earlier|Later)?\s*Start der Sonde verschoben")
    for path in (
        "index.html",
        "undated/index.html",
        "undated/german/index.html",
        "undated/meridian/index.html",
    ):
        content = parsed(site / path).query(".md-content h1, .md-content a")
        found = [element for element in content if title.fullmatch(element.to_text().strip())]
        assert found, path
        assert {element.attrs.get("lang") for element in found} == {"de"}, path
    words = parsed(site / "undated" / "german" / "index.html").query(".bottom-line, blockquote p")
    assert [element.attrs.get("lang") for element in words] == ["de", "de"]


def test_titles_tell_pages_apart(site: Path) -> None:
    titles = Counter(parsed(page).query("title")[0].to_text() for page in site.rglob("index.html"))
    own = "Orbital agency delays Meridian launch"
    assert [title for title, number in titles.items() if number > 1 and not title.startswith(own)] == []
    assert "The briefing archive" in titles
