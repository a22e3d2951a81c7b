"""The built site, without a browser: strict builds, links, search, titles, and serving while people edit."""

from __future__ import annotations

import json
import logging
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag, urljoin
from urllib.request import urlopen
from xml.etree import ElementTree

import pytest
from mkdocs.exceptions import Abort

from generator.archive import Project
from tests.conftest import LAUNCH
from tests.site.built import Page, site_of

HOSTILE = "</title><script>alert(1)</script> & <b>Meridian</b> *delayed* {{ config }}"


def test_a_strict_build_is_clean_and_every_link_of_every_page_leads_somewhere(project: Project) -> None:
    site = site_of(project)
    pages = list(site.rglob("*.html"))
    assert len(pages) > 12
    for path in pages:
        base = f"https://site.invalid/{path.relative_to(site).as_posix().removesuffix('index.html')}"
        for target in Page(path).links:
            url = urldefrag(urljoin(base, target)).url
            if url.startswith("https://site.invalid/"):
                local = site / url.removeprefix("https://site.invalid/")
                assert (local / "index.html").is_file() or local.is_file(), f"{path}: {target}"


def test_no_page_asks_for_anything_from_elsewhere(project: Project) -> None:
    site = site_of(project)
    for path in site.rglob("*.html"):
        outside = [asset for asset in Page(path).assets if re.match(r"(?:https?:)?//", asset)]
        assert [asset for asset in outside if not asset.startswith("https://example.org/")] == []


def test_every_page_begins_with_the_policy_and_has_no_script_of_its_own(project: Project) -> None:
    for path in site_of(project).rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert re.search(r"<head>\s*<meta http-equiv=\"Content-Security-Policy\"", html), path
        scripts = re.findall(r"<script([^>]*)>", html)
        assert [words for words in scripts if "src=" not in words and "json" not in words] == [], path


def test_no_briefing_is_in_the_navigation(project: Project) -> None:
    links = Page(site_of(project) / "about" / "index.html").links
    assert not [link for link in links if "undated/" in link]


def test_the_search_index_holds_each_briefing_with_its_statements(project: Project) -> None:
    (project.articles / "second.txt").write_text(LAUNCH, encoding="utf-8")
    entries = site_of(project) / "search" / "index" / "entries"
    found = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(entries.iterdir())]
    assert {entry["url"] for entry in found} == {"undated/meridian/", "undated/second/"}
    assert found[0]["outlet"] == "The Halden Courier"
    assert found[0]["date"] == "date unknown"
    assert found[0]["statements"][0]["words"] == "We will fly when the valves are safe."
    assert found[0]["statements"][0]["speaker"] == "Mara Ellison"


def test_what_is_no_page_is_there_too(project: Project) -> None:
    (project.articles / "second.txt").write_text(LAUNCH, encoding="utf-8")
    site = site_of(project)
    assert "Sitemap: https://example.org/sitemap.xml" in (site / "robots.txt").read_text()
    lines = (site / "archive.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["address"] for line in lines] == [
        "https://example.org/undated/meridian/",
        "https://example.org/undated/second/",
    ]
    feed = ElementTree.fromstring((site / "feed.xml").read_text(encoding="utf-8"))  # noqa: S314  our own
    assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == 2
    assert len(json.loads((site / "feed.json").read_text(encoding="utf-8"))["items"]) == 2
    assert (site / "assets" / "favicon.svg").is_file()


def test_a_page_that_is_not_there_leads_to_the_lists(project: Project) -> None:
    page = (site_of(project) / "404.html").read_text(encoding="utf-8")
    assert 'class="lost-name" href="/names/"' in page


def test_a_briefing_tells_what_the_archive_knows_beside_it(project: Project) -> None:
    (project.articles / "second.txt").write_text(LAUNCH, encoding="utf-8")
    page = (site_of(project) / "undated" / "meridian" / "index.html").read_text(encoding="utf-8")
    assert 'href="../../people/mara-ellison/"' in page
    assert re.search(r'<h2 id="related">.*?href="../second/"', page, re.DOTALL)
    assert re.search(r'rel="next" href="../second/"|rel="prev" href="../second/"', page)
    assert "@article{meridian," in page
    assert 'property="og:type" content="article"' in page
    told = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page).group(1))
    assert told["citation"]["@type"] == "NewsArticle"
    assert told["hasPart"][0]["spokenByCharacter"]["name"] == "Mara Ellison"


