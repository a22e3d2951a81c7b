"""Two commands at work in one archive: the second waits, or says in one line that it does not."""

from __future__ import annotations

import time
from collections.abc import Iterator

from benchmarks.faults.scene import Scene, command, outcome, run, start
from generator.archive import lock

BUSY = "another build is at work in this archive"
DELAYS = (0.0, 0.5)
"""Seconds by which the second begins later."""


def runs(scene: Scene) -> Iterator[list[str]]:
    """A build beside another, an addition, and a build of the site; and while a build never ends."""
    add = ("add", str(scene.incoming))
    for delay in DELAYS:
        for one, other in (
            (("build",), ("build",)),
            (("build",), add),
            (("build",), ("mkdocs",)),
            (add, add),
        ):
            yield _pair(scene, one, other, delay)
    for arguments in (("build",), add, ("mkdocs",)):
        scene.change(0)
        before = scene.present()
        with lock(scene.project.lock):
            told = run(scene.project, *arguments)
        wrong = [] if told.text.count(BUSY) == 1 else [f"it does not say so: {told.text!r}"]
        yield [*wrong, *scene.judge(told, before)]


def _pair(scene: Scene, one: tuple[str, ...], other: tuple[str, ...], delay: float) -> list[str]:
    scene.change(0)
    before = scene.present()
    first = start(command(scene.project, *one))
    time.sleep(delay)
    second = start(command(scene.project, *other))
    faults: list[str] = []
    for arguments, told in ((one, outcome(first)), (other, outcome(second))):
        faults += told.faults()
        refused = BUSY in told.text or (arguments[0] == "add" and "the archive has this story" in told.text)
        if told.status and not refused:
            faults.append(f"{arguments[0]} fails: {told.text!r}")
    return [*faults, *scene.look(before), *scene.settle()]
