"""Weighing evidence: the sum of what reasons tell for each type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.analysis.records import ENTITY_TYPES, EntityType, Reason

Evidence = dict[str, list[Reason]]
"""The reasons for each normal form of a name."""


def weight(reasons: Iterable[Reason], kind: EntityType) -> float:
    """The sum of what the reasons tell for a type."""
    return sum(reason.weight for reason in reasons if reason.type == kind)


def most(reasons: Sequence[Reason]) -> float:
    """The weight of the type with most evidence."""
    return max(weight(reasons, kind) for kind in ENTITY_TYPES)


def decide(reasons: Sequence[Reason], default: EntityType = "organisation") -> EntityType:
    """The type with most evidence; of equals the first in the order of ENTITY_TYPES."""
    best = max(ENTITY_TYPES, key=lambda kind: weight(reasons, kind))
    return best if weight(reasons, best) > 0 else default
