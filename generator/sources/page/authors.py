"""Who wrote a page's story: the people whom the page names as its authors, and nobody else on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import Any

from lxml import html

from generator.lexicon import words
from generator.sources.cleaning.bylines import byline_names, is_person
from generator.sources.page.blocks import Block
from generator.sources.page.dates import is_elsewhere
from generator.sources.page.jsonld import kind_of, names_of
from generator.sources.page.lines import one_line, same_words, words_of
from generator.sources.page.titles import headline_places

AUTHOR_TAGS = (
    "author", "article:author", "og:article:author", "article:author_name", "dc.creator", "dcterms.creator",
    "citation_author", "parsely-author", "sailthru.author", "byl", "byline", "cxenseparse:author",
)  # fmt: skip
"""Meta tags that name authors, as the big content systems and tools for measuring readers write them."""

BYLINE_LETTERS = 160
"""A byline among more letters is part of a text."""

_BYLINE_TAGS = ("a", "address", "div", "p", "span", "cite", "strong", "em", "li", "section")
_MOST = 40
"""Elements that are looked at; a page of many stories has many."""

_STEPS = 3
"""Bylines of one story stand in one element so many steps above them."""

_HEADLINE_BLOCKS = 16
"""How many blocks below the headline are looked at for a byline without a name for it in the markup."""

_BY_LINE = re.compile(r"\W*(?:[Ww]ritten |[Ww]ords |[Ss]tory )?[Bb]y\b:?\s*")
_REST = re.compile(r"\s(?:[|•·]|on)\s")
"""What divides the names of a byline from the day."""

_NAME_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_AUTHOR_NAMES = words("pages.authors")
_BESIDE_NAMES = words("pages.beside_authors")
"""Words of names of what stands beside an author's name: a picture, an office, a day."""


def author_of(
    tree: html.HtmlElement,
    blocks: Sequence[Block],
    story: Mapping[str, Any],
    meta: Mapping[str, Sequence[str]],
    *,
    outlet: str | None,
    title: str | None,
) -> str | None:
    """The names of a story's authors, with commas; None if the page names none.

    JSON-LD counts first, then meta tags, then what the page shows; the outlet is no author. A person's name
    counts more than the name that somebody goes by on a site.
    """
    fields = [names_of(story.get("author")), names_of(story.get("creator"))]
    fields += [list(meta.get(tag, ())) for tag in AUTHOR_TAGS] + [_written_by(meta)]
    named = _fullest(_people(group, outlet, is_field=True) for group in fields)
    if not any(map(is_person, named)):
        shown = _fullest(_people(group, outlet) for group in _shown(tree))
        shown = shown or _people(_below_headline(blocks, title), outlet)
        named = shown if not named or any(map(is_person, shown)) else named
    named = named or _owner(story, meta, outlet)
    return one_line(", ".join(named)) or _body(story, outlet)


def _fullest(groups: Iterable[list[str]]) -> list[str]:
    """The first group that names anybody, or a later one that names these and more."""
    known: list[str] = []
    for group in groups:
        if (group and not known) or set(group) > set(known):
            known = group
    return known


def _owner(story: Mapping[str, Any], meta: Mapping[str, Sequence[str]], outlet: str | None) -> list[str]:
    """The author of a site that bears a person's name."""
    lines = (*names_of(story.get("author")), *meta.get("author", ()))
    names = (name for line in lines for name in byline_names(line))
    return [name for name in names if same_words(name, outlet) and is_person(name)][:1]


def _people(lines: Sequence[str], outlet: str | None, *, is_field: bool = False) -> list[str]:
    """The names in lines, each once, without the outlet's."""
    names = (name for line in lines for name in byline_names(line, is_field=is_field))
    return [name for name in dict.fromkeys(names) if not same_words(name, outlet)]


def _body(story: Mapping[str, Any], outlet: str | None) -> str | None:
    """The body that JSON-LD names as the author by its type, if it is another than the outlet."""
    author = story.get("author")
    for item in author if isinstance(author, list) else [author]:
        if isinstance(item, dict) and kind_of(item) == "Organization":
            names = [name for name in names_of(item) if not _same_body(name, outlet)]
            return next(iter(names), None)
    return None


def _same_body(name: str, outlet: str | None) -> bool:
    """Whether a body is the outlet or its staff."""
    return name == outlet or set(words_of(name)) - {"staff", "newsroom", "desk", "the"} <= set(
        words_of(outlet)
    )


