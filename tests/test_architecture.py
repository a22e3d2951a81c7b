"""The structure that the design promises: data flows one way, and every module stands by itself."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import generator

PACKAGE = Path(generator.__file__).parent
LAYERS = [
    "errors",
    "sources",
    "analysis",
    "archive",
    "publish",
    "briefer",
    "add",
    "explain",
    "provenance",
    "build",
    "findings",
    "changes",
    "checks",
    "check",
    "jsonl",
    "cli",
    "plugin",
]
MODULES = sorted(path.relative_to(PACKAGE).with_suffix("").as_posix() for path in PACKAGE.rglob("*.py"))


def imports(module: str) -> set[str]:
    """The parts of the generator that a module imports: the first name after `generator`."""
    tree = ast.parse((PACKAGE / f"{module}.py").read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "generator":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator."):
            found.add((node.module or "").split(".")[1])
    return found


@pytest.mark.parametrize("module", [module for module in MODULES if not module.startswith("__")])
def test_a_module_imports_only_from_those_before_it(module: str) -> None:
    own = LAYERS.index(module.split("/", maxsplit=1)[0])
    assert {name for name in imports(module) if LAYERS.index(name) > own} == set()


@pytest.mark.parametrize("part", ["sources", "analysis", "archive"])
def test_the_inner_parts_know_nothing_of_mkdocs_and_the_command_line(part: str) -> None:
    for module in MODULES:
        if module.startswith(f"{part}/"):
            text = (PACKAGE / f"{module}.py").read_text(encoding="utf-8")
            assert "import mkdocs" not in text
            assert "from mkdocs" not in text
            assert "import click" not in text


@pytest.mark.parametrize("package", ["", ".sources", ".analysis", ".archive", ".publish"])
def test_a_package_names_what_it_offers_in_order(package: str) -> None:
    module = importlib.import_module(f"generator{package}")
    names = module.__all__
    assert list(names) == sorted(names, key=lambda name: (not name.isupper(), name[0].islower(), name))
    assert all(hasattr(module, name) for name in names)


def test_every_module_can_be_imported_alone() -> None:
    modules = [module for module in MODULES if not module.endswith("__main__")]
    names = [f"generator.{module.replace('/', '.')}".removesuffix(".__init__") for module in modules]
    code = "\n".join(
        f"[sys.modules.pop(m) for m in list(sys.modules) if m.startswith('generator')]; import {name}"
        for name in names
    )
    assert subprocess.run([sys.executable, "-c", f"import sys\n{code}"], check=False).returncode == 0
