"""The errors of the project: each message is one line for the person who can mend it.

BriefingError
├── SourceError         an article file that cannot be read
├── RegistryError       an entry of entities.yml that cannot be used
├── AnalysisError       the language model is missing or unusable
└── FrontMatterError    a briefing file whose front matter breaks the schema
"""

from __future__ import annotations


def printable(text: str) -> str:
    """The text without control characters, which could steer a terminal; line breaks stay."""
    return "".join(
        char if char.isprintable() or char == "\n" else "\N{REPLACEMENT CHARACTER}" for char in text
    )


class BriefingError(Exception):
    """`where` (a file, "file:line" or "file: field"), what is wrong, and what to do about it."""

    def __init__(self, where: str, problem: str, remedy: str) -> None:
        self.where, self.problem, self.remedy = where, problem, remedy
        super().__init__(f"{where}: {problem}; {remedy}")

    def __reduce__(self) -> tuple[type[BriefingError], tuple[str, str, str]]:
        """Errors cross from worker processes."""
        return type(self), (self.where, self.problem, self.remedy)


class SourceError(BriefingError):
    """An article file that cannot be read."""


class SettingsError(BriefingError):
    """A setting that is unknown or out of range."""


class RegistryError(BriefingError):
    """An entry of the registry that cannot be used."""


class AnalysisError(BriefingError):
    """The language model is missing or unusable."""


class FrontMatterError(BriefingError):
    """A briefing file whose front matter breaks the schema."""
