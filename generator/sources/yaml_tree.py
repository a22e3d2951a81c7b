"""The one reader of YAML that people write: a tree of nodes that know their lines, and its plain values.

The nodes are PyYAML's. They are made of the parser's events in one pass, which bounds what a hostile file can
do: aliases, with which a small file grows without end, and deep nesting are refused at the event.

The parser is libyaml's where PyYAML has it, as in all its wheels, else PyYAML's own: a fifth of the speed.
Both give the same values and lines; only a value left empty may be a line apart, and what is no YAML at all
each tells in its own words, on the line where it noticed.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import yaml
from yaml.reader import Reader

from generator.errors import FrontMatterError

MAX_DEPTH = 20
"""Lists and mappings inside each other; front matter needs five."""

MAX_LETTERS = 20_000_000
"""Characters of a text; a registry of 50,000 entries has 3,000,000."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_IN_PLAIN_WORDS = {
    "mapping values are not allowed": "a colon and a space inside a value",
    "that cannot start any token": "a tab, or a value that begins with @, ` or %",
    "could not find expected ':'": "a line without “field: value”",
}
"""What contributors meet most, for whom YAML is not a word: what the parsers' own words have in them."""

_REMEDY = "mend this line, or put the value in quotation marks"
_TIMESTAMP = "tag:yaml.org,2002:timestamp"
_NULL = "tag:yaml.org,2002:null"
_KINDS: dict[type[Any], Any] = {
    yaml.ScalarEvent: yaml.ScalarNode,
    yaml.SequenceStartEvent: yaml.SequenceNode,
    yaml.MappingStartEvent: yaml.MappingNode,
}


class YamlError(Exception):
    """A text that cannot be read as YAML: the line, counted from 1, what is wrong, and what to do about it.

    `remedy` is None for a slip of writing: what to do depends on who wrote it.
    """

    def __init__(self, line: int, problem: str, remedy: str | None = None) -> None:
        self.line, self.problem, self.remedy = line, problem, remedy
        super().__init__(f"line {line}: {problem}")


def read_tree(text: str, *, max_depth: int = MAX_DEPTH) -> yaml.Node | None:
    """The tree of the only document of `text`, None if it is empty. A mapping may have a key twice.

    Raises YamlError if the text is not YAML or too long, has an alias or a second document, or nests deeper
    than `max_depth`.
    """
    if len(text) > MAX_LETTERS:
        raise YamlError(1, f"more than {MAX_LETTERS:,} characters", "divide it, or delete what is not needed")
    if barred := Reader.NON_PRINTABLE.search(text):
        line = text.count("\n", 0, barred.start()) + 1
        raise YamlError(line, "a character that YAML does not allow", "delete it")
    with _faults(), _uncollected():
        return _Composer(text, max_depth).document()


def line_of(node: yaml.Node) -> int:
    """The line, counted from 1, on which a node begins."""
    return int(node.start_mark.line) + 1


def is_null(node: yaml.Node) -> bool:
    """Whether nothing is given."""
    return node.tag == _NULL


def load_yaml(block: str, name: str, *, first_line: int = 1) -> dict[str, Any]:
    """The fields of a YAML block that begins on `first_line` of the file `name`.

    Raises FrontMatterError, naming the file and the line.
    """
    try:
        tree = read_tree(block)
        fields = {} if tree is None or is_null(tree) else _value(tree)
    except YamlError as error:
        where = f"{name}:{error.line + first_line - 1}"
        raise FrontMatterError(where, error.problem, error.remedy or _REMEDY) from error
    if not isinstance(fields, dict) or not all(isinstance(key, str) for key in fields):
        raise FrontMatterError(f"{name}:{first_line}", "it is not a list of “field: value” lines", _REMEDY)
    return fields


def yaml_line(block: str, path: Sequence[str], *, first_line: int = 1) -> int | None:
    """The line of the field at `path` in a block of YAML that begins on `first_line` of its file.

    A number in the path is a position in a list. If the path leads nowhere, its last good part counts. None
    if there is no such line.
    """
    try:
        node = read_tree(block)
    except YamlError:
        return None
    line = None
    for part in path:
        found = _step(node, part)
        if found is None:
            break
        line, node = found
    return None if line is None else line + first_line - 1


