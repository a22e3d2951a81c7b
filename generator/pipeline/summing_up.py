"""Write the pages that sum up an archive: only those whose inputs changed are rendered."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.archive import Made, Manifest, digest, stamp, write_if_changed
from generator.publish import GENERATED_FOLDERS, Pages, PlannedPage


@dataclass(frozen=True)
class Written:
    """The paths of pages whose bytes changed, and of those that are gone; below the folder of briefings."""

    changed: list[str]
    removed: list[str]


def write_pages(folder: Path, planned: Iterable[PlannedPage], pages: Pages, manifest: Manifest) -> Written:
    """Bring the planned pages below a folder up to date, and remove others that summed up.

    A page that the manifest knows to be made from the same, and to be as it was made, is not rendered and
    not read. The manifest then holds the planned pages alone.
    """
    made: dict[str, Made] = {}
    changed = []
    for page in planned:
        if manifest.has(folder, page.path, page.inputs):
            made[page.path] = manifest.made[page.path]
            continue
        text = pages.summing_up(page)
        if write_if_changed(folder / page.path, text, durable=False):
            changed.append(page.path)
        made[page.path] = Made(page.inputs, digest(text), stamp(folder / page.path))
    manifest.made = made
    return Written(changed, _removed(folder, made))


def _removed(folder: Path, made: Iterable[str]) -> list[str]:
    """Remove the pages that sum up and are none of `made`."""
    old = {file for name in GENERATED_FOLDERS for file in folder.glob(f"{name}/**/*.md")}
    old |= set(folder.glob("*/index.md"))
    gone = sorted({file.relative_to(folder).as_posix() for file in old} - set(made))
    for path in gone:
        remove_page(folder / path)
    return gone


def remove_page(file: Path) -> None:
    """Remove a page, and its folder if that was the last one."""
    file.unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        file.parent.rmdir()
