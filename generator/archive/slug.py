"""Addresses: what files and pages are called."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import PurePosixPath

from slugify import slugify

from generator.errors import SourceError

TITLE_WORDS = 12
"""An article without any title is called by as many of its first words."""

SLUG_LENGTH = 80

_RESERVED = {
    "index",
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
}


def article_slug(path: str) -> str:
    """The slug of a briefing: its article file's name without the ending, in plain letters.

    Raises SourceError if nothing is left of the name, or if it may not be a file's name everywhere.

    >>> article_slug("articles/Zhou’s plan.txt")
    'zhous-plan'
    """
    slug = slugify(
        PurePosixPath(path).stem, max_length=SLUG_LENGTH, word_boundary=True, replacements=[["’", ""]]
    )
    if not slug or slug in _RESERVED:
        raise SourceError(path, "a briefing cannot be named after this file", "rename it after its headline")
    return slug


@lru_cache(maxsize=1 << 17)  # an archive asks for the same names again and again
def entity_slug(name: str) -> str:
    """The slug of an entity's page; names that differ only by case, accents and marks share one.

    >>> entity_slug("China Global Television Network")
    'china-global-television-network'
    """
    slug = slugify(name, max_length=SLUG_LENGTH, word_boundary=True, replacements=[["’", ""], ["'", ""]])
    if slug and slug not in _RESERVED:
        return slug
    return "x-" + hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def slug_or_none(path: str) -> str | None:
    """The slug of an article file, or None if a briefing cannot be named after it."""
    try:
        return article_slug(path)
    except SourceError:
        return None
