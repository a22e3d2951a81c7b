"""Measure who-said-what beside textacy, on the same articles in the same run.

    python -m benchmarks.quotes                     the small set of this folder
    python -m benchmarks.quotes GOLD.jsonl          an annotated corpus (see `read_jsonl` for its fields)
    python -m benchmarks.quotes --sizes             seconds by length of text: twice the text, twice the time

textacy is optional (`pip install -r benchmarks/requirements.txt`); without it a line says so.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from generator import Article
from generator.analysis.names import find_entities
from generator.analysis.names.person_name import PersonName
from generator.analysis.parse import DEFAULT_MODEL, Piece, load, parse
from generator.analysis.quotes import find_quotes, read_discourse
from generator.analysis.quotes.marks import find_quotations
from generator.sources import Registry

SMALL_SET = Path(__file__).parent / "data" / "quotations.yaml"
FRAGMENT = 4
"""A quotation of fewer words is a fragment (scare quotes, titles) and is counted in detection only."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gold:
    """A quotation as annotated: its span, the spans of its source, the name; None where not annotated."""

    span: Span
    sources: tuple[Span, ...]
    name: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation as a system gives it."""

    span: Span
    speaker: Span | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Text:
    """An annotated article."""

    id: str
    article: Article
    gold: tuple[Gold, ...]


System = Callable[[Article], Sequence[Found]]


def read_yaml(path: Path) -> Iterator[Text]:
    """Read the small set; spans are found by the words given."""
    for record in yaml.safe_load(path.read_text("utf-8")):
        text, gold, after = record["text"], [], 0
        for words, speaker, name in record["quotes"]:
            start = text.index(words, after)
            end = min(
                place
                for mark in "”’'\n"
                if (place := _closing(text, start + len(words.rstrip(".,")), mark)) > 0
            )
            after = start + 1
            sources = (_nearest(text, speaker, start),) if speaker else ()
            gold.append(Gold((start, end), sources, name))
        yield Text(record["id"], Article(text=text), tuple(gold))


def _closing(text: str, start: int, mark: str) -> int:
    """Where the next `mark` that ends a word stands; -1 if there is none."""
    place = text.find(mark, start)
    while place >= 0 and mark != "\n" and text[place + 1 : place + 2].isalnum():
        place = text.find(mark, place + 1)
    return place


def _nearest(text: str, words: str, place: int) -> Span:
    """The span of those `words` that stand nearest to a place."""
    starts = [match.start() for match in re.finditer(rf"\b{re.escape(words)}\b", text)]
    start = min(starts, key=lambda i: abs(i - place))
    return start, start + len(words)


def read_jsonl(path: Path) -> Iterator[Text]:
    """Read lines `{id, text, quotes: [{start, end, source: [{start, end}], gold_name?, fragment?}]}`."""
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        gold = tuple(
            Gold(
                (quote["start"], quote["end"]),
                tuple((source["start"], source["end"]) for source in quote["source"]),
                None if quote.get("ambiguous") else quote.get("gold_name"),
            )
            for quote in record["quotes"]
        )
        yield Text(record["id"], Article(text=record["text"]), gold)


def ours(article: Article) -> list[Found]:
    """This project's quotations, speakers and names."""
    pieces = parse(article)
    quotes = find_quotes(read_discourse(article, pieces, find_entities(article, pieces, Registry())))
    return [
        Found(
            (quote.span.start, quote.span.end),
            (quote.speaker.start, quote.speaker.end) if quote.speaker else None,
            quote.speaker_name,
        )
        for quote in quotes
    ]


def textacy(article: Article) -> list[Found]:
    """textacy's direct quotations, fed a paragraph at a time; its names: the longest that ends alike.

    textacy refuses a paragraph with an odd number of marks; that costs it the paragraph, not the article.
    """
    extract = import_module("textacy.extract")  # optional: imported where it is used
    pieces = parse(article)
    names = [entity.text for piece in pieces for entity in piece.doc.ents if entity.label_ == "PERSON"]
    found: list[Found] = []
    for piece in pieces:
        try:
            triples = list(extract.direct_quotations(piece.doc))
        except ValueError:
            continue
        found.extend(_from_triple(piece, triple, names) for triple in triples)
    return found


def _from_triple(piece: Piece, triple: Any, names: Sequence[str]) -> Found:
    content, speaker = triple.content, triple.speaker
    span = piece.start + content.start_char, piece.start + content.end_char
    if not speaker:
        return Found(span, None, None)
    mention = piece.start + speaker[0].idx, piece.start + speaker[-1].idx + len(speaker[-1])
    alike = [name for name in names if name.split()[-1] == speaker[-1].text]
    return Found(span, mention, max(alike, key=len, default=speaker[-1].text))


@dataclass(frozen=True, slots=True)
class Row:
    """One system's figures, in per cent; `words` a CPU second with parsing."""

    name: str
    detection: float
    speaker: float
    named: float
    words: float


