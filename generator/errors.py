"""The errors of the project: each message is one line for the person who can mend it.

BriefingError
├── SourceError         an article file, or another source of a finding, that cannot be used as it is
│   ├── ArticleFileError  several faults of one article
│   │   └── CorrectionError  of its corrections
│   └── SlugError       two articles of which only one can have its address
├── DuplicateError      an article that the archive has already
├── SettingsError       a setting that is unknown or out of range
├── RegistryError       an entry of entities.yml that cannot be used
├── AnalysisError       the language model is missing or unusable
│   └── PipelineError   the one named for another language than English is
├── SearchError         the search index of the site could not be made
├── StoreError          a file of the archive that cannot be written
├── TemplateError       a page template that cannot be used
└── FrontMatterError    front matter that is no YAML or breaks the schema, a briefing that is not as made
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

LONGEST_PROBLEM = 600
"""Characters that say what is wrong."""

# "file", "file:line" or "file: field"
_WHERE = re.compile(r"(?::(?P<line>\d+))?(?:: .*)?$", re.DOTALL)


def printable(text: str) -> str:
    """The text without control characters, which could steer a terminal; line breaks stay."""
    return "".join(map(_shown, text))


def _shown(char: str) -> str:
    if char.isprintable() or char == "\n":
        return char
    return " " if unicodedata.category(char) == "Zs" else "\N{REPLACEMENT CHARACTER}"


def _shortened(problem: str) -> str:
    """What is wrong, on one line that can be read: it may speak of what a stranger wrote."""
    line = " ".join(problem.split())
    return line if len(line) <= LONGEST_PROBLEM else line[: LONGEST_PROBLEM - 1] + "…"


class BriefingError(Exception):
    """`where` (a file, "file:line" or "file: field"), what is wrong, and what to do about it."""

    def __init__(self, where: str, problem: str, remedy: str) -> None:
        self.where, self.problem, self.remedy = where, _shortened(problem), remedy
        super().__init__(f"{where}: {self.problem}; {remedy}".replace("\n", "\N{REPLACEMENT CHARACTER}"))

    @property
    def file(self) -> str:
        """The file that is concerned."""
        return _WHERE.sub("", self.where)

    @property
    def line(self) -> int | None:
        """The line in that file, if it is known."""
        found = _WHERE.search(self.where)
        return int(found["line"]) if found and found["line"] else None

    def faults(self) -> tuple[BriefingError, ...]:
        """The single faults that this error reports: itself, unless it gathers several."""
        return (self,)

    def __reduce__(self) -> tuple[type[BriefingError], tuple[str, str, str]]:
        """Errors cross from worker processes."""
        return type(self), (self.where, self.problem, self.remedy)


class SourceError(BriefingError):
    """An article file that cannot be read."""


class ArticleFileError(SourceError):
    """Several faults of one article: told in one line, and each by itself with the field that it concerns.

    `told` is what the line says of each; by default, its problem.
    """

    def __init__(
        self, where: str, remedy: str, parts: Sequence[SourceError], told: Sequence[str] | None = None
    ) -> None:
        self.parts = tuple(parts)
        self.told = tuple(told or (part.problem for part in self.parts))
        super().__init__(where, "; ".join(dict.fromkeys(self.told)), remedy)

    def faults(self) -> tuple[BriefingError, ...]:
        """One error for each fault."""
        return self.parts

    def __reduce__(self) -> tuple[type[BriefingError], tuple[Any, ...]]:
        """Errors cross from worker processes."""
        return type(self), (self.where, self.remedy, self.parts, self.told)


class CorrectionError(ArticleFileError):
    """Corrections in the front matter of an article that do not apply to it (any more)."""


class SlugError(SourceError):
    """Two article files whose briefings would have one address."""


class DuplicateError(BriefingError):
    """An article that the archive has already."""


class SettingsError(BriefingError):
    """A setting that is unknown or out of range."""


class RegistryError(BriefingError):
    """An entry of the registry that cannot be used."""


class AnalysisError(BriefingError):
    """The language model is missing or unusable."""


class PipelineError(AnalysisError):
    """The pipeline named for another language than English is missing or unusable."""


class StoreError(BriefingError):
    """A file of the archive that cannot be read or written."""


class TemplateError(BriefingError):
    """A page template that cannot be used."""


class FrontMatterError(BriefingError):
    """A briefing file whose front matter breaks the schema."""


class SearchError(BriefingError):
    """The search index of the site could not be made."""
