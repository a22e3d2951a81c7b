"""An answer within half a minute: the tests of the folders that changed.

    python -m tests.quick [PATH…]        default: what is not committed, or what the last commit changed

Left out are the tests that build sites, start processes or try made-up inputs: `make test` runs them all.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LEFT_OUT = "not site and not property and not slow and not browser"
ALWAYS = "tests/test_architecture.py"
ELSEWHERE = {
    "benchmarks": ["tests/evaluation"],
    "docs": ["tests/test_docs.py"],
    "templates": ["tests/publish"],
    ".github": ["tests/test_workflows.py"],
}
"""The tests of folders that have none of their own name."""


def main(paths: list[str]) -> int:
    """Run the tests of paths; the status is that of pytest."""
    chosen = sorted({ALWAYS, *(target for path in paths or changed() for target in targets(path))})
    sys.stdout.write(f"quick: {' '.join(chosen)}\n")
    return pytest.main(["-q", "-m", LEFT_OUT, *(str(ROOT / target) for target in chosen)])


def changed() -> list[str]:
    """The paths that are not committed; if all is, those that the last commit changed."""
    edited = _git("diff", "--name-only", "HEAD") + _git("ls-files", "--others", "--exclude-standard")
    return edited or _git("diff", "--name-only", "HEAD~1")


def targets(path: str) -> Iterator[str]:
    """Where the tests of a path are: in the folder of its room, or in itself."""
    top, _, rest = path.partition("/")
    room = rest.split("/")[0]
    if top == "generator":
        yield from existing(
            [f"tests/{room.removesuffix('.py')}", f"tests/test_{room.removesuffix('.py')}.py", path]
        )
    elif top == "tests":
        yield from existing([f"tests/{room}"] if "/" in rest or room.startswith("test_") else [])
    elif path.endswith(".md"):
        yield "tests/test_docs.py"
    else:
        yield from existing(ELSEWHERE.get(top, [f"tests/{top}"]))


def existing(paths: Iterable[str]) -> Iterator[str]:
    """Those paths that there are: a changed file may be one that was deleted."""
    return (path for path in paths if (ROOT / path).exists())


def _git(*arguments: str) -> list[str]:
    command = ["git", "-c", "core.quotePath=off", "-C", str(ROOT), *arguments]
    return subprocess.run(
        command, check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout.splitlines()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
