"""The front matter of a briefing: what is written reads back equal, and what is wrong is named."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.archive import Named, Passage, Record, Statement, dump_front_matter, load_record
from generator.archive.records import Source
from generator.errors import FrontMatterError

# Everything that an article file can hold: C1 control characters, among them the line break NEL, too.
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters=map(chr, range(32))), min_size=1, max_size=60)
ODD = [
    "yes",
    "- a",
    "a: b",
    "'",
    '"',
    "# x",
    "null",
    "2024-01-31",
    "---",
    "😀 ok",
    "now\x85or never",
    "now\u2028or never",
    "{a}",
    "*a",
    " padded ",
    "é\u2028é",
]


def statement(speaker: str | None, passages: list[Passage], **fields: Any) -> Statement:
    """A quotation, or what `fields` say."""
    defaults = {"id": "0" * 12, "kind": "quoted", "role": None, "cue": None}
    return Statement(speaker=speaker, passages=passages, **defaults | fields)


def record(text: str = "The words.", published: dt.date | None = None) -> Record:
    """A record that holds `text` in every field that people fill."""
    passage = Passage(text=text, paragraph=1, start=0, end=len(text))
    return Record(
        fingerprint="0" * 32,
        title=text,
        published=published,
        source=Source(
            outlet=text,
            domain=text,
            url=text,
            author=text,
            language="en",
            article=text,
            sha256="0" * 64,
            words=3,
        ),
        summary=[passage],
        quotes=[statement(text, [passage], role=text, cue=text)],
        reported=[statement(text, [passage], role=text, cue=text, kind="reported", id="1" * 12)],
        entities={"person": [Named(name=text, aliases=[text], role=text, mentions=1)]},
        tags=[text],
    )


@given(
    TEXTS | st.sampled_from(ODD),
    st.none() | st.dates(dt.date(1000, 1, 1)) | st.datetimes(dt.datetime(1000, 1, 1)),
)
def test_what_is_written_reads_back_equal(text: str, published: dt.date | None) -> None:
    front_matter = dump_front_matter(record(text, published))
    assert load_record(front_matter + "\nbody", "a.md") == record(text, published)


@pytest.mark.parametrize("text", ODD)
def test_other_yaml_readers_see_the_same(text: str) -> None:
    fields = yaml.safe_load(dump_front_matter(record(text)).removesuffix("---\n"))
    assert fields["title"] == text
    assert fields["schema"] == 2


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"schema": "1"}, "schema: Input should be 2"),
        ({"title": ""}, "title: String should have at least 1 character"),
        ({"summary": "text"}, "summary: Input should be a valid list"),
        ({"extra": 1}, "extra: Extra inputs are not permitted"),
        ({"entities": {"animal": []}}, "entities.animal.[key]: Input should be 'person', 'organisation'"),
    ],
)
def test_a_field_that_breaks_the_schema_is_named(change: dict[str, object], message: str) -> None:
    fields = record().model_dump(by_alias=True) | change
    with pytest.raises(FrontMatterError) as caught:
        load_record(f"---\n{yaml.safe_dump(fields)}---\n", "2024/a.md")
    assert str(caught.value).startswith(f"2024/a.md: {message}")
    assert 'delete the file and run "briefing build"' in str(caught.value)


def test_a_briefing_with_merge_marks_is_reported_and_not_understood() -> None:
    with pytest.raises(FrontMatterError):
        load_record("---\n<<<<<<< ours\ntitle: A\n=======\ntitle: B\n>>>>>>> theirs\n---\n", "a.md")
