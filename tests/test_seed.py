"""The archive's first briefing, read against its source."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest

from generator.archive import Project, Record, Settings, load_record
from generator.review.check import check_archive
from generator.sources import read_article
from tests.conftest import ROOT

NAME = "russia-threatens-to-abandon-nasa-on-iss"
PATH = f"articles/{NAME}.txt"


@pytest.fixture(scope="module")
def record() -> Record:
    return load_record((ROOT / "briefings" / "undated" / f"{NAME}.md").read_text(encoding="utf-8"), NAME)


def test_the_article_is_kept_byte_for_byte() -> None:
    data = (ROOT / PATH).read_bytes()
    assert (
        hashlib.sha256(data).hexdigest() == "98c41b95b583bfbdc096f92b73e251e5a1fcd423dcb5aa08b5a8c3bd8d5482c6"
    )


def test_the_committed_briefing_is_what_the_generator_makes_today() -> None:
    findings = check_archive(Project(ROOT), today=dt.date.max - dt.timedelta(days=1))
    assert [str(finding) for finding in findings if not finding.hint] == []


def test_nothing_is_invented_about_the_source(record: Record) -> None:
    assert record.title == "Russia threatens to abandon NASA on ISS and join China's space mission"
    assert (record.source.outlet, record.source.domain) == ("Express", "express.co.uk")
    assert (record.published, record.source.url, record.source.author) == (None, None, None)


def test_pointers_and_the_source_line_are_no_part_of_the_body() -> None:
    article = read_article((ROOT / PATH).read_bytes(), PATH)
    body = [article.text[p.start : p.end] for p in article.paragraphs]
    assert len(body) == 9
    assert not any("READ MORE" in line or "source:" in line for line in body)


def test_the_quotations_are_whole_and_have_their_speakers(record: Record) -> None:
    said = [(quote.speaker, quote.role, [p.paragraph for p in quote.passages]) for quote in record.quotes]
    assert said == [
        ("Roscosmos", None, [2, 3]),
        ("Dmitry Rogozin", "the head of Roscosmos", [6]),
        ("Zhou Jianping", "the chief designer of China’s manned space programme", [9]),
    ]
    words = [" / ".join(passage.text for passage in quote.passages) for quote in record.quotes]
    assert words == [
        "Considering the strategic nature of partnership relations between Russia and China, we will, "
        "undoubtedly, develop cooperation with Chinese partners in the field of manned cosmonautics. / "
        "Co-operation with the Chinese side in this sphere has been organized within the framework of the "
        "joint Russian-Chinese commission for cooperation in manned cosmonautic.",
        "Co-operation between Glonass and Beidou [China’s satellite navigational system] can quite "
        "spread to communications and surveillance clusters.",
        "We would actively promote foreign astronauts’ participation in the work in China’s space station, "
        "which is an important part of international cooperation.",
    ]


def test_a_short_article_may_show_more_at_the_default_share(record: Record) -> None:
    assert Project(ROOT).settings() == Settings()
    assert 35 < record.source.share <= 65


def test_what_copying_broke_is_repaired_where_it_is_shown(record: Record) -> None:
    assert "400- tonne" in record.summary[0].text
    assert "400-tonne" in record.summary[0].shown


def test_every_passage_stands_in_the_article_at_its_offsets(record: Record) -> None:
    article = read_article((ROOT / PATH).read_bytes(), PATH)
    for passage in record.passages():
        assert article.text[passage.start : passage.end] == passage.text
        paragraph = article.blocks[passage.paragraph]
        assert paragraph.start <= passage.start < passage.end <= paragraph.end


def test_who_and_what_is_named_each_once(record: Record) -> None:
    named = {kind: [entity.name for entity in group] for kind, group in record.entities.items()}
    assert sorted(named["person"]) == ["Dmitry Rogozin", "Zhou Jianping"]
    assert {"NASA", "Roscosmos", "China Global Television Network"} <= set(named["organisation"])
    assert {"Russia", "China", "Beijing"} <= set(named["place"])
    assert {"Glonass", "Beidou"} <= set(named["product"])
    assert any("Sfera" in name for name in named["event"])
    assert sum("International Space Station" in names for names in named.values()) == 1
    names = [name.casefold() for group in named.values() for name in group]
    assert len(names) == len(set(names))
    aliases = {entity.name: entity.aliases for group in record.entities.values() for entity in group}
    assert "Mr Rogozin" in aliases["Dmitry Rogozin"]
    assert "ISS" in aliases["International Space Station"]
    assert "CGTN" in aliases["China Global Television Network"]


def test_the_summary_is_three_or_four_whole_sentences(record: Record) -> None:
    assert 3 <= len(record.summary) <= 4
    for passage in record.summary:
        assert passage.text[0].isupper()
        assert passage.text.endswith(".")
