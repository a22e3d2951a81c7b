"""The use cases: brief one article, add articles to an archive, refresh a whole archive."""

from generator.pipeline.adding import Added, add
from generator.pipeline.brief import Briefer
from generator.pipeline.incoming import Folder, Incoming, incoming
from generator.pipeline.intake import named, only_article, preview, read_incoming
from generator.pipeline.provenance import Provenance, program_digest
from generator.pipeline.refresh import refresh_archive
from generator.pipeline.report import Report
from generator.pipeline.starter import start_archive

__all__ = [
    "Added",
    "Briefer",
    "Folder",
    "Incoming",
    "Provenance",
    "Report",
    "add",
    "incoming",
    "named",
    "only_article",
    "preview",
    "program_digest",
    "read_incoming",
    "refresh_archive",
    "start_archive",
]
