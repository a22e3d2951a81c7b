"""Notes as tools write them: fields above, lines of properties, marks in the text. All made up."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from generator.errors import BriefingError
from generator.sources.formats.copied import story_of_copy
from generator.sources.formats.markdown_text import first_heading, original_address, plain_note
from generator.sources.formats.properties import header_of, split_fields, split_properties


@pytest.mark.parametrize(
    ("text", "fields", "rest"),
    [
        ("---\ntitle: Ferry sold\n---\nIt was.\n", {"title": "Ferry sold"}, "It was.\n"),
        ("\n---\ntitle: Ferry sold\n---\nIt was.\n", {"title": "Ferry sold"}, "It was.\n"),
        ("---\ntitle: Ferry: sold\nby: Ida Roe\n---\nX", {"title": "Ferry: sold", "by": "Ida Roe"}, "X"),
        ('---\ntitle: "Ferry: sold" at last\n---\nX', {"title": 'Ferry: sold" at last'}, "X"),
        ('+++\ntitle = "Ferry sold"\n+++\nIt was.\n', {"title": "Ferry sold"}, "It was.\n"),
        ("+++\nno toml here\n+++\nX", {}, "+++\nno toml here\n+++\nX"),
        ("Ferry sold\n\n---\n\nIt was.", {}, "Ferry sold\n\n---\n\nIt was."),
        ("", {}, ""),
    ],
    ids=[
        "YAML",
        "a blank line above",
        "a colon in a title",
        "a quoted word",
        "TOML",
        "broken TOML",
        "a rule",
        "nothing",
    ],
)
def test_fields_above_a_note_are_read_as_its_tool_wrote_them(
    text: str, fields: dict[str, Any], rest: str
) -> None:
    assert split_fields(text, "note.md") == (fields, rest)


@pytest.mark.parametrize("text", ["---\ntitle: Ferry\n", "---\n[: x\n---\nX", "---\n- a: b: c\n- d\n---\nX"])
def test_fields_that_nobody_can_read_are_refused_with_the_name_of_the_file(text: str) -> None:
    with pytest.raises(BriefingError, match=r"note\.md"):
        split_fields(text, "note.md")


@pytest.mark.parametrize(
    ("text", "fields", "rest"),
    [
        (
            "Author: Ida Roe\nURL: https://a.example/f\n\nText.",
            {"Author": "Ida Roe", "URL": "https://a.example/f"},
            "\nText.",
        ),
        (
            "# Ferry\n- **Author:** Ida Roe\n- **Date:** 2031-03-14\n\nText.",
            {"Author": "Ida Roe", "Date": "2031-03-14"},
            "# Ferry\n\nText.",
        ),
        (
            "author:: Ida Roe\nlink:: https://a.example/f\n",
            {"author": "Ida Roe", "link": "https://a.example/f"},
            "",
        ),
        ("Author: Ida Roe\n\nText.", {}, None),
        ("Author: Ida Roe\nURL: https://a.example/f\nText goes on.", {}, None),
        ("Lund: We have no choice.\nRoe: Then sell it.\n\nText.", {}, None),
        ("Text.\n\nAuthor: Ida Roe\nURL: https://a.example/f\n", {}, None),
    ],
    ids=[
        "plain",
        "a list below the headline",
        "two colons",
        "one line is a text",
        "no end",
        "a conversation",
        "further down",
    ],
)
def test_a_block_of_properties_is_told_from_a_text(
    text: str, fields: dict[str, str], rest: str | None
) -> None:
    assert split_properties(text) == (fields, text if rest is None else rest)


DAY = dt.datetime(2031, 3, 14).date()


@pytest.mark.parametrize(
    ("key", "value", "known"),
    [
        ("title", "Ferry sold", {"title": "Ferry sold"}),
        ("Full Title", "Ferry sold", {"title": "Ferry sold"}),
        ("headline", "[[Ferry sold]]", {"title": "Ferry sold"}),
        ("published", "2031-03-14", {"published": DAY}),
        ("datePublished", "2031-03-14", {"published": DAY}),
        ("date-published", "14 March 2031", {"published": DAY}),
        ("date", DAY, {"published": DAY}),
        ("author", "By Ida Roe", {"author": "Ida Roe"}),
        ("authors", ["[[Ida Roe]]", "[[people/lund|Ben Lund]]"], {"author": "Ida Roe, Ben Lund"}),
        ("creator", {"name": "Ida Roe"}, {"author": "Ida Roe"}),
        ("byline", "Roe, Ida", {"author": "Ida Roe"}),
        ("source", "https://a.example/f?utm_source=x", {"url": "https://a.example/f"}),
        ("source", "Veldt News", {"outlet": "Veldt News"}),
        ("link", "[Ferry](https://a.example/f)", {"url": "https://a.example/f"}),
        ("Publication Title", "Veldt News", {"outlet": "Veldt News"}),
        ("site", "https://a.example", {}),
        ("lang", "en-GB", {"language": "en"}),
        ("published", "soon", {}),
        ("url", "a.example/f", {}),
        ("author", "@idaroe", {}),
        ("title", "", {}),
        ("tags", ["ferry"], {}),
        ("rating", 5, {}),
    ],
)
def test_a_tools_field_is_read_under_our_name_or_left_out(
    key: str, value: object, known: dict[str, Any]
) -> None:
    assert header_of({key: value}) == (known, [] if known else [key])


@pytest.mark.parametrize("order", [1, -1])
def test_our_own_name_counts_before_a_tools_whatever_their_order(order: int) -> None:
    fields = dict([("headline", "Ferry"), ("title", "Ferry sold")][::order])
    assert header_of(fields) == ({"title": "Ferry sold"}, ["headline"])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("The [[Tarn]] ferry", "The Tarn ferry"),
        ("The [[places/tarn|Tarn]] ferry", "The Tarn ferry"),
        ("The [ferry][1] is sold\n\n[1]: https://a.example/f", "The ferry is sold\n\n"),
        ("It is sold.[^1]\n\n[^1]: Says the office.", "It is sold.\n\n"),
        ("It \\*is\\* sold", "It *is* sold"),
        ("It is <em>sold</em><br/>", "It is sold"),
        ("a < b and b > c", "a < b and b > c"),
        ("It is sold.<!-- check -->", "It is sold."),
        ("![[ship.png]]\nIt is sold.", "\nIt is sold."),
        ("![Ship](ship.png)\n*The ship at Tarn.*\nIt is sold.", "\nIt is sold."),
        ("#ferry #tarn/lake\nIt is sold.", "\nIt is sold."),
        ("It is No. #1 in Tarn", "It is No. #1 in Tarn"),
        ('{{< figure src="a.png" >}}It is sold.', "It is sold."),
        ("{% raw %}It is sold.{% endraw %}", "It is sold."),
        ("It is sold.\n```\nx = 1\n```\nOn Friday.", "It is sold.\n\nOn Friday."),
        ("It is sold. ([Page 3](zotero://open-pdf/1))", "It is sold."),
        ("It is sold. ([Page 3](https://a.example/3))", "It is sold. ([Page 3](https://a.example/3))"),
        ("[Read Original](https://a.example/f)\nIt is sold.", "\nIt is sold."),
        ("## Highlights\nIt is sold.", "It is sold."),
    ],
)
def test_a_note_is_read_without_the_marks_of_its_tool(written: str, read: str) -> None:
    assert plain_note(written).strip("\n") == read.strip("\n")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("[Read Original](https://a.example/f)", "https://a.example/f"),
        ("x\n\n[View Original](http://a.example/f)", "http://a.example/f"),
        ("[Read on](https://a.example/f)", None),
        ("[Read Original](javascript:x)", None),
        ("x" * 5000 + "[Read Original](https://a.example/f)", None),
    ],
)
def test_an_export_names_its_original(text: str, address: str | None) -> None:
    assert original_address(text) == address


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("# Ferry sold\n\nIt was.", "Ferry sold"),
        ("\n\n## Ferry *sold* ##\n", "Ferry sold"),
        ("#ferry\nIt was.", None),
        ("It was.\n\n# Ferry sold", None),
        ("", None),
    ],
)
def test_the_heading_that_a_note_begins_with(text: str, heading: str | None) -> None:
    assert first_heading(text) == heading


STORY = "The ferry that crosses the lake was sold on Friday.\nIts owner had no other choice, she said."


@pytest.mark.parametrize(
    ("copied", "kept"),
    [
        (STORY, STORY),
        (
            f"Home\nNews\nFerry to Tarn is sold\nBy Ida Roe\n{STORY}",
            f"Ferry to Tarn is sold\nBy Ida Roe\n{STORY}",
        ),
        (
            f"Home\nNews\nThe harbour opens in June, says the office.\nFerry is sold\nBy Ida Roe\n{STORY}",
            None,
        ),
        (f"{STORY}\nRead more\nHarbour opens\nFares rise", STORY),
        (f"Read more\n{STORY}", None),
        (f"{STORY}\nRead more\nThe harbour is to open in June, says the office.", None),
        ("", ""),
    ],
    ids=[
        "only a story",
        "a menu above",
        "a sentence above",
        "pointers below",
        "a pointer above",
        "a sentence below",
        "nothing",
    ],
)
def test_what_was_copied_around_a_story_is_cut(copied: str, kept: str | None) -> None:
    assert story_of_copy(copied) == (copied if kept is None else kept)
