"""What a build did, and whether the next build has anything to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from generator.archive import (
    Entry,
    Index,
    Manifest,
    Project,
    await_tick,
    build_index,
    digest,
    open_memo,
    scan_briefings,
    snapshot,
    write_manifest,
)
from generator.errors import BriefingError, SourceError


@dataclass
class Report:
    """What a build did; paths are relative to the archive's folder.

    `manifest` knows the pages that sum up what is there now, and `index` all of it.
    """

    manifest: Manifest
    briefings: int = 0
    analysed: int = 0
    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    errors: list[BriefingError] = field(default_factory=list)
    warnings: list[BriefingError] = field(default_factory=list)
    partial: list[BriefingError] = field(default_factory=list)
    load_index: Callable[[], Index] = lambda: build_index(())

    @cached_property
    def index(self) -> Index:
        """All briefings; read again if nothing else asked for them."""
        return self.load_index()


def state(project: Project, before: str | None) -> str | None:
    """One name for all files that a build reads and writes; None if no stamp can prove it."""
    after = snapshot([project.briefings])
    return digest(before, after) if before and after else None


def unchanged(project: Project, manifest: Manifest) -> Report:
    """The report of the last build, if no file has changed since."""
    warnings: list[BriefingError] = [SourceError(*parts) for parts in manifest.told["warnings"]]
    return Report(
        manifest,
        manifest.told["briefings"],
        warnings=warnings,
        load_index=lambda: _stored_index(project),
    )


def _stored_index(project: Project) -> Index:
    with open_memo(project.memo) as memo:
        stored = scan_briefings(project, memo)
    return build_index((Entry(item.slug, item.record) for item in stored if item.record), project.registry())


def keep(project: Project, report: Report, before: str | None) -> None:
    """Keep the manifest. Errors are worked out anew each time, so a build with any proves nothing."""
    manifest = report.manifest
    if report.written or report.removed:
        await_tick()
    partial = [(found.where, found.problem, found.remedy) for found in report.partial]
    manifest.told = {"briefings": report.briefings, "warnings": partial}
    manifest.snapshot = None if report.errors else state(project, before)
    write_manifest(project.manifest, manifest)
