"""Coverage-guided fuzzing of what reads strangers' files: `python tests/fuzz/readers.py -runs=400000`.

Needs atheris (`pip install atheris`). The first byte of an input chooses how the rest is read. Anything but
an article or one clear line is a find: add the input to the tests.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["generator"]):
    import markdown

    from generator.archive.settings import read_settings
    from generator.errors import BriefingError
    from generator.pipeline import Incoming, named, only_article
    from generator.publish.markdown import escape, link, quoted
    from generator.sources import article_file, read_article, read_registry, split_front_matter

_RENDERER = markdown.Markdown(extensions=["attr_list", "toc"])
_CORRECTIONS = b"---\ncorrections:\n"


def read_text(data: bytes) -> None:
    """A text file: what it is added as can be read again, and its paragraphs show as text."""
    article = only_article(Incoming("a.txt", data))
    if article.blocks:
        read_article(article_file(article).encode("utf-8", "replace"), "a.md")
    for block in article.blocks[: 2 * (len(data) % 4 == 0)]:  # rendering takes longer than all else
        shows_as_text(article.text[block.start : block.end])


def shows_as_text(text: str) -> None:
    """A text makes no element but what it is put into: a paragraph, and a link."""
    html = _RENDERER.reset().convert(f"before {escape(text)} after {link(text, text)} end")
    if html.count("<") != 4:
        raise AssertionError(html)
    fields, body = split_front_matter(f"---\ntitle: {quoted(text)}\n---\nbody", "a.md")
    if list(fields) != ["title"] or body != "body":
        raise AssertionError(fields)


def read_nameless(data: bytes) -> None:
    """What comes by standard input is told for a page or a text by its bytes."""
    named(Incoming("standard input", data))


READERS: tuple[Callable[[bytes], object], ...] = (
    read_text,
    read_text,
    lambda data: read_article(b"---\n" + data, "a.md"),
    lambda data: read_article(_CORRECTIONS + data, "a.md"),
    lambda data: read_article(data, "a.html"),
    lambda data: read_article(b"<html><title>A</title><article><p>" + data, "a.html"),
    lambda data: read_registry(data.decode("utf-8", "replace")),
    lambda data: read_registry("entities:\n  - " + data.decode("utf-8", "replace")),
    lambda data: read_settings(data.decode("utf-8", "replace")),
    read_nameless,
)


def one_input(data: bytes) -> None:
    """Read the bytes as the first of them says."""
    with contextlib.suppress(BriefingError):
        READERS[(data[:1] or b"\0")[0] % len(READERS)](data[1:])


if __name__ == "__main__":
    words = Path(__file__).with_name("words.dict")
    atheris.Setup([*sys.argv, f"-dict={words}", "-timeout=10", "-rss_limit_mb=3000"], one_input)
    atheris.Fuzz()
