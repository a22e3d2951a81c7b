"""Citations, structured data, feeds and exports: complete, valid, and silent about what nobody knows."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from xml.etree import ElementTree

import pytest

from generator.archive import Entry, build_index
from generator.publish.citations import citations
from generator.publish.exports import json_lines, statement_lines, statement_table, table
from generator.publish.feeds import atom, json_feed
from generator.publish.site import Site
from generator.publish.structured import briefing_page, script_text
from tests.archive.test_index import entry
from tests.archive.test_schema import record

HOSTILE = "</script><b>100% of {x} & \\ ~ $5_#</b>\x00\u202e"
SITE = "https://archive.example/"


def known(**changes: object) -> Entry:
    base = entry("story", dt.date(2024, 3, 5), names={"Mara Ellison": "the director"}, speaker="Mara Ellison")
    source = base.record.source.model_copy(
        update={
            "outlet": "The Halden Courier",
            "url": "https://halden-courier.example/1",
            "author": "Edda Marsh",
        }
    )
    return Entry("story", base.record.model_copy(update={"source": source, **changes}))


def unknown() -> Entry:
    base = record(published=None)
    source = base.source.model_copy(update=dict.fromkeys(("outlet", "domain", "url", "author", "language")))
    return Entry("unknown", base.model_copy(update={"source": source}))


def test_a_citation_has_what_the_article_says_in_each_form() -> None:
    *_, bibtex, ris, csl = (
        citation.text for citation in citations(known(title="Valves"), f"{SITE}2024/story/")
    )
    assert bibtex.startswith("@article{story,\n  title = {{Valves}},\n  author = {{Edda Marsh}},\n")
    assert "  date = {2024-03-05}," in bibtex
    assert ris.splitlines()[:3] == ["TY  - NEWS", "TI  - Valves", "AU  - Edda Marsh"]
    assert "DA  - 2024/03/05" in ris
    assert ris.endswith("ER  - \r\n")
    assert json.loads(csl)[0]["issued"] == {"date-parts": [[2024, 3, 5]]}


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("APA", "Edda Marsh. (2024, March 5). Valves. The Halden Courier. {url}\n"),
        ("MLA", "Edda Marsh. “Valves.” The Halden Courier, 5 March 2024, {url}\n"),
        ("Chicago", "Edda Marsh. “Valves.” The Halden Courier, March 5, 2024. {url}\n"),
    ],
)
def test_a_citation_is_told_in_words(form: str, told: str) -> None:
    entry = known(title="Valves")
    texts = {citation.form: citation.text for citation in citations(entry, None)}
    assert texts[form] == told.format(url=entry.record.source.url)


def test_a_citation_in_words_leaves_out_what_is_unknown() -> None:
    texts = {citation.form: citation.text for citation in citations(unknown(), None)}
    title = unknown().record.title
    assert texts["APA"] == f"{title} (n.d.).\n"
    assert texts["MLA"] == texts["Chicago"] == f"“{title}”\n"


def test_a_citation_leaves_out_what_is_unknown() -> None:
    *_, bibtex, ris, csl = (citation.text for citation in citations(unknown(), None))
    assert "author" not in bibtex
    assert "date" not in bibtex
    assert [line[:2] for line in ris.splitlines()] == ["TY", "TI", "ER"]
    assert json.loads(csl)[0].keys() == {"id", "type", "title"}


def test_a_hostile_title_breaks_no_citation() -> None:
    *_, bibtex, ris, csl = (citation.text for citation in citations(known(title=HOSTILE), None))
    assert bibtex.replace("\\{", "").replace("\\}", "").count("{") == bibtex.replace("\\{", "").replace(
        "\\}", ""
    ).count("}")
    assert r"100\% of \{x\} \& \textbackslash{}" in bibtex
    assert len(ris.splitlines()) == 8
    assert json.loads(csl)


def test_structured_data_cannot_end_its_script() -> None:
    text = script_text(briefing_page(known(title=HOSTILE), SITE))
    assert "</" not in text
    told = json.loads(text)
    assert told["name"] == HOSTILE
    assert told["citation"]["publisher"]["name"] == "The Halden Courier"
    assert told["hasPart"][0]["spokenByCharacter"] == {"@type": "Person", "name": "Mara Ellison"}


def test_structured_data_is_silent_about_what_is_unknown() -> None:
    assert briefing_page(unknown(), SITE)["citation"].keys() == {"@type", "headline"}


@pytest.mark.parametrize("title", ["Plain", HOSTILE])
def test_an_atom_feed_is_xml_with_a_date_for_each_entry_and_the_same_every_time(title: str) -> None:
    entries = [known(title=title), unknown()]
    text = atom("Archive", entries, page="", feed="feed.xml", site=SITE)
    assert text == atom("Archive", entries, page="", feed="feed.xml", site=SITE)
    tree = ElementTree.fromstring(text)  # noqa: S314  our own
    name = "{http://www.w3.org/2005/Atom}"
    assert tree.find(f"{name}updated").text == "2024-03-05T00:00:00+00:00"
    found = tree.findall(f"{name}entry")
    assert [item.find(f"{name}updated").text[:10] for item in found] == ["2024-03-05", "1970-01-01"]
    assert found[1].find(f"{name}published") is None
    assert found[0].find(f"{name}link").get("href") == f"{SITE}2024/story/"


def test_a_json_feed_gives_no_date_to_what_has_none() -> None:
    items = json.loads(json_feed("A", [known(), unknown()], page="", feed="feed.json", site=SITE))["items"]
    assert items[0]["date_published"] == "2024-03-05T00:00:00+00:00"
    assert "date_published" not in items[1]


def test_the_exports_hold_every_briefing() -> None:
    index = build_index([known(title="=1+1"), unknown()])
    assert next(json.loads(line)["title"] for line in json_lines(index.entries, SITE).splitlines()) == "=1+1"
    rows = list(csv.DictReader(io.StringIO(table(index.entries, SITE))))
    assert [row["title"][:5] for row in rows] == ["'=1+1", unknown().record.title[:5]]  # no formula
    assert rows[0]["people"] == "Mara Ellison"
    assert "Mara Ellison" in rows[0]["quotes"]


def test_every_statement_is_a_line_and_a_row_of_the_data() -> None:
    entries = [known(), unknown()]
    total = sum(len(entry.record.statements) for entry in entries)
    lines = [json.loads(line) for line in statement_lines(entries, SITE).splitlines()]
    rows = list(csv.DictReader(io.StringIO(statement_table(entries, SITE))))
    assert (len(lines), len(rows)) == (total, total)
    first = known().record.statements[0]
    assert lines[0]["address"] == f"{SITE}2024/story/#{first.id}"
    assert (lines[0]["words"], lines[0]["speaker"], lines[0]["kind"]) == (
        first.shown,
        first.speaker,
        first.kind,
    )
    assert list(rows[0]) == list(lines[0])


def test_an_empty_archive_has_all_files() -> None:
    site = Site(build_index(()), "A", "B", SITE)
    files = {path for planned in site.files() for path, _ in planned.texts()}
    search = {f"search/index/{name}.json" for name in ("head", "facets", "spelling")}
    assert files == search | {
        "archive.jsonl", "archive.csv", "statements.jsonl", "statements.csv",
        "robots.txt", "feed.xml", "feed.json",
    }  # fmt: skip


def test_a_feed_is_where_somebody_would_follow() -> None:
    told = [entry(f"n{number}", None, names={"Mara Ellison": ""}) for number in range(5)]
    told += [entry(f"m{number}", None, names={"Ivo Lund": ""}) for number in range(4)]
    site = Site(build_index(told), "A", "B", SITE)
    assert [planned.name for planned in site.files() if planned.name.startswith("people/")] == [
        f"people/mara-ellison/{name}" for name in ("briefings.csv", "briefings.jsonl", "feed.xml")
    ]
    assert site.page("people/mara-ellison.md").feed
    assert not site.page("people/ivo-lund.md").feed


def test_a_page_knows_its_neighbours_in_time() -> None:
    early = entry("early", dt.date(2024, 1, 1), names={"Mara Ellison": ""})
    late = entry("late", dt.date(2024, 5, 1), names={"Mara Ellison": ""})
    facts = Site(build_index([late, known(), early]), "A", "B", SITE, "https://code.example/edit/").page(
        "2024/story.md"
    )
    assert (facts.older.url, facts.newer.url) == ("2024/early/", "2024/late/")
    assert facts.correction == "https://code.example/edit/" + known().record.source.article


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+44 20", "'+44 20"),
        ("-1", "'-1"),
        ("@sum(a)", "'@sum(a)"),
        ("a=b", "a=b"),
        ("“@tarn” opens", "“@tarn” opens"),
        ("two\nlines", "two lines"),
    ],
)
def test_no_cell_of_the_table_is_a_formula(title: str, cell: str) -> None:
    rows = list(csv.DictReader(io.StringIO(table([known(title=title)], SITE))))
    assert rows[0]["title"] == cell
