"""Stamps: whether files are as they were, told without reading them.

As git's index does (https://git-scm.com/docs/racy-git): size, times and inode of a file. A file that changed
less than a tick of the clock ago could change again without another stamp, so its stamp proves nothing.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

from generator.archive.memo import digest

Stamp = tuple[int, int, int, int]
"""Size in bytes, time of the content, time of the entry (both in nanoseconds), and inode of a file."""

TICK = 20_000_000
"""Nanoseconds in which two changes may get the same time: file systems count in 1 to 10 milliseconds."""


def stamp(path: Path | str) -> Stamp | None:
    """The stamp of a file, None if there is none."""
    try:
        return _stamp(Path(path).lstat())
    except OSError:
        return None


def stamps(folder: Path | str) -> Iterator[tuple[str, Stamp]]:
    """Yield path (with "/", below `folder`) and stamp of all files in it, hidden ones too, in no order."""
    waiting = [(str(folder), "")]
    while waiting:
        where, name = waiting.pop()
        try:
            entries = os.scandir(where)
        except OSError:
            continue
        with entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{name}{entry.name}/"))
                else:
                    yield f"{name}{entry.name}", _stamp(entry.stat(follow_symlinks=False))


def snapshot(paths: list[Path]) -> str | None:
    """One name for the state of files and of all that folders hold; None if it proves nothing yet."""
    now = time.time_ns()
    lines = []
    for path in paths:
        found = stamps(path) if path.is_dir() else [("", own)] if (own := stamp(path)) else []
        for name, (size, content, entry, inode) in found:
            if max(content, entry) > now - TICK:
                return None
            lines.append(f"{path}\0{name}\0{size} {content} {entry} {inode}")
    return digest("\n".join(sorted(lines)))


def await_tick() -> None:
    """Wait until what was written before has a stamp that proves something."""
    time.sleep(1.5 * TICK / 1e9)


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
