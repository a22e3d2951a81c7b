"""From bytes to text, as browsers do it."""

from __future__ import annotations

import codecs
import re

SNIFFED = 1024
"""How many bytes of a page are searched for the name of its encoding, as the WHATWG HTML standard says."""

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

    What declares nothing is Windows-1252. Bytes that an encoding does not have become U+FFFD.

    >>> decode("café".encode("cp1252")), decode("café".encode())
    ('café', 'café')
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode((is_page and _declared(data)) or DEFAULT, "replace")


def _declared(data: bytes) -> str | None:
    """Python's name of the encoding that a page declares; None if it declares none that is known."""
    match = _XML.match(data[:SNIFFED]) or _CHARSET.search(data[:SNIFFED])
    if not match:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None
    return _WIDER.get(name, name)
