"""Saved web pages: made by hand after public structures of news pages, about made-up people and bodies."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import BriefingError
from generator.sources import Article, read_article
from generator.sources.decoding import decode
from generator.sources.page.bounds import excess
from tests.conftest import ROOT

PAGES, REFUSED = ROOT / "tests" / "pages", ROOT / "tests" / "refused_pages"
GOLDEN = ROOT / "tests" / "golden"
"""Holds the pages whose whole briefing is tested, too."""


def read(name: str, folder: Path = PAGES) -> Article:
    return read_article((folder / name).read_bytes(), name)


def test_a_page_states_what_is_known_in_json_ld() -> None:
    article = read("courier.html")
    known = article.metadata
    assert article.title == "Harbour bridge to close for a year after cracks are found"
    assert known.published == dt.datetime(2031, 3, 12, 6, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    assert (known.outlet, known.author) == ("The Halden Courier", "Lena Okoro, Tomas Reyl")
    assert known.url == "https://www.halden-courier.example/news/2031/03/12/harbour-bridge-to-close"
    assert (known.domain, known.language) == ("halden-courier.example", "en")


def test_only_the_story_of_a_page_is_its_text() -> None:
    article = read("courier.html")
    body = [article.text[p.start : p.end] for p in article.paragraphs]
    assert (len(body), body[0][:26], body[-1][-20:]) == (
        5,
        "The harbour bridge at Hald",
        "harbour office said.",
    )
    assert not any(
        word in " ".join(body) for word in ("cookies", "Share", "Ferry fares", "newsletter", "Image")
    )


@pytest.mark.parametrize(
    ("folder", "name", "published", "author", "outlet"),
    [
        (PAGES, "weblog.html", dt.date(2031, 4, 2), "Ivo Lund", "Orbit Notes"),
        (GOLDEN, "release.html", dt.date(2031, 6, 9), None, None),
        (PAGES, "liveblog.html", dt.datetime(2031, 5, 4, 5, tzinfo=dt.UTC), None, "Veldt News"),
        (GOLDEN, "leuchtturm.html", dt.date(2031, 1, 20), "Jürgen Böll", "Haldener Bote"),
    ],
)
def test_pages_of_many_makes_are_understood(
    folder: Path, name: str, published: dt.date, author: str | None, outlet: str | None
) -> None:
    article = read(name, folder)
    known = article.metadata
    assert (known.published, known.author, known.outlet) == (published, author, outlet)
    assert 4 <= len(article.paragraphs) <= 6


@pytest.mark.parametrize(
    ("name", "first", "last", "author", "outlet"),
    [
        (
            "graph.html",
            "Night trains between",
            "stand ready from March to May.",
            "Ida Marsh",
            "Tarn Messenger",
        ),
        ("opengraph.html", "Geologists who were", "becomes a reserve.", "Orla Venn", "Veldt Science"),
        ("microdata.html", "The owners of six cafés", "in force elsewhere.", "Rosa Çelik", "Pell Gazette"),
        ("mobile.html", "The apple harvest in Tarn", "answer in October.", "Niall Ash", "The Halden Courier"),
        ("crowded.html", "From August, anyone", "to remain unnamed.", "Pia Strand", "Halden Today"),
    ],
)
def test_a_page_of_any_content_system_gives_its_story_and_no_more(
    name: str, first: str, last: str, author: str, outlet: str
) -> None:
    article = read(name)
    body = [article.text[p.start : p.end] for p in article.paragraphs]
    assert (body[0].startswith(first), body[-1].endswith(last), 4 <= len(body) <= 6) == (True, True, True)
    assert (article.metadata.author, article.metadata.outlet) == (author, outlet)
    others = (
        "umbrellas",
        "bagpipes three times",
        "cookies",
        "Sign up",
        "Advertisement",
        "Recommended",
        "Also read",
    )
    assert not any(word in " ".join(body) for word in others)


@pytest.mark.parametrize(
    ("markup", "author"),
    [
        ("<p class='byline'>By Lena Okoro</p>", "Lena Okoro"),
        (
            "<div class='ArticleByline-x'>By <a rel=author>Lena Okoro</a> and Ivo Lund</div>",
            "Lena Okoro, Ivo Lund",
        ),
        ("<p class='byline'>By Lena Okoro 2 April 2031</p>", None),
        ("<p class='byline'>Byways of Pell</p>", None),
        ("<aside class='related'><p class='byline'>By Lena Okoro</p></aside>", None),
        ("<address>By <a href='/okoro'>Lena Okoro</a></address>", "Lena Okoro"),
        ("<div>Harbour | By <span>Lena Okoro</span> | <time>2 April 2031</time></div>", "Lena Okoro"),
        ("<div>By</div><div>Lena Okoro</div>", "Lena Okoro"),
        ("<div class='author-line'><b class='author-by'>By</b> Lena Okoro</div>", "Lena Okoro"),
        ("<p>By the harbour</p>", None),
        ("<div id='css-writer'>Edit, Save</div>", None),
        ("<div class='author-box'><span>Facebook</span></div>", None),
        (
            "<p><a rel='author'>Lena Okoro</a></p><section><ul><li class='author'>"
            "<p><span><a rel='author'>Ivo Lund</a></span></p></li></ul></section>",
            "Lena Okoro",
        ),
        (
            "<meta name='author' content='lokoro77'><p class='byline'><em class='byline'>Lena Okoro</em></p>",
            "Lena Okoro",
        ),
        (
            "<meta name='author' content='Lena Okoro And Ivo Lund For The Halden Courier'>",
            "Lena Okoro, Ivo Lund",
        ),
    ],
)
def test_a_byline_that_is_called_one_tells_the_author(markup: str, author: str | None) -> None:
    story = (
        "<p>The old harbour bridge in Pell will be closed for a year from May, the council decided.</p>" * 5
    )
    page = f"<html><body><article><h1>Bridge to close</h1>{markup}{story}</article></body></html>"
    assert read_article(page.encode(), "page.html").metadata.author == author


def test_a_part_of_the_page_that_holds_the_headline_dates_and_signs_the_story() -> None:
    story = "<p>The old harbour bridge in Pell will be closed for a year, the council decided.</p>" * 5
    line = "<p class='byline'>By Lena Okoro</p><time class='entry-date'>2 April 2031</time>"
    head = f"<div class='with-sidebar listing'><h1>Bridge to close</h1>{line}</div>"
    known = read_article(f"<html><body><article>{head}{story}</article></body></html>".encode(), "page.html")
    assert (known.metadata.author, str(known.metadata.published)) == ("Lena Okoro", "2031-04-02")


def test_a_teaser_that_holds_the_story_begins_it() -> None:
    more = "<p>The old harbour bridge in Pell will be closed for a year, the council decided.</p>" * 5
    lead = "<p>The ferry master said on Monday that no boat would wait for the bridge to close.</p>"
    part = "<div class='article-body'>"
    body = f"<div class='teaser-content'>{part}{lead}</div></div>{part}{more}</div>"
    page = f"<html><body><article><h1>Bridge to close</h1>{body}</article></body></html>"
    assert read_article(page.encode(), "page.html").text.startswith("The ferry master")


def test_a_lead_that_is_called_a_teaser_and_parts_that_wait_to_be_opened_are_kept() -> None:
    part = "<div class='part{}'><p>The old harbour bridge, {}, will be closed for a year, he said.</p></div>"
    parts = part.format("", "the first") + part.format("' style='display: none", "the second") * 3
    lead = "<div class='teaser-text'><p>No boat will wait for the bridge, the ferry master said.</p></div>"
    other = "<div class='teaser'><p><a href='/2'>The mayor of Tarn</a> will not wait for the boat.</p></div>"
    page = f"<html><body><article><h1>Bridge to close</h1>{lead}{parts}{other}</article></body></html>"
    text = read_article(page.encode(), "page.html").text
    assert text.startswith("No boat")
    assert "the second" in text
    assert "mayor" not in text


@pytest.mark.parametrize(
    ("window", "headings"),
    [
        ("Ivo's Notes | The year of the ferries", "<h2>The year of the ferries</h2>"),
        ("Pell Sailing Club - News » The year of the ferries", "<h2>The year of the ferries</h2>"),
        ("The year of the ferries", "<h1>Ferries now</h1>"),
    ],
)
def test_the_heading_above_the_story_is_its_title(window: str, headings: str) -> None:
    story = "<p>The old harbour bridge in Pell will be closed for a year, the council decided.</p>" * 5
    page = f"<html><head><title>{window}</title></head><body>{headings}<div>{story}</div></body></html>"
    assert read_article(page.encode(), "page.html").title == "The year of the ferries"


def test_a_page_in_windows_1252_keeps_its_letters() -> None:
    text = read("microdata.html").text
    assert all(word in text for word in ("José Núñez", "€31,000", "thirty years – they", "“no more right"))


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("listing.html", "it is a list of stories, not one story"),
        ("paywall.html", "only the beginning of the story is in it: the rest is behind a paywall"),
        ("cookies.html", "it is a consent page about cookies, not the story behind it"),
        ("missing.html", "it is an error page (“404 – Page not found"),
    ],
)
def test_a_page_that_is_no_article_is_refused_with_the_reason(name: str, reason: str) -> None:
    with pytest.raises(BriefingError) as caught:
        read_article((REFUSED / name).read_bytes(), name)
    assert str(caught.value).startswith(f"{name}: {reason}")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("é".encode(), "é"),
        ("é".encode("utf-8-sig"), "é"),
        ("é".encode("utf-16"), "é"),
        ("“é”".encode("cp1252"), "“é”"),
        (b'<meta charset="iso-8859-2">' + "ő".encode("iso-8859-2"), '<meta charset="iso-8859-2">ő'),
        (b'<meta charset="latin1">' + "“".encode("cp1252"), '<meta charset="latin1">“'),
        (b'<meta charset="gb2312">' + "新闻".encode("gb18030"), '<meta charset="gb2312">新闻'),
        (b'<meta charset="no-such">\xe9', '<meta charset="no-such">é'),
    ],
)
def test_bytes_are_decoded_as_browsers_do(data: bytes, text: str) -> None:
    assert decode(data, is_page=True) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"x" * 50_000_000, "it has more than 20,000,000 bytes"),
        (b"<div>" * 100_000 + b"x", "the page has more than 20,000 elements"),
        (b"<q>" * 300 + b"x", "elements are nested more than 250 deep"),
        (b"<p>" * 100_000 + b"x", "the page has more than 20,000 elements"),
        (b"<p>" + b"word " * 2_000_000, "the page has more than 5,000,000 characters"),
        (b"<p " + b' a="<p>" b' * 200 + b">x", "an element has more than 250 attributes"),
    ],
    ids=["large", "deeper", "deep", "many", "long", "crowded"],
)
def test_a_monstrous_page_is_refused_before_it_is_read(data: bytes, reason: str) -> None:
    with pytest.raises(BriefingError, match=reason):
        read_article(data, "page.html")


@pytest.mark.parametrize(
    "markup",
    [
        "<p class='" + "a " * 2000 + "'>Text of the page.",
        '<p title="x"">Text ' + "of " * 2000 + "the page.",
        "<p>Text</p><!-- <p" + " a" * 2000 + "> -->",
        "<script>if (a<b" + " c" * 2000 + ") {}</script><p>Text",
        '<p title="' + "<q>" * 300 + '">Text',
    ],
    ids=["long value", "doubled mark", "comment", "script", "markup in a value"],
)
def test_what_only_looks_monstrous_is_within_the_bounds(markup: str) -> None:
    assert excess(markup) is None


def test_a_date_that_the_page_does_not_state_stays_unknown() -> None:
    page = (
        (GOLDEN / "release.html")
        .read_text(encoding="utf-8")
        .replace("Published: 9 June 2031", "Updated 9 June 2031")
    )
    assert read_article(page.encode(), "release.html").metadata.published is None


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div",
                ">",
                "<article>",
                "<script type='application/ld+json'>",
                "{",
                '"@type":"NewsArticle"',
                "}",
                "</script>",
                "word ",
                "&#xD800;",
                "\x00",
                "<meta property='og:title' content='",
                "'>",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_no_page_raises_anything_but_one_clear_line(page: str) -> None:
    problem = ""
    try:
        read_article(page.encode("utf-8", "replace"), "a.html")
    except BriefingError as error:
        problem = str(error)
    assert "\n" not in problem


@pytest.mark.parametrize("control", ["\x01", "\x0b", "\x1f", "&#1;", "&#x0b;", "&#xffff;", "\ufffe"])
def test_control_characters_in_a_page_are_left_out(control: str) -> None:
    said = "fell on the harbour of Pell all day, officials of the harbour said on Monday, and it will go on."
    story = f"<p>Rain{control} {said}</p>" * 3
    page = f"<html><title>A</title><body><article><h1>Rain</h1>{story}{control}</article></body></html>"
    text = read_article(page.encode(), "a.html").text
    assert "Rain fell on the harbour" in text
    assert text.replace("\n", "").isprintable()
