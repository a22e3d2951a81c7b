"""Who says what: are the quotations found, with the right speaker and the right name?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.quotes import SMALL_SET, Found, Text, measure, read_yaml
from evaluation.articles import ARTICLES, briefing_of
from evaluation.result import Result, digest_of
from generator import Article


def measure_quotations() -> Result:
    """The scores of the labelled articles of this folder, and of the short texts of `benchmarks/data`."""
    texts = [*read_yaml(ARTICLES), *read_yaml(SMALL_SET)]
    row = measure("", _quotations, texts)
    return Result(
        digest_of([ARTICLES, SMALL_SET]),
        {"articles": len(texts), "quotations": sum(len(text.gold) for text in texts)},
        {
            "found F1": round(row.detection, 1),
            "speaker F1": round(row.speaker, 1),
            "right name": round(row.named, 1),
        },
        tuple(line for text in texts for line in _errors(text)),
    )


def _quotations(article: Article) -> Sequence[Found]:
    return [
        Found(
            (quote.span.start, quote.span.end),
            (quote.speaker.start, quote.speaker.end) if quote.speaker else None,
            quote.speaker_name,
        )
        for quote in briefing_of(article.text).quotes
    ]


def _errors(text: Text) -> Iterator[str]:
    """A line for each quotation whose words or name are not as labelled, to look at; it is no score."""
    names = {(gold.span[0], gold.name) for gold in text.gold}
    found = {(item.span[0], item.name) for item in _quotations(text.article)}
    for kind, items in (("labelled", names - found), ("found", found - names)):
        for start, name in sorted(items, key=lambda item: item[0]):
            words = text.article.text[start : start + 40].replace("\n", " ")
            yield f"{text.id}: {kind} {name or 'nobody'}: {words}…"
