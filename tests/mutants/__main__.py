"""Break one rule at a time, and see whether a test fails.

    python -m tests.mutants [WORD]      all mutants, or those whose room or rule has a word

The rules are listed in `rules.yaml`. Work is done on a copy of the checkout. A line tells
whether the mutant was killed, lives, or is gone: then the list must follow the code. The
status is 1 if a mutant lives without a reason, or if words are gone.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent.parent
RULES = Path(__file__).with_name("rules.yaml")
COPIED = ("generator", "tests", "evaluation", "benchmarks", "templates", "briefings", "articles", "examples")
LEFT_OUT = "not slow and not site and not property and not browser"
SAID = "said.txt"
"""Where a copy holds what pytest said last."""

SAID_SO = (0, 1, 2)
"""Exit statuses of pytest that tell of tests: all passed, some failed, some could not be loaded."""

PATIENCE = 300
"""Seconds that the tests of one mutant may take; one that hangs is noticed, too."""

TESTS = {
    "analysis": ["tests/analysis", "tests/test_golden.py", "generator/analysis"],
    "sources": ["tests/sources", "tests/test_limits.py", "generator/sources"],
    "archive": ["tests/archive", "tests/pipeline/test_add.py", "generator/archive"],
    "publish": ["tests/publish", "generator/publish"],
}
"""Where the tests of a room are, doctests among them."""


@dataclass(frozen=True)
class Mutant:
    """A rule broken: in the code of a room the words `find` become `put`; `lives` is why no test fails."""

    room: str
    rule: str
    find: str
    put: str
    lives: str = ""


def where_tested(mutant: Mutant, root: Path = ROOT) -> list[str]:
    """Where a test should fail: the files named after the part of the room come first."""
    room, _, part = mutant.room.partition("/")
    files = [path for place in TESTS[room] for path in _modules(root / place)]
    names = [path.relative_to(root).as_posix() for path in files]
    return sorted(names, key=lambda name: (part not in name, not name.startswith("tests")))


def _modules(place: Path) -> list[Path]:
    """The modules of a folder that hold tests, or the file itself."""
    if place.is_file():
        return [place]
    return [
        path
        for path in sorted(place.rglob("*.py"))
        if path.parts[-1].startswith("test_") or ">>>" in path.read_text("utf-8")
    ]


def read_mutants(path: Path = RULES) -> list[Mutant]:
    """The mutants of a list."""
    listed: dict[str, list[dict[str, Any]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [Mutant(room, **fields) for room, items in listed.items() for fields in items]


def place_of(mutant: Mutant, root: Path = ROOT) -> Path | None:
    """The file that has the words of a mutant once; None if there is none, or more than one place."""
    found = [
        (path, count)
        for path in sorted((root / "generator" / mutant.room).rglob("*.py"))
        if (count := path.read_text(encoding="utf-8").count(mutant.find))
    ]
    return found[0][0] if len(found) == 1 and found[0][1] == 1 else None


def main(words: list[str]) -> int:
    """Try the mutants that have one of the words; print what lives, and how many were killed."""
    chosen = [m for m in read_mutants() if not words or any(word in f"{m.room}: {m.rule}" for word in words)]
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(Path(folder))
        sound = {path for mutant in chosen for path in where_tested(mutant, copy)}
        if not passes(copy, sorted(sound)):
            print((copy / SAID).read_text("utf-8")[-2000:])
            print("the tests fail before any rule is broken: mend that first")
            return 1
        results = []
        for mutant in chosen:
            results.append(outcome(mutant, copy))
            print(
                f"{results[-1]:7}{mutant.room}: {mutant.rule}{mutant.lives and f': {mutant.lives}'}",
                flush=True,
            )
    killed = results.count("killed")
    print(f"{killed} of {len(results)} mutants killed ({100 * killed // max(1, len(results))}%)")
    alive = [mutant for mutant, result in zip(chosen, results, strict=True) if result != "killed"]
    return int(any(not mutant.lives for mutant in alive))


def copied(folder: Path) -> Path:
    """A copy of what the tests need."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, symlinks=True, dirs_exist_ok=True)
    for path in ROOT.iterdir():
        if path.is_file():
            shutil.copy(path, folder)
    os.environ.setdefault("PARSED_TEXTS", str(ROOT / ".cache" / "parsed"))
    return folder


def outcome(mutant: Mutant, copy: Path) -> str:
    """ "killed", "lives", or "gone" if the code does not have the words once."""
    place = place_of(mutant, copy)
    if place is None:
        return "gone"
    whole = place.read_text(encoding="utf-8")
    with broken(place, whole.replace(mutant.find, mutant.put), whole):
        return "lives" if passes(copy, where_tested(mutant, copy)) else "killed"


class broken:  # noqa: N801  reads as a word
    """Within this context a file has other text; compiled code of either is not taken for the other's."""

    def __init__(self, path: Path, text: str, whole: str) -> None:
        self.path, self.text, self.whole = path, text, whole

    def __enter__(self) -> None:
        self._write(self.text)

    def __exit__(self, *_: object) -> None:
        self._write(self.whole)

    def _write(self, text: str) -> None:
        self.path.write_text(text, encoding="utf-8")
        Path(cache_from_source(str(self.path))).unlink(missing_ok=True)


def passes(copy: Path, tests: list[str]) -> bool:
    """Whether all tests pass, in a process of their own that begins with the libraries loaded."""
    process = multiprocessing.get_context("fork").Process(target=_run, args=(copy, tests))
    process.start()
    process.join(PATIENCE)
    if process.is_alive():
        process.kill()
        process.join()
        return False
    if process.exitcode not in SAID_SO:
        raise RuntimeError(f"pytest itself failed: {(copy / SAID).read_text('utf-8')[-500:]}")
    return process.exitcode == 0


def _run(copy: Path, tests: list[str]) -> None:
    import pytest

    os.chdir(copy)
    sys.path.insert(0, str(copy))
    for name in [name for name in sys.modules if name.split(".")[0] in COPIED]:
        del sys.modules[name]  # the copy's own are wanted
    with Path(SAID).open("w") as said:
        os.dup2(said.fileno(), 1)
        os.dup2(said.fileno(), 2)
    arguments = ["-q", "-x", "-p", "no:cacheprovider", "-m", LEFT_OUT, *tests]
    os._exit(int(pytest.main(arguments)))


def preload() -> Iterator[str]:
    """Load what all tests need and no mutant changes, once for all."""
    for name in (
        "pytest",
        "spacy",
        "hypothesis",
        "numpy",
        "trafilatura",
        "pydantic",
        "mkdocs",
        "jinja2",
        "lxml.html",
    ):
        __import__(name)
        yield name


if __name__ == "__main__":
    list(preload())
    sys.exit(main(sys.argv[1:]))
