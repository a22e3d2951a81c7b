"""The headline of a page's story: what stands above it, without the name of the outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import html

from generator.sources.page.blocks import Block
from generator.sources.page.lines import one_line, same_words, words_of

_CUT = re.compile(r"\s+[|–—»·•:-]+\s+|\s*[|»]\s*|\s+::\s+")
_SHORTENED = re.compile(r"\s*(?:…|\.\.\.)$")
_LITTLE = frozenset(("the", "com", "co", "uk", "org", "net", "www", "news", "online"))
_ALIKE = 0.5
"""The share of the words of the shorter of two titles that the other has if they are of one story."""


def headline_of(tree: html.HtmlElement, stated: Sequence[str | None], outlet: str | None) -> str | None:
    """The headline of a story.

    `stated` are the titles that the page states of itself, the surest first. The heading that readers see
    counts more, if it is of the same story: a stated title may be made for search machines or shortened.
    """
    window = window_title(tree)
    titles = [title for title in (without_outlet(title, outlet) for title in (*stated, window)) if title]
    seen = [line for heading in headings_of(tree) if (line := without_outlet(heading, outlet))]
    main = [line for line in seen if any(_alike(line, title) for title in titles)]
    if main:
        best = max(main, key=lambda line: max(_overlap(line, title) for title in titles))
        return _shortest([best, *(title for title in titles if title != window or outlet)], best)
    if titles and not (
        len(seen) == 1 < len(words_of(seen[0])) and max(len(words_of(title)) for title in titles) < 3
    ):
        whole = [title for title in titles if not _SHORTENED.search(title)]
        return _as_heading(tree, (whole or titles)[0])
    return seen[0] if len(seen) == 1 else None


def _shortest(lines: Sequence[str], best: str) -> str:
    """Of titles that differ by what stands before or behind a bar, the one without it."""
    parts = [best[: cut.start()] for cut in _CUT.finditer(best)] + [
        best[cut.end() :] for cut in _CUT.finditer(best)
    ]
    return next((line for line in lines if any(same_words(line, part) for part in parts)), best)


def _overlap(one: str, other: str) -> float:
    """The share of the words of both titles that are in both."""
    first, second = set(words_of(one)), set(words_of(other))
    return len(first & second) / max(1, len(first | second))


def window_title(tree: html.HtmlElement) -> str | None:
    """The title of the browser's window."""
    return one_line(tree.findtext(".//title"))


def without_outlet(title: str | None, outlet: str | None) -> str | None:
    """A title without the outlet's name at either end.

    >>> without_outlet("Bridge to close | News | The Courier", "Courier")
    'Bridge to close'
    >>> without_outlet("Bridge to close - a year of ferries", "The Courier")
    'Bridge to close - a year of ferries'
    """
    if not title or not outlet:
        return title
    cuts = list(_CUT.finditer(title))
    if not cuts or same_words(title, outlet):
        return title
    if _names(title[cuts[-1].end() :], outlet):
        end = cuts[-2] if len(cuts) > 1 and _is_section(title, cuts[-2], cuts[-1]) else cuts[-1]
        return title[: end.start()].strip() or title
    return title[cuts[0].end() :].strip() if _names(title[: cuts[0].start()], outlet) else title


def _is_section(title: str, before: re.Match[str], after: re.Match[str]) -> bool:
    """Whether a section is named between two bars: "Bridge to close | News | Courier"."""
    return "|" in before.group() and len(words_of(title[before.end() : after.start()])) <= 2


def outlet_in_title(tree: html.HtmlElement, titles: Sequence[str | None]) -> str | None:
    """The name behind the headline in the title of the window: "Bridge to close | The Courier"."""
    window = window_title(tree) or ""
    cuts = list(_CUT.finditer(window))
    if not cuts:
        return None
    front, name = window[: cuts[-1].start()], window[cuts[-1].end() :]
    known = [*filter(None, titles), *headings_of(tree)]
    is_headline = any(same_words(front, title) for title in known) if known else len(words_of(front)) > 3
    is_heading = len(words_of(name)) > 2 and any(
        same_words(name, line) for line in headings_of(tree, "h2", "h3")
    )
    is_short = 0 < len(words_of(name)) <= 5 and name[:1].isupper()
    return name if is_headline and is_short and not is_heading else None


def _names(part: str, outlet: str) -> bool:
    """Whether a part of a title is the name of the outlet, with or without its article or its ending."""
    one, other = ["".join(_core(words_of(text))) for text in (part, outlet)]
    return bool(one) and (one == other or (min(len(one), len(other)) > 3 and (one in other or other in one)))


def _core(words: Sequence[str]) -> Sequence[str]:
    return [word for word in words if word not in _LITTLE] or words


def headings_of(tree: html.HtmlElement, *tags: str) -> list[str]:
    """The headings of these tags on a page, or its main ones."""
    lines = (one_line(" ".join(heading.itertext())) for heading in tree.iter(*tags or ("h1",)))
    return list(filter(None, lines))[:20]


def headline_places(blocks: Sequence[Block], title: str | None) -> list[int]:
    """Where the headline stands among the blocks of a page: its h1, or another heading with its title."""
    places = [place for place, block in enumerate(blocks) if block.element.tag == "h1"]
    return places or [
        place for place, block in enumerate(blocks) if block.is_heading and same_words(block.text, title)
    ]


def _likeness(one: str, other: str) -> float:
    """The share of the words of the shorter title that the other has."""
    first, second = set(words_of(one)), set(words_of(other))
    return len(first & second) / max(1, min(len(first), len(second)))


def _alike(heading: str, title: str) -> bool:
    """Whether a heading is a title in other words; one word is a section's name rather."""
    is_short = len(words_of(heading)) < 2 and len(words_of(title)) > 2
    least = _ALIKE if min(len(words_of(heading)), len(words_of(title))) > 2 else 1
    return not is_short and _likeness(heading, title) >= least


def _as_heading(tree: html.HtmlElement, title: str) -> str:
    """A title as a heading further down writes it, which may have more of it, or not the outlet's name."""
    begun = _SHORTENED.sub("", title)
    parts = [part for cut in _CUT.finditer(title) for part in (title[: cut.start()], title[cut.end() :])]
    for heading in tree.iter("h2", "h3"):
        line = one_line(" ".join(heading.itertext()))
        if line and any(same_words(line, part) for part in (title, *parts)):
            return line
        if line and begun != title and line.startswith(begun):
            return line
    return title
