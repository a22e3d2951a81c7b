"""The gate: measure the labelled sets and hold them to their floors.

    python -m evaluation                 all sets; those beside the checkout where they lie there
    python -m evaluation --errors        and all that is wrong in the committed sets
    python -m evaluation --write         take what was measured as the new floors, to be read in review
    python -m evaluation --only names    one set

The status is 1 if a score fell, or if a set changed without new floors. A set that is not there is skipped.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from evaluation.beside import BESIDE, measure_beside, measure_faults
from evaluation.floors import as_floor, compare, read_floors, write_floors
from evaluation.gist import measure_gist
from evaluation.names import measure_names
from evaluation.pages import measure_pages
from evaluation.parsed import parses_kept
from evaluation.quotations import measure_quotations
from evaluation.result import Result

COMMITTED: dict[str, Callable[[], Result]] = {
    "gist": measure_gist,
    "names": measure_names,
    "pages": measure_pages,
    "quotations": measure_quotations,
}


FAULTS = "news-summaries"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print a line a set, and hold to the floors or write them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/eval"), help="sets beside the checkout")
    parser.add_argument("--only", choices=[*COMMITTED, *BESIDE, FAULTS], help="measure one set")
    parser.add_argument("--errors", action="store_true", help="print what is wrong in the committed sets")
    parser.add_argument("--write", action="store_true", help="write the floors anew")
    asked = parser.parse_args(arguments)
    floors, failed = read_floors(), False
    with parses_kept():
        for name, result in _measured(asked.data, asked.only):
            print(_line(name, result))
            if isinstance(result, str):
                continue
            if asked.errors:
                print(*(f"  {error}" for error in result.errors), sep="\n")
            if asked.write:
                floors[name] = as_floor(result)
                continue
            for finding in compare(name, result, floors.get(name)):
                failed |= finding.fails
                print(("FAILED  " if finding.fails else "        ") + finding.text)
    if asked.write:
        write_floors(floors)
    return int(failed)


def _measured(data: Path, only: str | None) -> Iterator[tuple[str, Result | str]]:
    """The result of each set that is asked for, or why it is skipped."""
    for name, measure in COMMITTED.items():
        if only in (None, name):
            yield name, measure()
    for name, beside in BESIDE.items():
        if only in (None, name):
            yield name, measure_beside(data, beside)
    if only in (None, FAULTS):
        yield FAULTS, measure_faults(data)


def _line(name: str, result: Result | str) -> str:
    """What is printed of a set."""
    if isinstance(result, str):
        return f"{name}: skipped, {result}"
    counts = ", ".join(f"{number} {what}" for what, number in result.counts.items())
    scores = ", ".join(f"{score} {value:.1f}" for score, value in result.scores.items())
    return f"{name}: {scores} ({counts})"


if __name__ == "__main__":
    sys.exit(main())
