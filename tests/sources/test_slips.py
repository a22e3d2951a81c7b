"""Slips of pasting and of naming: each is told in one line that says where and what to do."""

from __future__ import annotations

import sys

import pytest

from generator.archive import Project
from generator.errors import SourceError
from generator.pipeline import refresh_archive
from generator.sources import read_article
from tests.conftest import LAUNCH

needs_any_name = pytest.mark.skipif(
    sys.platform in {"win32", "darwin"}, reason="this system cannot hold these names"
)

HEADER = "---\ntitle: Meridian waits\n---\n"


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        (f"\n{HEADER}{LAUNCH}", 2, "its front matter stands below a blank line; delete the lines above ---"),
        (f"```yaml\n{HEADER}```\n{LAUNCH}", 2, "its front matter stands in a code fence"),
        (f"\n~~~\n---\n# ours\n\nurl: https://a.example\n---\n{LAUNCH}", 3, "in a code fence"),
        (f"   ---\n   title: A\n   ---\n{LAUNCH}", 1, "its front matter is indented"),
        (f"{HEADER}<<<<<<< HEAD\n{LAUNCH}=======\nOther.\n>>>>>>> branch\n", 4, "git’s marks of a conflict"),
        (f"<<<<<<< HEAD\n{HEADER}=======\n---\ntitle: B\n---\n>>>>>>> b\n{LAUNCH}", 1, "git’s marks"),
    ],
)
def test_a_slip_of_pasting_is_told_on_its_line(text: str, line: int, problem: str) -> None:
    with pytest.raises(SourceError, match=problem) as refused:
        read_article(text.encode(), "moon.md")
    assert refused.value.where == f"moon.md:{line}"


@pytest.mark.parametrize("text", ["Orbital agency delays launch", "---\ntitle: Moon\n---\nMoon\n"])
def test_a_headline_alone_is_no_article(text: str) -> None:
    with pytest.raises(SourceError, match="it has a headline and no story"):
        read_article(text.encode(), "moon.md")


@pytest.mark.parametrize(
    "text",
    [
        "\n---\nA rule above a story is no front matter.\n---\nNor is this.\n",
        "The line <<<<<<< HEAD is what git writes.\n",
        "It rained.",
        "“No comment”",
        "雨が降った。",
        f"---\ntitle: A\n---\n\n---\n\n{LAUNCH}",
    ],
)
def test_what_only_looks_like_a_slip_is_read(text: str) -> None:
    assert read_article(text.encode(), "moon.md").blocks


@needs_any_name
@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("what: a?day.md", "its name has “:”, which Windows does not allow; rename it after its headline"),
        ("a?day.md", "its name has “?”"),
        ("back\\slash.md", "its name has “\\”"),
        ("aux.txt.md", "“aux” is the name of a device on Windows"),
        ("trailing .md", "its name ends in a space or a full stop, which Windows leaves out"),
        ("notes./moon.md", "its name ends in a space or a full stop"),
        ("com1/moon.md", "“com1” is the name of a device on Windows"),
    ],
)
def test_a_file_name_that_windows_cannot_hold_is_refused(project: Project, name: str, problem: str) -> None:
    file = project.articles / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(LAUNCH.replace("Meridian", "Corona"), encoding="utf-8")
    report = refresh_archive(project)
    assert str(report.errors[0]).startswith(f"articles/{name}: {problem}")
    assert report.briefings == 1


@needs_any_name
def test_folders_that_differ_in_case_only_are_told(project: Project) -> None:
    for folder in ("News", "news"):
        (project.articles / folder).mkdir()
        (project.articles / folder / f"{folder.lower()}-{len(folder)}.md").write_text(LAUNCH, "utf-8")
        (project.articles / folder / f"from-{folder}-{folder[0]}.md").write_text(LAUNCH, "utf-8")
    errors = [str(error) for error in refresh_archive(project).errors]
    assert len(errors) == 2
    assert all("differs from articles/News in capitals only" in error for error in errors)


@pytest.mark.parametrize("name", ["entities.yml", "briefing.yml"])
def test_conflict_marks_in_the_registry_and_the_settings_are_told(project: Project, name: str) -> None:
    text = "<<<<<<< HEAD\n# ours\n=======\n# theirs\n>>>>>>> branch\n"
    (project.root / name).write_text(text, encoding="utf-8")
    with pytest.raises(Exception, match=f"^{name}:1: git’s marks of a conflict are left in it"):
        refresh_archive(project)


@pytest.mark.parametrize("name", ["page.html", "2024/page.html", "undated/picture.png", "notes.md"])
def test_a_stray_file_among_the_briefings_is_told_by_a_build(project: Project, name: str) -> None:
    refresh_archive(project)
    file = project.briefings / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("stray", encoding="utf-8")
    assert [str(error) for error in refresh_archive(project).errors] == [
        f"briefings/{name}: it is no briefing, and would be published; move it elsewhere or delete it"
    ]
    assert file.is_file()
