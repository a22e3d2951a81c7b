"""Hostile text in every field that people can fill: what the site makes of it, and what a browser does then.

    python -m benchmarks.hostile [--keep FOLDER]

Each payload of `tests/site/hostile.py` gets two articles of its own (a text with front matter and corrections, and a saved
web page) and an entry of the registry. The site is built, each page is opened in Chromium, and each file of
the site for programs is read as these would. The status is 1 if anything ran, was fetched from elsewhere, is
missing, or came out as anything but text.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

import yaml
from lxml import html as lxml_html
from playwright.sync_api import Page, sync_playwright

from benchmarks.hostile_archive import FIELDS, REFUSED, make_archive, plain
from benchmarks.site import serving
from generator.archive import Entry, Project
from generator.errors import BriefingError
from generator.pipeline.refresh import refresh_archive
from generator.pipeline.report import Report
from generator.publish.citations import citations
from generator.publish.markdown import one_line
from generator.sources import repaired
from tests.site.hostile import PAYLOADS

TERMINAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
TRAPS = """
window.__ran = [];
for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => window.__ran.push(name);
addEventListener("securitypolicyviolation", event => window.__ran.push("policy: " + event.violatedDirective
  + " " + event.blockedURI + " " + event.sample));
"""
LOOK = """() => ({
  ran: [...window.__ran, ...(top.pwned === undefined ? [] : ["pwned"])],
  handlers: [...document.querySelectorAll("*")].flatMap(e => [...e.attributes]
    .filter(a => /^on/i.test(a.name)).map(a => a.name + "=" + a.value)),
  links: [...document.querySelectorAll("[href],[src],[action],[srcset],[data]")].flatMap(e =>
    ["href", "src", "action", "srcset", "data"].map(n => e.getAttribute(n)).filter(Boolean)),
  elements: [...document.querySelectorAll("iframe,object,embed,base,marquee,math,video,meta[http-equiv=refresh]")]
    .map(e => e.outerHTML.slice(0, 80)),
  scripts: [...document.scripts].filter(s => !s.src && !s.type.includes("json")).map(s => s.textContent.replace(/"[./]+"/g, '""')),
  facts: [...document.querySelectorAll("script[type='application/ld+json']")].map(s => s.textContent),
  text: document.body.textContent, title: document.title,
})"""
BAD_LINK = re.compile(r"\s*(?:javascript|vbscript|data|file):", re.IGNORECASE)


@dataclass
class Findings:
    """What went wrong, by what was looked at; and how much was looked at."""

    faults: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def expect(self, holds: object, what: str) -> None:
        """Note a fault, unless the expectation holds."""
        if not holds:
            self.faults.append(what)


def shown(text: str) -> str:
    """The letters of a text, as a page shows them; white space and what hides letters do not count."""
    return "".join(one_line(repaired(text)).split())


def look_at_pages(site: Path, entries: dict[str, Entry], found: Findings) -> None:
    """Open every page in Chromium."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright, serving(site) as (base, _):
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_context().new_page()
        page.add_init_script(TRAPS)
        page.on("request", lambda request: _requested(request.url, base, found))
        page.on("dialog", lambda dialog: found.faults.append(f"a dialog: {dialog.message}"))
        page.on("console", lambda message: _logged(message.type, message.text, found))
        page.on("pageerror", lambda error: found.faults.append(f"a script failed on {page.url}: {error}"))
        page.goto(f"{base}about/")
        known = set(page.evaluate(LOOK)["scripts"])
        for path in sorted(site.rglob("*.html")):
            address = path.relative_to(site).as_posix().removesuffix("index.html")
            _look_at(page, base + address, entries.get(address), known, found)
        browser.close()


def _requested(url: str, base: str, found: Findings) -> None:
    found.counts["requests"] += 1
    if not url.startswith((base, "data:", "blob:")):
        found.counts["requests to elsewhere"] += 1
        found.faults.append(f"a request to {url}")


