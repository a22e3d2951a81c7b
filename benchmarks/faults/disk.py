"""A disk that is full, and a folder that cannot be written."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from benchmarks.faults.scene import Scene, SkippedError, Told, make, run

SIZE = 48
"""Megabytes of the small disk."""
FREE = (0, 8, 40, 200)
"""Kilobytes that are free, of which a build from nothing needs more."""


def full(_: Scene) -> Iterator[list[str]]:
    """Build, add and build the site on a small disk of memory that has hardly any room left."""
    with tempfile.TemporaryDirectory() as folder, _mounted(folder, "-t", "tmpfs", "-o", f"size={SIZE}m"):
        scene = make(Path(folder))
        for free in FREE:
            for arguments in (("build",), ("add", str(scene.incoming)), ("mkdocs",)):
                scene.change(0)
                before = scene.present()
                filler = Path(folder) / "filler"
                _fill(filler, free * 1024)
                told = run(scene.project, *arguments)
                filler.unlink()
                yield [*_clear(told), *scene.judge(told, before)]


def read_only(scene: Scene) -> Iterator[list[str]]:
    """Build, add and build the site in a folder that cannot be written, with and without work to do."""
    for work in (False, True):
        for arguments in (("build",), ("add", str(scene.incoming)), ("mkdocs",)):
            if work:
                scene.change(1)
            before = scene.present()
            with _frozen(scene.project.root):
                told = run(scene.project, *arguments)
            idle = not work and arguments == ("build",)
            wrong = [] if idle == (told.status == 0) else [f"its status is {told.status}: {told.text!r}"]
            yield [*wrong, *_clear(told), *scene.judge(told, before)]


def _clear(told: Told) -> list[str]:
    """A failure that is not told in a line that says what cannot be written."""
    if told.status == 0 or re.search("cannot be (read or )?written", told.text):
        return []
    return [f"it is not told what cannot be written: {told.text!r}"]


def _fill(file: Path, free: int) -> None:
    """Write until the disk is full, and leave `free` bytes."""
    with file.open("wb", buffering=0) as stream:
        try:
            while stream.write(b"\0" * 4096):
                pass
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
        stream.truncate(max(0, stream.tell() - free))


@contextmanager
def _frozen(folder: Path) -> Iterator[None]:
    """Nothing in a folder can be written: by its permissions, or for root by how it is mounted."""
    if os.geteuid() == 0:
        with _mounted(str(folder), "--bind", source=str(folder)):
            _mount("-o", "remount,ro,bind", str(folder))
            yield
        return
    changed = [path for path in (folder, *folder.rglob("*")) if path.is_dir()]
    for path in changed:
        path.chmod(0o555)
    try:
        yield
    finally:
        for path in changed:
            path.chmod(0o755)


@contextmanager
def _mounted(folder: str, *options: str, source: str = "tmpfs") -> Iterator[None]:
    """Something is mounted at a folder. Raises SkippedError where that is not permitted."""
    _mount(*options, source, folder)
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


def _mount(*arguments: str) -> None:
    if not sys.platform.startswith("linux"):
        raise SkippedError("disks are mounted so on Linux only")
    done = None
    with suppress(FileNotFoundError):
        done = subprocess.run(["mount", *arguments], check=False, capture_output=True)
    if done is None or done.returncode:
        raise SkippedError("only root may mount a disk, where a container lets it")
