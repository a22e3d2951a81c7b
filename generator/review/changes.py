"""What a branch touches, as git tells it, and which briefings may differ because of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.archive import Project, Settings, read_settings, slug_or_none
from generator.errors import BriefingError
from generator.review.git import Git
from generator.sources import Registry, read_registry

_SHAPES_BRIEFINGS = ("briefing.md.j2", "_macros.md.j2")
"""The page templates that a briefing is made with; the others make pages that sum up the archive."""

_PROGRAM = Path(__file__).parent.parent


@dataclass(frozen=True)
class Changes:
    """What differs between a branch, as its files lie there, and the commit at which it left its base.

    `paths` are the files of the archive that were added, changed, renamed (both names) or deleted. `names`
    are the curated names that were added, changed or deleted, and `domains` the outlets' domains: briefings
    of articles that have one of them may differ. `everything` tells that any briefing may.
    """

    paths: frozenset[str]
    names: Registry = field(default_factory=Registry)
    domains: frozenset[str] = frozenset()
    registry: bool = False
    templates: bool = False
    everything: bool = False

    @cached_property
    def slugs(self) -> frozenset[str]:
        """The slugs of the articles and briefings among `paths`."""
        named = [path for path in self.paths if path.startswith(("articles/", "briefings/"))]
        return frozenset(slug for slug in map(slug_or_none, named) if slug)

    @property
    def articles(self) -> bool:
        """Whether there is an article among `paths`."""
        return any(path.startswith("articles/") for path in self.paths)


def changes_since(project: Project, base: str, registry: Registry, settings: Settings) -> Changes:
    """What the branch that is checked out touches; `registry` and `settings` are those that lie there.

    Raises SettingsError if git cannot tell.
    """
    git = Git(project.root, base)
    changed = [git.top / path for path in git.changed()]
    root = project.root.resolve()
    paths = frozenset(path.relative_to(root).as_posix() for path in changed if path.is_relative_to(root))
    folders = {folder.resolve() for folder in project.page_templates}
    templates = {path.name for path in changed if path.parent in folders}
    everything = bool(templates.intersection(_SHAPES_BRIEFINGS)) or _program_changed(changed)
    names, domains = Registry(), frozenset[str]()
    if project.settings_file.name in paths:
        everything |= _old_settings(git, project) != settings.options()
    if project.registry_file.name in paths:
        old = _old_registry(git, project)
        if old is None or _reordered(old, registry):
            everything = True
        else:
            names, domains = _difference(old, registry)
    return Changes(paths, names, domains, project.registry_file.name in paths, bool(templates), everything)


def _program_changed(changed: Iterable[Path]) -> bool:
    """Whether the program itself changed, where an archive lies in one repository with it."""
    return any(
        path.is_relative_to(_PROGRAM) or path == _PROGRAM.parent / "requirements.lock" for path in changed
    )


def _old_settings(git: Git, project: Project) -> object:
    try:
        return read_settings(git.text(project.settings_file.name)).options()
    except BriefingError:
        return None


def _old_registry(git: Git, project: Project) -> Registry | None:
    try:
        return read_registry(git.text(project.registry_file.name))
    except BriefingError:
        return None


def _reordered(old: Registry, new: Registry) -> bool:
    """Whether entries that both have stand in another order, which fingerprints know of."""
    kept_old = [entry for entry in old.entries if entry in set(new.entries)]
    return kept_old != [entry for entry in new.entries if entry in set(old.entries)]


def _difference(old: Registry, new: Registry) -> tuple[Registry, frozenset[str]]:
    """The entries that only one of two registries has, and the domains to which they give other outlets."""
    entries = set(old.entries).symmetric_difference(new.entries)
    outlets = set(old.outlets.items()).symmetric_difference(new.outlets.items())
    ordered = tuple(sorted(entries, key=lambda entry: (entry.name, entry.line)))
    return Registry(ordered), frozenset(domain for domain, _ in outlets)
