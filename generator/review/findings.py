"""The findings of a check, formatted for people, for GitHub and for programs."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby

from generator.errors import (
    BriefingError,
    CorrectionError,
    FrontMatterError,
    RegistryError,
    SettingsError,
    SlugError,
    TemplateError,
    printable,
)

KINDS = {
    "article": "an article cannot be read, or its front matter breaks the rules",
    "slug": "two articles would have briefings of one address",
    "date": "a date is not plausible",
    "duplicate": "the archive has this story already",
    "correction": "a correction does not apply",
    "budget": "a briefing quotes more of its article than it may",
    "missing": "an article has no briefing",
    "stale": "a briefing is not what the generator makes",
    "stray": "a file in `briefings/` that no article makes",
    "schema": "the front matter of a briefing breaks its schema",
    "name": "the letters of a name are not what they look like",
    "verbatim": "words of a briefing do not stand in its article at their place",
    "address": "an old address in `addresses.yml` leads nowhere",
    "link": "a link leads nowhere",
    "registry": "`entities.yml` cannot be used, or contradicts itself",
    "settings": "`briefing.yml` cannot be used",
    "template": "a page template cannot be used",
}
"""The kinds of findings, with what each means."""

_KIND_OF = {
    CorrectionError: "correction",
    SlugError: "slug",
    FrontMatterError: "article",
    RegistryError: "registry",
    SettingsError: "settings",
    TemplateError: "template",
}


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing to mend, or a hint: something to look at, with which an archive is in order all the same.

    `file` is relative to the archive's folder, `line` counts from 1, `field` is a path in its front matter,
    `command` what mends it (None where a person must edit first), `details` more lines that show it.
    """

    kind: str
    file: str
    problem: str
    remedy: str
    line: int | None = None
    field: str | None = None
    command: str | None = None
    hint: bool = False
    details: tuple[str, ...] = ()


def command(*words: str) -> str:
    """A shell command. Each argument is quoted, so that a file name is always one word."""
    return shlex.join(printable(word) for word in words)


BUILD = command("briefing", "build")


def of_error(error: BriefingError, *, kind: str | None = None, file: str | None = None) -> Iterator[Finding]:
    """Yield a finding for each fault that an error reports; `file` where the caller knows it."""
    kind = kind or _kind(error)
    for fault in error.faults():
        named = file if file and fault.where.startswith(file) else fault.file
        place = fault.where[len(named) :].removeprefix(":").strip()
        yield Finding(
            kind=kind,
            file=named,
            line=fault.line,
            field=place if place and not place.isdecimal() and place != "front matter" else None,
            problem=fault.problem,
            remedy=fault.remedy,
        )


def _kind(error: BriefingError) -> str:
    return next((kind for sort, kind in _KIND_OF.items() if isinstance(error, sort)), "article")


def for_people(findings: Sequence[Finding]) -> str:
    """Findings grouped by file: place, problem, remedy, and the command to run."""
    blocks = []
    for file, group in groupby(findings, key=lambda finding: finding.file):
        blocks.append("\n".join([file, *(line for finding in group for line in _told(finding))]) + "\n")
    return printable("\n".join(blocks))


def summed_up(faults: int, hints: int) -> str:
    """The number of findings and hints, in one line.

    >>> summed_up(0, 0), summed_up(2, 1)
    ('Nothing to mend.', '2 to mend, and 1 hint.')
    """
    told = f"{faults} to mend" if faults else "Nothing to mend"
    return told + (f", and {hints} hint{'s' if hints > 1 else ''}." if hints else ".")


def _told(finding: Finding) -> Iterator[str]:
    place = [f"line {finding.line}"] if finding.line else []
    place += [finding.field] if finding.field else []
    hint = "hint: " if finding.hint else ""
    yield f"  {', '.join(place)}{': ' if place else ''}{hint}{finding.problem}"
    yield from (f"    {line}" for line in finding.details)
    yield f"    → {finding.remedy}"
    if finding.command:
        yield f"    $ {finding.command}"


def for_github(findings: Sequence[Finding]) -> str:
    """Workflow commands, which GitHub shows as annotations beside the lines of a pull request.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    return "".join(map(_workflow_command, findings))


def _workflow_command(finding: Finding) -> str:
    level = "warning" if finding.hint else "error"
    place = f"file={_property(finding.file)},line={finding.line or 1},title={_property(finding.kind)}"
    return f"::{level} {place}::{_message(_annotation(finding))}\n"


def _annotation(finding: Finding) -> str:
    place = f"{finding.field}: " if finding.field else ""
    lines = [f"{place}{finding.problem}", *finding.details, f"→ {finding.remedy}"]
    lines += [f"$ {finding.command}"] if finding.command else []
    return printable("\n".join(lines))


def for_programs(findings: Sequence[Finding]) -> str:
    """One JSON list, described in docs/check.md."""
    return json.dumps([asdict(finding) for finding in findings], indent=2) + "\n"


FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {
    "people": for_people,
    "github": for_github,
    "json": for_programs,
}


def _message(text: str) -> str:
    """A workflow command's message: it ends at a line break, so these are encoded."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(printable(text)).replace(":", "%3A").replace(",", "%2C")
