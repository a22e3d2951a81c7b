"""What people bring: files of every kind, told by their content. All of it is made up."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from email.message import EmailMessage
from email.policy import SMTP
from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import BriefingError
from generator.sources import Reading, read_file

TITLE = "Lake ferry to Tarn is sold"
FIRST = (
    "The ferry that crosses the lake of Veldt was sold on Friday, its owner said, after three years of loss."
)
QUOTE = "“We have no other choice,” said Ada Lund, who ran it for nineteen years. “Nobody travels by water.”"
LAST = "The new owner, a maker of cider in Pell, wants to moor the ship and serve lunch on it from next June."
STORY = (
    FIRST,
    QUOTE,
    "The last crossing is on 5 May, and it is free for everyone who wants to come along.",
    LAST,
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
PLAIN = "\n\n".join(STORY)
PAGE = (
    f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{TITLE} | Veldt News</title></head>"
    f"<body><article><h1>{TITLE}</h1>{BODY}</article></body></html>"
)


def brought(data: bytes | str, name: str = "story") -> list[Reading | BriefingError]:
    return list(read_file(data.encode() if isinstance(data, str) else data, name))


def article(data: bytes | str, name: str = "story") -> Reading:
    (answer,) = brought(data, name)
    assert isinstance(answer, Reading), answer
    return answer


def shown(reading: Reading) -> list[str]:
    text = reading.article.text
    return [text[part.start : part.end] for part in reading.article.paragraphs]


def refusal(data: bytes | str, name: str = "story") -> str:
    (answer,) = brought(data, name)
    assert isinstance(answer, BriefingError)
    return str(answer)


def mail(*, archive: bool = False) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = f"Fwd: {TITLE}"
    message["Date"] = "Fri, 14 Mar 2031 09:30:00 +0100"
    if archive:
        message["Snapshot-Content-Location"] = "https://veldt-news.example/ferry"
        message.add_related(PAGE, subtype="html")
    else:
        message["From"] = "Veldt News <news@veldt-news.example>"
        message["To"] = "reader@mail.example"
        message["List-Id"] = "<news.veldt-news.example>"
        message.set_content(f"{TITLE}\n\n{PLAIN}")
        message.add_alternative(PAGE, subtype="html")
    return message.as_bytes()


SAME_STORY = [
    pytest.param(PAGE.encode(), "story.txt", id="a page by another name"),
    pytest.param(gzip.compress(PAGE.encode()), "story.html.gz", id="a packed page"),
    pytest.param(mail(), "letter.eml", id="a newsletter"),
    pytest.param(mail(archive=True), "page.mhtml", id="a web archive"),
    pytest.param(f'<html><body><iframe srcdoc="{BODY}"></iframe></body></html>', "a.html", id="a frame"),
    pytest.param(PAGE.replace("<article>", "<x-a><template shadowrootmode='open'>"), "a.html", id="a shadow root"),
    pytest.param(PAGE.encode("utf-16-le"), "wide.html", id="UTF-16 without a mark"),
    pytest.param(PAGE.encode().replace(b"free", b"fr\xe9e"), "bad.html", id="a byte that is no UTF-8"),
    pytest.param(PLAIN.encode().decode("latin-1"), "twice.txt", id="letters encoded twice"),
    pytest.param(PLAIN.replace("\n\n", "\r").encode("mac_roman"), "old.txt", id="an old Macintosh"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "name"), SAME_STORY)
def test_a_story_is_read_whatever_holds_it(data: bytes | str, name: str) -> None:
    paragraphs = shown(article(data, name))
    assert QUOTE in paragraphs
    assert paragraphs[-1] == LAST


def test_mended_letters_are_told() -> None:
    (warning,) = article(PLAIN.encode().decode("latin-1")).warnings
    assert warning.startswith("letters were mended")


def test_a_web_archive_and_a_newsletter_tell_where_they_come_from() -> None:
    saved = article(mail(archive=True)).article
    assert saved.metadata.url == "https://veldt-news.example/ferry"
    letter = article(mail()).article
    assert (letter.title, letter.metadata.outlet) == (TITLE, "Veldt News")
    assert str(letter.metadata.published) == "2031-03-14 09:30:00+01:00"


FEED = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>V</title>
<item><title>{TITLE}</title><link>https://veldt-news.example/ferry</link><dc:creator>Ada Roe</dc:creator>
<pubDate>Fri, 14 Mar 2031 09:30:00 +0100</pubDate><content:encoded><![CDATA[{BODY}]]></content:encoded></item>
<item><title>Short</title><description>Only a summary.</description></item>
<item><title>Draft</title><wp:status>draft</wp:status><content:encoded><![CDATA[{BODY}]]></content:encoded></item>
<item><title>Picture</title><wp:post_type>attachment</wp:post_type></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>{TITLE}</title><author><name>Ada Roe</name></author>
<link rel="alternate" href="https://veldt-news.example/ferry"/><published>2031-03-14T09:30:00+01:00</published>
<content type="html">{BODY.replace("<", "&lt;")}</content></entry></feed>"""


