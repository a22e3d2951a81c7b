"""The use cases: brief one article, add articles to an archive, refresh a whole archive."""

from generator.pipeline.brief import Briefer
from generator.pipeline.intake import Added, Incoming, add, incoming, named, read_incoming
from generator.pipeline.provenance import Provenance, program_digest
from generator.pipeline.refresh import refresh_archive
from generator.pipeline.report import Report
from generator.pipeline.starter import start_archive

__all__ = [
    "Added",
    "Briefer",
    "Incoming",
    "Provenance",
    "Report",
    "add",
    "incoming",
    "named",
    "program_digest",
    "read_incoming",
    "refresh_archive",
    "start_archive",
]
