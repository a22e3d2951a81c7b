"""Read an article file: bytes in, `Article` out."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

from generator.errors import SourceError
from generator.sources.article import Article, Metadata
from generator.sources.boilerplate import SOURCE_RULE, source_address
from generator.sources.frontmatter import split_front_matter
from generator.sources.header import Header, read_header

SUFFIXES = (".txt", ".md")
"""The kinds of article file that can be read."""

MAX_BYTES = 5_000_000
"""A longer file is no news story: 200,000 words of English take 1.2 MB."""

_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read_article(data: bytes, name: str) -> Article:
    """Read the bytes of the article file `name`.

    The front matter states what is known of the source; a "source: …" line in the text fills in what it
    leaves open. Raises SourceError or FrontMatterError, each one line that names the file.
    """
    fields, body = split_front_matter(_decode(data, name), name)
    header = read_header(fields, name)
    article = Article(text=body, title=header.title)
    if not article.blocks:
        raise SourceError(
            name, "it has no text", "paste the article below its front matter, or delete the file"
        )
    return replace(article, metadata=_metadata(header, article), corrections=header.corrections)


def _decode(data: bytes, name: str) -> str:
    """The text of a file: UTF-8, with or without a byte order mark."""
    if not data.strip():
        raise SourceError(name, "it is empty", "paste the article into it, or delete the file")
    if len(data) > MAX_BYTES:
        raise SourceError(
            name, f"it has more than {MAX_BYTES:,} bytes", "keep the story alone, without pictures and markup"
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError(
            f"{name}:{line}", "it is not UTF-8 text", "save it again as plain text in UTF-8"
        ) from error
    if _BINARY.search(text):
        raise SourceError(name, "it is a binary file, not text", f"save the story as {' or '.join(SUFFIXES)}")
    return text


def _metadata(header: Header, article: Article) -> Metadata:
    """What is known of an article: from its front matter first, then from its own lines."""
    url, domain = header.url, _domain(header.url) if header.url else None
    for line in article.layout.left_out:
        if line.rule == SOURCE_RULE and not domain:
            url, domain = source_address(article.text[line.start : line.end])
    return Metadata(header.published, header.outlet, domain, url, header.author, header.language)


def _domain(url: str) -> str:
    """The host of a web address without "www."."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
