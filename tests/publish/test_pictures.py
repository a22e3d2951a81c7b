"""Pictures: whole, with the same facts as a table, and safe whatever the names hold."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree

from generator.archive import build_index, circle
from generator.publish.pictures import bar_chart, by_time, network
from tests.archive.test_index import entry

HOSTILE = '"><script>alert(1)</script> & \x00Co'


def tree(picture: str) -> ElementTree.Element:
    assert "\n" not in picture
    return ElementTree.fromstring(picture)  # noqa: S314  our own


def no_target(*_: object) -> None:
    """Bars without links."""


def test_every_month_between_the_first_and_the_last_has_a_bar() -> None:
    bars = by_time([dt.date(2023, 11, 5), dt.date(2024, 2, 1), dt.date(2024, 2, 9)], no_target)
    assert [(bar.label, bar.number) for bar in bars] == [
        ("November 2023", 1),
        ("December 2023", 0),
        ("January 2024", 0),
        ("February 2024", 2),
    ]


def test_a_long_time_is_drawn_by_years() -> None:
    bars = by_time([dt.date(1990, 1, 1), dt.date(2024, 2, 1)], no_target)
    assert (bars[0].label, bars[-1].label, len(bars)) == ("1990", "2024", 35)


def test_a_chart_says_in_a_table_what_it_shows() -> None:
    bars = by_time([dt.date(2024, 1, 5), dt.date(2024, 2, 1)], lambda year, month: f"../{year}/#{month}")
    figure = tree(bar_chart(bars, HOSTILE))
    assert [cell.text for cell in figure.iter("td")] == ["1", "1"]
    assert [link.get("href") for link in figure.iter("a")] == ["../2024/#1", "../2024/#2"] * 2
    assert figure.find("div/svg/title") is not None
    assert "script" not in {element.tag for element in figure.iter()}


def test_nothing_to_show_is_no_picture() -> None:
    assert bar_chart([], "x") == ""
    assert bar_chart(by_time([dt.date(2024, 2, 1), dt.date(2024, 2, 9)], no_target), "x") == ""
    assert by_time([], no_target) == []


def test_a_network_has_a_link_for_each_name() -> None:
    names = {"Mara Ellison": "", HOSTILE: "", "Ivo Lund": ""}
    index = build_index([entry("a", None, names=names), entry("b", None, names=names)])
    subject = index.by_key["person", "mara-ellison"]
    figure = tree(network(circle(index, subject, 9), subject.name, lambda item: f"../{item.subject.slug}/"))
    assert len(list(figure.iter("text"))) == 2
    assert len(list(figure.iter("path"))) == 1
    assert {link.get("href") for link in figure.iter("a")} == {"../ivo-lund/", "../script-alert-1-script-co/"}
    assert "script" not in {element.tag for element in figure.iter()}
