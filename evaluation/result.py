"""What measuring a labelled set gives: its digest, its counts, its scores, and what was wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Result:
    """The scores of a set, in per cent, higher is better.

    `digest` names the labels and texts that were scored, `counts` how many of what; `errors` has a line for
    each thing that is wrong, for people to read.
    """

    digest: str
    counts: Mapping[str, int]
    scores: Mapping[str, float]
    errors: tuple[str, ...] = ()


def percent(right: float, of: float) -> float:
    """A share in per cent with one decimal; 100 where there is nothing to get right."""
    return round(100 * right / of, 1) if of else 100.0


def digest_of(files: Iterable[Path]) -> str:
    """A digest of the content of files, in this order. Raises OSError if one cannot be read."""
    whole = hashlib.sha256()
    for file in files:
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()[:16]