def _step(node: yaml.Node | None, part: str) -> tuple[int, yaml.Node] | None:
    """The line and the value of one field of a mapping, or of one item of a list."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value == part:
                return line_of(key), value
    if isinstance(node, yaml.SequenceNode) and part.isdecimal() and int(part) < len(node.value):
        item = node.value[int(part)]
        return line_of(item), item
    return None


class _Composer:
    """Makes nodes of the events of a text."""

    def __init__(self, text: str, max_depth: int) -> None:
        self._events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
        self._max_depth = max_depth
        resolver: Any = yaml.resolver.Resolver
        self._resolve = resolver().resolve

    def document(self) -> yaml.Node | None:
        """The node of the only document."""
        root = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                raise _fault("a second document begins (---)", event)
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event, self._max_depth)
        return root

    def _node(self, event: Any, depth: int) -> yaml.Node:
        if isinstance(event, yaml.AliasEvent):
            raise _fault("aliases (*name) are not allowed", event)
        kind: type[Any] = _KINDS[type(event)]
        tag = event.tag
        if tag is None or tag == "!":
            tag = self._resolve(kind, getattr(event, "value", None), event.implicit)
        if kind is yaml.ScalarNode:
            return yaml.ScalarNode(tag, event.value, event.start_mark, event.end_mark, style=event.style)
        if depth == 0:
            raise _fault("nested too deep", event)
        children, end = self._children(depth - 1)
        if kind is yaml.SequenceNode:
            return yaml.SequenceNode(tag, children, event.start_mark, end, flow_style=event.flow_style)
        pairs = list(zip(children[::2], children[1::2], strict=True))
        return yaml.MappingNode(tag, pairs, event.start_mark, end, flow_style=event.flow_style)

    def _children(self, depth: int) -> tuple[list[yaml.Node], Any]:
        """The nodes of a collection, and where it ends."""
        children = []
        event = next(self._events)
        while not isinstance(event, yaml.CollectionEndEvent):
            children.append(self._node(event, depth))
            event = next(self._events)
        return children, event.end_mark


def _fault(problem: str, event: Any) -> YamlError:
    return YamlError(event.start_mark.line + 1, f"not valid YAML ({problem})")


@contextmanager
def _faults() -> Iterator[None]:
    """Tell what PyYAML finds wrong as YamlError."""
    try:
        yield
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = str(error.problem or error.context)
        problem = next((plain for words, plain in _IN_PLAIN_WORDS.items() if words in said), said)
        raise YamlError(mark.line + 1 if mark else 1, f"not valid YAML ({problem})") from error


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold the collector of cycles: it would walk the growing tree, which has none, over and over."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Constructor(yaml.constructor.SafeConstructor):
    """Makes values of nodes, and tells the line of what is none."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """The value of a node. Some texts are no value of their type, such as 30 February."""
        try:
            return super().construct_object(node, deep)
        except (ValueError, LookupError, AttributeError, ArithmeticError) as error:
            raise _no_value(node) from error

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """The value of a mapping, each of whose keys is there once."""
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value in seen:
                raise YamlError(line_of(key), f"not valid YAML ({key.value} is given twice)")
            seen.add(str(key.value))
        return super().construct_mapping(node, deep)


def _value(node: yaml.Node) -> Any:
    """The plain value of a tree. Raises YamlError where a node has none, or a mapping has a key twice."""
    with _faults():
        return _Constructor().construct_document(node)


def _no_value(node: yaml.Node) -> YamlError:
    if node.tag == _TIMESTAMP:
        problem = f"there is no such day or time as {node.value}"
        return YamlError(line_of(node), problem, "write a date as 2024-01-31, or leave the field out")
    kind = node.tag.rpartition(":")[2]
    return YamlError(line_of(node), f"not valid YAML (“{str(node.value)[:40]}” is no {kind})")
