"""Choose the words of each reported statement: a linear model over named features.

For each cue the options are the ranges of words that the grammar offers, and that nothing is reported. The
weights were trained by `benchmarks/train_statements.py` (conditional logit, `generator.analysis.logit`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.analysis.logit import best_of, weights_of
from generator.analysis.quotes.passages import Passage
from generator.analysis.records import EntityType
from generator.analysis.statements.cues import Cue, find_cues
from generator.analysis.statements.extents import Extent, extents
from generator.analysis.statements.features import nothing, of_extent

CONFIDENT = 0.57
"""Below this probability no statement is given."""


@dataclass(frozen=True, slots=True)
class Option:
    """A possible answer: an extent, or None for no statement, with its features."""

    extent: Extent | None
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reported:
    """A clause that is reported: its `extent` in passage number `place`, and why it was chosen."""

    place: int
    cue: Cue
    extent: Extent
    features: tuple[str, ...]
    confidence: float


def options(passage: Passage, cue: Cue) -> list[Option]:
    """All answers considered for a cue; no statement comes first."""
    found = [Option(None, tuple(nothing(passage, cue)))]
    found.extend(Option(extent, tuple(of_extent(passage, cue, extent))) for extent in extents(passage, cue))
    return found


def reported(passages: Sequence[Passage], types: Sequence[Mapping[int, EntityType]]) -> tuple[Reported, ...]:
    """The reported clauses of all passages, in text order; of nested ones the outermost."""
    found: list[Reported] = []
    for place, passage in enumerate(passages):
        here = [_choice(place, passage, cue) for cue in find_cues(passage, types[place])]
        found.extend(_outermost([item for item in here if item]))
    return tuple(found)


def _choice(place: int, passage: Passage, cue: Cue) -> Reported | None:
    """The best extent for a cue, if it is likely enough."""
    given = options(passage, cue)
    table = weights_of("generator.analysis.statements")
    number, sure = best_of([option.features for option in given], table)
    extent = given[number].extent
    if extent is None or sure < CONFIDENT:
        return None
    return Reported(place, cue, extent, given[number].features, sure)


def _outermost(here: Sequence[Reported]) -> list[Reported]:
    """The clauses of a passage that begin in no other."""
    chosen: list[Reported] = []
    for item in sorted(here, key=lambda item: (item.extent.first, -item.extent.last)):
        if not chosen or item.extent.first >= chosen[-1].extent.last:
            chosen.append(item)
    return chosen
