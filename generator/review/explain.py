"""Why a briefing is as it is: what was left out of an article, and what its summary passed over."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis import Options, passed_over
from generator.sources import Article, Registry

SHOWN = 100
"""Letters of a left-out line or a sentence that are shown."""


def explain_layout(article: Article) -> Iterator[tuple[str, str]]:
    """Yield rule and beginning of each piece of the text that is no part of the story, in text order."""
    for part in sorted(article.layout.left_out, key=lambda part: part.start):
        yield part.rule, _shown(article.text[part.start : part.end])


def explain_summary(article: Article, registry: Registry, options: Options) -> Iterator[tuple[str, str]]:
    """Yield reason and beginning of each sentence that the summary passed over before its last one.

    Raises AnalysisError if the language model is missing.
    """
    for item in passed_over(article, registry, options):
        yield item.reason, _shown(item.sentence.span.text)


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"
