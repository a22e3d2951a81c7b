"""How well and how fast entities are found: `python -m benchmarks.entities [--data DIR]`.

Accuracy is measured where the evaluation data lie (their texts may not be redistributed; without them the
figures are "skipped", never passed); speed is measured everywhere. The labels of `entities_modern.jsonl` were
made by reading the articles; `part` tells those that rules were tuned on from those that they were not.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.analysis.names import find_entities
from generator.analysis.names.typed import typed_mentions
from generator.analysis.parse import parse
from generator.analysis.records import Entity, Span
from generator.sources import Article, Registry, read_registry

LABELS = Path(__file__).with_name("entities_modern.jsonl")
SEED = Path("articles/russia-threatens-to-abandon-nasa-on-iss.txt")
MOST_SHARE = 0.25
"""Of the time of the model's own pass, what all else may add."""

Record = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; the status is 1 if the entities take more than their share of time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/eval"), help="the evaluation data")
    parser.add_argument("--registry", type=Path, help="a registry to use, such as entities.yml")
    options = parser.parse_args(arguments)
    registry = read_registry(options.registry.read_text(encoding="utf-8")) if options.registry else Registry()
    if options.data.is_dir():
        accuracy(options.data, registry)
    else:
        print(f"accuracy: skipped, no evaluation data in {options.data}")
    return speed(options.data, registry)


def accuracy(data: Path, registry: Registry) -> None:
    """Print what the scorers say of each set."""
    with tempfile.TemporaryDirectory() as folder:
        for name, flags in (("conllpp_dev", ["--news", "--prose", "--types"]), ("reuters_dev", [])):
            gold = data / "entities" / f"{name}.jsonl"
            predicted = write_lines(Path(folder) / f"{name}.jsonl", predict(read_lines(gold), registry))
            print(run(data / "entities" / "score.py", gold, predicted, *flags))
        for part, labels in modern(data).items():
            gold = write_lines(Path(folder) / f"gold-{part}.jsonl", labels)
            predicted = write_lines(Path(folder) / f"{part}.jsonl", predict(labels, registry))
            print(f"modern articles, {part}\n{run(data / 'entities' / 'article_score.py', gold, predicted)}")


def modern(data: Path) -> dict[str, list[Record]]:
    """Our own labels by part, joined with the texts that they are of."""
    texts = {record["id"]: record["text"] for record in read_lines(data / "quotes" / "train.jsonl")}
    parts: dict[str, list[Record]] = {}
    for record in read_lines(LABELS):
        parts.setdefault(record["part"], []).append({**record, "text": texts[record["id"]]})
    return parts


def predict(records: Iterable[Record], registry: Registry) -> Iterator[Record]:
    """Yield the entities of each text, in the form that the scorers read."""
    for record in records:
        article = Article(text=record["text"])
        found = find_entities(article, parse(article), registry)
        yield {
            "id": record["id"],
            "entities": [as_record(entity) for entity in found],
            "mentions": [{**as_span(span), "type": kind} for span, kind in typed_mentions(found)],
        }


def as_record(entity: Entity) -> Record:
    """An entity as plain data."""
    return {
        "name": entity.name,
        "type": entity.type,
        "aliases": list(entity.aliases),
        "mentions": [as_span(span) for span in entity.mentions],
    }


def as_span(span: Span) -> Record:
    """A span as plain data."""
    return {"start": span.start, "end": span.end, "text": span.text}


def speed(data: Path, registry: Registry, *, most: int = 120) -> int:
    """Print the time of the model's pass and of all that finding entities adds; 1 if that is too much."""
    source = data / "quotes" / "train.jsonl"
    texts = [record["text"] for record in read_lines(source)][:most] if source.exists() else []
    articles = [Article(text=text) for text in texts or [SEED.read_text(encoding="utf-8")] * most]
    parse(articles[0])  # loads the model
    model = added = 0.0
    for article in articles:
        begin = time.process_time()
        pieces = parse(article)
        parsed = time.process_time()
        find_entities(article, pieces, registry)
        model, added = model + parsed - begin, added + time.process_time() - parsed
    size = sum(len(article.text) for article in articles)
    share = added / model
    print(
        f"speed: {len(articles)} articles, {size:,} characters: model {model:.2f} s, entities {added:.2f} s"
    )
    print(f"share: {share:.1%} of the model's time, at most {MOST_SHARE:.0%}")
    return int(share > MOST_SHARE)


def read_lines(path: Path) -> list[Record]:
    """The records of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def write_lines(path: Path, records: Iterable[Record]) -> Path:
    """Write records as JSON lines, and return the path."""
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def run(*command: Path | str) -> str:
    """What a scorer prints."""
    result = subprocess.run(
        [sys.executable, *map(str, command)], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    return result.stdout


if __name__ == "__main__":
    sys.exit(main())
