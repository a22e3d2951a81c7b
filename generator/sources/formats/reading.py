"""Read a file that somebody brings, whatever it is: its kind is told by its content, not by its name."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import ftfy
from ftfy.badness import is_bad

from generator.errors import BriefingError, SourceError
from generator.sources.article import Article
from generator.sources.decoding import decode
from generator.sources.formats.copied import story_of_copy
from generator.sources.formats.feeds import Item, feed_items, json_items
from generator.sources.formats.kinds import REFUSED, kind_of_bytes, kind_of_text
from generator.sources.formats.mail import Mail, read_mail
from generator.sources.formats.markdown_text import first_heading, original_address, plain_note
from generator.sources.formats.pdf import pdf_text
from generator.sources.formats.properties import header_of, split_fields, split_properties
from generator.sources.header import Header, read_header
from generator.sources.page import MAX_PAGE_BYTES, page_header, read_page
from generator.sources.reader import article_of, refuse_bytes, refuse_text
from generator.sources.slips import refuse_conflict, refuse_late_front_matter

_TWICE_ENCODED = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]")
"""Two bytes of UTF-8 read as two letters: without them, the slower search of ftfy is not needed."""

_LETTERS_ONLY = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization=None,
)
"""Of what ftfy can do, only the undoing of a wrong decoding."""


@dataclass(frozen=True)
class Reading:
    """An article that was read, and what whoever brings it should look at."""

    article: Article
    warnings: tuple[str, ...] = ()


_Answers = Iterator[Reading | BriefingError]


def read_file(data: bytes, name: str) -> _Answers:
    """Yield the articles in the file `name`, and why what is no article is none.

    Most files hold one; a feed or an export holds one an item.
    """
    try:
        refuse_bytes(data, name, MAX_PAGE_BYTES)
        data = _unpacked(data, name)
        kind = kind_of_bytes(data)
        if kind in _BYTES_READERS:
            yield from _BYTES_READERS[kind](data, name)
            return
        if kind in REFUSED:
            raise SourceError(name, *REFUSED[kind])
        text = decode(data, is_page=kind == "page")
        text, warnings = mended(text)
        kind = kind or kind_of_text(text)
        if kind in REFUSED:
            raise SourceError(name, *REFUSED[kind])
        for answer in _TEXT_READERS[kind](text, name):
            yield _warned(answer, warnings)
    except BriefingError as error:
        yield error


def mended(text: str) -> tuple[str, list[str]]:
    """A text with the letters that a wrong decoding broke, where that is certain; and a warning."""
    if not (_TWICE_ENCODED.search(text) and is_bad(text)):
        return text, []
    fixed = ftfy.fix_text(text, _LETTERS_ONLY)
    if fixed == text:
        return text, []
    return fixed, ["letters were mended that a wrong encoding broke, such as “â€œ” for a quotation mark"]


def _warned(answer: Reading | BriefingError, warnings: list[str]) -> Reading | BriefingError:
    return replace(answer, warnings=(*warnings, *answer.warnings)) if isinstance(answer, Reading) else answer


def _unpacked(data: bytes, name: str) -> bytes:
    """The bytes in a file that gzip packed, no more than a page may have."""
    if kind_of_bytes(data) != "packed":
        return data
    try:
        with gzip.open(io.BytesIO(data)) as stream:
            content = stream.read(MAX_PAGE_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise SourceError(name, "it is a broken gzip file", "save the story again") from error
    refuse_bytes(content, name, MAX_PAGE_BYTES)
    return content


def _page(markup: str, name: str) -> _Answers:
    article, stated, warnings = read_page(markup, name)
    yield Reading(article_of(article, page_header(stated), name), warnings)


def _note(text: str, name: str) -> _Answers:
    """A text, with the fields that a tool for notes wrote above it."""
    refuse_text(text, name)
    refuse_conflict(text, name)
    refuse_late_front_matter(text.lstrip("\ufeff \t\r\n"), name)
    fields, body = split_fields(text, name)
    properties, body = split_properties(body)
    known, ignored = header_of({**properties, **fields})
    known.setdefault("url", original_address(body))
    title = first_heading(body)
    if title and not known.get("title") and (fields or properties):
        known["title"] = title
    header = read_header({key: value for key, value in known.items() if value is not None}, name)
    article = Article(text=story_of_copy(plain_note(body)), title=header.title)
    warnings = (f"fields without a place were left out: {', '.join(ignored)}",) if ignored else ()
    yield Reading(article_of(article, header, name), warnings)


def _items(items: Iterator[Item], name: str) -> _Answers:
    """The items of a feed or an export, each by its place in the file."""
    number = 0
    for number, item in enumerate(items, 1):
        where = f"{name}: item {number}"
        try:
            if item.refused:
                raise SourceError(where, item.refused, "save the story's page, or its text")
            header = _header(item.fields, where)
            yield Reading(article_of(Article(text=item.text, title=header.title), header, where))
        except BriefingError as error:
            yield error
    if not number:
        yield SourceError(name, "it is a file of data without stories", "save each story's page, or its text")


def _header(fields: Mapping[str, Any], name: str) -> Header:
    known, _ = header_of(fields)
    return read_header(known, name)


def _json(text: str, name: str) -> _Answers:
    try:
        items = json_items(text)
    except (ValueError, RecursionError) as error:
        raise SourceError(name, *REFUSED["data"]) from error
    if not items:
        is_list = '"url"' in text or '"href"' in text
        raise SourceError(name, *REFUSED["addresses" if is_list else "data"])
    yield from _items(iter(items), name)


def _feed(data: bytes, name: str) -> _Answers:
    yield from _items(feed_items(data, name), name)


def _mail(data: bytes, name: str) -> _Answers:
    """The page in a mail, or its text where it has none, or where the page holds no story."""
    mail = read_mail(data)
    header = _header(mail.fields, name)
    failure: BriefingError | None = None
    if mail.page:
        try:
            yield _page_of_mail(mail, header, name)
            return
        except BriefingError as error:
            failure = error
    if mail.text and not mail.is_archive:
        yield Reading(article_of(Article(text=plain_note(mail.text), title=header.title), header, name))
        return
    raise failure or SourceError(name, "it is a mail without text", "save the story's page, or its text")


def _page_of_mail(mail: Mail, header: Header, name: str) -> Reading:
    """The page in a mail: a web archive's page speaks for itself, a newsletter's mail for it."""
    article, stated, warnings = read_page(mail.page or "", name)
    page, told = page_header(stated).model_dump(), header.model_dump()
    first, second = (page, told) if mail.is_archive else (told, page)
    both = {key: value if (value := first[key]) is not None else second[key] for key in first}
    known = read_header({key: value for key, value in both.items() if value and key != "corrections"}, name)
    return Reading(article_of(replace(article, title=known.title), known, name), warnings)


def _pdf(data: bytes, name: str) -> _Answers:
    text, said = pdf_text(data, name)
    header = _header({"author": said.get("author")}, name)
    yield Reading(article_of(Article(text=text), header, name))


_BYTES_READERS: dict[str, Callable[[bytes, str], _Answers]] = {"feed": _feed, "mail": _mail, "pdf": _pdf}
_TEXT_READERS: dict[str, Callable[[str, str], _Answers]] = {"page": _page, "note": _note, "json": _json}
