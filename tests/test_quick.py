"""`make quick` runs the tests of what changed."""

from __future__ import annotations

import pytest

from tests.quick import ROOT, targets


@pytest.mark.parametrize(
    ("path", "tests"),
    [
        ("generator/sources/decoding.py", ["tests/sources", "generator/sources/decoding.py"]),
        ("generator/sources/page/gone.py", ["tests/sources"]),
        ("tests/sources/test_page.py", ["tests/sources"]),
        ("tests/test_docs.py", ["tests/test_docs.py"]),
        ("tests/conftest.py", []),
        ("docs/check.md", ["tests/test_docs.py"]),
        ("README.md", ["tests/test_docs.py"]),
        ("templates/pages/briefing.md.jinja", ["tests/publish"]),
        ("evaluation/floors.json", ["tests/evaluation"]),
        ("benchmarks/quotes.py", ["tests/evaluation"]),
        ("LICENSE", []),
    ],
)
def test_a_changed_file_is_tested_where_its_room_is(path: str, tests: list[str]) -> None:
    assert list(targets(path)) == tests


@pytest.mark.parametrize(
    "room", [path.name for path in (ROOT / "generator").iterdir() if (path / "__init__.py").exists()]
)
def test_every_room_has_tests(room: str) -> None:
    assert list(targets(f"generator/{room}/__init__.py"))[:1] in (
        [f"tests/{room}"],
        [f"tests/test_{room}.py"],
    )
