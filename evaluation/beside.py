"""Labelled sets that may not be redistributed: measured where they lie beside the checkout.

A set has a file of gold lines and a scorer, which lies with it. The scores are found in what the scorer
prints, each by a pattern with one group.
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.entities import LABELS
from evaluation.gist import faultless
from evaluation.result import Result, digest_of
from generator.analysis import Options
from generator.cli.jsonl import answer_lines
from generator.errors import BriefingError
from generator.pipeline import Briefer, Incoming, read_incoming
from generator.sources import Registry

Answers = Callable[[Path, Path], Iterator[str]]
"""From the gold of a set and the folder of sets to the lines that its scorer reads."""


@dataclass(frozen=True)
class Beside:
    """A set in the folder of sets: its gold and its scorer there, what answers it, and its scores."""

    gold: str
    scorer: str
    answers: Answers
    scores: Mapping[str, str]
    flags: tuple[str, ...] = ()


def measure_beside(data: Path, beside: Beside) -> Result | str:
    """The scores of a set in the folder `data`, or why it is skipped."""
    gold, scorer = data / beside.gold, data / beside.scorer
    for file in (gold, scorer):
        if not file.is_file():
            return f"there is no {file}"
    with tempfile.TemporaryDirectory() as folder:
        answers = Path(folder) / "answers.jsonl"
        answers.write_text("".join(f"{line}\n" for line in beside.answers(gold, data)), encoding="utf-8")
        printed = _run(scorer, gold, answers, *beside.flags)
    scores = {name: _found(pattern, printed, scorer) for name, pattern in beside.scores.items()}
    return Result(digest_of([gold]), {"articles": len(_lines(gold))}, scores)


def measure_faults(data: Path) -> Result | str:
    """The share of sentences without a fault in the summaries of the sets of `data`, or why it is skipped."""
    files = sorted(data.glob("summaries/*_dev.jsonl"))
    if not files:
        return f"there is no {data / 'summaries'}/*_dev.jsonl"
    articles = [json.loads(line) for file in files for line in _lines(file)]
    score = faultless([(article["text"], article.get("title")) for article in articles])
    return Result(digest_of(files), {"articles": len(articles)}, {"sentences without fault": score})


def analysed(gold: Path, _: Path) -> Iterator[str]:
    """What `briefing analyse --jsonl` answers to gold lines. Raises BriefingError if it cannot answer one."""
    return _analysed(_lines(gold))


def analysed_elsewhere(labels: Path, data: Path) -> Iterator[str]:
    """The same for labels whose texts lie in the folder of sets."""
    wanted = {json.loads(line)["id"] for line in _lines(labels)}
    lines = _lines(data / "quotes" / "train.jsonl")
    return _analysed(line for line in lines if json.loads(line)["id"] in wanted)


def _analysed(lines: Iterable[str]) -> Iterator[str]:
    for answer in answer_lines(lines, Briefer(Registry(), Options())):
        if isinstance(answer, BriefingError):
            raise answer
        yield answer


def pages_read(gold: Path, _: Path) -> Iterator[str]:
    """What is read from the saved pages of gold lines."""
    for line in _lines(gold):
        file = gold.parent / json.loads(line)["file"]
        yield json.dumps({"file": file.name} | _page(file.name.removesuffix(".gz"), file.read_bytes()))


def _page(name: str, data: bytes) -> dict[str, str | None]:
    """The text of a page and what it states, or why it is refused."""
    try:
        article = read_incoming(Incoming(name, gzip.decompress(data)))
    except BriefingError as error:
        return {"refused": str(error)}
    known = article.metadata
    return {
        "refused": None,
        "title": article.title,
        "author": known.author,
        "published": known.published.isoformat() if known.published else None,
        "outlet": known.outlet,
        "text": "\n\n".join(article.text[block.start : block.end] for block in article.blocks),
    }


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def _run(scorer: Path, *arguments: Path | str) -> str:
    """What a scorer prints. Raises CalledProcessError if it fails."""
    done = subprocess.run(
        [sys.executable, scorer, *arguments], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    return done.stdout


def _found(pattern: str, printed: str, scorer: Path) -> float:
    """The score that a pattern finds. Raises ValueError if there is none."""
    found = re.search(pattern, printed)
    if not found:
        raise ValueError(f"{scorer}: it prints nothing like {pattern}")
    return round(float(found[1]), 1)


BESIDE = {
    "news-names": Beside(
        "entities/conllpp_dev.jsonl",
        "entities/score.py",
        analysed,
        {
            "strict F1": r'"strict": \[[\d.]+, [\d.]+, ([\d.]+)',
            "document F1": r'"docset": \[[\d.]+, [\d.]+, ([\d.]+)',
        },
        ("--news", "--prose", "--json"),
    ),
    "news-names-joined": Beside(
        "entities/reuters_dev.jsonl",
        "entities/score.py",
        analysed,
        {"same thing F1": r'"pair": \[[\d.]+, [\d.]+, ([\d.]+)'},
        ("--json",),
    ),
    "news-names-modern": Beside(
        str(LABELS),
        "entities/article_score.py",
        analysed_elsewhere,
        {"typed F1": r'"typed": .*?"F1": ([\d.]+)', "right name": r'"name_acc": ([\d.]+)'},
        ("--json",),
    ),
    "news-pages": Beside(
        "pages/gold.jsonl",
        "pages/score.py",
        pages_read,
        {
            "text F1": r"text .* F1 ([\d.]+)",
            "wanted": r"wanted ([\d.]+)",
            "title": r"title +right ([\d.]+)",
            "author": r"author +right ([\d.]+)",
            "published": r"published +right ([\d.]+)",
        },
    ),
    "news-quotations": Beside(
        "quotes/dev.jsonl",
        "quotes/score.py",
        analysed,
        {
            "found F1": r'"full": .*?"F1": ([\d.]+)',
            "speaker F1": r'"e2e_person": .*?"F1": ([\d.]+)',
            "right name": r'"ALL": .*?"right": ([\d.]+)',
        },
        ("--json",),
    ),
    "news-statements": Beside(
        "statements/dev.jsonl",
        "statements/score.py",
        analysed,
        {"F1": r'"both@0.8": .*?"F1": ([\d.]+)'},
        ("--json",),
    ),
}
"""The sets, by the name of their floors. The scorers print JSON or, of pages, a table."""
