"""A built site that is kept up to date: what is made again, what is put in its place, and what goes.

The folder of a site is touched only at the end of a build, file by file, each whole: until then readers have
the old pages, and a build that is broken off leaves them.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
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
from generator.publish.site import PlannedFiles, Site

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

    def finish(self, site: Site) -> None:
        """Put what was built in its place with all that is no page, and remove the rest."""
        groups = {planned.name: self._write(planned) for planned in site.files()}
        built = self._install()
        self._clear({*self.pages, *built, *chain(*groups.values())})
        told = {"related": site.relations.found, "groups": groups}
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

    def _write(self, planned: PlannedFiles) -> list[str]:
        """Write the files of a group, if any is due; return their paths."""
        known: list[str] = self.manifest.told.get("groups", {}).get(planned.name, [])
        due = [path for path in known if self.is_due(path, planned.inputs)]
        if known and not due:
            return known
        paths = []
        for path, text in planned.texts():
            write_if_changed(self.folder / path, text, durable=False)
            self._note(path, planned.inputs, text.encode())
            paths.append(path)
        return paths

    def _note(self, path: str, inputs: str | None, data: bytes) -> None:
        if inputs is not None:
            self.made[path] = Made(inputs, digest(data), stamp(self.folder / path))

    def _clear(self, wanted: Collection[str]) -> None:
        """Remove what nobody wants any more; hidden files at the top stay, as MkDocs leaves them."""
        for path in self._present.keys() - wanted:
            if is_unfinished(path) or not path.startswith("."):
                (self.folder / path).unlink(missing_ok=True)
                with contextlib.suppress(OSError):  # a folder that still holds something
                    for parent in PurePosixPath(path).parents[:-1]:
                        (self.folder / parent).rmdir()


def known_relations(manifest: Manifest) -> Mapping[str, Any]:
    """What the last build of a site found of related briefings."""
    related: Mapping[str, Any] = manifest.told.get("related", {})
    return related
