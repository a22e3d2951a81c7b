"""Checks of `entities.yml` that go beyond what stops a build."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive import entity_slug
from generator.review.findings import Finding
from generator.sources import Registry, RegistryEntry, normal_form

FILE = "entities.yml"


def contradictions(registry: Registry) -> Iterator[Finding]:
    """Yield entries that cannot both be right, or that contradict themselves."""
    items: dict[str, RegistryEntry] = {}
    pages: dict[tuple[str, str], RegistryEntry] = {}
    for entry in registry.entries:
        if entry.wikidata:
            other = items.setdefault(entry.wikidata, entry)
            if other is not entry:
                problem = f"{entry.wikidata} is the Wikidata item of “{other.name}” (line {other.line}), too"
                yield _fault(entry, problem, "make one entry with aliases of the two, or correct the item")
        other = pages.setdefault((entry.type, entity_slug(entry.name)), entry)
        if other is not entry:
            problem = f"“{entry.name}” would have the same page as “{other.name}” (line {other.line})"
            yield _fault(entry, problem, "make one entry with aliases of the two, or name them apart")
        own = {normal_form(name) for name in entry.names}
        for name in entry.not_:
            if normal_form(name) in own:
                problem = f"“{name}” is a name of “{entry.name}”, and stands under its “not”"
                yield _fault(entry, problem, "delete one of the two")


def _fault(entry: RegistryEntry, problem: str, remedy: str) -> Finding:
    return Finding(kind="registry", file=FILE, line=entry.line, problem=problem, remedy=remedy)
