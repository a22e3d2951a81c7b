"""Which records are known to come from the analysis, so that none is analysed again to prove it.

A record says itself what it was made from, by its fingerprint; but whoever edits a briefing by hand leaves
that as it is. So what the analysis made is noted here, in the memo, by what it was made from and with.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.archive import Memo, Record, SourceFile, digest
from generator.pipeline.brief import Briefer

_PROGRAM = Path(__file__).parent.parent


@dataclass(frozen=True)
class Provenance:
    """The records that a briefer is known to have made, kept in the memo."""

    briefer: Briefer
    memo: Memo

    def fingerprint(self, file: SourceFile) -> str:
        """The fingerprint of a file; worked out anew only if the file or any of its surroundings changed.

        Raises BriefingError if the file cannot be read.
        """
        key = digest("fingerprint", self.briefer.digest, file.path, file.data)
        known = self.memo.get(key)
        if known is None:
            known = self.briefer.fingerprint(file)
            self.memo.put(key, known)
        return known

    def note(self, record: Record) -> None:
        """Note that the analysis made this record."""
        self.memo.put(self._key(record), _digest_of(record))

    def is_proven(self, record: Record) -> bool:
        """Whether the analysis is known to have made this record."""
        return self.memo.get(self._key(record)) == _digest_of(record)

    def is_disproven(self, record: Record) -> bool:
        """Whether the analysis is known to have made a different record from the same inputs."""
        return self.memo.get(self._key(record)) not in (None, _digest_of(record))

    def _key(self, record: Record) -> str:
        return digest("made", program_digest(self.briefer.options.model), record.fingerprint)


def _digest_of(record: Record) -> str:
    return digest(record.model_dump_json(by_alias=True))


@cache
def program_digest(model: str) -> str:
    """A digest of the program's files and of the versions of spaCy and the language model."""
    files = sorted(file for file in _PROGRAM.rglob("*") if file.is_file() and file.suffix != ".pyc")
    return digest(_version("spacy"), _version(model), *(file.read_bytes() for file in files))


def _version(package: str) -> str:
    try:
        return version(package)
    except (PackageNotFoundError, ValueError):
        return package
