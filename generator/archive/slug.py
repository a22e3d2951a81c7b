"""The names of files and pages in addresses."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import PurePosixPath

from slugify import slugify

from generator.errors import SourceError

TITLE_WORDS = 12
"""An article without any title is called by as many of its first words."""

SLUG_LENGTH = 80

_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
_RESERVED = {"index"} | _DEVICES


_FORBIDDEN = re.compile(r'[<>:"|?*\\]')
"""Marks that no file name may have on Windows (Microsoft, "Naming Files, Paths, and Namespaces")."""


def name_fault(path: PurePosixPath) -> str | None:
    """Why a path cannot be that of a file on every computer, None if it can.

    >>> name_fault(PurePosixPath("2024/what: a?day.md"))
    'its name has “:”, which Windows does not allow'
    >>> name_fault(PurePosixPath("aux.txt.md")), name_fault(PurePosixPath("moon.md"))
    ('“aux” is the name of a device on Windows', None)
    """
    for part in path.parts:
        if found := _FORBIDDEN.search(part):
            return f"its name has “{found.group()}”, which Windows does not allow"
        if part.endswith((" ", ".")) or part.removesuffix(path.suffix).endswith((" ", ".")):
            return "its name ends in a space or a full stop, which Windows leaves out"
        device = part.split(".", 1)[0].strip().lower()
        if device in _DEVICES:
            return f"“{device}” is the name of a device on Windows"
    return None


def article_slug(path: str) -> str:
    """The slug of a briefing: its article file's name without the ending, in plain letters.

    Raises SourceError if nothing is left of the name, or if it may not be a file's name everywhere.

    >>> article_slug("articles/Zhou’s plan.txt")
    'zhous-plan'
    """
    slug = _slug(PurePosixPath(path).stem, [["’", ""]])
    if not slug or slug in _RESERVED:
        raise SourceError(path, "a briefing cannot be named after this file", "rename it after its headline")
    return slug


@lru_cache(maxsize=1 << 17)  # an archive asks for the same names again and again
def entity_slug(name: str) -> str:
    """The slug of an entity's page; names that differ only by case, accents and marks share one.

    >>> entity_slug("China Global Television Network")
    'china-global-television-network'
    """
    slug = _slug(name, [["’", ""], ["'", ""]])
    if slug and slug not in _RESERVED:
        return slug
    return "x-" + hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def _slug(name: str, replacements: list[list[str]]) -> str:
    """A name in plain letters, of whole words as far as they make out half of what may be, else cut."""
    slug: str = slugify(name, max_length=SLUG_LENGTH, word_boundary=True, replacements=replacements)
    whole: str = slugify(name, replacements=replacements) if len(slug) < SLUG_LENGTH // 2 else slug
    return whole[:SLUG_LENGTH].rstrip("-") if len(whole) > SLUG_LENGTH else slug


def slug_or_none(path: str) -> str | None:
    """The slug of an article file, or None if a briefing cannot be named after it."""
    try:
        return article_slug(path)
    except SourceError:
        return None
