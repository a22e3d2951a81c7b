"""Train the weights of `generator/analysis/quotes/weights.json` on an annotated corpus.

    python -m benchmarks.train_quotes TRAIN.jsonl           writes the weights
    python -m benchmarks.train_quotes TRAIN.jsonl --check   holds every fourth article back, scores on them

The corpus has lines `{id, text, quotes: [{start, end, source: [{start, end, text}]}], unattributed: [...]}`;
the shipped weights come from PolNeAR (Newell, Margolin and Ruths, "An Attribution Relations Corpus for
Political News", LREC 2018). The model is a conditional logit: among the candidates of a quotation, the
softmax of the sums of weights, with all right candidates together as the right answer. It is trained
twice: first with the true source of the quotation before as history, then with the model's own.
Features of less than FLOOR weight are dropped and the rest trained again, so that the table stays short.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.conditional_logit import Example, Weights, fit_table
from generator import Article
from generator.analysis.names import find_entities
from generator.analysis.parse import parse
from generator.analysis.quotes.attribute import Choice, Option, decide, options
from generator.analysis.quotes.discourse import read_discourse
from generator.analysis.quotes.passages import Passage
from generator.analysis.quotes.sieve import sieve
from generator.analysis.quotes.sources import Candidate, find_candidates
from generator.sources import Registry

WEIGHTS = Path(__file__).parents[1] / "generator" / "analysis" / "quotes" / "weights.json"
SEEN = 40
"""Candidates that a feature must be seen on to be trained."""
FLOOR = 0.4
"""Weight under which a feature is dropped (0.3 and 0.5 held-back articles score the same within noise)."""
_PART = re.compile(r"[^,;()]+")
_WORD = re.compile(r"[\w'’.-]+")
_CUT = frozenset(("of", "for", "who", "to", "at", "from", "with", "in", "on", "that", "and"))
_ASIDE = frozenset(("who", "which", "whose", "and"))


@dataclass(frozen=True, slots=True)
class Text:
    """An article as the features see it, and its annotated quotations: span and source spans."""

    text: str
    passages: tuple[Passage, ...]
    candidates: tuple[tuple[Candidate, ...], ...]
    gold: tuple[tuple[tuple[int, int], tuple[tuple[int, int], ...]], ...]


def load(path: Path) -> Iterator[Text]:
    """Read and parse the corpus."""
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        article = Article(text=record["text"])
        pieces = parse(article)
        discourse = read_discourse(article, pieces, find_entities(article, pieces, Registry()))
        passages = discourse.passages
        types = discourse.coreference.types(len(passages))
        candidates = tuple(find_candidates(p, t) for p, t in zip(passages, types, strict=True))
        gold = [
            ((quote["start"], quote["end"]), tuple((s["start"], s["end"]) for s in quote.get("source", ())))
            for quote in (*record["quotes"], *record.get("unattributed", ()))
        ]
        yield Text(article.text, passages, candidates, tuple(gold))


def examples(text: Text, history: Weights | None) -> Iterator[Example]:
    """The quotations of an article that the model is asked about; `history`: weights that tell the past."""
    previous: Choice | None = None
    for place, passage in enumerate(text.passages):
        for number, placed in enumerate(passage.quotations):
            plain = sieve(text.passages, place, number)
            if plain:
                previous = Choice(place, number, Option(*plain, ()), 1.0)
                continue
            given = options(text.passages, text.candidates, place, number, previous)
            sources = _sources(text, (placed.quotation.start, placed.quotation.end))
            right = tuple(sources is not None and _is_right(text, option, sources) for option in given)
            if any(right):
                yield Example(tuple(option.features for option in given), right)
            said = decide(given, history)[0] if history else next(
                (option for option, hit in zip(given, right, strict=True) if hit), None
            )  # fmt: skip
            if said and said.candidate:
                previous = Choice(place, number, said, 1.0)


def _sources(text: Text, span: tuple[int, int]) -> tuple[tuple[int, int], ...] | None:
    """The annotated sources of the quotation at a span; None if it is not annotated."""
    for (start, end), sources in text.gold:
        common = min(end, span[1]) - max(start, span[0])
        if common > 0.8 * (max(end, span[1]) - min(start, span[0])):
            return sources
    return None


def _is_right(text: Text, option: Option, sources: Sequence[tuple[int, int]]) -> bool:
    """Whether an option covers a head word of an annotated source, or is nobody where there is none."""
    if option.candidate is None:
        return not sources
    passage, mention = text.passages[option.place], option.candidate.mention
    first, last = passage.tokens[mention.first], passage.tokens[mention.last - 1]
    start, end = passage.piece.start + first.idx, passage.piece.start + last.idx + len(last)
    heads = [head for source in sources for head in _heads(text.text, *source)]
    return any(start < high and low < end for low, high in heads)


def _heads(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The last words of a source's comma-separated parts, each cut before its first preposition."""
    for part in _PART.finditer(text, start, end):
        words = list(_WORD.finditer(text, part.start(), part.end()))
        stop = next((i for i, word in enumerate(words) if i and word.group() in _CUT), len(words))
        if words and words[0].group() not in _ASIDE:
            yield words[stop - 1].span()


def train(texts: Sequence[Text]) -> Weights:
    """Train twice, the second time on the model's own history."""
    weights: Weights | None = None
    for _ in range(2):
        data = [example for text in texts for example in examples(text, weights)]
        weights = fit_table(data, seen=SEEN, floor=FLOOR)
    return weights or {}


def accuracy(texts: Iterable[Text], weights: Mapping[str, float]) -> float:
    """The share of quotations whose best option is right, of those with a right option."""
    hits = total = 0
    for text in texts:
        for example in examples(text, dict(weights)):
            scores = [sum(weights.get(feature, 0.0) for feature in option) for option in example.options]
            hits += example.right[scores.index(max(scores))]
            total += 1
    return hits / max(1, total)


def main() -> None:
    """Train, and write or check."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--check", action="store_true", help="score on every fourth article; write nothing")
    arguments = parser.parse_args()
    texts = list(load(arguments.corpus))
    if arguments.check:
        weights = train([text for i, text in enumerate(texts) if i % 4])
        print(f"{len(weights)} weights; right on held-back articles: {accuracy(texts[::4], weights):.4f}")
        return
    weights = train(texts)
    WEIGHTS.write_text(json.dumps(weights, indent=0, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")
    print(f"{len(weights)} weights written to {WEIGHTS}")


if __name__ == "__main__":
    main()
