"""Who and what is named: are the names found, of the right type, and with their other forms?

A name that is found and a labelled one match if they share a form. Forms are compared without case, a leading
"the" and a final possessive; each name matches once, the pair with most forms in common first. A name that
the labels call optional is neither right nor wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evaluation.articles import ARTICLES, Labelled, Name, briefing_of, read_articles
from evaluation.result import Result, digest_of, percent
from generator.analysis import Entity


@dataclass(frozen=True)
class Matched:
    """Labels with what was found for them, labels that were missed, and what was found without a label."""

    pairs: tuple[tuple[Name, Entity], ...]
    missed: tuple[Name, ...]
    wrong: tuple[Entity, ...]


def measure_names() -> Result:
    """The scores of the labelled articles of this folder."""
    articles = read_articles()
    matched = [match_names(article.names, briefing_of(article.text).entities) for article in articles]
    pairs = [pair for found in matched for pair in found.pairs]
    missed, wrong = (
        sum(len(found.missed) for found in matched),
        sum(len(found.wrong) for found in matched),
    )
    both = 2 * len(pairs) + missed + wrong
    typed = sum(name.type == entity.type for name, entity in pairs)
    joined = sum(forms_of([*name.forms]) == forms_of(_names(entity)) for name, entity in pairs)
    return Result(
        digest_of([ARTICLES]),
        {"articles": len(articles), "names": len(pairs) + missed},
        {
            "found F1": percent(2 * len(pairs), both),
            "typed F1": percent(2 * typed, both),
            "all forms": percent(joined, len(pairs)),
        },
        tuple(
            line for article, found in zip(articles, matched, strict=True) for line in _errors(article, found)
        ),
    )


def match_names(labels: Sequence[Name], found: Sequence[Entity]) -> Matched:
    """Match labelled names with those found."""
    shared = sorted(
        (-len(forms_of(label.forms) & forms_of(_names(entity))), label.type is None, number, place)
        for number, label in enumerate(labels)
        for place, entity in enumerate(found)
        if forms_of(label.forms) & forms_of(_names(entity))
    )
    taken: dict[int, int] = {}
    for _, _, number, place in sorted(shared, key=lambda pair: (pair[1], pair)):
        if number not in taken and place not in taken.values():
            taken[number] = place
    optional = forms_of(form for label in labels if label.type is None for form in label.forms)
    left = [entity for place, entity in enumerate(found) if place not in taken.values()]
    required = [number for number, label in enumerate(labels) if label.type]
    return Matched(
        tuple((labels[number], found[taken[number]]) for number in required if number in taken),
        tuple(labels[number] for number in required if number not in taken),
        tuple(entity for entity in left if not forms_of(_names(entity)) <= optional),
    )


def forms_of(names: Iterable[str]) -> frozenset[str]:
    """Names as they are compared."""
    plain = (name.replace("’", "'").casefold().removesuffix("'s").removesuffix("'") for name in names)
    return frozenset(name.removeprefix("the ") for name in plain)


def _names(entity: Entity) -> list[str]:
    return [entity.name, *entity.aliases]


def _errors(article: Labelled, found: Matched) -> Iterable[str]:
    yield from (f"{article.id}: missed {name.type} {name.name}" for name in found.missed)
    yield from (f"{article.id}: wrong {entity.type} {' | '.join(_names(entity))}" for entity in found.wrong)
    for name, entity in found.pairs:
        if name.type != entity.type:
            yield f"{article.id}: {name.name} is {name.type}, not {entity.type}"
        if forms_of(name.forms) != forms_of(_names(entity)):
            yield f"{article.id}: {' | '.join(sorted(name.forms))} found as {' | '.join(_names(entity))}"
