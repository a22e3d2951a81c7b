"""Editing: a briefing's record, what an editor corrects in it, and the names that an editor curates."""

from generator.editing.additions import with_entries
from generator.editing.compose import compose, title_of
from generator.editing.correct import correct, idle
from generator.editing.curation import curate, report, sightings, suggested_entries
from generator.editing.fitting import fitting

__all__ = [
    "compose",
    "correct",
    "curate",
    "fitting",
    "idle",
    "report",
    "sightings",
    "suggested_entries",
    "title_of",
    "with_entries",
]
