"""The day of a saved page: taken where the page states it, and from nowhere else. All made up."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.sources import read_article
from generator.sources.page.date_values import read_date

DAY = dt.date(2031, 3, 12)
STORY = "".join(
    f"<p>{text}</p>"
    for text in (
        "The old ferry to Pell sank at its berth on Monday night, the harbour office said.",
        "Divers are to look at the hull on Tuesday, and a second ship was hired until the summer.",
        "Nobody was aboard when the water came in over the car deck; no oil has been seen in the harbour.",
    )
)


def day_of(head: str = "", above: str = "", below: str = "") -> dt.date | None:
    page = (
        f"<!DOCTYPE html><html lang=en><head><title>Ferry sinks</title>{head}</head><body>"
        f"<main><article><h1>Ferry to Pell sinks</h1>{above}{STORY}</article></main>{below}</body>"
    )
    published = read_article(page.encode(), "ferry.html").metadata.published
    return published.date() if isinstance(published, dt.datetime) else published


@pytest.mark.parametrize(
    ("head", "above"),
    [
        ('<script type=application/ld+json>{"@type":"Article","datePublished":"2031-03-12"}</script>', ""),
        ('<meta property="article:published_time" content="2031-03-12T06:30:00+0100">', ""),
        ('<meta name="pubdate" content="Wed, 12 Mar 2031 06:30:00 GMT">', ""),
        ('<meta name="date" content="March 12, 2031 6:30 am">', ""),
        ('<meta itemprop="datePublished" content="2031-03-12">', ""),
        ("", '<span itemprop="datePublished" content="2031-03-12">a while ago</span>'),
        ("", '<span property="schema:datePublished">12 March 2031</span>'),
        ("", '<time pubdate datetime="2031-03-12T06:30">today</time>'),
        ("", '<p class="byline">By Ada Lovell <time datetime="2031-03-12">Wednesday</time></p>'),
        ("", "<div><time>Wednesday, 12th March 2031</time></div>"),
        ("", '<abbr class="published" title="2031-03-12T06:30:00Z">Wednesday</abbr>'),
        ("", '<a class="dt-published">12 Mar 2031</a>'),
        ("", '<div class="entry-meta"><b class="posted-on">Posted on March 12, 2031</b></div>'),
        ("", '<span class="article-date">12.03.2031, 06:30 Uhr</span>'),
        ("", '<span class="c-pub-date">12. März 2031</span>'),
        ("", '<span class="pubdate">le 12 février 2031</span>'),
        ("", "<p>Published: 12 March 2031</p>"),
        ("", '<time class=updated datetime=2031-03-14></time><time pubdate datetime=2031-03-12></time>'),
    ],
)  # fmt: skip
def test_the_day_is_taken_where_the_page_states_it(head: str, above: str) -> None:
    assert day_of(head, above) == (dt.date(2031, 2, 12) if "février" in above else DAY)


@pytest.mark.parametrize(
    ("head", "above", "below"),
    [
        ('<meta property="article:modified_time" content="2031-03-12">', "", ""),
        ('<meta name="date" content="03/04/2031">', "", ""),
        ('<meta name="date" content="March 2031">', "", ""),
        ('<meta name="date" content="1970-01-01T00:00:00Z">', "", ""),
        ('<meta name="pubdate" content="Wed, 99 Mar 2031 06:30:00 GMT">', "", ""),
        ('<link rel="canonical" href="https://veldt-news.example/2031/03/12/ferry">', "", ""),
        ('<script type=application/ld+json>{"@type":"Article","dateModified":"2031-03-12"}</script>', "", ""),
        ('<script type=application/ld+json>{"@type":"Event","datePublished":"2031-03-12"}</script>', "", ""),
        ("", '<img src="/uploads/2031/03/12/ferry.jpg" alt="">', ""),
        ("", '<time class="updated" datetime="2031-03-12">Wednesday</time>', ""),
        ("", '<span class="pubdate">Aktualisiert am 12. März 2031</span>', ""),
        ("", "<p>An inquiry begins on <time datetime='2031-03-12'>12 March 2031</time> in the hall of the old"
             " fish market, where the crew and the owners will be heard by the harbour office.</p>", ""),
        ("", "<p>The ship was launched on 12 March 2031 in the yard of Corvane Systems in Pell.</p>", ""),
        ("", '<aside><time datetime="2031-03-12">12 March</time> Fares rise</aside>', ""),
        ("", '<div class="related"><time datetime="2031-03-12">12 March</time> Fares rise</div>', ""),
        ("", '<figure><img src="a.jpg"><time datetime="2031-03-12">12 March</time></figure>', ""),
        ("", "", '<div id="comments"><article><time datetime="2031-03-12">12 March</article></div>'),
        ("", "", "<footer>© 2031 Veldt News. <time datetime='2031-03-12'>12 March 2031</time></footer>"),
        ("", "", "<p>Copyright 12 March 2031 Veldt News</p>"),
        ("", "", "<!-- generated 2031-03-12 06:30:00 -->"),
    ],
)  # fmt: skip
def test_no_other_day_on_the_page_is_taken(head: str, above: str, below: str) -> None:
    assert day_of(head, above, below) is None


def test_what_a_page_states_for_machines_wins_over_its_lines() -> None:
    head = '<meta property="article:published_time" content="2031-03-12">'
    assert day_of(head, '<time class="published" datetime="2031-03-14">14 March</time>') == DAY


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2031-03-12", DAY),
        ("12 de marzo de 2031", None),  # not among the languages of htmldate
        ("12 décembre 2031", dt.date(2031, 12, 12)),
        ("31.02.2031", None),
        ("12 apples 2031", None),
        ("12032031", None),
        ("2031", None),
        ("", None),
        (None, None),
        ({"@value": "2031-03-12"}, None),
    ],
)
def test_a_value_that_is_no_whole_day_is_none(value: object, day: dt.date | None) -> None:
    assert read_date(value) == day
