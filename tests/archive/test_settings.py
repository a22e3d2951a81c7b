"""The settings of an archive, and where its parts lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.analysis import Options
from generator.archive import Project, find_project, read_settings
from generator.errors import BriefingError


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("", {"share": 35, "statements": False}),
        ("# nothing yet", {"share": 35, "statements": False}),
        ("quoted_share: 100", {"share": 100, "statements": False}),
        ("key_quotes: 0", {"share": 35, "key_quotes": 0, "statements": True}),
        (
            "summary_sentences: 2\nsummary_words: 40",
            {"share": 35, "sentences": 2, "words": 40, "statements": False},
        ),
        (
            "languages: {fr: a, de: b}",
            {"share": 35, "models": (("de", "b"), ("fr", "a")), "statements": False},
        ),
        ("model: en_core_web_sm", {"share": 35, "model": "en_core_web_sm", "statements": False}),
        ("newest: 5", {"share": 35, "statements": False}),
    ],
)
def test_settings_shape_the_analysis(text: str, changed: dict[str, object]) -> None:
    assert read_settings(text).options() == Options(**changed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("quoted_share: 4", "briefing.yml:1: quoted_share: Input should be greater than or equal to 5"),
        ("quoted_share: 101", "briefing.yml:1: quoted_share: Input should be less than or equal to 100"),
        ("key_quotes: 21", "briefing.yml:1: key_quotes: Input should be less than or equal to 20"),
        ("summary_words: ninety", "briefing.yml:1: summary_words: Input should be a valid integer"),
        ("summary_sentences: 0", "briefing.yml:1: summary_sentences: Input should be greater"),
        ("newest: true", "briefing.yml:1: newest: Input should be a valid integer"),
        ("model: ''", "briefing.yml:1: model: String should have at least 1 character"),
        ("languages: {english: a}", "briefing.yml:1: languages: String should match pattern"),
        ("colour: red", "briefing.yml:1: colour: unknown setting"),
        ("newest: 5\nnewest: 6", "briefing.yml:2: not valid YAML (newest is given twice)"),
        ("- newest", "briefing.yml:1: it is not a list of “field: value” lines"),
        ("newest: [", "briefing.yml:2: not valid YAML"),
    ],
)
def test_a_setting_that_cannot_be_is_told_in_one_line(text: str, says: str) -> None:
    with pytest.raises(BriefingError) as caught:
        read_settings(text)
    assert str(caught.value).startswith(says)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("below", [".", "articles", "articles/2024/deep"])
def test_an_archive_is_found_from_any_of_its_folders(tmp_path: Path, below: str) -> None:
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / below).mkdir(parents=True, exist_ok=True)
    assert find_project(tmp_path / below).root == tmp_path


def test_the_nearest_archive_counts(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    for folder in (tmp_path, inner):
        (folder / "mkdocs.yml").touch()
    assert find_project(inner).root == inner


def test_an_archive_without_files_of_its_own_has_defaults(tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert project.settings() == read_settings("")
    assert project.registry().entries == ()
    assert len(project.page_templates) == 1


@pytest.mark.parametrize("name", ["briefing.yml", "entities.yml"])
@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "it is no file, or one of more than 20,000,000 bytes"),
        (b"\xff\xfe\xff", "it cannot be read as UTF-8 text"),
    ],
    ids=["a folder", "no text"],
)
def test_a_file_of_the_archive_that_is_none_is_one_line(
    tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    if content is None:
        (tmp_path / name).mkdir()
    else:
        (tmp_path / name).write_bytes(content)
    project = Project(tmp_path)
    with pytest.raises(BriefingError) as caught:
        _ = project.settings() if name == "briefing.yml" else project.registry()
    assert str(caught.value).startswith(f"{name}: {says}")


def test_an_archive_s_own_templates_come_before_those_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "templates" / "pages").mkdir(parents=True)
    own, shipped = Project(tmp_path).page_templates
    assert own == tmp_path / "templates" / "pages"
    assert shipped.is_dir()
