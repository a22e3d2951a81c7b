"""Add suggested entries to the text of `entities.yml`: below the others, and nothing else changes."""

from __future__ import annotations

import textwrap
from typing import Any

import yaml

from generator.errors import RegistryError
from generator.sources import read_registry, read_tree

_KEY = "entities"


def with_entries(text: str, block: str, name: str) -> str:
    """The text of the registry `name` with a `block` of entries, as `suggested_entries` writes it.

    Comments and order stay. Raises RegistryError if the registry cannot be used, or its entries do not stand
    on lines of their own, or one of the new ones is there already.
    """
    read_registry(text, name)
    key, entries = _entries(text)
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    if key is None:
        added = [*lines, *(["\n"] if lines else []), f"{_KEY}:\n", block]
    elif isinstance(entries, yaml.SequenceNode) and entries.value and not entries.flow_style:
        last = _last_line(entries) + 1
        added = [*lines[:last], _indented(block, entries.start_mark.column), *lines[last:]]
    elif isinstance(entries, yaml.ScalarNode):
        last = key.end_mark.line + 1
        added = [*lines[:last], block, *lines[last:]]
    else:
        where = f"{name}:{key.start_mark.line + 1}"
        problem = "its entries do not begin on lines of their own"
        raise RegistryError(where, problem, "write each as “- name: …” on a line below “entities:”")
    new = "".join(added)
    read_registry(new, name)
    return new


def _entries(text: str) -> tuple[Any, yaml.Node | None]:
    """The key `entities` and its value, as they stand in the text; None if there is no such key."""
    top = read_tree(text)
    pairs = top.value if isinstance(top, yaml.MappingNode) else []
    return next(((key, value) for key, value in pairs if key.value == _KEY), (None, None))


def _last_line(node: yaml.Node) -> int:
    """The last line of a value, counted from 0; a block's own end mark is only where the next one begins."""
    if not isinstance(node, yaml.CollectionNode) or node.flow_style:
        return int(node.end_mark.line)
    parts = [part for pair in node.value for part in (pair if isinstance(pair, tuple) else (pair,))]
    return _last_line(parts[-1])


def _indented(block: str, column: int) -> str:
    """The block with its dashes in a column."""
    return textwrap.indent(textwrap.dedent(block), " " * column)
