"""Articles that are rewritten, deleted and replaced while a build reads them."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.faults.scene import RAIN, Scene, command, cut_pages, outcome, start

ROUNDS = 10


def runs(scene: Scene) -> Iterator[list[str]]:
    """Build and build the site, and let an editor be at work meanwhile.

    An article may be read half-written, so a briefing may be of half of it: but it is whole itself, and
    the next build mends it.
    """
    choices = random.Random(20310314)  # noqa: S311
    for turn in range(ROUNDS):
        scene.change(0)
        process = start(command(scene.project, "mkdocs" if turn % 5 == 4 else "build"))
        while process.poll() is None:
            path = choices.choice(sorted(scene.articles))
            _meddle(scene.project.root / path, scene.articles[path], choices)
            time.sleep(0.002)
        yield [*outcome(process).faults(), *cut_pages(scene.project), *scene.settle()]


def _meddle(file: Path, data: bytes, choices: random.Random) -> None:
    """Do to an article what editors do."""
    what = choices.randrange(4)
    if what == 0:
        file.unlink(missing_ok=True)
    elif what == 1:  # in two halves
        with file.open("wb", buffering=0) as stream:
            stream.write(data[:100])
            time.sleep(0.002)
            stream.write(data[100:])
    elif what == 2:  # in one step
        other = file.with_name(f".{file.name}")
        other.write_bytes(data + RAIN)
        other.replace(file)
    else:
        file.write_bytes(b"\xff\xfe\x00")
