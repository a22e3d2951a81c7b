"""From bytes to text, as browsers do it."""

from __future__ import annotations

import codecs
import re

SNIFFED = 1024
"""How many bytes of a page are searched for the name of its encoding, as the WHATWG HTML standard says."""

LATE = 65_536
"""How far it is searched for where it is not there: many pages have it after long scripts."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,30})", re.IGNORECASE)
# Names that mean a larger encoding on the web than they say (WHATWG Encoding standard, "Names and labels").
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
DEFAULT = "cp1252"
"""What a browser takes text for that neither says its encoding nor is UTF-8."""


def decode(data: bytes, *, is_page: bool = False) -> str:
    """The text of a file: by its byte order mark, else UTF-8 if it is that, else what a page declares.

    What declares nothing is Windows-1252, or Mac Roman if its lines end as on an old Macintosh. A byte that
    UTF-8 does not have, in a file that is or declares UTF-8, is read as Windows-1252. Bytes that an encoding
    does not have become U+FFFD.

    >>> decode("café".encode("cp1252")), decode("café".encode())
    ('café', 'café')
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        declared = _declared(data) if is_page else None
    if declared == "utf-8" or (not declared and _is_mostly_utf8(data)):
        return data.decode("utf-8", _AS_WINDOWS)
    is_old_mac = not is_page and b"\r" in data and b"\n" not in data
    return data.decode(declared or ("mac_roman" if is_old_mac else DEFAULT), "replace")


def _wide(data: bytes) -> str | None:
    """The form of UTF-16 without a mark that text is in: every other byte of Latin letters is zero."""
    head = data[:SNIFFED]
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if (
            len(head) > 8
            and head[first::2].count(0) * 10 > 7 * (len(head) // 2)
            and not head[1 - first :: 2].count(0)
        ):
            return name
    return None


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether a text has more letters of UTF-8 than bytes that UTF-8 does not have."""
    text = data.decode("utf-8", "replace")
    return sum(char > "\x7f" and char != "\ufffd" for char in text) > 2 * text.count("\ufffd")


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """What stands in for bytes that are no UTF-8: their letters in Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode(DEFAULT, "replace"), error.end


_AS_WINDOWS = "as-windows-1252"
codecs.register_error(_AS_WINDOWS, _as_windows)


def _declared(data: bytes) -> str | None:
    """Python's name of the encoding that a page declares; None if it declares none that is known."""
    match = _XML.match(data[:SNIFFED]) or _CHARSET.search(data[:SNIFFED]) or _CHARSET.search(data[:LATE])
    if not match:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None
    return _WIDER.get(name, name)
