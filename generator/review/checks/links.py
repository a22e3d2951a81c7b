"""Checks of links: to pages, to anchors in them, and to web addresses."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import unquote, urlsplit

from generator.review.findings import Finding

# A parenthesis or bracket behind a backslash is a letter of an article's text.
_PARENTHESIS = re.compile(r"\\.|\]?\(|\)")
_ANCHOR = re.compile(r"""\bid=["']([^"']+)["']|\{:[^{}\n]*#([^\s}]+)""")
_PICTURE_OR_CODE = re.compile(r"`[^`\n]*`")


def anchors_of(text: str) -> frozenset[str]:
    """The anchors that a Markdown page defines."""
    return frozenset(unescape(one or other) for one, other in _ANCHOR.findall(text))


def links_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield line and target of each link of a Markdown page, without those in code and in its front matter.

    Front matter holds words of articles as they are: they are data, and no page shows them from there.

    >>> list(links_of("a [b](c.md#d)"))
    [(1, 'c.md#d')]
    >>> list(links_of("\\\\[b\\\\](javascript:x) [\\\\\\\\](c.md)"))  # text; a label that is a backslash
    [(1, 'c.md')]
    >>> list(links_of("[a](javascript:alert(1)) [b](c.md 'title')"))
    [(1, 'javascript:alert(1)'), (1, 'c.md')]
    """
    lines = text.splitlines()
    above = lines.index("---", 1) + 1 if lines[:1] == ["---"] and "---" in lines[1:] else 0
    for number, line in enumerate(lines, 1):
        if number > above and "](" in line:
            for target in _targets(_PICTURE_OR_CODE.sub("", line)):
                yield number, target


def _targets(line: str) -> Iterator[str]:
    """The targets of the links of a line, which may hold parentheses in pairs; without titles."""
    opened: list[int | None] = []  # where the target begins, None for a parenthesis of prose
    for found in _PARENTHESIS.finditer(line):
        if found[0] in {"(", "]("}:
            opened.append(found.end() if found[0] == "](" else None)
        elif found[0] == ")" and opened and (start := opened.pop()) is not None:
            yield _without_title(line[start : found.start()])


def _without_title(inside: str) -> str:
    """The target in the parentheses of a link, without angle brackets around it and a title behind it."""
    text = inside.strip()
    if text.startswith("<"):
        return text[1:].partition(">")[0]
    return text.partition(f" {text[-1]}")[0].rstrip() if text.endswith(('"', "'")) else text


def dead_links(path: str, text: str, anchors: Mapping[str, frozenset[str]]) -> Iterator[tuple[int, str, str]]:
    """Yield line, target and fault of each link of the page at `path` that leads nowhere.

    `anchors` holds, by the path of each page below `briefings/`, the anchors that it has.
    """
    for line, target in links_of(text):
        fault = _fault(path, unquote(target), anchors)
        if fault:
            yield line, target, fault


def _fault(path: str, target: str, anchors: Mapping[str, frozenset[str]]) -> str | None:
    """The problem of a link, or None."""
    if ":" in target.split("/", 1)[0] or target.startswith("//"):
        return _web_fault(target)
    address, _, anchor = target.partition("#")
    name = address.partition("?")[0]
    page = posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) if name else path
    if page not in anchors:
        return "there is no such page"
    if anchor and anchor not in anchors[page]:
        return "the page has no such anchor"
    return None


def _web_fault(address: str) -> str | None:
    """The problem of an address outside the archive, or None."""
    try:
        parts = urlsplit(address)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        good = False
    return None if good else "it is no web address"


def dead_link(file: str, line: int, target: str, fault: str, remedy: str) -> Finding:
    """The finding for a link that leads nowhere."""
    return Finding(
        kind="link",
        file=file,
        line=line,
        problem=f"the link to {target} leads nowhere: {fault}",
        remedy=remedy,
    )
