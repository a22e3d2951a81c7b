"""The tree of a saved page, with its text made whole: what markup tore apart is joined before it is read."""

from __future__ import annotations

import re

from lxml import etree, html

from generator.sources.page.bounds import MAX_DEPTH, excess

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_EMBEDDED = re.compile(r"data:[\w/+.;=-]{1,100},[A-Za-z0-9+/=%_-]{100,}")
_DROP_CAP = re.compile(r"(?i)drop-?_?cap|first-?letter|initial-?letter")


def page_tree(markup: str) -> tuple[html.HtmlElement | None, str | None]:
    """The tree of a page, None if there is nothing in it; and why it cannot be read, if that is known."""
    markup = _EMBEDDED.sub("data:,", markup.replace("\x00", ""))
    reason = excess(markup)
    if reason:
        return None, reason
    tree, reason = _parse(markup)
    if tree is not None and not reason:
        _drop_controls(tree)
        _open_frames(tree)
        _join_text(tree)
    return tree, reason


def _parse(markup: str) -> tuple[html.HtmlElement | None, str | None]:
    parser = html.HTMLParser(encoding="utf-8")
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (ValueError, TypeError, AssertionError, etree.LxmlError):
        return None, None
    is_deep = any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)
    return tree, f"elements are nested more than {MAX_DEPTH} deep" if is_deep else None


def _drop_controls(tree: html.HtmlElement) -> None:
    """Delete the control characters of a page, written or as references: lxml reads them and writes none."""
    for element in tree.iter():
        for part in ("text", "tail"):
            value = getattr(element, part)
            if value and _CONTROLS.search(value):
                setattr(element, part, _CONTROLS.sub("", value))


def _open_frames(tree: html.HtmlElement) -> None:
    """Put what a frame or a shadow root holds in its place: browsers save both inside a page."""
    for frame in tree.xpath("//iframe[@srcdoc]"):
        inner, reason = _parse(f"<div>{frame.get('srcdoc')}</div>")
        if inner is not None and not reason and (body := inner.find("body")) is not None:
            body.tag = "div"
            frame.addnext(body)
    for template in tree.xpath("//template[@shadowrootmode or @shadowroot]"):
        template.tag = "div"


def _join_text(tree: html.HtmlElement) -> None:
    """Join text around comments and instructions, and a drop cap with its word."""
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)
    for element in tree.xpath("//span[@class] | //big | //strong[@class] | //b[@class] | //img[@alt]"):
        letter = element.get("alt") if element.tag == "img" else element.text_content().strip()
        if not letter or len(letter) > 2 or not element.tail:
            continue
        if element.tag == "img" and len(letter) == 1 and letter.isalpha() and element.tail[:1].islower():
            element.tail = letter + element.tail
        elif _DROP_CAP.search(element.get("class", "")) and len(element) == 0:
            element.text, element.tail = letter, element.tail.lstrip()