def test_without_an_address_there_are_no_feeds_and_all_else(project: Project) -> None:
    config = (project.root / "mkdocs.yml").read_text(encoding="utf-8")
    (project.root / "mkdocs.yml").write_text(config.replace("site_url: https://example.org/", "site_url: ''"))
    site = site_of(project)
    assert not (site / "feed.xml").exists()
    assert (site / "archive.csv").is_file()
    assert "feed.xml" not in (site / "index.html").read_text(encoding="utf-8")


def test_a_title_is_text_wherever_it_stands(project: Project) -> None:
    path = project.articles / "meridian.txt"
    path.write_text(f"---\ntitle: '{HOSTILE}'\n---\n{LAUNCH}", encoding="utf-8")
    site = site_of(project)
    shown = HOSTILE.replace("*", "")  # emphasis is Markdown, and no part of a title
    for name in ("undated/meridian", "", "undated", "people/a-z/e"):
        page = site / name / "index.html"
        assert "<script>alert" not in page.read_text(encoding="utf-8")
        assert Page(page).tags.count("script") == Page(site / "about" / "index.html").tags.count("script")
        assert shown in Page(page).words
    entries = (site / "search" / "index" / "entries").iterdir()
    assert shown in [json.loads(file.read_text(encoding="utf-8"))["title"] for file in entries]
    feed = ElementTree.fromstring((site / "feed.xml").read_text(encoding="utf-8"))  # noqa: S314  our own
    assert shown in [title.text for title in feed.iter("{http://www.w3.org/2005/Atom}title")]


def test_a_bad_article_fails_a_strict_build_in_one_line(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    (project.articles / "empty.txt").write_bytes(b"")
    with caplog.at_level(logging.WARNING, "mkdocs"), pytest.raises(Abort, match="Aborted with 1 warnings"):
        site_of(project)
    assert "articles/empty.txt: it is empty; paste the article into it, or delete the file" in caplog.messages


@pytest.mark.parametrize("strict", [False, True])
def test_what_stops_the_whole_archive_ends_a_build_in_one_line_and_leaves_the_site(
    project: Project, strict: bool
) -> None:
    before = site_of(project) / "undated" / "meridian" / "index.html"
    project.registry_file.write_text("entities: 7\n")
    command = [sys.executable, "-m", "mkdocs", "build", *(["--strict"] if strict else [])]
    done = subprocess.run(command, check=False, cwd=project.root, capture_output=True, text=True)
    told = [line for line in done.stderr.splitlines() if "entities" in line]
    assert (done.returncode, len(told)) == (1, 1)
    assert told[0].endswith(
        'entities.yml:1: "entities" is not a list; begin each item with a dash, or write [a, b]'
    )
    assert "Traceback" not in done.stderr
    assert before.is_file()


@pytest.fixture
def served(project: Project) -> Iterator[tuple[str, Path]]:
    """`mkdocs serve` of the archive: its address, and the file of its log."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = project.root / "serve.log"
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=project.root, stdout=output, stderr=subprocess.STDOUT)
        try:
            yield f"http://127.0.0.1:{port}/", log
        finally:
            process.terminate()
            process.wait(10)


def answer(url: str, words: str, seconds: float = 60) -> bool:
    """Whether the page at `url` shows `words` before the time is up."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            with urlopen(url, timeout=5) as response:  # noqa: S310  the address of our own server
                if words in response.read().decode():
                    return True
        except OSError:
            pass
        time.sleep(0.1)
    return False


def test_while_serving_a_changed_article_changes_its_page_once(
    project: Project, served: tuple[str, Path]
) -> None:
    address, log = served
    page = f"{address}undated/meridian/"
    assert answer(page, "valves are safe")
    with urlopen(page) as response:  # noqa: S310  as above
        assert "Content-Security-Policy" not in response.read().decode()  # it would stop the reloading
    path = project.articles / "meridian.txt"
    path.write_text(LAUNCH.replace("valves are safe", "valves are sound"), encoding="utf-8")
    assert answer(page, "valves are sound")
    (project.articles / "second.txt").write_text(LAUNCH, encoding="utf-8")
    assert answer(f"{address}undated/second/", "valves are safe")
    time.sleep(3)  # a loop of rebuilds would show by now
    assert log.read_text().count("Detected file changes") == 2
