"""Measure summaries beside the first three sentences: ROUGE on human references, and faults.

    python -m benchmarks.summaries FOLDER            # sets NAME.jsonl with NAME.lead3.jsonl beside them
    python -m benchmarks.summaries FOLDER --faults   # and every fault found, to be read
    python -m benchmarks.summaries FOLDER --agreement  # how often the fault checker and a reader agree

A line of a set is {id, text, title, references}; of a baseline {id, summary: [sentence, …]}. The first
sentences are a baseline that published summarisers do not beat (Nallapati et al. 2017, "SummaRuNNer").
Intervals are paired bootstraps (Koehn 2004) over the articles of each set, and their mean over the sets.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rouge_score import rouge_scorer

from benchmarks.summary_agreement import print_agreement
from benchmarks.summary_faults import KINDS, faults
from generator.analysis import Options, analyse
from generator.sources import Article, Registry

SENTENCES = 3
RESAMPLES = 2000
BASE = "first three sentences"
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[\"“‘']?[A-Z0-9])")


@dataclass(frozen=True)
class Answer:
    """A summary: its sentences as the source has them, and as a reader sees them."""

    verbatim: tuple[str, ...]
    shown: tuple[str, ...]


def main() -> int:
    """Measure and print; exit status 1 if the folder holds no set."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--faults", action="store_true", help="print every fault")
    arguments.add_argument(
        "--agreement", action="store_true", help="compare the fault checker with summaries judged by hand"
    )
    asked = arguments.parse_args()
    bases = sorted(asked.folder.glob("*.lead3.jsonl"))
    if not bases:
        print(f"{asked.folder}: no sets with a baseline NAME.lead3.jsonl beside them", file=sys.stderr)
        return 1
    if asked.agreement:
        print_agreement({path.name.removesuffix(".lead3.jsonl"): _judgeable(path) for path in bases})
        return 0
    gains: list[list[float]] = []
    totals: dict[str, Counter[str]] = {BASE: Counter(), "briefing": Counter()}
    print(f"{'set':14s} {'system':22s} {'R1':>6s} {'R2':>6s} {'RLsum':>6s} {'mean':>6s} {'words':>6s}")
    for path in bases:
        name = path.name.removesuffix(".lead3.jsonl")
        articles = _lines(path.with_name(f"{name}.jsonl"))
        first = {line["id"]: tuple(line["summary"]) for line in _lines(path)}
        systems: dict[str, list[Answer]] = {
            BASE: [Answer(first[article["id"]], first[article["id"]]) for article in articles],
            "briefing": [summary_of(article) for article in articles],
        }
        scores = {system: _measure(name, system, articles, answers) for system, answers in systems.items()}
        gains.append([ours - base for ours, base in zip(scores["briefing"], scores[BASE], strict=True)])
        for system, answers in systems.items():
            totals[system] += _count(name, system, articles, answers, show=asked.faults)
    _print_interval(gains)
    _print_faults(totals)
    return 0


def summary_of(article: dict[str, Any]) -> Answer:
    """The generator's own summary of a line of a set."""
    options = replace(Options(), sentences=SENTENCES)
    found = analyse(Article(text=article["text"], title=article.get("title") or None), Registry(), options)
    verbatim = tuple(sentence.span.text for sentence in found.summary)
    shown = []
    for sentence in found.summary:
        text, insertion = sentence.span.text, sentence.insertion
        if insertion:
            at = insertion.at - sentence.span.start
            text = f"{text[:at].rstrip()} [{insertion.text}] {text[at:].lstrip()}".lstrip()
        shown.append(text)
    return Answer(verbatim, tuple(shown))


def _judgeable(path: Path) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The texts of a set's articles and their first sentences, by id; `path` is that of the sentences."""
    articles = _lines(path.with_name(path.name.replace(".lead3.", ".")))
    return {line["id"]: line["text"] for line in articles}, {
        line["id"]: line["summary"] for line in _lines(path)
    }


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _measure(
    name: str, system: str, articles: Sequence[dict[str, Any]], answers: Sequence[Answer]
) -> list[float]:
    """Print a system's line for a set; return its mean F1 for each article, in hundredths."""
    scorer = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeLsum"], use_stemmer=True)
    rows = [
        _rouge(scorer.score, article["references"], answer)
        for article, answer in zip(articles, answers, strict=True)
    ]
    means = [100 * sum(column) / len(rows) for column in zip(*rows, strict=True)]
    words = sum(len(" ".join(answer.verbatim).split()) for answer in answers) / len(answers)
    print(
        f"{name:14s} {system:22s} " + " ".join(f"{value:6.2f}" for value in (*means, sum(means) / 3, words))
    )
    return [100 * sum(row) / 3 for row in rows]


def _rouge(
    score: Callable[[str, str], Any], references: Sequence[str], answer: Answer
) -> tuple[float, float, float]:
    """ROUGE-1, -2 and -Lsum F1 of one summary, the mean over its references."""
    candidate = "\n".join(" ".join(sentence.split()) for sentence in answer.verbatim)
    found = [
        score(_plain("\n".join(_SENTENCE_END.split(reference))), _plain(candidate))
        for reference in references
    ]
    one, two, longest = (
        sum(result[kind].fmeasure for result in found) / len(found)
        for kind in ("rouge1", "rouge2", "rougeLsum")
    )
    return one, two, longest


def _plain(text: str) -> str:
    """Typographic marks as typewriter marks."""
    return text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})


def _count(
    name: str, system: str, articles: Sequence[dict[str, Any]], answers: Sequence[Answer], *, show: bool
) -> Counter[str]:
    """How often each kind of fault occurs, with `sentences` and `faulty` (sentences with any fault)."""
    counts: Counter[str] = Counter()
    for article, answer in zip(articles, answers, strict=True):
        found = list(faults(answer.shown, answer.verbatim, article["text"]))
        counts.update(kind for _, kind in found)
        counts["sentences"] += len(answer.shown)
        counts["faulty"] += len({number for number, _ in found})
        if show and system != BASE:
            for number, kind in found:
                print(f"  {name} {article['id']} [{kind}] {answer.shown[number]}")
    return counts


def _print_interval(gains: Sequence[Sequence[float]]) -> None:
    """The mean difference over the sets, with its 95% interval."""
    draw = random.Random(0)  # noqa: S311  a bootstrap, not a secret
    means = sorted(
        sum(sum(draw.choices(gain, k=len(gain))) / len(gain) for gain in gains) / len(gains)
        for _ in range(RESAMPLES)
    )
    mean = sum(sum(gain) / len(gain) for gain in gains) / len(gains)
    low, high = means[int(0.025 * RESAMPLES)], means[int(0.975 * RESAMPLES)]
    print(
        f"\nROUGE of the briefing against the {BASE}, mean over sets: {mean:+.2f} [{low:+.2f}, {high:+.2f}]\n"
    )


def _print_faults(totals: dict[str, Counter[str]]) -> None:
    """A table of faults, and by how much they fall."""
    base, ours = totals[BASE], totals["briefing"]
    print(f"{'fault':28s} {BASE:>22s} {'briefing':>10s}")
    for kind in (*KINDS, "faulty", "sentences"):
        print(f"{kind:28s} {base[kind]:22d} {ours[kind]:10d}")
    all_base, all_ours = sum(base[kind] for kind in KINDS), sum(ours[kind] for kind in KINDS)
    print(
        f"{'all faults':28s} {all_base:22d} {all_ours:10d}   {100 * all_ours / max(1, all_base) - 100:+.0f}%"
    )


if __name__ == "__main__":
    sys.exit(main())
