"""Articles that are not in English: what an archive tells of them, and what it warns of. All made up."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from click.testing import CliRunner

from generator.archive import Project
from generator.cli import main
from generator.pipeline.refresh import refresh_archive

pytestmark = pytest.mark.model

GERMAN = (
    "Sturm deckt Leuchtturm ab\n\nEin schwerer Sturm hat in der Nacht das Dach des Leuchtturms von Halden"
    " abgedeckt.\n\n„Der Turm hat zweihundert Jahre gehalten“, sagte die Wärterin Dora Finck am Montag.\n"
)


def test_an_article_that_is_not_in_english_is_a_warning_in_every_build(project: Project) -> None:
    (project.articles / "sturm.txt").write_text(GERMAN, encoding="utf-8")
    for _ in range(2):
        result = CliRunner().invoke(main, ["-C", str(project.root), "build"])
        assert (result.exit_code, result.stderr) == (
            0,
            "articles/sturm.txt: warning: it is not in English (de): speakers and names are not worked out; "
            "to have its names, name a spaCy pipeline for de under “languages” in briefing.yml\n",
        )
    page = (project.briefings / "undated" / "sturm.md").read_text(encoding="utf-8")
    assert "This article is not in English (de)" in page


def test_a_language_that_the_text_is_not_in_is_a_warning(project: Project) -> None:
    text = (project.articles / "meridian.txt").read_text(encoding="utf-8")
    (project.articles / "meridian.txt").write_text(f"---\nlanguage: fr\n---\n{text}", encoding="utf-8")
    report = refresh_archive(project)
    assert [str(warning) for warning in report.warnings] == [
        "articles/meridian.txt: it is stated to be in fr, but its text is in en, and is read so; "
        "mend or delete the field “language” of its front matter"
    ]
    assert report.errors == []


def test_a_pipeline_of_another_language_gives_names(project: Project, tmp_path: Path) -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]
        [{"label": "PER", "pattern": "Dora Finck"}, {"label": "LOC", "pattern": "Halden"}]
    )
    nlp.to_disk(tmp_path / "german")
    project.settings_file.write_text(f"languages: {{de: {tmp_path / 'german'}}}", encoding="utf-8")
    (project.articles / "sturm.txt").write_text(GERMAN, encoding="utf-8")
    report = refresh_archive(project)
    record = next(entry.record for entry in report.index.entries if entry.record.partial)
    assert {kind: [named.name for named in group] for kind, group in record.entities.items()} == {
        "person": ["Dora Finck"],
        "place": ["Halden"],
    }
    assert "speakers are not worked out, and names are as " in str(report.warnings[0])


def test_a_pipeline_that_is_not_installed_concerns_only_its_language(project: Project) -> None:
    project.settings_file.write_text("languages: {de: no_such_pipeline}", encoding="utf-8")
    (project.articles / "a-sturm.txt").write_text(GERMAN, encoding="utf-8")
    report = refresh_archive(project)
    assert [str(error) for error in report.errors] == [
        "articles/a-sturm.txt: language de: the pipeline no_such_pipeline, which the settings name for it, "
        "is not installed or cannot be loaded; install it, or take it out of “languages” in briefing.yml"
    ]
    assert report.analysed == 1
