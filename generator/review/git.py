"""What git knows of a folder, compared with the merge base of its branch."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.errors import SettingsError

_TIMEOUT = 60


@dataclass(frozen=True)
class Git:
    """The repository that a folder lies in, compared with the commit at which its branch left `base`.

    Every method raises SettingsError if git cannot tell.
    """

    folder: Path
    base: str

    @cached_property
    def top(self) -> Path:
        """The top of the working tree."""
        return Path(self._run("rev-parse", "--show-toplevel").rstrip("\n")).resolve()

    @cached_property
    def _start(self) -> str:
        commit = self._run("rev-parse", "--verify", "--end-of-options", f"{self.base}^{{commit}}").strip()
        return self._run("merge-base", commit, "HEAD").strip()

    def changed(self) -> list[str]:
        """The paths that differ, from the top; a renamed file with both of its names; new files, too."""
        known = self._run("diff", "--name-only", "--no-renames", "-z", self._start, "--")
        new = self._run("ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ":/")
        return [path for path in (known + new).split("\0") if path]

    def text(self, name: str) -> str:
        """A file of `folder` as it was; empty if it was not there."""
        listed = self._run("ls-tree", "--name-only", self._start, "--", name)
        return self._run("show", f"{self._start}:./{name}") if listed else ""

    def texts(self, names: Sequence[str]) -> Iterator[str | None]:
        """Yield files of `folder` as they were, None for each that was not there; one process for all."""
        prefix = self._run("rev-parse", "--show-prefix").rstrip("\n")
        asked = "".join(f"{self._start}:{prefix}{name}\n" for name in names)
        answer = self._bytes("cat-file", "--batch", given=asked.encode("utf-8", "surrogateescape"))
        at = 0
        for _ in names:
            head, _, _ = answer[at:].partition(b"\n")
            at += len(head) + 1
            if head.endswith(b" missing"):
                yield None
                continue
            size = int(head.rsplit(b" ", 1)[1])
            yield answer[at : at + size].decode("utf-8", "surrogateescape")
            at += size + 1

    def _run(self, *arguments: str) -> str:
        """The output of a git command."""
        return self._bytes(*arguments).decode("utf-8", "surrogateescape")

    def _bytes(self, *arguments: str, given: bytes | None = None) -> bytes:
        command = ["git", "-C", str(self.folder), *arguments]
        try:
            done = subprocess.run(command, input=given, capture_output=True, check=True, timeout=_TIMEOUT)  # noqa: S603  no shell
        except (OSError, subprocess.SubprocessError) as error:
            problem = f"git cannot compare it with “{self.base}” (git {arguments[0]} failed)"
            remedy = "name a branch or a commit that this clone has in full"
            raise SettingsError(str(self.folder), problem, remedy) from error
        return done.stdout
