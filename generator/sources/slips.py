"""Slips of pasting that make a file something else than it was meant to be: told, never guessed at."""

from __future__ import annotations

import re

from generator.errors import BriefingError, SourceError

_OURS = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)
_THEIRS = re.compile(r"^>{7}(?: .*)?$", re.MULTILINE)

# Front matter that does not begin with the file's first letter. The names are those of its fields, so that a
# story that begins with a rule is none.
_FIELD = "(?:title|published|outlet|url|author|language|corrections)"
_LATE = re.compile(
    rf"(?P<before>(?:[ \t]*\r?\n|[ \t]*(?:```|~~~)\w{{0,20}}[ \t]*\r?\n){{0,20}})"
    rf"(?P<indent>[ \t]*)---[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n){{0,20}}[ \t]*{_FIELD}[ \t]*:"
)


def refuse_conflict(text: str, name: str, kind: type[BriefingError] = SourceError) -> None:
    """Raise an error of a kind if git's marks of a conflict are left in the text of the file `name`."""
    ours = _OURS.search(text)
    if ours and _THEIRS.search(text, ours.end()):
        raise kind(
            f"{name}:{_line(text, ours.start())}",
            "git’s marks of a conflict are left in it",
            "keep the lines that are right, and delete the lines of <<<<<<<, ======= and >>>>>>>",
        )


def refuse_late_front_matter(text: str, name: str) -> None:
    """Raise SourceError if the front matter of an article stands below something, or is indented."""
    found = _LATE.match(text)
    if not found or not (found["before"] or found["indent"]):
        return
    if found["before"].strip():
        problem, remedy = "its front matter stands in a code fence", "delete the lines of ``` around it"
    elif found["before"]:
        problem, remedy = "its front matter stands below a blank line", "delete the lines above ---"
    else:
        problem, remedy = "its front matter is indented", "let each of its lines begin at the left"
    raise SourceError(f"{name}:{_line(text, found.end('before'))}", problem, remedy)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
