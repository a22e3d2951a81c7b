"""What a check found, written for people, for GitHub and for programs: pure functions over errors."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import groupby

from generator.errors import BriefingError, printable


def for_people(findings: Sequence[BriefingError]) -> str:
    """Grouped by file: where in it, what is wrong, and below what to do."""
    blocks = []
    for file, group in groupby(findings, key=lambda finding: finding.file):
        lines = [file]
        for finding in group:
            place = finding.where.removeprefix(file).strip(": ")
            lines += [f"  {place + ': ' if place else ''}{finding.problem}", f"    → {finding.remedy}"]
        blocks.append("\n".join(lines) + "\n")
    return printable("\n".join(blocks))


def for_github(findings: Sequence[BriefingError]) -> str:
    """Workflow commands, which GitHub shows as annotations beside the lines of a pull request.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    return "".join(
        f"::error file={_property(finding.file)},line={finding.line or 1}::"
        f"{_message(f'{finding.problem}; {finding.remedy}')}\n"
        for finding in findings
    )


def for_programs(findings: Sequence[BriefingError]) -> str:
    """One JSON list of objects with file, line (or null), where, problem and remedy."""
    keys = ("file", "line", "where", "problem", "remedy")
    return json.dumps([{key: getattr(finding, key) for key in keys} for finding in findings], indent=2) + "\n"


FORMATS: dict[str, Callable[[Sequence[BriefingError]], str]] = {
    "people": for_people,
    "github": for_github,
    "json": for_programs,
}


def _message(text: str) -> str:
    """A workflow command's message: it ends at a line break, so these are encoded."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
