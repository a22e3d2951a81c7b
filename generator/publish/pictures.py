"""Pictures of the archive: inline SVG in the colour of the text, each with the same facts as a table.

They are HTML without blank lines, which Markdown passes through. Numbers are whole, so that every machine
draws the same.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from generator.archive import Circle, Companion
from generator.publish.markdown import one_line
from generator.publish.wording import MONTHS, count

BAR, GAP, HEIGHT = 8, 2, 60
"""Measures of the bars, in units of the drawing."""

BROAD, WIDE_FROM = 26, 24
"""How many pixels a bar is broad where there are few, and from how many bars on they fill the page."""

ROW, NAMES_AT, WIDTH = 32, 120, 400
"""Measures of the network: a row for each name, arcs to the left of them."""

MOST_MONTHS = 120
"""A longer time is drawn by years."""


@dataclass(frozen=True)
class Bar:
    """A span of time with its number of briefings; `target` is an address, relative to the page."""

    label: str
    number: int
    target: str | None = None


def text(value: str) -> str:
    """Text escaped for HTML, as content or in an attribute."""
    return escape(one_line(value))


def by_time(
    dates: Iterable[dt.date],
    target: Callable[[int, int | None], str | None],
    *,
    most_months: int = MOST_MONTHS,
) -> list[Bar]:
    """A bar for each month from the first date to the last, or for each year if there are too many months.

    `target` gives the address of a month, or of a year where the month is None.
    """
    months = Counter((date.year, date.month) for date in dates)
    if not months:
        return []
    (first, start), (last, end) = min(months), max(months)
    if (last - first) * 12 + end - start >= most_months:
        years = Counter[int]()
        for (year, _), number in months.items():
            years[year] += number
        return [Bar(str(year), years[year], target(year, None)) for year in range(first, last + 1)]
    span = (divmod(month, 12) for month in range(first * 12 + start - 1, last * 12 + end))
    return [
        Bar(f"{MONTHS[month]} {year}", months[year, month + 1], target(year, month + 1))
        for year, month in span
    ]


def bar_chart(bars: Sequence[Bar], title: str) -> Markup:
    """Briefings in time: a bar for each span, linked if it has a target. One span alone is no picture."""
    if len(bars) < 2:
        return Markup()
    most = max(bar.number for bar in bars)
    width = len(bars) * (BAR + GAP)
    # A short time is drawn at the breadth of its bars, a long one at that of the page.
    breadth = f' width="{len(bars) * BROAD}"' if len(bars) < WIDE_FROM else ""
    drawn = "".join(_bar(bar, place * (BAR + GAP), most) for place, bar in enumerate(bars))
    first, last = bars[0].label, bars[-1].label
    peak = max(bars, key=lambda bar: bar.number)
    told = f"From {first} to {last}; the most, {count(peak.number, 'briefing')}, in {peak.label}"
    rows = "".join(
        f'<tr><th scope="row">{_link(bar.target, bar.label)}</th><td>{bar.number}</td></tr>'
        for bar in bars
        if bar.number
    )
    return _figure(
        f'<div class="chart"><svg class="bars"{breadth} viewBox="0 0 {width} {HEIGHT}" '
        f'preserveAspectRatio="none" role="group" aria-label="{text(title)}"><title>{text(title)}</title>'
        f"<desc>{text(told)}</desc>{drawn}</svg>"
        f'<p class="axis"><span>{first}</span><span>{last}</span></p></div>',
        f'<tr><th scope="col">Time</th><th scope="col">Briefings</th></tr>{rows}',
    )


def _bar(bar: Bar, left: int, most: int) -> str:
    """A bar, in a column that can be pointed at as a whole."""
    height = -(-bar.number * (HEIGHT - 2) // most) if bar.number else 1
    shape = (
        f"<title>{bar.label}: {count(bar.number, 'briefing')}</title>"
        f'<rect x="{left}" width="{BAR + GAP}" height="{HEIGHT}" class="column"/>'
        f'<rect x="{left}" y="{HEIGHT - height}" width="{BAR}" height="{height}"/>'
    )
    # Not in the order of tabs, where a hundred narrow bars would be in the way: the table has the same links.
    return (
        f'<a href="{text(bar.target)}" tabindex="-1">{shape}</a>'
        if bar.target and bar.number
        else f"<g>{shape}</g>"
    )


def network(circle: Circle, name: str, target: Callable[[Companion], str]) -> Markup:
    """Whom a subject appears with: names in a column, arcs between those that are named together.

    An arc diagram (Wattenberg, 2002) has a line of text for each node, so that it can be read on a phone.
    """
    if not circle.companions:
        return Markup()
    height = ROW * len(circle.companions)
    most = circle.companions[0].together
    strongest = max((number for _, _, number in circle.ties), default=1)
    arcs = "".join(_arc(first, second, number, strongest) for first, second, number in circle.ties)
    nodes = "".join(
        _node(companion, place, most, target(companion)) for place, companion in enumerate(circle.companions)
    )
    title = f"Who and what appears with {name}"
    told = (
        "Names from the most frequent down; an arc joins two that are named together, thicker if more often"
    )
    rows = "".join(
        f'<tr><th scope="row">{_link(target(item), item.subject.name)}</th><td>{item.together}</td></tr>'
        for item in circle.companions
    )
    return _figure(
        f'<svg class="network" viewBox="0 0 {WIDTH} {height}" role="group" aria-label="{text(title)}">'
        f"<title>{text(title)}</title><desc>{told}</desc>{arcs}{nodes}</svg>"
        + (
            '<p class="axis">An arc joins names that stand together in several of these briefings.</p>'
            if arcs
            else ""
        ),
        f'<tr><th scope="col">Name</th><th scope="col">Briefings together</th></tr>{rows}',
    )


def _arc(first: int, second: int, number: int, strongest: int) -> str:
    top, bottom = _middle(first), _middle(second)
    reach = min(NAMES_AT - 20, (bottom - top) // 2)
    stroke = 1 + 4 * number // max(strongest, 4)
    path = f"M{NAMES_AT} {top}A{reach} {(bottom - top) // 2} 0 0 0 {NAMES_AT} {bottom}"
    return f'<path d="{path}" stroke-width="{stroke}"/>'


def _node(companion: Companion, place: int, most: int, target: str) -> str:
    middle = _middle(place)
    radius = 3 + 5 * companion.together // most
    name = companion.subject.name
    shown = name if len(name) <= 30 else name[:29] + "…"
    return (
        f'<a href="{text(target)}">'
        f"<title>{text(name)}: {count(companion.together, 'briefing')} together</title>"
        f'<rect x="{NAMES_AT - 12}" y="{middle - ROW // 2}" width="{WIDTH - NAMES_AT + 12}" height="{ROW}" '
        f'class="column"/><circle cx="{NAMES_AT}" cy="{middle}" r="{radius}"/>'
        f'<text x="{NAMES_AT + 16}" y="{middle + 5}">{text(shown)}</text></a>'
    )


def _middle(place: int) -> int:
    return place * ROW + ROW // 2


def _link(target: str | None, label: str) -> str:
    return f'<a href="{text(target)}">{text(label)}</a>' if target else text(label)


def _figure(picture: str, rows: str) -> Markup:
    """A picture, followed by a table of the same facts."""
    table = f'<details><summary>As a table</summary><table class="facts">{rows}</table></details>'
    return Markup(f'<figure class="picture">{picture}{table}</figure>')  # noqa: S704  all text is escaped
