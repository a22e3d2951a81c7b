"""A rule for the edges of a span: when something there is cut, or the span is no name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analysis.records import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Doc

    Test = Callable[[Doc, int, int, EntityType], bool]


@dataclass(frozen=True, slots=True)
class EdgeRule:
    """A rule for an edge: its id, what it says in plain words, and when it holds."""

    id: str
    says: str
    test: Test


def first_rule(rules: tuple[EdgeRule, ...], doc: Doc, first: int, last: int, kind: EntityType) -> str | None:
    """The id of the first of `rules` that holds, or None."""
    return next((rule.id for rule in rules if rule.test(doc, first, last, kind)), None)
