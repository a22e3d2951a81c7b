"""Disturb builds in every way we know; what is left must be whole, and a plain build must finish the work.

    python -m benchmarks.faults [KILLS]

KILLS (default 200) builds are killed, a tenth as many builds of the site, and as many additions. After every
disturbance: nobody saw a traceback; every article and briefing is what it was or what it was to become, and
none is lost; a plain build gives the bytes of an undisturbed one. Prints a line a fault, then a line for each
kind of disturbance; the status is 1 if there is any fault.
"""

from __future__ import annotations

import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.faults import changing, clock, disk, kills, together
from benchmarks.faults.scene import Scene, SkippedError, make

Runs = Iterator[list[str]]
"""The faults of each run, none if all is well."""


@dataclass(frozen=True)
class Kind:
    """A way to disturb a build."""

    name: str
    runs: Callable[[Scene], Runs]


def main() -> int:
    """Disturb, look, build again, compare."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that no disk stays mounted
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    some = max(1, number // 10)
    kinds = (
        Kind("files that change during a build", changing.runs),
        Kind("clocks that jump", clock.runs),
        Kind("two at once", together.runs),
        Kind("a folder that cannot be written", disk.read_only),
        Kind("a full disk", disk.full),
        Kind("additions killed", partial(kills.additions, number=some)),
        Kind("builds of the site killed", partial(kills.sites, number=some)),
        Kind("builds killed", partial(kills.builds, number=number)),
    )
    with tempfile.TemporaryDirectory() as folder:
        scene = make(Path(folder))
        found = sum([_report(kind, scene) for kind in kinds])
    print(f"{found} faults")
    return 1 if found else 0


def _report(kind: Kind, scene: Scene) -> int:
    """Make the runs of a kind, print its lines, and return the number of its faults."""
    found = count = 0
    skipped = ""
    try:
        for faults in kind.runs(scene):
            count += 1
            found += len(faults)
            for fault in faults:
                print(f"  {kind.name}, run {count}: {fault}", flush=True)
    except SkippedError as reason:
        skipped = f" (not tried: {reason})"
    print(f"{kind.name}: {count} runs, {found} faults{skipped}", flush=True)
    return found


if __name__ == "__main__":
    sys.exit(main())
