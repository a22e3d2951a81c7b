"""Start an archive: the files of an empty folder that make it one, from `templates/starter/`.

There, a name that begins with "dot_" stands for one that begins with a dot, and a file that ends in ".j2" is
a template.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path, PurePosixPath

from markupsafe import Markup

from generator.archive import SHIPPED, write_if_changed
from generator.errors import SettingsError, StoreError
from generator.publish import environment

DISTRIBUTION = "briefing-archive"
"""The name by which the program is installed."""

LONGEST = 100
"""Characters of an archive's name."""


def start_archive(folder: Path, name: str) -> list[str]:
    """Write the files of a new archive called `name`, and return their paths below `folder`.

    Nothing that is there is written over. Raises SettingsError if the name cannot be one or a file is in the
    way, and StoreError if the disk refuses a file.
    """
    if not 0 < len(name.strip()) <= LONGEST or not name.isprintable():
        problem = (
            f"the archive's name “{name[:LONGEST]}” is empty, too long or has characters that do not show"
        )
        raise SettingsError("--name", problem, f"give it one of up to {LONGEST} letters")
    files = dict(_files(name.strip()))
    taken = sorted(path for path in files if (folder / path).exists())
    if taken:
        more = f" and {len(taken) - 1} more" if len(taken) > 1 else ""
        problem = f"it has {taken[0]}{more} already, and nothing is written over"
        raise SettingsError(str(folder), problem, "name a new folder, or move those files away")
    try:
        for path, text in files.items():
            write_if_changed(folder / path, text)
    except OSError as error:
        problem = f"it cannot be written ({error.strerror or error})"
        raise StoreError(str(folder), problem, "name a folder that you may write to") from error
    return sorted(files)


def _files(name: str) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file of an archive."""
    starter = SHIPPED / "starter"
    env = environment([starter])
    for file in sorted(starter.rglob("*")):
        if file.is_file():
            path = file.relative_to(starter).as_posix()
            text = file.read_text(encoding="utf-8")
            if file.suffix == ".j2":
                text = env.get_template(path).render(name=name, version=Markup(version(DISTRIBUTION)))  # noqa: S704  our own
            yield _placed(path), text


def _placed(path: str) -> str:
    """Where a file of the starter belongs in an archive.

    >>> _placed("dot_github/workflows/check.yml"), _placed("mkdocs.yml.j2")
    ('.github/workflows/check.yml', 'mkdocs.yml')
    """
    parts = [f".{part[4:]}" if part.startswith("dot_") else part for part in PurePosixPath(path).parts]
    return "/".join(parts).removesuffix(".j2")
