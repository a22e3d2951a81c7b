"""Reads and checks `entities.yml`: every fault with its line, all faults at once.

The file holds two parts, both optional::

    entities:
      - name: Dmitry Rogozin            # required: the canonical name
        type: person                    # required: person, organisation, place, event, work, product, group
        aliases: [Rogozin]              # other names; each stands for this entity in any article
        wikidata: Q123456               # optional Wikidata item
        description: a few words        # optional
        url: https://example.org/       # optional page about it
        not: [Boris Rogozin]            # optional names that are never merged with this one
        ignore: true                    # optional: never shown as an entity
    outlets:
      express.co.uk: Express            # domain: name of the outlet

A name or alias belongs to one entry only; names are compared in their normal form (see `names`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import get_args

import yaml

from generator.errors import RegistryError, printable
from generator.sources.curated import EntityType, Registry, RegistryEntry
from generator.sources.names import LONGEST_NAME, normal_form
from generator.sources.yaml_tree import YamlError, is_null, line_of, read_tree

__all__ = ["Registry", "RegistryEntry", "RegistryFileError", "read_registry"]

TYPES: tuple[EntityType, ...] = get_args(EntityType)
_FIELDS = ("name", "type", "aliases", "wikidata", "description", "url", "not", "ignore")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*", re.ASCII)
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,62})\.)+[a-z0-9-]{2,63}", re.ASCII)
_URL = re.compile(r"https?://[^\s<>\"]+")
_MOST_FAULTS = 100
"""Faults that are told at once; a file with more is no registry."""

_MAX_DEPTH = 4
"""File, list of entries, entry, list of aliases."""


def read_registry(text: str, name: str = "entities.yml") -> Registry:
    """Read the registry from the text of its file; an empty file is an empty registry.

    Raises RegistryFileError: all faults of the file, each with its line in `where`.
    """
    reader = _Reader(name)
    registry = reader.registry(reader.tree(text))
    if reader.errors:
        raise RegistryFileError(tuple(reader.errors))
    return registry


class RegistryFileError(RegistryError):
    """The faults of a registry; `errors` are in the order of their lines, one line each in the message."""

    def __init__(self, errors: tuple[RegistryError, ...]) -> None:
        in_order = sorted(errors, key=lambda error: int(error.where.rpartition(":")[2]))
        self.errors = tuple(in_order[:_MOST_FAULTS])
        first = self.errors[0]
        super().__init__(first.where, first.problem, first.remedy)

    def faults(self) -> tuple[RegistryError, ...]:
        """One error for each fault."""
        return self.errors

    def __str__(self) -> str:
        """One line for each fault."""
        return "\n".join(f"{error.where}: {error.problem}; {error.remedy}" for error in self.errors)

    def __reduce__(self) -> tuple[type[RegistryFileError], tuple[tuple[RegistryError, ...]]]:  # type: ignore[override]  # made of its errors, not of three texts
        """Errors cross from worker processes."""
        return type(self), (self.errors,)


@dataclass(slots=True)
class _Reader:
    """Walks the tree, and collects faults instead of stopping at the first."""

    file: str
    errors: list[RegistryError] = field(default_factory=list)
    _owners: dict[str, tuple[str, int]] = field(default_factory=dict)

    def fault(self, line: int, problem: str, remedy: str) -> None:
        """Note what is wrong on a line."""
        self.errors.append(RegistryError(f"{self.file}:{line}", problem, remedy))

    def tree(self, text: str) -> yaml.Node | None:
        """The tree of the file; None if it is no YAML, which is noted."""
        try:
            return read_tree(text, max_depth=_MAX_DEPTH)
        except YamlError as error:
            self.fault(error.line, error.problem, error.remedy or "mend the indentation or quoting there")
        return None

    def registry(self, node: yaml.Node | None) -> Registry:
        """The registry that the whole tree stands for."""
        if _is_missing(node):
            return Registry()
        parts = dict(self.fields(node, "the file", ("entities", "outlets")))
        entries = [self.entry(item) for item in self.items(parts.get("entities"), "entities")]
        outlets = dict(self.outlets(parts.get("outlets")))
        return Registry(tuple(entry for entry in entries if entry), outlets)

    def fields(
        self, node: yaml.Node | None, what: str, known: tuple[str, ...]
    ) -> Iterator[tuple[str, yaml.Node]]:
        """Yield the known fields of a mapping; report unknown ones and ones given twice."""
        if not isinstance(node, yaml.MappingNode):
            self.fault(
                line_of(node) if node else 1, f"{what} is not a mapping", f"write fields: {', '.join(known)}"
            )
            return
        seen = set()
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if name not in known:
                self.fault(
                    line_of(key), f'unknown field "{_shorten(name)}"', f"use one of {', '.join(known)}"
                )
            elif name in seen:
                self.fault(line_of(key), f'"{name}" is given twice', "delete one of the two")
            else:
                seen.add(name)
                yield name, value

    def items(self, node: yaml.Node | None, what: str) -> list[yaml.Node]:
        """The items of a list; none, and a fault, if `node` is something else."""
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        if node is not None and not _is_missing(node):
            self.fault(
                line_of(node), f'"{what}" is not a list', "begin each item with a dash, or write [a, b]"
            )
        return []

    def entry(self, node: yaml.Node) -> RegistryEntry | None:
        """One entry of the list; None if it is no mapping."""
        if not isinstance(node, yaml.MappingNode):
            self.fault(line_of(node), "an entry is not a mapping", "write fields: name, type, …")
            return None
        values = dict(self.fields(node, "an entry", _FIELDS))
        name = self.name(values.get("name"), line_of(node))
        kind = self.type(values.get("type"), line_of(node))
        aliases = [text for text, _ in self.names(values.get("aliases"), "aliases", owner=name)]
        return RegistryEntry(
            name=name,
            type=kind,
            aliases=tuple(aliases),
            wikidata=self.matching(values.get("wikidata"), _WIKIDATA, "a Wikidata item", "Q2366"),
            description=self.string(values.get("description"), "description"),
            url=self.matching(values.get("url"), _URL, "a web address", "https://example.org/"),
            ignore=self.boolean(values.get("ignore")),
            not_=tuple(text for text, _ in self.names(values.get("not"), "not")),
            line=line_of(node),
        )

    def name(self, node: yaml.Node | None, entry_line: int) -> str:
        """The canonical name of an entry, claimed for it; empty if there is none."""
        name, line = self.string(node, "name"), line_of(node) if node else entry_line
        if not name:
            self.fault(line, "an entry without a name", 'add "name: …"')
        elif self.is_name(name, line):
            self.claim(name, line, owner=name)
        return name or ""

    def is_name(self, name: str, line: int) -> bool:
        """Whether a text can be looked for in articles; a fault if not."""
        good = len(name) <= LONGEST_NAME and bool(normal_form(name))
        if not good:
            problem = f'"{_shorten(name)}" cannot be a name'
            self.fault(line, problem, f"use letters, at most {LONGEST_NAME} characters")
        return good

    def type(self, node: yaml.Node | None, entry_line: int) -> EntityType:
        """The type of an entry; any, and a fault, where it is unknown."""
        value = self.string(node, "type")
        for known in TYPES:
            if value == known:
                return known
        problem = f'unknown type "{_shorten(value)}"' if value else "an entry without a type"
        self.fault(line_of(node) if node else entry_line, problem, f"use one of {', '.join(TYPES)}")
        return "person"

    def names(
        self, node: yaml.Node | None, what: str, *, owner: str | None = None
    ) -> Iterator[tuple[str, int]]:
        """Yield the names in a list; those of an `owner` are claimed for it."""
        for item in self.items(node, what):
            name = self.string(item, f"an item of {what}")
            if name is None and _is_missing(item):
                self.fault(line_of(item), f'an empty item under "{what}"', "delete it")
            elif name is not None and self.is_name(name, line_of(item)):
                if owner is not None:
                    self.claim(name, line_of(item), owner=owner)
                yield name, line_of(item)

    def claim(self, name: str, line: int, *, owner: str) -> None:
        """Note whose name this is; report it when it is taken."""
        taken = self._owners.get(normal_form(name))
        if taken is None:
            self._owners[normal_form(name)] = (owner, line)
        else:
            problem = f'"{_shorten(name)}" is already a name of "{_shorten(taken[0])}" (line {taken[1]})'
            self.fault(line, problem, "delete one of the two")

    def string(self, node: yaml.Node | None, what: str) -> str | None:
        """A value on one line; None if it is missing, or no single value (a fault)."""
        if node is None or _is_missing(node):
            return None
        if not isinstance(node, yaml.ScalarNode):
            self.fault(line_of(node), f'"{what}" is not a text', "write one value on the line")
            return None
        return " ".join(node.value.split())

    def boolean(self, node: yaml.Node | None) -> bool:
        """The value of `ignore`: false unless it says true."""
        if node is None:
            return False
        if isinstance(node, yaml.ScalarNode) and not node.style and node.value in {"true", "false"}:
            return bool(node.value == "true")
        self.fault(line_of(node), '"ignore" is neither true nor false', "write true or false")
        return False

    def matching(self, node: yaml.Node | None, form: re.Pattern[str], what: str, sample: str) -> str | None:
        """A value that has to have a form; a fault that shows the `sample` if it has not."""
        value = self.string(node, what)
        if node is not None and value and not form.fullmatch(value):
            self.fault(line_of(node), f'"{_shorten(value)}" is not {what}', f"write it like {sample}")
        return value

    def outlets(self, node: yaml.Node | None) -> Iterator[tuple[str, str]]:
        """Yield domain and outlet; report what is no domain, has no name, or is there twice."""
        if not isinstance(node, yaml.MappingNode):
            if node is not None and not _is_missing(node):
                self.fault(
                    line_of(node), '"outlets" is not a mapping', 'write lines like "example.org: Example"'
                )
            return
        seen: set[str] = set()
        for key, value in node.value:
            domain = key.value.strip().casefold() if isinstance(key, yaml.ScalarNode) else ""
            outlet = self.string(value, "outlet")
            if not _DOMAIN.fullmatch(domain):
                self.fault(line_of(key), f'"{_shorten(domain)}" is not a domain', "write it like example.org")
            elif domain in seen:
                self.fault(line_of(key), f'"{domain}" is given twice', "delete one of the two")
            elif not outlet:
                self.fault(line_of(key), f'"{domain}" has no outlet', 'write it like "example.org: Example"')
            else:
                seen.add(domain)
                yield domain, outlet


def _is_missing(node: yaml.Node | None) -> bool:
    return node is None or is_null(node)


def _shorten(value: str) -> str:
    """A value as it can stand in a one-line message."""
    text = printable(value).replace("\n", " ")
    return text if len(text) <= 40 else text[:39] + "…"
