"""What the lines that are left out of an article tell about where it comes from."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.sources.cleaning.bylines import byline_names
from generator.sources.cleaning.dates import is_timestamp
from generator.sources.cleaning.origin import Origin, origin_of, source_address


@pytest.mark.parametrize(
    ("line", "url", "domain"),
    [
        ("source: a.example", None, "a.example"),
        ("Source: www.A.example", None, "a.example"),
        ("via: https://a.example/1", "https://a.example/1", "a.example"),
        ("retrieved from: http://news.a.example/1/2?x=y", "http://news.a.example/1/2?x=y", "news.a.example"),
        ("*source: a.example/1*", None, "a.example"),
        ("(source: https://a.example)", None, "a.example"),
        ("source: the ministry", None, None),
        ("source: localhost", None, None),
        ("source: javascript:alert(1)", None, None),
        ("a.example", None, None),
    ],
)
def test_a_source_line_gives_a_domain_and_perhaps_an_address(
    line: str, url: str | None, domain: str | None
) -> None:
    assert source_address(line) == (url, domain)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Lena Okoro", ["Lena Okoro"]),
        ("by: Lena Okoro", ["Lena Okoro"]),
        ("Words by Lena Okoro", ["Lena Okoro"]),
        ("By Lena Okoro and Ben Roe", ["Lena Okoro", "Ben Roe"]),
        ("By LENA OKORO and BEN ROE", ["Lena Okoro", "Ben Roe"]),
        ("By Lena Okoro, Science Correspondent", ["Lena Okoro"]),
        ("By Lena Okoro | 3 March", ["Lena Okoro"]),
        ("By Lena Okoro in Pell", ["Lena Okoro"]),
        ("*By Lena Okoro.*", ["Lena Okoro"]),
        ("By our staff", []),
        ("By Jo", []),
    ],
)
def test_a_byline_names_its_authors(line: str, names: list[str]) -> None:
    assert byline_names(line) == names


@pytest.mark.parametrize(
    ("left_out", "origin"),
    [
        ([], Origin()),
        ([("pointer", "READ MORE: By Lena Okoro")], Origin()),
        ([("byline", "By Lena Okoro"), ("byline", "By Ben Roe")], Origin(author="Lena Okoro")),
        ([("source", "source: the ministry"), ("source", "source: a.example")], Origin(domain="a.example")),
        ([("source", "source: a.example"), ("source", "source: b.example")], Origin(domain="a.example")),
        ([("timestamp", "Published 12 March 2031")], Origin(published=dt.date(2031, 3, 12))),
        (
            [("timestamp", "9:30 am"), ("timestamp", "12 March 2031"), ("timestamp", "1 May 2031")],
            Origin(published=dt.date(2031, 3, 12)),
        ),
    ],
)
def test_the_first_line_of_each_kind_that_tells_counts(
    left_out: list[tuple[str, str]], origin: Origin
) -> None:
    assert origin_of(left_out) == origin


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("12 March 2031", True),
        ("March 12, 2031", True),
        ("Mar 12", True),
        ("Published 12 March 2031 09:30 GMT", True),
        ("Updated: 3 hours ago", True),
        ("First published on Wed 12 Mar 2031 09.30 CET", True),
        ("2031-03-12", True),
        ("2031-03-12T09:30:00+01:00", True),
        ("12/03/2031", True),
        ("9:30 am", True),
        ("5 min read", False),
        ("12 March", True),
        ("12", False),
        ("March", False),
        ("2031", False),
        ("12 March 2031 was a Wednesday", False),
        ("The May sale, 12 March 2031", False),
        ("On 12 March", True),
        ("Published 12 March 2031 by the ministry", False),
        ("12 March 2031 " * 10, False),
    ],
)
def test_a_line_of_nothing_but_a_time_is_a_time_stamp(line: str, is_one: bool) -> None:
    assert is_timestamp(line) == is_one
