"""Whole articles and the briefings they become, to be read side by side.

`make golden` writes the briefings anew after a change of analysis or of templates; the difference is to be
read in review like code. The articles are fictional and written for these tests.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.archive import Settings, SourceFile
from generator.pipeline.brief import Briefer
from generator.publish import Pages
from generator.sources import Registry
from tests.conftest import ROOT

pytestmark = pytest.mark.model

FOLDER = Path(__file__).parent / "golden"
ARTICLES = sorted(path for path in FOLDER.iterdir() if not path.name.endswith(".briefing.md"))


@pytest.mark.parametrize("path", ARTICLES, ids=[path.name for path in ARTICLES])
def test_an_article_becomes_the_briefing_beside_it(path: Path) -> None:
    record = Briefer(Registry(), Settings().options()).record(
        SourceFile(f"articles/{path.name}", path.stem, path.read_bytes())
    )
    # The fingerprint names the version of the analysis, not what it found.
    text = (
        Pages.from_folders([ROOT / "templates" / "pages"])
        .briefing(record)
        .replace(record.fingerprint, "0" * 32)
    )
    golden = path.with_suffix(".briefing.md")
    if os.environ.get("BRIEFING_GOLDEN") == "write":
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
