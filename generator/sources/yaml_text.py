"""Writes plain data as YAML that reads back as the same data.

By PyYAML's own emitter: libyaml's is five times as fast, but indents lists and folds lines otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

_BREAKS = re.compile("[\x85\u2028\u2029]")
"""Line breaks to YAML 1.1, and to few others: within quotation marks they would become spaces."""


class _Dumper(yaml.SafeDumper):
    """Writes nested lists indented, which reads better in a diff."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, indentless=False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = '"' if _BREAKS.search(text) else None  # in which PyYAML escapes them
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def dump_yaml(fields: Mapping[str, object]) -> str:
    """A block of YAML, its fields in their order, lines folded at 100 characters."""
    block: str = yaml.dump(dict(fields), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    return block
