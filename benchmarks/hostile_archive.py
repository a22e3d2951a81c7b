"""An archive with each hostile payload in every field that people can fill, for `benchmarks.hostile`."""

from __future__ import annotations

import html
import json
import re
import shutil
from pathlib import Path

import yaml

from generator.archive import Project
from tests.site.hostile import PAYLOADS

ROOT = Path(__file__).parent.parent
CONTROLS = re.compile("[\x00-\x1f\x7f]")
FIELDS = (
    "text: headline", "text: paragraph", "text: inside a quotation", "text: speaker", "text: role",
    "front matter: title", "front matter: outlet", "front matter: author", "front matter: url",
    "corrections: summary", "corrections: quotation", "corrections: speaker", "corrections: role", "corrections: name",
    "corrections: new name", "registry: name", "registry: alias", "registry: not", "registry: description",
    "registry: url", "registry: outlet", "page: title", "page: JSON-LD headline", "page: JSON-LD author",
    "page: JSON-LD publisher", "page: og:title", "page: og:site_name", "page: author", "page: text", "file name",
)  # fmt: skip
REFUSED = (
    "front matter: published",
    "front matter: language",
    "registry: wikidata",
    "registry: type",
    "settings",
)
"""Fields that take no free text: each payload there must be refused in one line."""


def plain(payload: str) -> str:
    """A payload as front matter takes it: on one line."""
    return " ".join(CONTROLS.sub(" ", payload).split())


def article(number: int, payload: str) -> str:
    """A text with the payload in all that can be stated and corrected; what is corrected stands in the text."""
    one = plain(payload)
    summary = f"The town {one} opened harbour {number} on Monday after two years of work by its people."
    said = f"We have {one} and no more to say of number {number}"
    role, name = f"head {one} of works {number}", f"Pell {one[:150]} Body {number}"
    head = {
        "title": f"Story {number} {one}",
        "outlet": f"Outlet {one}",
        "author": f"Author {one}",
        "url": "https://example.org/" + re.sub(r"\s", "", one),
        "corrections": {
            "summary": [summary],
            "quotes": {"add": [{"text": said, "speaker": f"Speaker {one}", "role": role}]},
            "entities": {
                "add": [{"name": name, "type": "organisation"}],
                "rename": [{"name": "Dora Finch", "to": f"Renamed {one[:150]} {number}"}],
            },
        },
    }
    body = [
        f"Headline {payload} of {number}",
        summary,
        f"Mara {payload} Ellison, the {role}, told {name}, Speaker {one} and Dora Finch: “{said}.”",
        f"“We will fly {payload} in spring,” said {one} Roe, the {one} minister, on Friday.",
    ]
    return f"---\n{yaml.safe_dump(head, allow_unicode=True)}---\n\n" + "\n\n".join(body) + "\n"


def saved_page(number: int, payload: str) -> str:
    """A web page with the payload in its metadata and, as text, in its story."""
    escaped = html.escape(payload)
    facts = json.dumps(
        {
            "@type": "NewsArticle",
            "headline": f"Page {number} {plain(payload)}",
            "author": [{"name": f"Author {payload}"}],
            "publisher": {"name": f"Outlet {payload}"},
            "datePublished": "2031-03-14",
        }
    ).replace("<", "\\u003c")
    story = f"The council of Pell opened harbour {number} with {escaped} on Monday, officials said. " * 3
    said = f"<p>“We are glad of {escaped} and harbour {number},” Dora {escaped} Finch told reporters on Friday.</p>"
    return (
        f'<html lang="en"><head><title>{escaped}</title><meta property="og:title" content="{escaped}">'
        f'<meta property="og:site_name" content="{escaped}"><meta name="author" content="{escaped}">'
        f'<script type="application/ld+json">{facts}</script></head><body><article><h1>Page {number} {escaped}</h1>'
        f"<p>{story}</p>{said}<p>{story}</p></article></body></html>"
    )


def file_name(payload: str, number: int) -> str:
    """The payload as far as a file can be called that."""
    return f"{number} {re.sub(chr(47), ' ', CONTROLS.sub(' ', payload))}"[:60].strip()


def make_archive(root: Path) -> Project:
    """An archive of nothing but payloads."""
    (root / "articles").mkdir(parents=True)
    (root / "briefings").mkdir()
    shutil.copytree(ROOT / "templates", root / "templates")
    shutil.copy(ROOT / "briefings" / ".gitignore", root / "briefings")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (root / "briefing.yml").write_text("quoted_share: 100\n", encoding="utf-8")
    entries: list[dict[str, object]] = [{"name": "Dora Finch", "type": "person"}]
    for number, payload in enumerate(PAYLOADS):
        one = plain(payload)[:150]
        name = f"Registry {one} {number}"
        text = f"{article(number, payload)}\n{name} was there, officials said on Monday.\n"
        (root / "articles" / f"{file_name(payload, number)}.md").write_text(text, encoding="utf-8")
        page = saved_page(number, payload).encode("utf-8", "replace")
        (root / "articles" / f"page-{number}.html").write_bytes(page)
        entry: dict[str, object] = {"name": name, "type": "person"}
        entry |= {"aliases": [f"Alias {one} {number}"], "not": [f"Not {one} {number}"]}
        address = "https://example.org/" + re.sub(r"[\s<>\"]", "", one)
        entries.append(entry | {"description": f"Described {one}", "url": address})
    outlets = {f"o{number}.example": f"Outlet {plain(payload)}" for number, payload in enumerate(PAYLOADS)}
    registry = yaml.safe_dump({"entities": entries, "outlets": outlets}, allow_unicode=True, sort_keys=False)
    (root / "entities.yml").write_text(registry, encoding="utf-8")
    return Project(root)
