"""Atomic writing of files, and the lock that keeps two builds apart."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from generator.errors import StoreError

LOCK_PATIENCE = 10.0
"""Seconds that a build waits for another."""

_UNFINISHED = ".unfinished-"


def write_if_changed(path: Path, text: str, *, durable: bool = True) -> bool:
    """Give `path` the bytes of `text` in UTF-8, and tell whether they were others before.

    The file changes in one step: whoever reads it, or kills the program, finds the old bytes or the new.
    A file that holds the bytes already is not touched. What can be made again need not be `durable`: it may
    be lost in a power cut, and is written ten times as fast.
    """
    data = text.encode("utf-8")
    if path.is_file() and path.read_bytes() == data:
        return False
    try:
        _replace(path, data, durable=durable)
    except OSError as error:  # it names the file of the moment, which nobody knows
        raise OSError(error.errno, error.strerror, str(path)) from error
    return True


def _replace(path: Path, data: bytes, *, durable: bool) -> None:
    """Put a whole new file in the place of `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextmanager
def lock(path: Path) -> Iterator[None]:
    """Hold the lock of the archive; other builds wait up to LOCK_PATIENCE seconds.

    A lock that cannot be made, in a folder that cannot be written, locks nothing. Raises StoreError if
    another build holds it for longer than LOCK_PATIENCE.
    """
    guard = FileLock(path, timeout=LOCK_PATIENCE)
    with ExitStack() as stack:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            stack.enter_context(guard)
        except Timeout as error:
            problem = "another build is at work in this archive"
            raise StoreError(
                str(path.parent.parent), problem, "wait until it is done, and build again"
            ) from error
        except OSError:
            pass
        yield


def refuse_links(folder: Path) -> None:
    """Raise StoreError if a folder that is written, or anything in it, is a link: it could lead anywhere."""
    if folder.is_symlink():
        problem = "it is a symbolic link, where only files of the archive may be"
        raise StoreError(str(folder), problem, "delete it, and build again")
    for entry in os.scandir(folder) if folder.is_dir() else ():
        if entry.is_symlink() or entry.is_dir():
            refuse_links(Path(entry.path))


def is_unfinished(path: str) -> bool:
    """Whether a killed writer left the file at `path` behind."""
    return PurePosixPath(path).name.startswith(_UNFINISHED)


def sweep_unfinished(folder: Path) -> None:
    """Remove the temporary files of writers that were killed."""
    for leftover in folder.glob(f"**/{_UNFINISHED}*"):
        leftover.unlink(missing_ok=True)
