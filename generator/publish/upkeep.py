"""A built site that is kept up to date: what is made again, what is put in its place, and what goes.

The folder of a site is touched only at the end of a build, file by file, each whole: until then readers have
the old pages, and a build that is broken off leaves them.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from generator.archive import (
    Made,
    Manifest,
    Stamp,
    digest,
    is_unfinished,
    stamp,
    stamps,
    write_if_changed,
    write_manifest,
)
from generator.publish.pagefind import ENTRY, FOLDER, index_site
from generator.publish.site import PlannedFile, Site

STAGING = ".building"
"""The folder in that of a site in which its new files come to be."""


@dataclass
class Upkeep:
    """One site's folder on its way from what `manifest` knows to what is wanted now.

    `pages` has the inputs of all pages by their paths in the site, None where nobody knows them.
    """

    folder: Path
    state: Path
    manifest: Manifest
    pages: dict[str, str | None] = field(default_factory=dict)
    made: dict[str, Made] = field(default_factory=dict)

    @property
    def staging(self) -> Path:
        """Where new files come to be."""
        return self.folder / STAGING

    @cached_property
    def _present(self) -> dict[str, Stamp]:
        """What lay in the folder before the build."""
        return dict(stamps(self.folder))

    def is_due(self, path: str, inputs: str | None) -> bool:
        """Whether a file of the site must be made; if not, it stays. Without inputs nobody knows: it must."""
        known = self.manifest.made.get(path)
        if not known or known.inputs != inputs or known.stamp != self._present.get(path):
            return True
        self.made[path] = known
        return False

    def finish(self, site: Site, searchable: Iterable[str]) -> None:
        """Put what was built in its place with all that is no page, remove the rest, and index the pages.

        `searchable` are the paths of the pages that can be searched. Raises SearchError.
        """
        wanted = {*self.pages, *self._install(), *self._write(site.files())}
        self._clear(wanted)
        told: dict[str, Any] = {"related": site.relations.found}
        try:
            told["search"] = self._search(sorted(searchable))
        finally:
            self.manifest = Manifest(self.manifest.program, self.made, told)
            write_manifest(self.state, self.manifest)

    def _install(self) -> list[str]:
        """Put what was built in its place, and return its paths."""
        paths = sorted(path for path, _ in stamps(self.staging))
        for path in paths:
            data, target = (self.staging / path).read_bytes(), self.folder / path
            if not (target.is_file() and target.read_bytes() == data):
                target.parent.mkdir(parents=True, exist_ok=True)
                (self.staging / path).replace(target)
            self._note(path, self.pages.get(path), data)
        shutil.rmtree(self.staging, ignore_errors=True)
        return paths

    def _write(self, planned: Iterable[PlannedFile]) -> list[str]:
        """Write the files whose inputs changed; return the paths of all."""
        paths = []
        for file in planned:
            paths.append(file.path)
            if self.is_due(file.path, file.inputs):
                text = file.text()
                write_if_changed(self.folder / file.path, text, durable=False)
                self._note(file.path, file.inputs, text.encode())
        return paths

    def _note(self, path: str, inputs: str | None, data: bytes) -> None:
        if inputs is not None:
            self.made[path] = Made(inputs, digest(data), stamp(self.folder / path))

    def _clear(self, wanted: Collection[str]) -> None:
        """Remove what nobody wants any more; hidden files at the top stay, as MkDocs leaves them."""
        for path in self._present.keys() - wanted:
            if is_unfinished(path) or not path.startswith((".", f"{FOLDER}/")):
                (self.folder / path).unlink(missing_ok=True)
                with contextlib.suppress(OSError):  # a folder that still holds something
                    for parent in PurePosixPath(path).parents[:-1]:
                        (self.folder / parent).rmdir()

    def _search(self, pages: list[str]) -> str:
        """Index the pages, unless they are as they were; return a digest of them."""
        state = digest(*(part for path in pages for part in (path, self._digest(path))))
        is_there = f"{FOLDER}/{ENTRY}" in self._present
        if state != self.manifest.told.get("search") or not is_there:
            index_site(self.folder, pages)
        return state

    def _digest(self, path: str) -> str:
        return self.made[path].digest if path in self.made else ""


def known_relations(manifest: Manifest) -> Mapping[str, Any]:
    """What the last build of a site found of related briefings."""
    related: Mapping[str, Any] = manifest.told.get("related", {})
    return related
