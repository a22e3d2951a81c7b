"""The gist: does the summary tell it, in sentences without a fault that an editor would mark?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from benchmarks.summary_faults import faults
from evaluation.articles import ARTICLES, briefing_of, read_articles
from evaluation.result import Result, digest_of, percent
from generator.analysis import Sentence
from generator.archive import Insertion, Passage


def measure_gist() -> Result:
    """The scores of the labelled articles of this folder."""
    articles = read_articles()
    asked = told = 0
    errors: list[str] = []
    for article in articles:
        summary = briefing_of(article.text).summary
        absent = [group for group in article.gist if not _tells(summary, group)]
        asked, told = asked + len(article.gist), told + len(article.gist) - len(absent)
        errors += [f"{article.id}: no sentence that begins: {' / '.join(group)}" for group in absent]
        errors += [f"{article.id}: {kind}: {text}" for text, kind in _faults(article.text, summary)]
    return Result(
        digest_of([ARTICLES]),
        {"articles": len(articles)},
        {
            "gist told": percent(told, asked),
            "sentences without fault": faultless([(article.text, None) for article in articles]),
        },
        tuple(errors),
    )


def faultless(articles: Iterable[tuple[str, str | None]]) -> float:
    """The share of sentences without a fault, in the summaries of (text, title) pairs."""
    sentences = faulty = 0
    for text, title in articles:
        summary = briefing_of(text, title).summary
        sentences += len(summary)
        faulty += len({sentence for sentence, _ in _faults(text, summary)})
    return percent(sentences - faulty, sentences)


def _tells(summary: Sequence[Sentence], beginnings: tuple[str, ...]) -> bool:
    """Whether a summary has a sentence that begins in one of these ways."""
    return any(sentence.span.text.startswith(beginnings) for sentence in summary)


def _faults(text: str, summary: Sequence[Sentence]) -> Iterator[tuple[str, str]]:
    """The sentences with a fault, and the kind of the fault."""
    verbatim = [sentence.span.text for sentence in summary]
    for number, kind in faults([shown(sentence) for sentence in summary], verbatim, text):
        yield verbatim[number], kind


def shown(sentence: Sentence) -> str:
    """A sentence of a summary as a page shows it, with what was put in brackets."""
    added = sentence.insertion
    return Passage(
        text=sentence.span.text,
        paragraph=sentence.paragraph,
        start=sentence.span.start,
        end=sentence.span.end,
        insertion=Insertion(at=added.at, text=added.text) if added else None,
    ).shown
