"""The text in a PDF, by pypdf, which is an extra: few archives need it."""

from __future__ import annotations

import io
import logging
import re
from typing import Any

from generator.errors import SourceError

MAX_PAGES = 200
"""A longer document is a book."""

_HYPHENATED = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def pdf_text(data: bytes, name: str) -> tuple[str, dict[str, Any]]:
    """The text of a PDF, a paragraph a line, and what the document says of itself.

    Raises SourceError if pypdf is not installed, or if the file is locked, broken, too long or without text.
    """
    try:
        import pypdf  # noqa: PLC0415  an extra
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError as error:
        remedy = "install the extra with “pip install 'briefing-archive[pdf]'”, or save the story as text"
        raise SourceError(name, "it is a PDF, and the reader for PDFs is not installed", remedy) from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it logs each fault of a file that it can read
    remedy = "copy its text into a text file"
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError(name, "it is a PDF that a password locks", remedy)
        if len(reader.pages) > MAX_PAGES:
            raise SourceError(name, f"it is a PDF of more than {MAX_PAGES} pages", "keep the story alone")
        pages = [page.extract_text() or "" for page in reader.pages]
        said = reader.metadata
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError, IndexError) as error:
        raise SourceError(name, "it is a PDF that cannot be read", remedy) from error
    text = _paragraphs("\n".join(pages))
    if len(text.split()) < 50:
        raise SourceError(name, "it is a PDF without text, as of a scan", remedy)
    return text, {"title": said.title, "author": said.author} if said else {}


def _paragraphs(text: str) -> str:
    """Lines of a column joined to paragraphs: one ends with a sentence in a line shorter than most."""
    lines = [line.strip() for line in _HYPHENATED.sub("", text).splitlines()]
    widths = sorted(len(line) for line in lines if line)
    usual = widths[len(widths) * 3 // 4] if widths else 0
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        paragraphs[-1].append(line)
        is_end = line.endswith((".", "!", "?", "”", '"')) and len(line) < 0.9 * usual
        if not line or is_end or (len(line) < 0.6 * usual and len(paragraphs[-1]) == 1):
            paragraphs.append([])
    return "\n\n".join(" ".join(filter(None, lines)) for lines in paragraphs if any(lines))
