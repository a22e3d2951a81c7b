"""Mails, newsletters and web archives (MHTML, a kind of mail): the page or the text that they carry."""

from __future__ import annotations

import email
import re
from collections.abc import Mapping
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from typing import Any

from generator.sources.decoding import decode

_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_FORWARDED = re.compile(r"(?i)^(?:(?:re|fwd?|aw|wg)\s*:\s*)+")


@dataclass(frozen=True)
class Mail:
    """What a mail carries: a page, a text, or both; and what it says of itself by the names of our fields."""

    page: str | None
    text: str | None
    fields: Mapping[str, Any]
    is_archive: bool


def read_mail(data: bytes) -> Mail:
    """The first page and the first text in a mail, whose broken parts are left out."""
    message = email.message_from_bytes(data, policy=policy.default)
    parts = [part for part in message.walk() if isinstance(part, EmailMessage) and not part.is_multipart()]
    page = next(
        (part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")), None
    )
    text = next((part for part in parts if part.get_content_type() == "text/plain"), None)
    address = _header(message, "Snapshot-Content-Location")
    is_archive = bool(address) or (message.get_content_subtype() == "related" and not message.get("To"))
    if is_archive and page is not None:
        address = address or _header(page, "Content-Location")
    return Mail(_content(page), _content(text), _fields(message, address, is_archive), is_archive)


def _fields(message: EmailMessage, address: str | None, is_archive: bool) -> dict[str, Any]:
    if is_archive:
        return {"title": _header(message, "Subject"), "url": address}
    sender = _header(message, "From") or ""
    is_newsletter = message.get("List-Unsubscribe") or message.get("List-Id")
    return {
        "title": _FORWARDED.sub("", _header(message, "Subject") or ""),
        "published": _header(message, "Date"),
        "outlet": sender.partition("<")[0].strip(' "') if is_newsletter else None,
    }


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message.get(name)
    except (ValueError, TypeError, AttributeError, IndexError):  # the library's parser of broken headers
        return None
    return " ".join(str(value).split()) if value is not None else None


def _content(part: EmailMessage | None) -> str | None:
    """The text of a part by the charset that it names, else as any file's."""
    data = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(data, bytes):
        return None
    charset = part.get_content_charset()
    try:
        return data.decode(charset) if charset else decode(data, is_page=True)
    except (LookupError, UnicodeDecodeError):
        return decode(data, is_page=True)
