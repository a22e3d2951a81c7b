"""What kind of file bytes are, by their content: names of files are often wrong."""

from __future__ import annotations

import csv
import json
import re
from contextlib import suppress

SNIFFED = 4096
"""How many bytes of a file tell its kind."""

MARKUP_SNIFFED = 65_536

_LEFT = "open the story itself in a browser and save that page, or its text"
_LIST = "save each story by itself: a list of addresses has none"

# The first bytes of files that hold no text: the signatures that their formats define.
_BINARY = (
    (b"\x1f\x8b", "packed"), (b"\x89PNG\r\n", "picture"), (b"\xff\xd8\xff", "picture"), (b"GIF8", "picture"),
    (b"II*\0", "picture"), (b"MM\0*", "picture"), (b"BM", "picture"), (b"\0\0\x01\0", "picture"),
    (b"wOF", "font"), (b"OTTO", "font"),
    (b"PK\x03\x04", "archive"), (b"Rar!", "archive"), (b"7z\xbc\xaf", "archive"), (b"\xfd7zXZ", "archive"),
    (b"BZh", "archive"), (b"\x28\xb5\x2f\xfd", "archive"), (b"ID3", "recording"), (b"OggS", "recording"),
    (b"fLaC", "recording"), (b"\x1aE\xdf\xa3", "recording"), (b"\x7fELF", "program"), (b"MZ\x90", "program"),
    (b"\xca\xfe\xba\xbe", "program"), (b"\xcf\xfa\xed\xfe", "program"), (b"SQLite format 3\0", "database"),
    (b"bplist00", "shortcut"), (b"\xd0\xcf\x11\xe0", "office"),
)  # fmt: skip

_PAGE = re.compile(rb"<(?:!doctype html|html|head|body|article|main|div|p|h1|meta|title)\b", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:rdf)\b", re.IGNORECASE)
_HEADERS = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]{0,998}(?:\r?\n[ \t][^\r\n]{0,998})*\r?\n){2,}")
_MAIL = re.compile(
    rb"^(?:from|mime-version|received|message-id|subject|return-path):", re.IGNORECASE | re.MULTILINE
)
_CODE = re.compile(
    r"^\s*(?:#include\b|import [\w.{*]|from [\w.]+ import\b|def \w+\(|class \w+[:({]|function\b|(?:const"
    r"|let|var) \w+ ?="
    r"|public |private |package |return\b.*;|<\?php|#!/|@media\b|\$\w+ ?=|SELECT |INSERT |CREATE )"
    r"|[;{}]\s*$|^\s*[})\]]"
)
_ADDRESS = re.compile(r"\W*(?:\[[^\]\n]{0,300}\]\()?(?:https?://|www\.)\S+\W*$")
_DATA = (
    "BEGIN:VCALENDAR", "BEGIN:VCARD", "WEBVTT", "TY  - ", "@article{", "@misc{", "%!PS", "\\documentclass",
    "<svg",
)  # fmt: skip
"""How calendars, address books, subtitles, references, print files and sources of documents begin."""

REFUSED = {
    "picture": ("it is a picture, not text", "save the story's page, or its text"),
    "font": ("it is a font, not text", _LEFT),
    "archive": ("it is an archive of files", "unpack it, and add the folder"),
    "recording": ("it is a recording, not text", "save the story's page, or its text"),
    "program": ("it is a program, not text", _LEFT),
    "database": ("it is a database, not a story", _LEFT),
    "office": ("it is a document of an office program", "save it as plain text there, and add that"),
    "book": ("it is an electronic book", "open it, and save the story as plain text"),
    "rich": ("it is rich text (RTF)", "open it, and save it as plain text"),
    "shortcut": ("it is a shortcut to an address, not a story", _LEFT),
    "addresses": ("it is a list of addresses, not a story", _LIST),
    "table": ("it is a table, not a story", "save the story itself as text"),
    "code": ("it is program code, not a story", "save the story itself as text"),
    "data": ("it is a file of data, not a story", "save the story itself as text"),
}
"""Kinds that hold no story: what is said of them, and what to do."""


def kind_of_bytes(data: bytes) -> str | None:
    """The kind of a file by its bytes; None if only its text can tell."""
    head = data[:SNIFFED]
    bare = head.lstrip(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_archive(data)
    return _kind_of_binary(head) or _kind_of_export(bare) or _kind_of_markup(bare, data[:MARKUP_SNIFFED])


def _kind_of_archive(data: bytes) -> str:
    """What a ZIP archive is: office programs and electronic books use them."""
    if b"application/epub+zip" in data[:SNIFFED]:
        return "book"
    return "office" if b"[Content_Types].xml" in data else "archive"


def _kind_of_binary(head: bytes) -> str | None:
    """The kind of a file that is no text. A signature of two letters may begin a text."""
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head[4:8] == b"ftyp" or head[:4] == b"RIFF":
        return "picture" if head[8:12] in (b"WEBP", b"avif", b"heic", b"mif1") else "recording"
    found = (kind for mark, kind in _BINARY if head.startswith(mark) and (len(mark) > 2 or b"\0" in head))
    return next(found, None)


def _kind_of_export(head: bytes) -> str | None:
    """The kind of a text that a program made for programs."""
    if head.startswith(b"{\\rtf"):
        return "rich"
    if head.startswith((b"[InternetShortcut]", b"[Desktop Entry]")) or b"<!DOCTYPE plist" in head:
        return "shortcut"
    return "addresses" if b"NETSCAPE-Bookmark-file" in head else None


def _kind_of_markup(head: bytes, more: bytes) -> str | None:
    """Page, feed or mail, by the first bytes; a page may begin with long styles."""
    headers = _HEADERS.match(head)
    if headers and len(_MAIL.findall(headers.group())) >= 2:
        return "mail"
    if head.startswith(b"<") and _FEED.search(head[:1000]):
        return "feed"
    is_markup = head.startswith(b"<") and not head.startswith(b"<svg")
    return "page" if is_markup and _PAGE.search(more) else None


def kind_of_text(text: str) -> str:
    """The kind of a text: "note" if it may be a story."""
    bare = text.lstrip("\ufeff \t\r\n")
    if bare.startswith(_DATA):
        return "data"
    if bare[:1] in "{[" and (bare[1:2] != "[" or bare[:3] == '[["'):
        with suppress(ValueError, RecursionError):
            json.loads(bare)
            return "json"
    lines = [line for line in bare.splitlines() if line.strip()][:400]
    if len(lines) >= 3 and sum(bool(_ADDRESS.match(line)) for line in lines) >= 0.6 * len(lines):
        return "addresses"
    if _is_table(lines):
        return "addresses" if re.search(r"(?i)\b(?:url|link|address|href)\b", lines[0]) else "table"
    if len(lines) >= 4 and sum(bool(_CODE.search(line)) for line in lines) >= 0.4 * len(lines):
        return "code"
    return "note"


def _is_table(lines: list[str]) -> bool:
    """Whether lines are rows of short cells, as many in each."""
    if len(lines) < 3:
        return False
    for mark in "\t,;":
        if lines[0].count(mark):
            with suppress(csv.Error):
                rows = list(csv.reader(lines[:40], delimiter=mark))
                sizes = {len(row) for row in rows}
                cells = [cell for row in rows for cell in row]
                is_short = sum(len(cell.split()) > 25 for cell in cells) == 0
                if len(sizes) == 1 and min(sizes) > 1 and is_short and not rows[0][-1].endswith((".", "”")):
                    return True
    return False
