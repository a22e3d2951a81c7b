"""The language model that is installed is the one that was compared with Explosion's own."""

from __future__ import annotations

import hashlib
import importlib.util
import re
from pathlib import Path

import pytest

from generator.analysis.parse import DEFAULT_MODEL
from tests.conftest import ROOT

_ROW = re.compile(r"^\| `([^`]+)` \| (\d+) \| `([0-9a-f]{64})` \|$", re.MULTILINE)
COMPARED = _ROW.findall((ROOT / "docs" / "language-model.md").read_text("utf-8"))


def folder() -> Path:
    """Where the model lies inside its package."""
    spec = importlib.util.find_spec(DEFAULT_MODEL)
    assert spec
    assert spec.origin
    return next(Path(spec.origin).parent.glob("*/config.cfg")).parent


@pytest.mark.parametrize(("name", "size", "sha256"), COMPARED, ids=[name for name, _, _ in COMPARED])
def test_a_file_of_the_model_is_the_one_that_was_compared(name: str, size: str, sha256: str) -> None:
    data = (folder() / name).read_bytes()
    assert (len(data), hashlib.sha256(data).hexdigest()) == (int(size), sha256)


def test_the_model_has_no_file_that_was_not_compared() -> None:
    package = folder().parent
    files = {path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert files == {(folder() / name).resolve() for name, _, _ in COMPARED}
