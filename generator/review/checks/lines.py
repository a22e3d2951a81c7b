"""On which line of a file a field of its front matter stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import yaml

from generator.review.findings import Finding

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_LETTERS = 1_000_000
"""Of a longer file, the front matter is not looked for."""


def located(finding: Finding, text: str) -> Finding:
    """The finding with the line of its field in the file's `text`, or of the nearest field around it."""
    if finding.line or not finding.field:
        return finding
    return replace(finding, line=field_line(text, finding.field.split(".")))


def field_line(text: str, path: Sequence[str]) -> int | None:
    """The line, counted from 1, of the field at `path` in the front matter of `text`; None if there is none.

    A number in the path is a position in a list. If the path leads nowhere, its last good part counts.

    >>> field_line("---\\ntitle: A\\nlist:\\n  - b\\n  - c\\n---\\n", ["list", "1"])
    5
    """
    head, _, rest = text[:MAX_LETTERS].partition("\n")
    if head.rstrip() != "---":
        return None
    block = rest.split("\n---", 1)[0]
    try:
        node = yaml.compose(block, Loader=_Loader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    line = None
    for part in path:
        found = _step(node, part)
        if found is None:
            break
        line, node = found
    return line


def _step(node: yaml.Node | None, part: str) -> tuple[int, yaml.Node] | None:
    """The line and the value of one field of a mapping, or of one item of a list."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value == part:
                return key.start_mark.line + 2, value
    if isinstance(node, yaml.SequenceNode) and part.isdecimal() and int(part) < len(node.value):
        item = node.value[int(part)]
        return item.start_mark.line + 2, item
    return None