def measure(name: str, system: System, texts: Sequence[Text]) -> Row:
    """Score a system: F1 of finding quotations, F1 of the right source, share of right names."""
    counts = dict.fromkeys(("found", "gold", "hit", "asked", "right", "names", "named", "given"), 0)
    start = time.process_time()
    answers = [system(text.article) for text in texts]
    seconds = time.process_time() - start
    for text, found in zip(texts, answers, strict=True):
        _count(counts, text, found)
    words = sum(len(text.article.text.split()) for text in texts)
    speaker = _f1(counts["right"], counts["given"], counts["asked"])
    detection = _f1(counts["hit"], counts["found"], counts["gold"])
    named = 100 * counts["named"] / max(1, counts["names"])
    return Row(name, detection, speaker, named, words / max(seconds, 1e-9))


def _count(counts: dict[str, int], text: Text, found: Sequence[Found]) -> None:
    rest = list(found)
    counts["found"] += len(rest)
    counts["gold"] += len(text.gold)
    for gold in text.gold:
        match = next((item for item in rest if _overlap(item.span, gold.span) >= 0.8), None)
        if match:
            rest.remove(match)
            counts["hit"] += 1
        if not gold.sources or len(text.article.text[slice(*gold.span)].split()) < FRAGMENT:
            continue
        name = bool(match and match.name and gold.name and _same_name(match.name, gold.name))
        hit = bool(match and match.speaker and any(_touch(match.speaker, source) for source in gold.sources))
        counts["asked"] += 1
        counts["given"] += bool(match and match.speaker)
        counts["right"] += hit or name
        counts["names"] += gold.name is not None
        counts["named"] += name


def _overlap(one: Span, other: Span) -> float:
    """Characters in common, as a share of the characters of both (intersection over union)."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / (max(one[1], other[1]) - min(one[0], other[0])) if common > 0 else 0.0


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _same_name(one: str, other: str) -> bool:
    """Whether the last word of the true name is in the one given, and no other first name."""
    given, true = PersonName.of(one).form, PersonName.of(other).form
    if not true or true[-1] not in given:
        return False
    return len(given) < 2 or len(true) < 2 or given[0][0] == true[0][0]


def _f1(hits: int, found: int, gold: int) -> float:
    return 200 * hits / (found + gold) if found + gold else 0.0


def long_texts() -> Iterator[tuple[str, str]]:
    """Texts of doubling size: articles end to end, and quotations in a single paragraph."""
    articles = "\n\n".join(text.article.text for text in read_yaml(SMALL_SET))
    for size in (50_000, 100_000, 200_000):
        yield f"{size:,} words", "\n\n".join([articles] * (size // len(articles.split())))
    for marks in (2_500, 5_000, 10_000):
        yield f"{marks:,} marks", " ".join(f"“We stay {i},” he said." for i in range(marks // 2))


def print_sizes() -> None:
    """Print the CPU seconds that marks, parsing and all steps after it take."""
    print(f"{'':16}{'marks':>8}{'parsing':>9}{'speakers':>10}{'words/s':>9}")
    for name, text in long_texts():
        article = Article(text=text, title="")
        clock = [time.process_time()]
        find_quotations(text, article.blocks)
        clock.append(time.process_time())
        pieces = parse(article)
        clock.append(time.process_time())
        find_quotes(read_discourse(article, pieces, ()))
        clock.append(time.process_time())
        marks, parsing, speakers = (later - earlier for earlier, later in pairwise(clock))
        rate = len(text.split()) / (clock[-1] - clock[0])
        print(f"{name:16}{marks:8.2f}{parsing:9.2f}{speakers:10.2f}{rate:9.0f}")


def main() -> None:
    """Print one row a system, or the time by size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="?", type=Path, default=SMALL_SET)
    parser.add_argument("--sizes", action="store_true", help="print the time by length of text")
    arguments = parser.parse_args()
    if arguments.sizes:
        load(DEFAULT_MODEL)
        print_sizes()
        return
    read = read_yaml if arguments.gold.suffix == ".yaml" else read_jsonl
    texts = list(read(arguments.gold))
    load(DEFAULT_MODEL)  # not part of the time
    systems: dict[str, System] = {"ours": ours}
    if find_spec("textacy"):
        systems["textacy"] = textacy
    else:
        print("textacy is not installed (pip install -r benchmarks/requirements.txt): its row is left out")
    print(f"{len(texts)} articles, {sum(len(text.gold) for text in texts)} quotations")
    print(f"{'':10}{'found F1':>10}{'source F1':>11}{'name %':>8}{'words/s':>9}")
    for name, system in systems.items():
        row = measure(name, system, texts)
        print(f"{row.name:10}{row.detection:10.1f}{row.speaker:11.1f}{row.named:8.1f}{row.words:9.0f}")


if __name__ == "__main__":
    main()
