"""YAML front matter: the block between two `---` lines at the head of a text file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from generator.errors import FrontMatterError
from generator.sources.yaml_tree import load_yaml, yaml_line

MAX_BLOCK = 500_000
"""Characters of a front matter; that of a briefing of a very long article has 100,000."""

_OPENING = re.compile(r"---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)


def split_front_matter(text: str, name: str) -> tuple[dict[str, Any], str]:
    """Divide a file's text into the fields of its front matter (empty without one) and its body.

    Raises FrontMatterError, naming the file and the line, if the block is not closed or is not a YAML
    mapping with text keys.
    """
    opening = _OPENING.match(text)
    if not opening:
        return {}, text
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        raise FrontMatterError(
            f"{name}:1", "the front matter is not closed", "add a line --- below its last field"
        )
    if closing.start() > MAX_BLOCK:
        problem = f"the front matter has more than {MAX_BLOCK:,} characters"
        raise FrontMatterError(f"{name}:1", problem, "keep what is known of the source, and the corrections")
    fields = load_yaml(text[opening.end() : closing.start()], name, first_line=2)
    return fields, text[closing.end() :]


def field_line(text: str, path: Sequence[str]) -> int | None:
    """The line, counted from 1, of the field at `path` in the front matter of `text`; None if there is none.

    A number in the path is a position in a list. If the path leads nowhere, its last good part counts.

    >>> field_line("---\\ntitle: A\\nlist:\\n  - b\\n  - c\\n---\\n", ["list", "1"])
    5
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), MAX_BLOCK) if opening else None
    if not opening or not closing:
        return None
    return yaml_line(text[opening.end() : closing.start()], path, first_line=2)