def _written_by(meta: Mapping[str, Sequence[str]]) -> list[str]:
    """The author that WordPress states for previews: a label "Written by" with its value."""
    for number in "12":
        label = meta.get(f"twitter:label{number}", ("",))[0].casefold()
        if label in ("written by", "author", "by"):
            return list(meta.get(f"twitter:data{number}", ()))
    return []


def _shown(tree: html.HtmlElement) -> Iterator[list[str]]:
    """The bylines that a page shows, the surest first."""
    yield _texts(tree.xpath("//*[@itemprop='author' or @property='author' or @property='schema:author']"))
    linked = tree.xpath("//*[@rel='author' or contains(concat(' ', @class, ' '), ' p-author ')]")
    yield _texts(_together(list(filter(_is_byline, linked))))
    yield _texts(
        tree.xpath("//*[contains(concat(' ', @class, ' '), ' fn ')][ancestor::*[contains(@class, 'author')]]")
    )
    yield _texts(tree.xpath("//*[contains(@class, 'reader-credits')]"))  # Firefox's reader view
    named = [
        element for element in tree.iter(*_BYLINE_TAGS) if not _AUTHOR_NAMES.isdisjoint(_name_words(element))
    ]
    telling = {element for element in named[:_MOST] if byline_names(_text(element) or "")}
    for element in named[:_MOST]:
        if telling.isdisjoint(element.iterdescendants()):
            yield _texts([element])
    yield _texts(tree.iter("address"))


def _together(elements: Sequence[html.HtmlElement]) -> list[html.HtmlElement]:
    """The first of elements and those beside it: the others are the authors of other stories."""
    if not elements:
        return []
    near = list(islice(elements[0].iterancestors(), _STEPS))
    return [one for one in elements if not set(islice(one.iterancestors(), _STEPS)).isdisjoint(near)]


def _below_headline(blocks: Sequence[Block], title: str | None) -> list[str]:
    """The names in the first line below the headline that begins with "By", or that follows such a line."""
    for place in headline_places(blocks, title)[:1]:
        for block, following in pairwise(blocks[place + 1 : place + 1 + _HEADLINE_BLOCKS]):
            if any(map(is_elsewhere, [block.element, *block.element.iterancestors()])):
                continue
            parts = _REST.split(block.text) if len(block.text) <= BYLINE_LETTERS else []
            labelled = [part[label.end() :] for part in parts if (label := _BY_LINE.match(part))]
            names = byline_names(labelled[0] or following.text) if labelled else []
            if names and all(map(is_person, names)):
                return names
    return []


def _texts(elements: Iterable[html.HtmlElement]) -> list[str]:
    """What elements that name authors say, each on a line."""
    return [text for element in list(elements)[:_MOST] if _is_byline(element) and (text := _text(element))]


def _is_byline(element: html.HtmlElement) -> bool:
    """Whether an element may name the story's author: not a reader's, a reference's or another story's."""
    if not _BESIDE_NAMES.isdisjoint(_name_words(element)):
        return False
    above = list(element.iterancestors())
    if any(map(is_elsewhere, above)):
        return False
    lists = [part for part in above if part.tag in ("li", "ol", "ul")]
    return all(not _AUTHOR_NAMES.isdisjoint(_name_words(part)) for part in lists[-1:])


def _text(element: html.HtmlElement) -> str | None:
    """The names in an element: its microdata name, or its text without what stands beside a name."""
    items = element.xpath(".//*[@itemprop='name']")
    if items:
        return one_line(", ".join(part.get("content") or part.text_content() for part in items))
    if element.get("content"):
        return one_line(element.get("content"))
    text = " ".join(" ".join(_words_of_names(element)).split())
    return one_line(text) if len(text) <= BYLINE_LETTERS else None


def _words_of_names(element: html.HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag not in ("time", "script", "style", "svg", "img") and _BESIDE_NAMES.isdisjoint(
            _name_words(child)
        ):
            yield from _words_of_names(child)
        elif child.tag not in ("svg", "img"):
            yield "|"
        if child.tag in ("br", "div", "p", "li", "span", "a") and (child.tail or "").strip() in ("", ","):
            yield " | " if child.tag != "a" else " "
        yield child.tail or ""


def _name_words(element: html.HtmlElement) -> set[str]:
    """The words of the names of an element."""
    names = f"{element.get('class', '')} {element.get('id', '')} {element.get('data-testid', '')}"[:200]
    return {word.lower() for word in _NAME_WORD.findall(names)}
