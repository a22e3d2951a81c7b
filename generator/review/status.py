"""What an archive waits for, on one screen: articles without briefings, briefings out of date, open names."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive import Entry, Project, Record, build_index, open_memo, scan_articles, scan_briefings
from generator.editing import curate, sightings
from generator.errors import BriefingError
from generator.pipeline import Briefer, Provenance

SHOWN = 5
"""How many of a kind are named."""


def status(project: Project) -> Iterator[str]:
    """Yield the lines of a report; nothing is analysed and nothing written.

    Raises BriefingError if the settings, the registry or the addresses cannot be used.
    """
    briefer = Briefer(project.registry(), project.settings().options())
    with open_memo(project.memo) as memo:
        provenance = Provenance(briefer, memo)
        files, unusable = scan_articles(project)
        stored = {one.slug: one.record for one in scan_briefings(project, memo) if one.record}
        missing: list[str] = []
        old: list[str] = []
        for file in files:
            record = stored.get(file.slug)
            try:
                fingerprint = provenance.fingerprint(file)
            except BriefingError as error:
                unusable[file.path] = error
                continue
            if record is None or record.fingerprint != fingerprint:
                (old if record else missing).append(file.path)
    slugs = {file.slug for file in files}
    articles = {file.path for file in files} | unusable.keys()
    yield f"{len(articles):,} articles, {len(stored):,} briefings"
    yield from _listed("cannot be used", list(unusable), "briefing check tells why")
    yield from _listed("have no briefing yet", missing, "briefing build")
    yield from _listed("have a briefing that is out of date", old, "briefing build")
    made = {slug: record.source.article for slug, record in stored.items()}
    left = [path for slug, path in made.items() if slug not in slugs and path not in unusable]
    yield from _listed("are gone, and their briefings are not", left, "briefing build")
    yield from _of_names(project)
    yield from _newest(stored)


def _of_names(project: Project) -> Iterator[str]:
    """Yield what the curator has not answered."""
    curation = curate(sightings(project), project.registry())
    duplicates = [group[0].name for group in curation.duplicates]
    yield from _listed("names are likely another’s, too", duplicates, "briefing entities")
    unsure = [subject.name for subject in curation.unsure]
    yield from _listed("names have different types", unsure, "briefing entities")


def _newest(stored: dict[str, Record]) -> Iterator[str]:
    index = build_index([Entry(slug, record) for slug, record in stored.items()])
    if index.entries:
        newest = index.entries[0].record
        yield f"newest: {newest.title} ({newest.published or 'undated'})"


def _listed(what: str, names: list[str], remedy: str) -> Iterator[str]:
    """Yield how many there are, the first of them, and the command that goes on."""
    if names:
        more = f", and {len(names) - SHOWN:,} more" if len(names) > SHOWN else ""
        yield f"{len(names):,} {what}: {', '.join(names[:SHOWN])}{more}"
        yield f"  → {remedy}"