def _logged(kind: str, text: str, found: Findings) -> None:
    if kind == "error" or "Security" in text:
        found.faults.append(f"the console: {text}")


def _look_at(page: Page, address: str, entry: Entry | None, known: set[str], found: Findings) -> None:
    page.goto(address, wait_until="load")
    seen = page.evaluate(LOOK)
    found.counts["pages"] += 1
    found.counts["scripts run"] += len(seen["ran"])
    found.expect(not seen["ran"], f"{address}: ran {seen['ran']}")
    found.expect(not seen["handlers"], f"{address}: handlers {seen['handlers'][:2]}")
    found.expect(not seen["elements"], f"{address}: elements {seen['elements'][:2]}")
    links = [link for link in seen["links"] if BAD_LINK.match(link) and link != "javascript:void(0)"]
    found.expect(not links, f"{address}: links {links[:2]}")
    found.expect(set(seen["scripts"]) <= known, f"{address}: a script of its own")
    for facts in seen["facts"]:
        found.expect(json.loads(facts)["@context"] == "https://schema.org", f"{address}: JSON-LD")
    if entry:
        text = shown(seen["text"])
        for what, value in _texts(entry):
            found.counts["texts"] += 1
            found.expect(shown(value) in text, f"{address}: {what} is not shown: {value!r}")


def _texts(entry: Entry) -> Iterator[tuple[str, str]]:
    """All texts that a briefing's page must show."""
    record = entry.record
    yield "title", record.title
    yield from (("summary", passage.text) for passage in record.summary if not passage.insertion)
    for statement in record.quotes:
        yield from (("quotation", passage.text) for passage in statement.passages)
        yield from (("speaker or role", text) for text in (statement.speaker, statement.role) if text)
    yield from (("name", named.name) for group in record.entities.values() for named in group)
    yield from (("source", text) for text in (record.source.outlet, record.source.author) if text)


def look_at_files(site: Path, entries: dict[str, Entry], found: Findings) -> None:
    """Read what the site gives to programs, as these do."""
    titles = {one_line(entry.record.title) for entry in entries.values()}
    for path in sorted(site.rglob("*.xml")):
        tree = ElementTree.parse(path)  # noqa: S314  our own output
        found.counts["files for programs"] += 1
        for text in tree.iter("{http://www.w3.org/2005/Atom}entry"):
            title = text.findtext("{http://www.w3.org/2005/Atom}title") or ""
            summary = text.findtext("{http://www.w3.org/2005/Atom}summary") or "x"
            found.expect(title in titles, f"{path}: the title {title!r}")
            found.expect(
                not len(lxml_html.fragment_fromstring(summary, "div")), f"{path}: markup in {summary!r}"
            )
    for path in sorted({*site.rglob("*.json"), *site.rglob("*.jsonl")}):
        found.counts["files for programs"] += 1
        lines = path.read_text(encoding="utf-8")
        for part in lines.splitlines() if path.suffix == ".jsonl" else [lines]:
            found.expect(json.loads(part) is not None, f"{path}: no JSON")
    for path in site.rglob("*.csv"):
        found.counts["files for programs"] += 1
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        found.expect(
            {len(row) for row in rows} == {len(rows[0])} and len(rows) == len(entries) + 1, f"{path}: rows"
        )
        formulas = [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))]
        found.expect(not formulas, f"{path}: formulas {formulas[:2]}")
    for entry in entries.values():
        *_, bibtex, ris, csl = (citation.text for citation in citations(entry, "https://example.org/"))
        found.counts["citations"] += 3
        found.expect(_is_one_bibtex(bibtex), f"{entry.path}: BibTeX {bibtex!r}")
        tags = [line[:6] for line in ris.split("\r\n") if line]
        found.expect(
            tags[0] == "TY  - " and tags[-1] == "ER  - " and len(set(tags)) == len(tags),
            f"{entry.path}: RIS {ris!r}",
        )
        found.expect(len(json.loads(csl)) == 1, f"{entry.path}: CSL")


