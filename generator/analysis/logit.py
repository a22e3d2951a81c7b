"""A conditional logit: the best of several options, each told by named features with trained weights.

The score of an option is the sum of the weights of its features; the softmax of the scores gives each its
probability. The weights are plain tables, so that every choice can be explained by the features that made it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources


def best_of(options: Sequence[Sequence[str]], table: Mapping[str, float]) -> tuple[int, float]:
    """The number of the option with the highest score, the first of equals, and its probability."""
    scores = [sum(table.get(feature, 0.0) for feature in features) for features in options]
    best = max(range(len(scores)), key=scores.__getitem__)
    return best, 1.0 / math.fsum(math.exp(score - scores[best]) for score in scores)


@cache
def weights_of(package: str) -> dict[str, float]:
    """The trained weight of each feature, from the table `weights.json` of a package."""
    table = resources.files(package).joinpath("weights.json").read_text("utf-8")
    return {str(name): float(value) for name, value in json.loads(table).items()}
