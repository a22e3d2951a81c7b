"""The cache of parsed texts: what is taken from it is what parsing gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import parsed
from generator import Article, analyse
from generator.errors import AnalysisError

pytestmark = pytest.mark.model

STORY = (
    "Orla Finn, the mayor of Tarnby, opened the Kestrel Bridge on Monday. “We waited ten years,” she said."
    "\n\nThe bridge was built by Corvane Systems, which employs 300 people in the U.S. It cost $4.5m."
)


@pytest.fixture
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """The language model cannot be loaded."""

    def load(model: str) -> None:
        raise AnalysisError(model, "it was asked for", "do not ask for it")

    monkeypatch.setattr(parsed, "_load", load)


def test_a_kept_text_is_analysed_as_a_parsed_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = Article(text=STORY, title="A bridge opens")
    with parsed.parses_fresh():
        expected = analyse(article)
    with parsed.parses_kept(tmp_path):
        assert analyse(article) == expected
    monkeypatch.setattr(parsed, "_load", lambda _: pytest.fail("the text was parsed again"))
    with parsed.parses_kept(tmp_path):
        assert analyse(article) == expected


@pytest.mark.usefixtures("no_model")
def test_a_text_that_is_not_kept_is_parsed(tmp_path: Path) -> None:
    with parsed.parses_kept(tmp_path), pytest.raises(AnalysisError, match="it was asked for"):
        analyse(Article(text=STORY))


def test_a_damaged_file_is_written_anew(tmp_path: Path) -> None:
    with parsed.parses_kept(tmp_path):
        expected = analyse(Article(text=STORY))
        (file,) = (file for file in tmp_path.rglob("*") if file.is_file())
        whole = file.read_bytes()
        file.write_bytes(whole[:100])
        assert analyse(Article(text=STORY)) == expected
    assert file.read_bytes() == whole


def test_another_version_has_parses_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    with parsed.parses_kept(tmp_path):
        analyse(Article(text=STORY))
    monkeypatch.setattr(parsed, "_version", lambda: "another")
    request.getfixturevalue("no_model")
    with parsed.parses_kept(tmp_path), pytest.raises(AnalysisError):
        analyse(Article(text=STORY))


def test_the_cache_can_be_turned_off(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(parsed.VARIABLE, "off")
    with parsed.parses_fresh(), parsed.parses_kept():
        assert parsed.parse.load is parsed._load
    monkeypatch.setenv(parsed.VARIABLE, str(tmp_path))
    with parsed.parses_kept():
        assert isinstance(parsed.parse.load(parsed.parse.DEFAULT_MODEL), parsed.Parser)
