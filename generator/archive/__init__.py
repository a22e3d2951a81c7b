"""The archive: all briefings together, as files, as records, and what they say as a whole."""

from generator.archive.compose import compose
from generator.archive.correct import correct, idle
from generator.archive.curation import Curation, Sighting, curate, report, suggested_entries
from generator.archive.duplicates import (
    Duplicate,
    Signature,
    alike,
    find_duplicate,
    find_story,
    signature_of,
    stored_signatures,
)
from generator.archive.files import lock, refuse_links, sweep_unfinished, write_if_changed
from generator.archive.index import Appearance, Entry, Index, Key, Speaker, Subject, build_index, moment
from generator.archive.memo import Memo, digest, open_memo
from generator.archive.project import Project, find_project
from generator.archive.relations import Circle, Companion, Related, circle, related
from generator.archive.scan import (
    SourceFile,
    StoredBriefing,
    briefing_paths,
    find_articles,
    read_file,
    scan_articles,
    scan_briefings,
    sightings,
)
from generator.archive.schema import Named, Passage, Record, Statement, dump_front_matter, load_record
from generator.archive.settings import Settings, read_settings
from generator.archive.slug import article_slug, entity_slug, slug_or_none

__all__ = [
    "Appearance",
    "Circle",
    "Companion",
    "Curation",
    "Duplicate",
    "Entry",
    "Index",
    "Key",
    "Memo",
    "Named",
    "Passage",
    "Project",
    "Record",
    "Related",
    "Settings",
    "Sighting",
    "Signature",
    "SourceFile",
    "Speaker",
    "Statement",
    "StoredBriefing",
    "Subject",
    "alike",
    "article_slug",
    "briefing_paths",
    "build_index",
    "circle",
    "compose",
    "correct",
    "curate",
    "digest",
    "dump_front_matter",
    "entity_slug",
    "find_articles",
    "find_duplicate",
    "find_project",
    "find_story",
    "idle",
    "load_record",
    "lock",
    "moment",
    "open_memo",
    "read_file",
    "read_settings",
    "refuse_links",
    "related",
    "report",
    "scan_articles",
    "scan_briefings",
    "sightings",
    "signature_of",
    "slug_or_none",
    "stored_signatures",
    "suggested_entries",
    "sweep_unfinished",
    "write_if_changed",
]
