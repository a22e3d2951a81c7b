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
from typing import Any, get_args

import yaml

from generator.errors import RegistryError
from generator.sources.curated import EntityType, Registry, RegistryEntry
from generator.sources.names import LONGEST_NAME, normal_form

__all__ = ["Registry", "RegistryEntry", "RegistryFileError", "read_registry"]

TYPES: tuple[str, ...] = get_args(EntityType)
_FIELDS = ("name", "type", "aliases", "wikidata", "description", "url", "not", "ignore")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*", re.ASCII)
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,62})\.)+[a-z0-9-]{2,63}", re.ASCII)
_URL = re.compile(r"https?://[^\s<>\"]+")

# libyaml's composer reads 50,000 entries in seconds; the pure-Python one takes minutes.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_registry(text: str, name: str = "entities.yml") -> Registry:
    """Read the registry from the text of its file; an empty file is an empty registry.

    Raises RegistryFileError, one for each fault, with the line in `where`.
    """
    reader = _Reader(name)
    registry = reader.registry(reader.compose(text))
    if reader.errors:
        raise RegistryFileError(tuple(reader.errors))
    return registry


class RegistryFileError(RegistryError):
    """All faults of a registry; `errors` are in the order of their lines."""

    def __init__(self, errors: tuple[RegistryError, ...]) -> None:
        self.errors = tuple(sorted(errors, key=lambda error: int(error.where.rpartition(":")[2])))
        first = self.errors[0]
        super().__init__(first.where, first.problem, first.remedy)

    def __str__(self) -> str:
        """One line for each fault."""
        return "\n".join(f"{error.where}: {error.problem}; {error.remedy}" for error in self.errors)