@pytest.mark.parametrize("feed", [FEED, ATOM], ids=["RSS", "Atom"])
def test_each_item_of_a_feed_is_an_article(feed: str) -> None:
    first = brought(feed, "feed.xml")[0]
    assert isinstance(first, Reading)
    known = first.article.metadata
    assert (first.article.title, known.author) == (TITLE, "Ada Roe")
    assert (known.url, str(known.published)) == (
        "https://veldt-news.example/ferry",
        "2031-03-14 09:30:00+01:00",
    )
    assert shown(first)[-1] == LAST


def test_items_without_a_story_are_told_one_by_one() -> None:
    _, *refused = brought(FEED, "feed.xml")
    assert [str(answer).partition(";")[0] for answer in refused] == [
        "feed.xml: item 2: it holds a summary, not the story",
        "feed.xml: item 3: it is a draft, which was never published",
    ]


def test_a_readers_export_in_json_is_read() -> None:
    row = {
        "title": TITLE,
        "url": "https://veldt-news.example/ferry",
        "content": BODY,
        "published_by": ["Ada Roe"],
    }
    reading = article(json.dumps([row]), "wallabag.json")
    assert (reading.article.title, reading.article.metadata.author) == (TITLE, "Ada Roe")


NOTES = [
    pytest.param(
        f'---\ntitle: "{TITLE}"\nsource: "https://veldt-news.example/ferry"\nauthor:\n  - "[[Ada Roe]]"\n'
        f"published: 2031-03-14\ncreated: 2031-03-20\ntags:\n  - clippings\n---\n{PLAIN}",
        id="Obsidian Web Clipper",
    ),
    pytest.param(
        f"---\nid: 0b1c\ntitle: >\n  {TITLE}\nauthor: >\n  Ada Roe\ndate_published: 2031-03-14 09:30:00\n---\n\n"
        f"# {TITLE}\n#Omnivore\n\n[Read on Omnivore](https://omnivore.example/1)\n"
        f"[Read Original](https://veldt-news.example/ferry)\n\n{PLAIN}",
        id="Omnivore",
    ),
    pytest.param(
        f"---\ncreated: 2031-03-20T10:00:00 (UTC +01:00)\nsource: https://veldt-news.example/ferry\nauthor: Ada Roe\n"
        f"date: 2031-03-14\n---\n\n# {TITLE}\n\n> ## Excerpt\n> The ferry was sold.\n\n---\n{PLAIN}",
        id="MarkDownload",
    ),
    pytest.param(
        f"# {TITLE}\n\n## Metadata\n- Author: [[Ada Roe]]\n- Full Title: {TITLE}\n- Category: #articles\n"
        f"- Published Date: 2031-03-14\n- URL: https://veldt-news.example/ferry\n\n## Highlights\n\n{PLAIN}",
        id="Readwise",
    ),
    pytest.param(
        f"# {TITLE}\n\nURL: https://veldt-news.example/ferry\nCreated: March 20, 2031 10:00 AM\n"
        f"Published: March 14, 2031\nAuthor: Ada Roe\n\n{PLAIN}",
        id="Notion",
    ),
    pytest.param(
        f'---\nlayout: post\ntitle:  "{TITLE}"\ndate:   2031-03-14 09:30:00 +0100\nauthor: Ada Roe\n'
        f"canonical_url: https://veldt-news.example/ferry\n---\n{{% include top.html %}}\n{PLAIN}",
        id="Jekyll",
    ),
    pytest.param(
        f'+++\ntitle = "{TITLE}"\ndate = 2031-03-14T09:30:00+01:00\nauthors = ["Ada Roe"]\ndraft = false\n'
        f'canonical = "https://veldt-news.example/ferry"\n+++\n{{{{< figure src="a.jpg" >}}}}\n{PLAIN}',
        id="Hugo",
    ),
]


@pytest.mark.parametrize("note", NOTES)
def test_the_fields_of_a_tool_for_notes_get_our_names(note: str) -> None:
    reading = article(note, "note.md")
    known = reading.article.metadata
    assert (reading.article.title, known.author) == (TITLE, "Ada Roe")
    assert (known.url, str(known.published)[:10]) == ("https://veldt-news.example/ferry", "2031-03-14")
    paragraphs = shown(reading)
    assert (paragraphs[0], paragraphs[-1]) == (FIRST, LAST)


def test_fields_without_a_place_are_told() -> None:
    reading = article(f"---\ntitle: {TITLE}\nrating: 5\nmood: calm\n---\n{PLAIN}", "a.md")
    assert reading.warnings == ("fields without a place were left out: mood, rating",)


