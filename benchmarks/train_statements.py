"""Train the weights of `generator/analysis/statements/weights.json` on an annotated corpus.

    python -m benchmarks.train_statements TRAIN.jsonl           writes the weights
    python -m benchmarks.train_statements TRAIN.jsonl --check   scores on every fourth article, held back

The corpus has lines `{id, text, statements: [{start, end, source: [{start, end}]}]}`; the shipped weights
come from PolNeAR (Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News", LREC
2018). For each cue the options are the extents that `extents` offers; right are those that share at least
RIGHT of their letters with an annotated statement of the same source, and are as good as the best of them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.conditional_logit import Example, fit_table
from generator import Article
from generator.analysis.logit import best_of
from generator.analysis.names import find_entities
from generator.analysis.parse import parse
from generator.analysis.quotes.discourse import Discourse, read_discourse
from generator.analysis.quotes.passages import Passage, span_of
from generator.analysis.statements.choice import Option, options
from generator.analysis.statements.cues import find_cues
from generator.sources import Registry

WEIGHTS = Path(__file__).parents[1] / "generator" / "analysis" / "statements" / "weights.json"
SEEN, FLOOR, PRIOR = 10, 0.1, 3.0
"""Chosen on the development set among priors of 1, 3 and 6; the score hardly moves."""

RIGHT, AS_GOOD = 0.8, 0.05
"""Share of common letters from which an extent is right, and how much below the best it may be."""

Letters = frozenset[int]


def load(path: Path) -> Iterator[list[Example]]:
    """The cases of each article of the corpus."""
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        article = Article(text=record["text"])
        pieces = parse(article)
        discourse = read_discourse(article, pieces, find_entities(article, pieces, Registry()))
        yield list(examples(discourse, record["statements"]))


def examples(discourse: Discourse, gold: Sequence[Mapping[str, object]]) -> Iterator[Example]:
    """Each cue of an article with its options."""
    text = discourse.article.text
    annotated = [(letters(text, s["start"], s["end"]), s["source"]) for s in gold]  # type: ignore[arg-type]
    for passage, types in zip(
        discourse.passages, discourse.coreference.types(len(discourse.passages)), strict=True
    ):
        for cue in find_cues(passage, types):
            said = span_of(text, passage, cue.mention.first, cue.mention.last)
            near = [
                found
                for found, sources in annotated
                if any(said.start < s["end"] and s["start"] < said.end for s in sources)  # type: ignore[attr-defined]
            ]
            given = options(passage, cue)
            shares = [_share(text, passage, option, near) for option in given]
            best = max(shares)
            right = [best >= RIGHT and share >= max(RIGHT, best - AS_GOOD) for share in shares]
            right[0] = not any(right)
            yield Example(tuple(option.features for option in given), tuple(right))


def _share(text: str, passage: Passage, option: Option, near: Sequence[Letters]) -> float:
    """The greatest share of common letters of an option with annotated statements."""
    if option.extent is None:
        return 0.0
    span = span_of(text, passage, option.extent.first, option.extent.last)
    own = letters(text, span.start, span.end)
    return max((len(own & other) / max(1, len(own | other)) for other in near), default=0.0)


def letters(text: str, start: int, end: int) -> Letters:
    """The places of the letters and digits of a range, without a leading "that"."""
    start += len("that ") if text.startswith("that ", start) else 0
    return frozenset(place for place in range(start, end) if text[place].isalnum())


def main() -> None:
    """Train, and write or check."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--check", action="store_true", help="score on every fourth article; write nothing")
    arguments = parser.parse_args()
    articles = list(load(arguments.corpus))
    held = articles[::4] if arguments.check else []
    data = [case for i, cases in enumerate(articles) if not held or i % 4 for case in cases]
    weights = fit_table(data, seen=SEEN, floor=FLOOR, prior=PRIOR)
    if held:
        hits = [case.right[best_of(case.options, weights)[0]] for cases in held for case in cases]
        print(f"{len(weights)} weights; right on held-back articles: {sum(hits) / max(1, len(hits)):.4f}")
        return
    WEIGHTS.write_text(json.dumps(weights, indent=0, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")
    print(f"{len(weights)} weights written to {WEIGHTS}")


if __name__ == "__main__":
    main()