def _is_one_bibtex(text: str) -> bool:
    """Whether a text is one entry, and each of its lines one field of balanced braces."""
    first, *fields, last = text.splitlines()
    bare = [re.sub(r"\\[{}]", "", line) for line in fields]
    balanced = all(line.count("{") == line.count("}") for line in bare)
    return (
        bool(re.fullmatch(r"@article\{[\w-]+,", first))
        and last == "}"
        and balanced
        and all(re.match(r"  (?:title|author|journal|year|date|url|note) = \{", line) for line in bare)
    )


def look_at_terminal(project: Project, found: Findings) -> None:
    """Run the commands, and look for what would steer a terminal."""
    some = sorted(project.articles.iterdir())
    commands = [["build"], ["check"], ["check", "--format", "github"], ["entities", "--limit", "200"]]
    commands += [["analyse", "--explain", *map(str, some[::9])], ["add", "--force", *map(str, some[::40])]]
    for command in commands:
        run = subprocess.run(
            [sys.executable, "-m", "generator", "-C", str(project.root), *command],
            capture_output=True,
            check=False,
        )
        output = (run.stdout + run.stderr).decode()
        found.counts["commands"] += 1
        found.expect("Traceback" not in output, f"{command[0]}: a traceback")
        steering = TERMINAL.findall(output)
        found.expect(not steering, f"{command[:3]}: {len(steering)} characters that steer a terminal")


def look_at_refusals(found: Findings) -> None:
    """Fields that take no free text refuse each payload in one line, or take it for the value that it is."""
    from generator.archive.settings import read_settings  # noqa: PLC0415
    from generator.sources import read_article, read_registry  # noqa: PLC0415

    for payload in PAYLOADS:
        value = yaml.safe_dump(plain(payload), default_style='"', allow_unicode=True, width=10**6).strip()
        for head in ("published", "language"):
            _refused(read_article, (f"---\n{head}: {value}\n---\ntext".encode(), "a.md"), found)
        _refused(read_registry, (f"entities: [{{name: A, type: person, wikidata: {value}}}]",), found)
        _refused(read_registry, (f"entities: [{{name: A, type: {value}}}]",), found)
        _refused(read_settings, (f"newest: {value}",), found)


def _refused(read: Callable[..., object], given: tuple[object, ...], found: Findings) -> None:
    found.counts["refusals"] += 1
    try:
        read(*given)
    except BriefingError as error:
        found.expect("\n" not in str(error), f"more than one line: {error}")
    else:
        found.counts["taken as a value"] += 1


def run(folder: Path) -> tuple[Findings, Report]:
    """Make the archive and its site in a folder, and look at all of it."""
    found = Findings()
    project = make_archive(folder / "archive")
    report = refresh_archive(project)
    for error in report.errors:
        found.expect("\n" not in str(error), f"more than one line: {error}")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=project.root, check=True)
    site = project.root / "site"
    entries = {f"{entry.path.removesuffix('.md')}/": entry for entry in report.index.entries}
    found.expect([path.name for path in folder.iterdir()] == ["archive"], "a file outside of the archive")
    look_at_files(site, entries, found)
    look_at_refusals(found)
    look_at_pages(site, entries, found)
    look_at_terminal(project, found)
    return found, report


def main() -> int:
    """Look at everything and print what was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--keep", type=Path, help="an empty folder for the archive and its site")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found, report = run(asked.keep or Path(folder))
    print(f"{len(PAYLOADS)} payloads × {len(FIELDS) + len(REFUSED)} fields × {found.counts['pages']} pages")
    print(f"{report.briefings} briefings, {len(report.errors)} articles refused in one line each")
    for what in ("requests", "requests to elsewhere", "scripts run", "texts", "files for programs", "citations",
                 "commands", "refusals", "taken as a value"):  # fmt: skip
        print(f"{found.counts[what]:>8,} {what}")
    print("\n".join(sorted({str(error)[:200] for error in report.errors})[:20]))
    print("\n".join([*found.faults[:100], f"{len(found.faults)} faults"]))
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main())
