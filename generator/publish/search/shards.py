"""Files by the first letters of what they hold, none much larger than a reader should wait for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

SHARD = 9_000
"""The size in characters from which a shard is divided by one more letter."""

LONGEST_PREFIX = 8
"""Shards are divided no further: a single word's own list may be longer."""


def sharded(values: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The values by the shards of their keys.

    A key lies in the shard with the longest prefix of it among the shards' names.
    """
    sizes = {name: len(name) + len(packed(value)) for name, value in values.items()}
    return dict(_divided(sorted(values), values, sizes, 1))


def _divided(
    names: Sequence[str], values: Mapping[str, Any], sizes: Mapping[str, int], length: int
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the shards of names that are alike up to `length` - 1 letters."""
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(name[:length], []).append(name)
    for prefix, group in groups.items():
        own = [name for name in group if name == prefix]
        rest = [name for name in group if name != prefix]
        if length < LONGEST_PREFIX and rest and sum(sizes[name] for name in group) > SHARD:
            if own:
                yield prefix, {name: values[name] for name in own}
            yield from _divided(rest, values, sizes, length + 1)
        else:
            yield prefix, {name: values[name] for name in group}


def file_name(prefix: str) -> str:
    """What the file of a shard is called: plain letters on every system, and no reserved word.

    >>> file_name("ob"), file_name("@zo"), file_name("об")
    ('w-ob', 'w-.40zo', 'w-.43e.431')
    """
    plain = (char if char.isascii() and char.isalnum() else f".{ord(char):x}" for char in prefix)
    return f"w-{''.join(plain)}"


def packed(value: Any) -> str:
    """A value as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
