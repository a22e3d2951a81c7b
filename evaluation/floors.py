"""Floors: scores below which a set may not fall, and how measured scores stand to them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.result import Result

FLOORS = Path(__file__).with_name("floors.json")


@dataclass(frozen=True)
class Finding:
    """What there is to say of a set: a line, and whether it fails the gate."""

    text: str
    fails: bool = True


def read_floors(path: Path = FLOORS) -> dict[str, dict[str, Any]]:
    """The floors by set; none if there is no file yet. Raises ValueError if the file is no JSON."""
    if not path.is_file():
        return {}
    floors: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return floors


def write_floors(floors: Mapping[str, Mapping[str, Any]], path: Path = FLOORS) -> None:
    """Write floors in the order of their names."""
    path.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def as_floor(result: Result) -> dict[str, Any]:
    """A result as it stands in the file."""
    return {"digest": result.digest, "counts": dict(result.counts), "scores": dict(result.scores)}


def compare(name: str, result: Result, floor: Mapping[str, Any] | None) -> Iterator[Finding]:
    """What is to be said of a set: each score that fell, scores that rose, and labels that changed."""
    if floor is None:
        yield Finding(f"{name}: no floor yet; set one with: python -m evaluation --write")
        return
    if floor["digest"] != result.digest:
        yield Finding(
            f"{name}: its texts or labels changed, so old scores say nothing; set floors with --write"
        )
        return
    lowest: Mapping[str, float] = floor["scores"]
    for score in sorted(lowest.keys() | result.scores.keys()):
        old, new = lowest.get(score), result.scores.get(score)
        if old is None or new is None:
            yield Finding(f"{name}: {score} is {'no longer measured' if new is None else 'new'}; use --write")
        elif new < old:
            yield Finding(
                f"{name}: {score} fell from {old} to {new}; python -m evaluation --errors shows where"
            )
        elif new > old:
            yield Finding(
                f"{name}: {score} rose from {old} to {new}; raise the floor with --write", fails=False
            )
