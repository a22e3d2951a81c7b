"""Files: read whole, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

_UNFINISHED = ".unfinished-"


def write_if_changed(path: Path, text: str) -> bool:
    """Give `path` the bytes of `text` in UTF-8, and tell whether they were others before.

    The file changes in one step: whoever reads it, or kills the program, finds the old bytes or the new.
    A file that holds the bytes already is not touched.
    """
    data = text.encode("utf-8")
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True


def sweep_unfinished(folder: Path) -> None:
    """Remove what killed writers left behind."""
    for leftover in folder.glob(f"**/{_UNFINISHED}*"):
        leftover.unlink(missing_ok=True)
