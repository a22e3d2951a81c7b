"""Names whose letters are not what they look like: of two scripts, or with marks of direction in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.archive import Record
from generator.review.findings import Finding

_HIDDEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
"""The scripts whose letters are taken for one another (Unicode Technical Standard 39)."""


def deceptive_names(record: Record) -> Iterator[Finding]:
    """Yield a hint for each name and speaker that may be made to look like another."""
    names = [named.name for group in record.entities.values() for named in group]
    speakers = [said.speaker for said in record.statements if said.speaker]
    for name in dict.fromkeys([*names, *speakers]):
        fault = _fault(name)
        if fault:
            yield Finding(
                kind="name",
                file=record.source.article,
                problem=f"“{_HIDDEN.sub('', name)}” {fault}, and may be made to look like another name",
                remedy="look at the name in the article, and correct it there if copying broke it",
                hint=True,
            )


def _fault(name: str) -> str | None:
    """The problem of a name, or None."""
    if _HIDDEN.search(name):
        return "has letters that do not show"
    for word in re.findall(r"\w+", name):
        scripts = {script for char in word for script in _SCRIPTS if _is_of(char, script)}
        if len(scripts) > 1:
            return f"mixes {' and '.join(each.capitalize() for each in sorted(scripts))} letters in “{word}”"
    return None


def _is_of(char: str, script: str) -> bool:
    return char.isalpha() and unicodedata.name(char, "").startswith(script)
