"""Upgrades without fear: old files are read, and what a version or a branch changes is told by meaning."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator.archive import Project, load_record
from generator.archive.migrations import SCHEMA, STEPS, migrated
from generator.cli import main
from generator.errors import FrontMatterError
from generator.pipeline import refresh_archive
from generator.review.differences import KINDS, differences, told
from generator.sources import read_article, split_front_matter
from tests.conftest import LAUNCH, ROOT

RELEASED = ROOT / "tests" / "released"
PAGE = "briefings/undated/meridian.md"


def run(project: Project, *arguments: str) -> str:
    done = CliRunner().invoke(main, ["-C", str(project.root), *arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def built(project: Project) -> Project:
    refresh_archive(project)
    return project


@pytest.mark.parametrize("version", range(1, SCHEMA + 1))
def test_a_briefing_of_every_released_schema_is_read(version: int) -> None:
    text = (RELEASED / f"schema-{version}.briefing.md").read_text("utf-8")
    record = load_record(text, "old.md")
    assert record.schema_version == SCHEMA
    assert record.title in text
    assert record.passages()


def test_there_is_a_step_from_every_schema_to_the_next_and_a_file_to_try_it() -> None:
    assert sorted(STEPS) == list(range(1, SCHEMA))
    assert len(list(RELEASED.glob("schema-*.briefing.md"))) == SCHEMA


def test_the_front_matter_of_released_articles_loses_no_correction() -> None:
    data = (RELEASED / "article-1.md").read_bytes()
    stated = split_front_matter(data.decode(), "article-1.md")[0]["corrections"]
    corrections = read_article(data, "article-1.md").corrections
    assert yaml.safe_load(yaml.safe_dump(corrections.model_dump(exclude_unset=True))) == stated


def test_steps_follow_one_another_and_a_newer_schema_is_refused_with_the_remedy() -> None:
    steps = {1: lambda fields: fields | {"two": True}, 2: lambda fields: fields | {"three": True}}
    assert migrated({"schema": 1}, "a.md", steps=steps, newest=3) == {"schema": 3, "two": True, "three": True}
    with pytest.raises(FrontMatterError, match=r"^a.md: schema: a newer version of the program wrote it"):
        migrated({"schema": 4}, "a.md", steps=steps, newest=3)


def test_nothing_is_told_where_nothing_would_change(built: Project) -> None:
    assert run(built, "upgrade", "--check") == "0 of 1 briefings differ for their readers.\n"


def old_version(project: Project) -> None:
    """Let the briefing be one that another version made: other sentence, other speaker, other name."""
    file = project.root / PAGE
    text = file.read_text("utf-8")
    text = re.sub("fingerprint: .*", f"fingerprint: {'f' * 32}", text)
    text = text.replace("speaker: Mara Ellison", "speaker: Ivo Lund")
    text = text.replace("- name: Corvane Systems", "- name: Corvane")
    file.write_text(text, encoding="utf-8")


def test_what_a_new_version_changes_is_told_by_meaning_and_written_only_when_asked(built: Project) -> None:
    made = (built.root / PAGE).read_bytes()
    old_version(built)
    before = (built.root / PAGE).read_bytes()
    report = run(built, "upgrade", "--check")
    assert report.startswith("1 of 1 briefings differ for their readers.\n\n## speakers: 1 (who says")
    assert "was Ivo Lund, the director of the Halden Space Agency, is Mara Ellison, the director" in report
    assert f"- `{PAGE}`: - Corvane (organisation" in report
    assert f"- `{PAGE}`: + Corvane Systems (organisation" in report
    assert (built.root / PAGE).read_bytes() == before
    assert run(built, "upgrade") == report
    assert (built.root / PAGE).read_bytes() == made


def test_a_correction_outlives_the_version(built: Project) -> None:
    text = f"---\ncorrections: {{title: Meridian waits}}\n---\n{LAUNCH}"
    (built.articles / "meridian.txt").write_text(text, "utf-8")
    refresh_archive(built)
    old_version(built)
    run(built, "upgrade")
    assert load_record((built.root / PAGE).read_text("utf-8"), PAGE).title == "Meridian waits"


def test_only_a_fingerprint_is_no_difference_for_readers(built: Project) -> None:
    git(built.root, "init", "-q")
    git(built.root, "add", "-A", "-f")
    git(built.root, "commit", "-q", "-m", "one")
    page = built.root / PAGE
    page.write_text(re.sub("fingerprint: .*", f"fingerprint: {'f' * 32}", page.read_text("utf-8")), "utf-8")
    assert run(built, "diff", "HEAD") == (
        f"0 of 1 briefings differ for their readers.\n\n## provenance: 1 ({KINDS['provenance']})\n\n"
    )


def test_a_branch_is_told_by_meaning(built: Project) -> None:
    git(built.root, "init", "-q")
    git(built.root, "add", "-A", "-f")
    git(built.root, "commit", "-q", "-m", "one")
    text = (built.articles / "meridian.txt").read_text("utf-8")
    (built.articles / "meridian.txt").unlink()
    (built.articles / "corona.md").write_text(f"---\npublished: 2024-03-01\n---\n{text}", "utf-8")
    refresh_archive(built)
    report = run(built, "diff", "HEAD")
    assert "2 of 2 briefings differ" in report
    assert "## new: 1" in report
    assert "`briefings/2024/corona.md`: Orbital agency delays Meridian launch" in report
    assert f"`{PAGE}`: Orbital agency delays Meridian launch" in report


def test_every_kind_of_difference_is_found_and_documented() -> None:
    page = (ROOT / "docs" / "upgrades.md").read_text("utf-8")
    assert all(f"| `{kind}` | {meaning} |" in page for kind, meaning in KINDS.items())
    old = load_record((RELEASED / "schema-1.briefing.md").read_text("utf-8"), "a.md")
    changes: dict[str, dict[str, object]] = {
        "title": {"title": "Other"},
        "date": {"published": dt.date(2001, 1, 1)},
        "source": {"source": old.source.model_copy(update={"outlet": "Other"})},
        "summary": {"summary": old.summary[:-1]},
        "quotations": {"quotes": old.quotes[1:]},
        "speakers": {"quotes": [said.model_copy(update={"speaker": "Other"}) for said in old.quotes]},
        "names": {"entities": {}},
        "provenance": {"fingerprint": "1" * 32},
    }
    for kind, change in changes.items():
        found = list(differences("a.md", old, old.model_copy(update=change)))
        assert {one.kind for one in found} == {kind}
        assert f"## {kind}: 1" in "\n".join(told(found, compared=1, examples=1))
    assert [one.kind for one in differences("a.md", old, old, same_page=False)] == ["markup"]
    assert [one.kind for one in differences("a.md", None, old)] == ["new"]
    assert [one.kind for one in differences("a.md", old, None)] == ["gone"]
    assert list(differences("a.md", old, old)) == []


def git(folder: Path, *arguments: str) -> None:
    names = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)  # noqa: S607
