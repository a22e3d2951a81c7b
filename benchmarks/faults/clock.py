"""Clocks that are wrong, run too fast or backwards, and files from the future."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator

from benchmarks.faults.scene import Scene, SkippedError, command, outcome, start

CLOCKS = ("-15000d", "+20000d", "+0 x10000", "+0 x-10000")
"""What faketime is told: decades ago, decades from now, and a clock that runs away, or backwards."""
FAKETIME = ("env", "FAKETIME_DONT_FAKE_MONOTONIC=1", "faketime", "-f")
"""The clock that measures waiting goes on as it does in nature."""
TIMES = (0, 86_400, 981_173_106, 4_102_444_800, 7_258_118_400)
"""Of files: 1970 to 2200."""


def runs(scene: Scene) -> Iterator[list[str]]:
    """Build with files of all times, under all clocks."""
    times = random.Random(20310314)  # noqa: S311
    for clock in ("", *CLOCKS):
        for arguments in (("build",), ("mkdocs",)):
            if clock and not shutil.which("faketime"):
                raise SkippedError("faketime is not installed")
            scene.change(0)
            before = scene.present()
            for path in scene.project.root.rglob("*"):
                os.utime(path, (moment := times.choice(TIMES), moment))
            line = command(scene.project, *arguments)
            told = outcome(start([*FAKETIME, clock, *line] if clock else line))
            wrong = [f"under the clock “{clock}”: {told.text!r}"] if told.status else []
            yield [*wrong, *scene.judge(told, before)]
