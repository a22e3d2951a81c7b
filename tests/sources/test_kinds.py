"""What kind of file somebody brought, by its bytes and its text; items of feeds and exports. All made up."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.errors import SourceError
from generator.sources.formats.feeds import Item, feed_items, json_items
from generator.sources.formats.kinds import REFUSED, kind_of_bytes, kind_of_text

BYTES = [
    (b"%PDF-1.7 x", "pdf"),
    (b"\n\n%PDF-1.4 behind a blank", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff\xe0", "picture"),
    (b"GIF89a", "picture"),
    (b"RIFF\0\0\0\0WEBPVP8 ", "picture"),
    (b"\0\0\0\x20ftypheic", "picture"),
    (b"RIFF\0\0\0\0WAVEfmt ", "recording"),
    (b"\0\0\0\x20ftypisom", "recording"),
    (b"ID3\x03", "recording"),
    (b"OggS\0", "recording"),
    (b"wOF2\0", "font"),
    (b"BM\x36\0\0", "picture"),
    (b"BM said on Friday that the ferry is sold.", None),
    (b"BZh91AY", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"PK\x03\x04 story.txt", "archive"),
    (b"PK\x03\x04 mimetypeapplication/epub+zip", "book"),
    (b"PK\x03\x04 [Content_Types].xml", "office"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1", "office"),
    (b"\x1f\x8b\x08\0", "packed"),
    (b"\x7fELF\x02", "program"),
    (b"SQLite format 3\0", "database"),
    (b"bplist00", "shortcut"),
    (b"[InternetShortcut]\nURL=https://a.example/f", "shortcut"),
    (b"<?xml version='1.0'?><!DOCTYPE plist PUBLIC>", "shortcut"),
    (b"{\\rtf1\\ansi The ferry is sold.}", "rich"),
    (b"<!DOCTYPE NETSCAPE-Bookmark-file-1>", "addresses"),
    (b"<?xml version='1.0'?><rss version='2.0'>", "feed"),
    (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
    (b"\xef\xbb\xbf  <!DOCTYPE html><title>Ferry</title>", "page"),
    (b"<style>" + b" " * 9000 + b"</style><p>Ferry", "page"),
    (b"<svg xmlns='x'><title>Ferry</title></svg>", None),
    (b"From: a@b.example\r\nSubject: Ferry\r\nDate: Fri, 14 Mar 2031\r\n\r\nText", "mail"),
    (b"From: Ada Lund\nTo be read at once: yes\n\nText", None),
    (b"The ferry is sold. <p> is a tag.", None),
    (b"", None),
]


@pytest.mark.parametrize(("data", "kind"), BYTES, ids=[repr(data[:24]) for data, _ in BYTES])
def test_a_file_is_what_its_bytes_say_not_its_name(data: bytes, kind: str | None) -> None:
    assert kind_of_bytes(data) == kind


STORY = (
    "The ferry was sold on Friday.\nIts owner, Ada Lund, had no choice.\nIt sails until May.\nThen it stops."
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (STORY, "note"),
        ("", "note"),
        ("\ufeff" + STORY, "note"),
        ("[Tarn] The ferry was sold.", "note"),
        ("{This is how it ends}", "note"),
        ("[[Tarn]] is where it sails.", "note"),
        ('{"title": "Ferry"}', "json"),
        ('[["a", 1]]', "json"),
        ("[1, 2", "note"),
        ("https://a.example/1\nhttps://a.example/2\nhttps://a.example/3", "addresses"),
        ("- [Ferry](https://a.example/1)\n- [Tarn](https://a.example/2)\n- www.a.example", "addresses"),
        ("The source:\nhttps://a.example/1\n" + STORY, "note"),
        ("day,berth,fare\n1,Tarn,4\n2,Pell,5", "table"),
        ("day\tberth\n1\tTarn\n2\tPell", "table"),
        ("title;url\nFerry;https://a.example/1\nTarn;https://a.example/2", "addresses"),
        ("On Friday, it was sold.\nOn Monday, it sails.\nOn Sunday, it rests.", "note"),
        ("Friday, Tarn\nMonday\nSunday, Pell, Tarn", "note"),
        ("import os\n\ndef sell(ferry):\n    ferry.sold = True\n    return ferry;\n", "code"),
        (".a {\n  color: red;\n}\n.b {\n  top: 0;\n}\n", "code"),
        ("BEGIN:VCALENDAR\nVERSION:2.0", "data"),
        ("WEBVTT\n\n00:01 --> 00:02\nThe ferry", "data"),
        ("TY  - NEWS\nTI  - Ferry", "data"),
        ("\\documentclass{article}", "data"),
        ("@article{ferry, title={Ferry}}", "data"),
    ],
)
def test_a_text_is_a_story_or_what_programs_and_lists_are_made_of(text: str, kind: str) -> None:
    assert kind_of_text(text) == kind


@pytest.mark.parametrize("kind", sorted(REFUSED))
def test_what_holds_no_story_is_refused_with_something_to_do(kind: str) -> None:
    problem, remedy = REFUSED[kind]
    assert problem.startswith("it is ")
    assert remedy.split()[0] in {"save", "open", "unpack"}


LONG = " ".join(f"The ferry number {number} was sold on Friday." for number in range(12))


def rss(inside: str, head: str = "") -> list[Item]:
    return list(feed_items(f"<rss><channel>{head}<item>{inside}</item></channel></rss>".encode(), "f.xml"))


ENCODED = f"<encoded xmlns='http://purl.org/rss/1.0/modules/content/'><![CDATA[<p>{LONG}</p>]]></encoded>"


@pytest.mark.parametrize(
    ("inside", "fields"),
    [
        ("<title>Ferry sold</title>", {"title": "Ferry sold"}),
        ("<link>https://a.example/f</link>", {"url": "https://a.example/f"}),
        ("<guid>https://a.example/g</guid>", {"url": "https://a.example/g"}),
        ("<guid>7</guid><link>https://a.example/f</link>", {"url": "https://a.example/f"}),
        ("<link rel='self' href='https://a.example/x'/>", {}),
        ("<pubDate>Fri, 14 Mar 2031 09:30:00 GMT</pubDate>", {"published": "Fri, 14 Mar 2031 09:30:00 GMT"}),
        ("<dc:creator xmlns:dc='d'>Ida Roe</dc:creator>", {"author": "Ida Roe"}),
        ("<author><name>Ida Roe</name></author>", {"author": "Ida Roe"}),
        ("<title>  </title><!-- none -->", {}),
    ],
)
def test_an_item_of_a_feed_tells_of_its_story(inside: str, fields: dict[str, str]) -> None:
    (item,) = rss(ENCODED + inside)
    assert item.fields == fields
    assert item.refused is None
    assert item.text.startswith("The ferry number 0 was sold")


@pytest.mark.parametrize(
    ("inside", "refused"),
    [
        ("<description>The ferry is sold.</description>", "it holds a summary, not the story"),
        ("", "it holds a summary, not the story"),
        (f"{ENCODED}<status>draft</status>", "it is a draft, which was never published"),
        (f"{ENCODED}<status>publish</status>", None),
        (f"{ENCODED}<description>The ferry is sold.</description>", None),
    ],
    ids=["a summary", "nothing", "a draft", "a published post", "a summary beside the story"],
)
def test_an_item_without_a_story_is_refused_with_the_reason(inside: str, refused: str | None) -> None:
    assert [item.refused for item in rss(inside)] == [refused]


@pytest.mark.parametrize("kind", ["attachment", "nav_menu_item", "wp_template"])
def test_what_an_export_holds_beside_posts_is_passed_over(kind: str) -> None:
    assert rss(f"{ENCODED}<post_type>{kind}</post_type>") == []


@pytest.mark.parametrize("data", [b"", b"\0\0"])
def test_what_is_no_xml_is_refused_in_one_clear_line(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"f\.xml: it is no feed that can be read"):
        list(feed_items(data, "f.xml"))


def test_an_entity_of_a_feed_names_no_file() -> None:
    data = f"<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><rss><item><title>&e;</title>{ENCODED}</item></rss>"
    (item,) = feed_items(data.encode(), "f.xml")
    assert "title" not in item.fields or item.fields["title"] == "&e;"


@pytest.mark.parametrize(
    ("value", "fields"),
    [
        ({"title": "Ferry", "content": LONG}, [{"title": "Ferry"}]),
        (
            {"items": [{"content_html": f"<p>{LONG}</p>", "url": "https://a.example/f"}]},
            [{"url": "https://a.example/f"}],
        ),
        (
            [{"content": LONG, "published_at": "2031-03-14", "published_by": ["Ida Roe"]}],
            [{"published": "2031-03-14", "author": ["Ida Roe"]}],
        ),
        (
            [{"content": LONG, "given_url": "https://a.example/f", "language": "en"}],
            [{"url": "https://a.example/f", "language": "en"}],
        ),
        ([{"content": "  ", "text": LONG}], [{}]),
        ({"version": 3, "rows": [1, 2]}, []),
        ([1, "a", None], []),
        ("text", []),
        (7, []),
    ],
)
def test_an_export_in_json_gives_the_items_that_have_a_story(
    value: object, fields: list[dict[str, Any]]
) -> None:
    found = json_items(json.dumps(value))
    assert [item.fields for item in found] == fields
    assert all(item.text.startswith("The ferry number 0") and item.refused is None for item in found)
