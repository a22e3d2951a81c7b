"""Explanations of a briefing: text left out, sentences passed over, and the evidence for its names.

A topic is a function from an article (with the registry and the options of its archive) to lines.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from generator.analysis import Entity, Options, Reason, analyse, name_rules, passed_over
from generator.sources import Article, Registry

SHOWN = 100
"""Letters of a left-out line or a sentence that are shown."""


def explain_layout(article: Article, registry: Registry, options: Options) -> Iterator[str]:  # noqa: ARG001
    """Yield rule and beginning of each piece of the text that is no part of the story, in text order."""
    for part in sorted(article.layout.left_out, key=lambda part: part.start):
        yield f"left out ({part.rule}): {_shown(article.text[part.start : part.end])}"


def explain_summary(article: Article, registry: Registry, options: Options) -> Iterator[str]:
    """Yield reason and beginning of each sentence that the summary passed over before its last one.

    Raises AnalysisError if the language model is missing.
    """
    for item in passed_over(article, registry, options):
        yield f"passed over ({item.reason}): {_shown(item.sentence.span.text)}"


def explain_names(article: Article, registry: Registry, options: Options) -> Iterator[str]:
    """Yield for each name what found it, what told its type, and what joined it to others.

    Raises AnalysisError if the language model is missing.
    """
    for entity in analyse(article, registry, options).entities:
        yield f"{entity.type}: {_shown(entity.name)}"
        yield from (f"  {line}" for line in _reasons(entity))


TOPICS: tuple[Callable[[Article, Registry, Options], Iterator[str]], ...] = (
    explain_layout,
    explain_summary,
    explain_names,
)
"""What is explained, in this order."""


def explain(article: Article, registry: Registry, options: Options) -> Iterator[str]:
    """Yield the lines of all topics.

    Raises AnalysisError if the language model is missing.
    """
    for topic in TOPICS:
        yield from topic(article, registry, options)


def _reasons(entity: Entity) -> Iterator[str]:
    says = name_rules()
    for rule, words in _by_rule(entity.why.found):
        yield f"found by {rule} ({says[rule]}): {', '.join(words)}"
    for (rule, kind), reasons in _by_type(entity.why.typed):
        seen = ", ".join(dict.fromkeys(reason.words for reason in reasons))
        weight = sum(reason.weight for reason in reasons)
        yield f"{kind} {weight:+.4g} by {rule} ({says[rule]}): {_shown(seen)}"
    for rule, words in _by_rule(entity.why.joined):
        yield f"joined by {rule} ({says[rule]}): {', '.join(words)}"


def _by_rule(reasons: Iterable[Reason]) -> list[tuple[str, list[str]]]:
    grouped: dict[str, list[str]] = defaultdict(list)
    for reason in reasons:
        if reason.words not in grouped[reason.rule]:
            grouped[reason.rule].append(_shown(reason.words))
    return list(grouped.items())


def _by_type(reasons: Iterable[Reason]) -> list[tuple[tuple[str, str], list[Reason]]]:
    """Reasons of one rule for one type together, the weightiest first."""
    grouped: dict[tuple[str, str], list[Reason]] = defaultdict(list)
    for reason in reasons:
        grouped[reason.rule, reason.type or ""].append(reason)
    return sorted(grouped.items(), key=lambda item: -abs(sum(reason.weight for reason in item[1])))


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"
