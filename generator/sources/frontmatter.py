"""YAML front matter: the block between two `---` lines at the head of a text file."""

from __future__ import annotations

import re
from typing import Any

import yaml

from generator.errors import FrontMatterError

MAX_DEPTH = 20
"""Lists and mappings inside each other; front matter needs five."""

MAX_BLOCK = 500_000
"""Characters of a front matter; that of a briefing of a very long article has 100,000."""

_OPENING = re.compile(r"---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_IN_PLAIN_WORDS = {
    "mapping values are not allowed in this context": "a colon and a space inside a value",
    "found character that cannot start any token": "a tab, or a value that begins with @, ` or %",
    "could not find expected ':'": "a line without “field: value”",
}
"""What contributors meet most, for whom YAML is not a word."""

_REMEDY = "mend this line, or put the value in quotation marks"


_Base: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where it is there: five times as fast, and the same result."""


class _Loader(_Base):  # type: ignore[misc]  # which of the two is known only when it runs
    """Tells the line of a date that is none."""


class _NoDate(yaml.MarkedYAMLError):
    """A value that looks like a date, and is on no calendar."""


def _timestamp(loader: Any, node: yaml.ScalarNode) -> object:
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError as error:
        problem = f"there is no such day or time as {node.value}"
        raise _NoDate(problem=problem, problem_mark=node.start_mark) from error


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _timestamp)


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


def load_yaml(block: str, name: str, *, first_line: int = 1) -> dict[str, Any]:
    """The fields of a YAML block that begins on `first_line` of the file `name`.

    Raises FrontMatterError, naming the file and the line.
    """
    try:
        _refuse_aliases_and_depth(block)
        fields = _construct(block)
    except _NoDate as error:
        line = error.problem_mark.line + first_line if error.problem_mark else first_line
        remedy = "write a date as 2024-01-31, or leave the field out"
        raise FrontMatterError(f"{name}:{line}", str(error.problem), remedy) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + first_line if error.problem_mark else first_line
        problem = _IN_PLAIN_WORDS.get(str(error.problem), error.problem)
        raise FrontMatterError(f"{name}:{line}", f"not valid YAML ({problem})", _REMEDY) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        problem = f"not valid YAML ({str(error).splitlines()[0][:100]})"
        raise FrontMatterError(f"{name}:{first_line}", problem, _REMEDY) from error
    if fields is None:
        return {}
    if not isinstance(fields, dict) or not all(isinstance(key, str) for key in fields):
        raise FrontMatterError(f"{name}:{first_line}", "it is not a list of “field: value” lines", _REMEDY)
    return fields


def _construct(block: str) -> Any:
    """The value of a YAML document, None if there is none."""
    loader = _Loader(block)
    try:
        node = loader.get_single_node()
        _refuse_repeats(node)
        return None if node is None else loader.construct_document(node)
    finally:
        loader.dispose()


def _refuse_aliases_and_depth(block: str) -> None:
    """Raise MarkedYAMLError at an alias, with which a small file grows without bound, and at deep nesting."""
    depth = 0
    for event in yaml.parse(block, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            raise yaml.MarkedYAMLError(problem="aliases (*name) are not allowed", problem_mark=_mark(event))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise yaml.MarkedYAMLError(problem="nested too deep", problem_mark=_mark(event))


def _mark(event: yaml.Event) -> Any:
    """Where an event stands; the two parsers have a type of mark each."""
    return event.start_mark


def _refuse_repeats(node: yaml.Node | None) -> None:
    """Raise MarkedYAMLError at a field that its mapping has already."""
    if isinstance(node, yaml.MappingNode):
        keys: set[str] = set()
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value in keys:
                raise yaml.MarkedYAMLError(problem=f"{key.value} is given twice", problem_mark=key.start_mark)
            keys.add(str(key.value))
            _refuse_repeats(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_repeats(item)
