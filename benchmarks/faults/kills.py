"""Kill what is at work at random moments."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Iterator

from benchmarks.faults.scene import Scene, Told, command, files, outcome, run, start

IMPORTS = 2.0
"""Seconds before and after the work proper."""
_SEED = 20310314


def builds(scene: Scene, number: int) -> Iterator[list[str]]:
    """Kill `briefing build`."""
    moments = random.Random(_SEED)  # noqa: S311  the same moments at every run
    for turn in range(number):
        scene.change(turn)
        before = scene.present()
        told = _killed(scene, moments.uniform(0, scene.seconds + IMPORTS), "build")
        yield scene.judge(told, before)


def additions(scene: Scene, number: int) -> Iterator[list[str]]:
    """Kill `briefing add`, of which an article without its briefing may remain: the next build makes it."""
    moments = random.Random(_SEED)  # noqa: S311
    begun = time.monotonic()
    run(scene.project, "add", str(scene.incoming))
    seconds = time.monotonic() - begun
    list(scene.settle())
    for _ in range(number):
        before = scene.present()
        # Nothing is written in the first half.
        told = _killed(scene, moments.uniform(seconds / 2, seconds), "add", str(scene.incoming))
        yield scene.judge(told, before)


def sites(scene: Scene, number: int) -> Iterator[list[str]]:
    """Kill `mkdocs build`; in the end, one that is left alone makes the site that it always makes."""
    moments = random.Random(_SEED)  # noqa: S311
    site = scene.project.root / "site"
    begun = time.monotonic()
    run(scene.project, "mkdocs")
    seconds = time.monotonic() - begun
    expected = files(site, scene.project.root)
    for turn in range(number):
        scene.change(turn)
        before = scene.present()
        told = _killed(scene, moments.uniform(0, seconds), "mkdocs")
        yield scene.judge(told, before)
    told = run(scene.project, "mkdocs")
    found = files(site, scene.project.root)
    differing = sorted({path for path, _ in expected.items() ^ found.items()})
    yield [*told.faults(), *(f"{path} is not as in an undisturbed build of the site" for path in differing)]


def _killed(scene: Scene, after: float, *arguments: str) -> Told:
    """Kill a command after so many seconds."""
    process = start(command(scene.project, *arguments))
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    return outcome(process)
