"""The labelled articles of this folder: made-up short articles of many genres, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator import Article, analyse
from generator.analysis import Briefing

ARTICLES = Path(__file__).parent / "data" / "articles.yaml"


@dataclass(frozen=True)
class Name:
    """A person, body or thing that an article names; `type` is None for what may be left out."""

    name: str
    forms: frozenset[str]
    type: str | None


@dataclass(frozen=True)
class Labelled:
    """An article, the names in it, and how the sentences begin that tell its gist (one of each group)."""

    id: str
    text: str
    names: tuple[Name, ...]
    gist: tuple[tuple[str, ...], ...]


def read_articles(path: Path = ARTICLES) -> list[Labelled]:
    """The labelled articles of a file; its first lines tell its form."""
    return [_labelled(record) for record in yaml.safe_load(path.read_text(encoding="utf-8"))]


def _labelled(record: dict[str, Any]) -> Labelled:
    names = tuple(
        Name(forms[0], frozenset(forms), None if kind == "optional" else kind)
        for kind, listed in record["names"].items()
        for forms in listed
    )
    return Labelled(record["id"], record["text"], names, tuple(map(tuple, record["gist"])))


@cache
def briefing_of(text: str, title: str | None = None) -> Briefing:
    """The briefing of a text; each is analysed once, however many scores ask for it."""
    return analyse(Article(text=text, title=title or None))
