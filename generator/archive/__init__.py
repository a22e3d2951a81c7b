"""The archive: all briefings together, as files, as records, and what they say as a whole."""

from generator.archive.attention import most_attended
from generator.archive.duplicates import (
    Duplicate,
    Signature,
    Stories,
    alike,
    find_duplicate,
    signature_of,
    stored_signatures,
)
from generator.archive.files import is_unfinished, lock, refuse_links, sweep_unfinished, write_if_changed
from generator.archive.filing import filing_name
from generator.archive.index import UNDATED, Entry, Index, Speaker, Subject, build_index, moment
from generator.archive.joins import Key
from generator.archive.manifest import Made, Manifest, read_manifest, write_manifest
from generator.archive.memo import Memo, digest, open_memo
from generator.archive.moves import Moves, dump_moves, moved
from generator.archive.project import SHIPPED, Project, find_project
from generator.archive.records import (
    Insertion,
    Named,
    Passage,
    Record,
    Source,
    Statement,
    StatementKind,
    dump_front_matter,
    load_record,
)
from generator.archive.relations import Circle, Companion, Found, Relations, circle
from generator.archive.roles import is_whole
from generator.archive.settings import Settings, read_settings
from generator.archive.slug import TITLE_WORDS, article_slug, entity_slug, slug_or_none
from generator.archive.stamps import Stamp, await_tick, snapshot, stamp, stamps
from generator.archive.store import (
    SourceFile,
    StoredBriefing,
    briefing_paths,
    find_articles,
    read_file,
    remember,
    scan_articles,
    scan_briefings,
    stray_files,
)
from generator.archive.stories import story

__all__ = [
    "SHIPPED",
    "TITLE_WORDS",
    "UNDATED",
    "Circle",
    "Companion",
    "Duplicate",
    "Entry",
    "Found",
    "Index",
    "Insertion",
    "Key",
    "Made",
    "Manifest",
    "Memo",
    "Moves",
    "Named",
    "Passage",
    "Project",
    "Record",
    "Relations",
    "Settings",
    "Signature",
    "Source",
    "SourceFile",
    "Speaker",
    "Stamp",
    "Statement",
    "StatementKind",
    "StoredBriefing",
    "Stories",
    "Subject",
    "alike",
    "article_slug",
    "await_tick",
    "briefing_paths",
    "build_index",
    "circle",
    "digest",
    "dump_front_matter",
    "dump_moves",
    "entity_slug",
    "filing_name",
    "find_articles",
    "find_duplicate",
    "find_project",
    "is_unfinished",
    "is_whole",
    "load_record",
    "lock",
    "moment",
    "most_attended",
    "moved",
    "open_memo",
    "read_file",
    "read_manifest",
    "read_settings",
    "refuse_links",
    "remember",
    "scan_articles",
    "scan_briefings",
    "signature_of",
    "slug_or_none",
    "snapshot",
    "stamp",
    "stamps",
    "stored_signatures",
    "story",
    "stray_files",
    "sweep_unfinished",
    "write_if_changed",
    "write_manifest",
]
