"""On which line of a file a field of its YAML stands."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_LETTERS = 1_000_000
"""Of a longer file, fields are not looked for."""


def field_line(text: str, path: Sequence[str]) -> int | None:
    """The line, counted from 1, of the field at `path` in the front matter of `text`; None if there is none.

    A number in the path is a position in a list. If the path leads nowhere, its last good part counts.

    >>> field_line("---\\ntitle: A\\nlist:\\n  - b\\n  - c\\n---\\n", ["list", "1"])
    5
    """
    head, _, rest = text[:MAX_LETTERS].partition("\n")
    return yaml_line(rest.split("\n---", 1)[0], path, first_line=2) if head.rstrip() == "---" else None


def yaml_line(block: str, path: Sequence[str], *, first_line: int = 1) -> int | None:
    """The same in a block of YAML that begins on `first_line` of its file."""
    try:
        node = yaml.compose(block[:MAX_LETTERS], Loader=_Loader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    line = None
    for part in path:
        found = _step(node, part)
        if found is None:
            break
        line, node = found
    return None if line is None else line + first_line


def _step(node: yaml.Node | None, part: str) -> tuple[int, yaml.Node] | None:
    """The line, counted from 0, and the value of one field of a mapping, or of one item of a list."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value == part:
                return key.start_mark.line, value
    if isinstance(node, yaml.SequenceNode) and part.isdecimal() and int(part) < len(node.value):
        item = node.value[int(part)]
        return item.start_mark.line, item
    return None