@dataclass(slots=True)
class _Reader:
    """Walks the composed nodes, and collects faults instead of stopping at the first."""

    file: str
    errors: list[RegistryError] = field(default_factory=list)
    _owners: dict[str, tuple[str, int]] = field(default_factory=dict)
    _claims: set[tuple[str, int]] = field(default_factory=set)

    def fault(self, line: int, problem: str, remedy: str) -> None:
        self.errors.append(RegistryError(f"{self.file}:{line}", problem, remedy))

    def compose(self, text: str) -> yaml.Node | None:
        try:
            node: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            problem = f"not valid YAML: {error.problem or error.context}"
            self.fault(mark.line + 1 if mark else 1, problem, "mend the indentation or quoting there")
            return None
        except (yaml.YAMLError, ValueError) as error:  # a control character, or a lone surrogate
            line = text.count("\n", 0, getattr(error, "position", 0)) + 1
            self.fault(line, "a character that YAML does not allow", "delete it")
            return None
        return node

    def registry(self, node: yaml.Node | None) -> Registry:
        if node is None or _is_null(node):
            return Registry()
        parts = dict(self.fields(node, "the file", ("entities", "outlets")))
        entries = [self.entry(item) for item in self.items(parts.get("entities"), "entities")]
        outlets = dict(self.outlets(parts.get("outlets")))
        return Registry(tuple(entry for entry in entries if entry), outlets)

    def fields(self, node: yaml.Node, what: str, known: tuple[str, ...]) -> Iterator[tuple[str, yaml.Node]]:
        """Yield the known fields of a mapping; report unknown ones and ones given twice."""
        if not isinstance(node, yaml.MappingNode):
            self.fault(_line(node), f"{what} is not a mapping", f"write fields ({', '.join(known)})")
            return
        seen = set()
        for key, value in node.value:
            if key.value not in known:
                shown = _shorten(key.value)
                self.fault(_line(key), f'unknown field "{shown}"', f"use one of {', '.join(known)}")
            elif key.value in seen:
                self.fault(_line(key), f'"{key.value}" is given twice', "delete one of the two")
            else:
                seen.add(key.value)
                yield key.value, value

    def items(self, node: yaml.Node | None, what: str) -> list[yaml.Node]:
        if node is None or _is_null(node):
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.fault(_line(node), f'"{what}" is not a list', "begin each item with a dash, or write [a, b]")
            return []
        return list(node.value)

    def entry(self, node: yaml.Node) -> RegistryEntry | None:
        before = len(self.errors)
        values = dict(self.fields(node, "an entry", _FIELDS))
        if len(self.errors) > before and not values:
            return None
        name = self.name(values.get("name"), node)
        kind = self.type(values.get("type"), node)
        aliases = self.names(values.get("aliases"), "aliases")
        for alias, line in [(name, _line(values.get("name", node))), *aliases]:
            self.claim(alias, line, name)
        return RegistryEntry(
            name=name,
            type=kind,
            aliases=tuple(alias for alias, _ in aliases),
            wikidata=self.matching(values.get("wikidata"), _WIKIDATA, "a Wikidata item", "Q2366"),
            description=self.string(values.get("description"), "description"),
            url=self.matching(values.get("url"), _URL, "a web address", "https://example.org/"),
            ignore=self.boolean(values.get("ignore")),
            not_=tuple(other for other, _ in self.names(values.get("not"), "not")),
        )

    def name(self, node: yaml.Node | None, entry: yaml.Node) -> str:
        name = self.string(node, "name")
        if not name:
            self.fault(_line(node or entry), "an entry without a name", 'add "name: …"')
        elif len(name) > LONGEST_NAME or not normal_form(name):
            problem = f'"{_shorten(name)}" cannot be a name'
            self.fault(_line(node or entry), problem, f"use letters, at most {LONGEST_NAME} characters")
        return name or ""

    def type(self, node: yaml.Node | None, entry: yaml.Node) -> EntityType:
        value = self.string(node, "type")
        for known in get_args(EntityType):
            if value == known:
                return known  # type: ignore[no-any-return]  # get_args is not typed
        problem = f'unknown type "{_shorten(value)}"' if value else "an entry without a type"
        self.fault(_line(node or entry), problem, f"use one of {', '.join(TYPES)}")
        return "person"

    def names(self, node: yaml.Node | None, what: str) -> list[tuple[str, int]]:
        found = []
        for item in self.items(node, what):
            name = self.string(item, what)
            if name and len(name) <= LONGEST_NAME and normal_form(name):
                found.append((name, _line(item)))
            elif name or not isinstance(item, yaml.ScalarNode) or _is_null(item) or not item.value:
                problem = f'"{_shorten(name or "")}" under "{what}" cannot be a name'
                self.fault(_line(item), problem, f"use letters, at most {LONGEST_NAME} characters")
        return found

    def claim(self, name: str, line: int, owner: str) -> None:
        """Note whose name this is; report it when it is taken."""
        form = normal_form(name)
        if not form:
            return
        taken = self._owners.setdefault(form, (owner, line))
        if taken == (owner, line) and (form, line) not in self._claims:
            self._claims.add((form, line))
            return
        problem = f'"{name}" is already a name of "{taken[0]}" (line {taken[1]})'
        self.fault(line, problem, "delete one of the two")

    def string(self, node: yaml.Node | None, what: str) -> str | None:
        if node is None or _is_null(node):
            return None
        if not isinstance(node, yaml.ScalarNode):
            self.fault(_line(node), f'"{what}" is not a text', "write one value on the line")
            return None
        return " ".join(str(node.value).split())

    def boolean(self, node: yaml.Node | None) -> bool:
        if node is None or node.tag == "tag:yaml.org,2002:bool":
            return node is not None and str(node.value).lower() in {"true", "yes", "on"}
        self.fault(_line(node), '"ignore" is neither true nor false', "write true or false")
        return False

    def matching(self, node: yaml.Node | None, form: re.Pattern[str], what: str, sample: str) -> str | None:
        value = self.string(node, what)
        if node is not None and value and not form.fullmatch(value):
            self.fault(_line(node), f'"{_shorten(value)}" is not {what}', f"write it like {sample}")
        return value

    def outlets(self, node: yaml.Node | None) -> Iterator[tuple[str, str]]:
        """Yield domain and outlet; report what is no domain, has no name, or is there twice."""
        if node is None or _is_null(node):
            return
        if not isinstance(node, yaml.MappingNode):
            self.fault(_line(node), '"outlets" is not a mapping', 'write lines like "example.org: Example"')
            return
        seen: set[str] = set()
        for key, value in node.value:
            domain = str(key.value).strip().casefold() if isinstance(key, yaml.ScalarNode) else ""
            outlet = self.string(value, "outlet")
            if not _DOMAIN.fullmatch(domain):
                self.fault(_line(key), f'"{_shorten(domain)}" is not a domain', "write it like example.org")
            elif domain in seen:
                self.fault(_line(key), f'"{domain}" is given twice', "delete one of the two")
            elif not outlet:
                self.fault(_line(key), f'"{domain}" has no outlet', 'write it like "example.org: Example"')
            else:
                seen.add(domain)
                yield domain, outlet


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _is_null(node: yaml.Node) -> bool:
    return bool(node.tag == "tag:yaml.org,2002:null")


def _shorten(value: object) -> str:
    """A value as it can stand in a one-line message."""
    text = "".join(char if char.isprintable() else "�" for char in str(value))
    return text if len(text) <= 40 else text[:39] + "…"
