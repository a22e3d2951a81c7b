"""Saved pages: is the whole story read, nothing else, and what the page states about it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from evaluation.result import Result, digest_of, percent
from generator.errors import BriefingError
from generator.pipeline import Incoming, read_incoming
from generator.sources import Article

ROOT = Path(__file__).parent.parent
PAGES = Path(__file__).parent / "data" / "pages.yaml"
STATED = ("title", "author", "published", "outlet")


@dataclass(frozen=True)
class Verdict:
    """Whether one thing is right of a page, the score that it counts in, and what is wrong otherwise."""

    score: str
    holds: bool
    error: str


def measure_pages() -> Result:
    """The scores of the pages that `data/pages.yaml` lists."""
    labels = yaml.safe_load(PAGES.read_text(encoding="utf-8"))
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    errors: list[str] = []
    for label in labels:
        for verdict in verdicts(label, _read(ROOT / label["file"])):
            asked[verdict.score] += 1
            right[verdict.score] += verdict.holds
            errors += [] if verdict.holds else [f"{label['file']}: {verdict.error}"]
    return Result(
        digest_of([PAGES, *(ROOT / label["file"] for label in labels)]),
        {"pages": len(labels)},
        {score: percent(right[score], asked[score]) for score in sorted(asked)},
        tuple(errors),
    )


def _read(path: Path) -> Article | None:
    """The article in a file; None if the file is refused."""
    try:
        return read_incoming(Incoming(path.name, path.read_bytes()))
    except BriefingError:
        return None


def verdicts(label: Mapping[str, Any], article: Article | None) -> list[Verdict]:
    """What is right and wrong of a page; `article` is None if it was refused."""
    refused = bool(label.get("refused"))
    read = Verdict("read or refused", (article is None) == refused, "read" if article else "refused")
    if refused:
        return [read]
    text = _story(article)
    kept = (Verdict("kept", words in text, f"left out: {words}") for words in label.get("with", ()))
    left = (Verdict("left out", words not in text, f"kept: {words}") for words in label.get("without", ()))
    stated = (
        Verdict("stated", found == label[field], f"{field} is {found}, not {label[field]}")
        for field in STATED
        if field in label
        for found in [_stated(article, field)]
    )
    return [read, *kept, *left, *stated]


def _story(article: Article | None) -> str:
    """The paragraphs of an article."""
    blocks = article.blocks if article else ()
    return "\n".join(article.text[block.start : block.end] for block in blocks) if article else ""


def _stated(article: Article | None, field: str) -> object:
    """What is known of an article; of a time, the day."""
    if article is None or field == "title":
        return article and article.title
    value = getattr(article.metadata, field)
    return value.date() if hasattr(value, "date") else value
