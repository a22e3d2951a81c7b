"""How much test code there is for the code: `python -m tests.ratio`.

Lines that are neither blank nor a comment are counted. Tests are `tests/` and the gate in `evaluation/`, with
the files that they compare with: golden briefings, pages, labelled articles. Code is `generator/`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent
TESTS = (".py", ".md", ".txt", ".html", ".yaml")
AIM = 0.9
"""What the better code bases of the field keep to is 1.0; below this, rules go untested."""


def lines(files: Iterable[Path]) -> int:
    """The lines of files that are neither blank nor a comment."""
    texts = (file.read_text(encoding="utf-8", errors="replace") for file in files)
    return sum(
        bool(line.strip()) and not line.strip().startswith("#")
        for text in texts
        for line in text.splitlines()
    )


def files(folder: Path, suffixes: tuple[str, ...]) -> list[Path]:
    """The files of a folder with one of the suffixes."""
    return [path for path in sorted(folder.rglob("*")) if path.suffix in suffixes]


def ratio() -> tuple[int, int]:
    """The lines of tests and of code."""
    tests = [*files(ROOT / "tests", TESTS), *files(ROOT / "evaluation", TESTS)]
    return lines(tests), lines(files(ROOT / "generator", (".py",)))


if __name__ == "__main__":
    tests, code = ratio()
    sys.stdout.write(f"tests {tests}, code {code}: {tests / code:.2f}, aim {AIM}\n")
