"""The input of `briefing add`: files, folders, and standard input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import SourceError
from generator.sources import MAX_BYTES


@dataclass(frozen=True)
class Incoming:
    """A file to be added: the name it is spoken of by, and its bytes, or where they are."""

    name: str
    data: bytes = b""
    path: Path | None = None

    def read(self) -> Incoming:
        """The same with its bytes, at most MAX_BYTES + 1. Raises SourceError if it cannot be read."""
        if self.path is None:
            return self
        try:
            with self.path.open("rb") as stream:
                return Incoming(self.name, stream.read(MAX_BYTES + 1))
        except OSError as error:
            raise SourceError(self.name, f"it cannot be read ({error.strerror})", "check its name") from error


@dataclass(frozen=True)
class Folder:
    """The files below a folder, in the order of their names, and the folders below it that are left out."""

    files: tuple[Path, ...]
    left_out: tuple[Path, ...]


def folder_of(path: Path) -> Folder:
    """The files of a folder, at any depth.

    Hidden files and folders are left out, and the folders that browsers save beside a page (`story_files`),
    which hold its pictures and scripts.
    """
    files: list[Path] = []
    left_out: list[Path] = []
    for part in sorted(path.iterdir()):
        if part.is_dir():
            if part.name.startswith(".") or part.name.endswith(("_files", ".files")):
                left_out.append(part)
            elif not part.is_symlink():
                below = folder_of(part)
                files += below.files
                left_out += below.left_out
        elif part.is_file() and not part.name.startswith("."):
            files.append(part)
    return Folder(tuple(files), tuple(left_out))


def incoming(paths: Iterable[Path]) -> Iterator[Incoming | SourceError | Folder]:
    """Yield a file for each path, not read yet. For a folder, yield its `Folder` first, then its files."""
    for path in paths:
        if not path.is_dir():
            yield Incoming(str(path), path=path)
            continue
        try:
            folder = folder_of(path)
        except OSError as error:
            yield SourceError(str(path), f"it cannot be read ({error.strerror})", "mend its permissions")
            continue
        if not folder.files:
            yield SourceError(str(path), "no file in this folder", "save the stories there first")
        yield folder
        yield from (Incoming(str(file), path=file) for file in folder.files)
