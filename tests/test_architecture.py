"""The structure that the design promises: data flows one way, through doors, and without cycles."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import generator

PACKAGE = Path(generator.__file__).parent
REPOSITORY = PACKAGE.parent
ROOMS = [
    "errors",
    "lexicon",
    "sources",
    "analysis",
    "archive",
    "editing",
    "publish",
    "pipeline",
    "review",
    "cli",
    "plugin",
]
"""The parts of the generator, in the order in which data flows: each imports only from those before it."""

WITH_DOORS = [room for room in ROOMS if (PACKAGE / room / "__init__.py").is_file() and room != "cli"]
MODULES = sorted(path.relative_to(PACKAGE).with_suffix("").as_posix() for path in PACKAGE.rglob("*.py"))
FOLDERS = sorted({folder.relative_to(PACKAGE).as_posix() for folder in PACKAGE.rglob("*") if folder.is_dir()})
FOLDERS = [folder for folder in FOLDERS if (PACKAGE / folder / "__init__.py").is_file()]


@cache
def imports(path: Path) -> list[tuple[str, str]]:
    """The (module, name) pairs that a file imports from the generator; relative to the package."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        ((node.module or "").removeprefix("generator").removeprefix("."), alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "generator"
        for alias in node.names
    ]


def targets(module: str) -> Iterator[str]:
    """What a module of the generator imports, as paths: "analysis/records"."""
    for source, name in imports(PACKAGE / f"{module}.py"):
        path = source.replace(".", "/")
        inner = f"{path}/{name}".lstrip("/")
        yield inner if (inner in MODULES or inner in FOLDERS) and not is_offered(path, name) else path


@cache
def is_offered(path: str, name: str) -> bool:
    """Whether a door hands on a name that one of its modules has, too: `analyse` of `analysis`."""
    door = importlib.import_module(f"generator.{path.replace('/', '.')}".rstrip("."))
    return name in getattr(door, "__all__", ())


def room_of(path: str) -> str:
    return path.split("/", maxsplit=1)[0]


@pytest.mark.parametrize("module", [module for module in MODULES if not module.startswith("__")])
def test_a_module_imports_only_from_the_rooms_before_its_own(module: str) -> None:
    own = ROOMS.index(room_of(module))
    assert {target for target in targets(module) if ROOMS.index(room_of(target)) > own} == set()


@pytest.mark.parametrize("module", [module for module in MODULES if not module.startswith("__")])
def test_a_module_enters_another_room_by_its_door(module: str) -> None:
    others = {target for target in targets(module) if room_of(target) != room_of(module)}
    assert {target for target in others if "/" in target and room_of(target) in WITH_DOORS} == set()


@pytest.mark.parametrize("room", WITH_DOORS)
def test_a_door_offers_what_others_use_and_no_more(room: str) -> None:
    offered = importlib.import_module(f"generator.{room}").__all__
    files = [
        path
        for folder in ("generator", "tests", "benchmarks", "docs")
        for path in (REPOSITORY / folder).rglob("*.py")
        if not path.is_relative_to(PACKAGE / room) and path != PACKAGE / "__init__.py"
    ]
    used = {name for path in files for source, name in imports(path) if source == room}
    public = set(generator.__all__)
    assert set(offered) - used - public == set()
    assert list(offered) == sorted(offered, key=lambda name: (not name.isupper(), name[0].islower(), name))


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_parts_of_a_folder_form_no_cycle(folder: str) -> None:
    """Each module or sub-folder is one part; doors only hand on."""
    graph: dict[str, set[str]] = {}
    for module in MODULES:
        if module.startswith(f"{folder}/") and module != f"{folder}/__init__":
            part = module.removeprefix(f"{folder}/").split("/")[0]
            inner = {
                target.removeprefix(f"{folder}/")
                for target in targets(module)
                if target.startswith(f"{folder}/")
            }
            graph.setdefault(part, set()).update({target.split("/")[0] for target in inner} - {part})
    try:
        list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(f"a cycle in {folder}: {' -> '.join(error.args[1])}")


MOST_WORDS = 12
"""Words that a rule may list beside itself; a longer list is data, and stands in the lexicon."""

NOT_YET_IN_THE_LEXICON = re.compile(r"other_languages")


def written_words(tree: ast.AST) -> Iterator[list[str]]:
    """The words of each collection, each string that is split into words, and each choice in a pattern."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Set | ast.List | ast.Tuple):
            yield [text for item in node.elts if (text := string(item))]
        elif isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            inner = node.func.value if isinstance(node.func, ast.Attribute) else node
            for part in (inner, *node.args) if called in {"words", "split"} else ():
                yield string(part).split()
        elif "|" in string(node):
            yield [word for word in string(node).split("|") if re.fullmatch(r"\w+", word)]


def string(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_long_word_lists_stand_in_the_lexicon() -> None:
    found = set()
    for module in MODULES:
        name = module.removeprefix("analysis/")
        if name == module or NOT_YET_IN_THE_LEXICON.match(name):
            continue
        tree = ast.parse((PACKAGE / f"{module}.py").read_text(encoding="utf-8"))
        if any(len(set(filter(str.islower, words))) > MOST_WORDS for words in written_words(tree)):
            found.add(module)
    assert found == set()


def test_a_long_word_list_is_noticed_however_it_is_written() -> None:
    many = [chr(97 + number) * 3 for number in range(MOST_WORDS + 1)]
    for code in (
        repr(set(many)),
        repr(tuple(many)),
        f"{' '.join(many)!r}.split()",
        f"words({' '.join(many)!r})",
        repr("(?:" + "|".join(["x", *many, "y)"])),
    ):
        assert max(len(words) for words in written_words(ast.parse(f"a = {code}"))) > MOST_WORDS


@pytest.mark.parametrize("part", ["sources", "analysis", "archive", "editing"])
def test_the_inner_parts_know_nothing_of_mkdocs_and_the_command_line(part: str) -> None:
    for module in MODULES:
        if module.startswith(f"{part}/"):
            text = (PACKAGE / f"{module}.py").read_text(encoding="utf-8")
            assert "import mkdocs" not in text
            assert "from mkdocs" not in text
            assert "import click" not in text


@pytest.mark.slow
def test_every_module_can_be_imported_alone() -> None:
    modules = [module for module in MODULES if not module.endswith("__main__")]
    names = [f"generator.{module.replace('/', '.')}".removesuffix(".__init__") for module in modules]
    code = "\n".join(
        f"[sys.modules.pop(m) for m in list(sys.modules) if m.startswith('generator')]; import {name}"
        for name in names
    )
    assert subprocess.run([sys.executable, "-c", f"import sys\n{code}"], check=False).returncode == 0
