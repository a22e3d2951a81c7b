"""How often the fault checker and a reader agree, over summaries that were judged by hand.

`data/summaries_judged.jsonl` holds the judgements: the first three sentences of sixty articles, twenty of
each set drawn with a fixed seed, read with what stands around them before the checker was run on them. A
line is {set, id, faults: {number of the sentence: [kind, …]}}; the texts may not be redistributed. Agreement
beyond chance is Cohen's kappa ("A Coefficient of Agreement for Nominal Scales", 1960).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.summary_faults import KINDS, faults

JUDGED = Path(__file__).parent / "data" / "summaries_judged.jsonl"

Verdict = tuple[bool, bool]
"""What the reader and what the checker say of one sentence and one kind of fault."""


@dataclass(frozen=True)
class Agreement:
    """How often each of the four pairs of verdicts occurs."""

    both: int
    reader_only: int
    checker_only: int
    neither: int

    @staticmethod
    def of(verdicts: Sequence[Verdict]) -> Agreement:
        """Count verdicts."""
        both, reader, checker, neither = (
            verdicts.count(pair) for pair in ((True, True), (True, False), (False, True), (False, False))
        )
        return Agreement(both, reader, checker, neither)

    @property
    def share(self) -> float:
        """The share of verdicts that agree, 0 to 1."""
        return (self.both + self.neither) / max(1, self._all)

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa; None where both always say the same one thing, and chance explains everything."""
        reader, checker = self.both + self.reader_only, self.both + self.checker_only
        chance = reader * checker + (self._all - reader) * (self._all - checker)
        expected = chance / max(1, self._all) ** 2
        return None if expected == 1 else (self.share - expected) / (1 - expected)

    @property
    def _all(self) -> int:
        return self.both + self.reader_only + self.checker_only + self.neither


def print_agreement(sets: Mapping[str, tuple[Mapping[str, str], Mapping[str, Sequence[str]]]]) -> None:
    """Print how often reader and checker agree, for each kind of fault and over all.

    `sets` gives for each set the articles' texts and their judged summaries, both by id.
    """
    verdicts: dict[str, list[Verdict]] = {kind: [] for kind in KINDS}
    same = summaries = 0
    for line in JUDGED.read_text(encoding="utf-8").splitlines():
        judged: dict[str, Any] = json.loads(line)
        texts, answers = sets.get(judged["set"], ({}, {}))
        if judged["id"] not in answers:
            continue
        pairs = _verdicts(judged["faults"], answers[judged["id"]], texts[judged["id"]])
        summaries += 1
        same += all(one == other for found in pairs.values() for one, other in found)
        for kind, found in pairs.items():
            verdicts[kind] += found
    print(
        f"{'fault':28s} {'both':>5s} {'reader only':>12s} {'checker only':>13s} {'agree':>7s} {'kappa':>6s}"
    )
    for kind, found in verdicts.items():
        _print(kind, Agreement.of(found))
    _print("all kinds", Agreement.of([pair for found in verdicts.values() for pair in found]))
    print(f"\nThe verdicts are the same in every point on {same} of {summaries} summaries.")


def _verdicts(
    judged: Mapping[str, Sequence[str]], sentences: Sequence[str], source: str
) -> dict[str, list[Verdict]]:
    """For each kind the pairs of verdicts on the sentences of a summary."""
    found = set(faults(sentences, sentences, source))
    return {
        kind: [(kind in judged.get(str(n), ()), (n, kind) in found) for n in range(len(sentences))]
        for kind in KINDS
    }


def _print(kind: str, found: Agreement) -> None:
    kappa = "-" if found.kappa is None else f"{found.kappa:.2f}"
    print(
        f"{kind:28s} {found.both:5d} {found.reader_only:12d} {found.checker_only:13d} {found.share:7.1%}"
        f" {kappa:>6s}"
    )
