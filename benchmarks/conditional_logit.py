"""Fit a conditional logit: weights of named features that make the right options likeliest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Weights = dict[str, float]

L2 = 1.0
"""Strength of the Gaussian prior, where nothing else is said."""


@dataclass(frozen=True, slots=True)
class Example:
    """A case to decide: the features of each option, and which options are right."""

    options: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


def fit(data: Sequence[Example], names: Iterable[str], prior: float = L2) -> Weights:
    """The weights that make the right options likeliest (limited-memory BFGS)."""
    column = {name: i for i, name in enumerate(sorted(names))}
    rows: list[int] = []
    columns: list[int] = []
    right: list[bool] = []
    starts: list[int] = []
    for example in data:
        starts.append(len(right))
        for features, hit in zip(example.options, example.right, strict=True):
            known = {column[feature] for feature in features if feature in column}
            rows.extend([len(right)] * len(known))
            columns.extend(sorted(known))
            right.append(hit)
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(right), len(column)))
    groups = np.repeat(np.arange(len(starts)), np.diff([*starts, len(right)]))
    hits = np.array(right)

    def log_sums(scores: np.ndarray) -> np.ndarray:
        most = np.maximum.reduceat(scores, starts)
        return most + np.log(np.add.reduceat(np.exp(scores - most[groups]), starts))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        masked = np.where(hits, scores, -1e9)
        everything, correct = log_sums(scores), log_sums(masked)
        slope = np.exp(scores - everything[groups]) - np.where(hits, np.exp(masked - correct[groups]), 0)
        value = float((everything - correct).sum() + 0.5 * prior * weights @ weights)
        return value, matrix.T @ slope + prior * weights

    found = minimize(loss, np.zeros(len(column)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return {name: round(float(found[i]), 2) for name, i in column.items()}


def fit_table(data: Sequence[Example], *, seen: int, floor: float, prior: float = L2) -> Weights:
    """The weights of the features that at least `seen` options have and that weigh at least `floor`."""
    counts = Counter(feature for example in data for option in example.options for feature in set(option))
    first = fit(data, (name for name, count in counts.items() if count >= seen), prior)
    return fit(data, (name for name, weight in first.items() if abs(weight) >= floor), prior)
