"""Read an article file: bytes in, `Article` out."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from generator.errors import SourceError
from generator.sources.article import Article, Metadata
from generator.sources.cleaning import origin_of
from generator.sources.decoding import decode
from generator.sources.frontmatter import split_front_matter
from generator.sources.header import Header, read_header
from generator.sources.layout import HEADLINE_WORDS
from generator.sources.page import MAX_PAGE_BYTES, page_header, read_page
from generator.sources.slips import refuse_conflict, refuse_late_front_matter

PAGE_SUFFIXES = (".html", ".htm")
"""The endings of saved web pages."""

SUFFIXES = (".txt", ".md", *PAGE_SUFFIXES)
"""The kinds of article file that can be read."""

MAX_TEXT_BYTES = 5_000_000
"""No text file of more bytes is read."""

MAX_PIECES = 30_000
"""Words and marks of an article: 25,000 words of English prose have as many, and the language model takes up
to ten seconds for them."""

MAX_LETTERS = 600_000
"""Letters of an article, for what has no words: twenty for each of MAX_PIECES."""

MAX_LINES = 10_000
"""Lines of an article that are not blank: the model takes a paragraph by itself, however short it is."""

MAX_BYTES = MAX_PAGE_BYTES
"""No file of more bytes is read, whatever its kind."""

_ENDED = re.compile(r"[.!?…:;。！？؟।][\"”’')\]]*$|[\"”]$")
"""How a line of a story ends, and a headline does not."""

_PIECE = re.compile(r"[^\W_]+|[^\w\s]|_")
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def is_page(name: str) -> bool:
    """Whether a file is a saved web page by its name."""
    return PurePosixPath(name.lower()).suffix in PAGE_SUFFIXES


def read_article(data: bytes, name: str) -> Article:
    """Read the bytes of the article file `name`.

    The front matter of a text, or the metadata of a page, states what is known of the source; a
    "source: …" line, a byline and a time stamp in the story fill in what that leaves open. The text of a
    page's article is its story as extracted. Raises SourceError or FrontMatterError, each one line that
    names the file.
    """
    limit = MAX_PAGE_BYTES if is_page(name) else MAX_TEXT_BYTES
    refuse_bytes(data, name, limit)
    text = decode(data, is_page=is_page(name))
    if is_page(name):
        article, stated, _ = read_page(text, name)
        return article_of(article, page_header(stated), name)
    refuse_text(text, name)
    refuse_conflict(text, name)
    refuse_late_front_matter(text, name)
    fields, body = split_front_matter(text, name)
    known = read_header(fields, name)
    return article_of(Article(text=body, title=known.title), known, name)


def article_of(article: Article, known: Header, name: str) -> Article:
    """An article with what is known of it. Raises SourceError if it is too long, or if it has no text."""
    _refuse_long(article.text, name)
    if not article.blocks:
        raise SourceError(
            name, "it has no text", "paste the article below its front matter, or delete the file"
        )
    if _is_headline_alone(article):
        raise SourceError(
            name, "it has a headline and no story", "paste the story below it, or delete the file"
        )
    return replace(article, metadata=_metadata(known, article), corrections=known.corrections)


def refuse_bytes(data: bytes, name: str, limit: int) -> None:
    """Raise SourceError if a file is empty or has more than `limit` bytes."""
    if not data.strip():
        raise SourceError(name, "it is empty", "paste the article into it, or delete the file")
    if len(data) > limit:
        raise SourceError(
            name, f"it has more than {limit:,} bytes", "keep the story alone, without pictures and markup"
        )


def refuse_text(text: str, name: str) -> None:
    """Raise SourceError if a text has letters that no text has, or is larger than any that is read."""
    if _BINARY.search(text):
        raise SourceError(name, "it is a binary file, not text", f"save the story as {' or '.join(SUFFIXES)}")
    if len(text) > MAX_TEXT_BYTES:
        raise SourceError(name, f"it has more than {MAX_TEXT_BYTES:,} characters", "keep the story alone")


def _refuse_long(text: str, name: str) -> None:
    """Raise SourceError if a text is longer than any news story."""
    pieces = sum(1 for _ in islice(_PIECE.finditer(text), MAX_PIECES + 1))
    lines = sum(1 for line in text.splitlines() if line.strip())
    if pieces > MAX_PIECES or len(text) > MAX_LETTERS or lines > MAX_LINES:
        most = f"{MAX_PIECES:,} words and marks, {MAX_LETTERS:,} characters, {MAX_LINES:,} lines"
        raise SourceError(
            name, f"it is longer than any news story ({most})", "keep the story alone, or divide it"
        )


def _is_headline_alone(article: Article) -> bool:
    """Whether nothing follows a headline, or a single line is all there is and reads like one."""
    if len(article.blocks) > 1:
        return False
    line = article.text[article.blocks[0].start : article.blocks[0].end]
    return article.headline is not None or (len(line.split()) <= HEADLINE_WORDS and not _ENDED.search(line))


def _metadata(stated: Header, article: Article) -> Metadata:
    """What is known of an article: what is stated first, then what its own lines tell."""
    told = origin_of((part.rule, article.text[part.start : part.end]) for part in article.layout.left_out)
    url = stated.url or told.url
    domain = _domain(stated.url) if stated.url else told.domain
    return Metadata(
        published=stated.published or told.published,
        outlet=stated.outlet,
        domain=domain,
        url=url,
        author=stated.author or told.author,
        language=stated.language,
    )


def _domain(url: str) -> str:
    """The host of a web address without "www."."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