def test_a_title_with_a_colon_needs_no_quotation_marks() -> None:
    assert article(f"---\ntitle: Veldt: the ferry is sold\n---\n{PLAIN}", "a.md").article.title == (
        "Veldt: the ferry is sold"
    )


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("The [town][1] pays.\n\n[1]: https://veldt.example", "The town pays."),
        ("The [[Town of Veldt|town]] pays.", "The town pays."),
        ("It costs \\$40 \\[net\\].", "It costs $40 [net]."),
        ("It was sold.[^1]\n\n[^1]: By auction.", "It was sold."),
        ("The <mark>town</mark> <a href='x'>pays</a>.", "The town pays."),
        ("![ship](a.jpg)\n*The ship at its berth.*\n\nIt was sold.", "It was sold."),
        (
            "It was sold. ([Roe, 2031](zotero://select/items/A)) ([pdf](zotero://open/A?page=1))",
            "It was sold.",
        ),
    ],
)
def test_marks_of_notes_do_not_stay_in_the_text(written: str, seen: str) -> None:
    text = article(f"# {TITLE}\n\n{written}\n\n{PLAIN}", "a.md").article.text
    assert seen in text
    assert not any(mark in text for mark in ("[^", "zotero", "<mark>", "[[", "\\$", "a.jpg", "at its berth"))


def test_what_was_copied_with_a_story_is_left_out() -> None:
    copied = (
        f"Veldt News\nSections\nSearch\n{TITLE}\nBy Ada Roe\nMarch 14, 2031\nShare\n\n{PLAIN}\n\n"
        "More from Veldt News\nHarbour opens\nTerms of use\nPrivacy policy"
    )
    reading = article(copied, "copied.txt")
    text = " ".join(shown(reading))
    assert reading.article.metadata.author == "Ada Roe"
    assert not any(word in text for word in ("Sections", "Terms of use", "Harbour opens"))


def zipped(name: str, content: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, content)
    return stream.getvalue()


REFUSED = [
    (b"\x89PNG\r\n\x1a\n" + bytes(40), "it is a picture, not text"),
    (b"\xff\xd8\xff\xe0" + bytes(40), "it is a picture, not text"),
    (zipped("a.txt", PLAIN), "it is an archive of files; unpack it, and add the folder"),
    (zipped("mimetype", "application/epub+zip"), "it is an electronic book"),
    (zipped("[Content_Types].xml", "<Types/>"), "it is a document of an office program"),
    (b"{\\rtf1\\ansi Rain fell.}", "it is rich text (RTF)"),
    (b"[InternetShortcut]\nURL=https://veldt.example/1", "it is a shortcut to an address, not a story"),
    (b"<?xml version='1.0'?><!DOCTYPE plist><plist><dict><key>URL</key></dict></plist>", "it is a shortcut"),
    (b"<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF='https://a.example'>a</A></DL>", "it is a list of addr"),
    (b"title,url,tags\n" + b"A,https://a.example,x\n" * 5, "it is a list of addresses, not a story; save each"),
    (b"- [A](https://a.example)\n- [B](https://b.example)\n- https://c.example\n", "it is a list of addresses"),
    (b'[{"title": "A", "url": "https://a.example"}]', "it is a list of addresses"),
    (b'{"a": 1, "b": [2, 3]}', "it is a file of data, not a story"),
    (b"year;cars\n2030;14000\n2031;15000\n2032;16000\n", "it is a table, not a story"),
    (b"import os\n\ndef main():\n    return os.name;\n\nclass A:\n    x = {\n    }\n", "it is program code, not a story"),
    (b"BEGIN:VCALENDAR\nSUMMARY:Council\nEND:VCALENDAR", "it is a file of data"),
    (gzip.compress(PAGE.encode())[:60], "it is a broken gzip file; save the story again"),
    (b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF", "it is a PDF"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "reason"), REFUSED, ids=[reason[:40] for _, reason in REFUSED])
def test_what_is_no_story_is_refused_by_name(data: bytes, reason: str) -> None:
    assert f"story: {reason}" in refusal(data)


def pdf(lines: list[str]) -> bytes:
    """A PDF of one page with these lines, as a program writes it."""
    shown_lines = "".join(f"({line}) Tj T* " for line in lines)
    stream = f"BT /F1 11 Tf 14 TL 72 760 Td {shown_lines}ET".encode()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer <</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 6\n0000000000 65535 f \n" + table + end


def test_a_pdf_with_text_is_an_article() -> None:
    pytest.importorskip("pypdf")
    paragraphs = [FIRST, STORY[2], LAST, FIRST.replace("Friday", "Monday")]
    lines = [TITLE, "", *(line for part in paragraphs for line in (*wrap(part, 60), ""))]
    text = article(pdf(lines)).article.text
    assert FIRST in text
    assert LAST in text


@given(st.binary(max_size=300))
def test_any_bytes_are_an_article_or_one_clear_line(data: bytes) -> None:
    for prefix in (b"", b"From: a\nSubject: b\n\n", b"<rss><item>", b"---\ntitle: ", b"+++\n", b"%PDF-"):
        for answer in brought(prefix + data):
            assert isinstance(answer, Reading) or "\n" not in str(answer)
