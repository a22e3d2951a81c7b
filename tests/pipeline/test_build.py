"""`briefing build`: only what changed, whole files, and bad input harms nothing."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.archive import Project, lock
from generator.errors import StoreError, TemplateError
from generator.pipeline.refresh import refresh_archive
from tests.conftest import GOOD, tree

pytestmark = pytest.mark.model


def stamps(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*.md")}


def add(project: Project, name: str, text: str | bytes) -> Path:
    path = project.articles / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_an_article_becomes_a_briefing_and_pages_that_lead_to_it(project: Project) -> None:
    report = refresh_archive(project)
    assert (report.briefings, report.analysed, report.errors) == (1, 1, [])
    briefing = (project.briefings / "undated" / "meridian.md").read_text(encoding="utf-8")
    assert "“We will fly when the valves are safe.” <small" in briefing
    assert "The Halden Courier" in briefing
    assert "](undated/meridian.md)" in (project.briefings / "index.md").read_text(encoding="utf-8")
    assert "](../people/a-z/e.md#mara-ellison)" in briefing
    people = (project.briefings / "people" / "a-z" / "e.md").read_text(encoding="utf-8")
    assert '<a id="mara-ellison"></a>Mara Ellison' in people
    assert "](../../undated/meridian.md)" in people


def test_a_second_article_gives_a_name_a_page_and_leaves_the_first_briefing_alone(project: Project) -> None:
    refresh_archive(project)
    first = (project.briefings / "undated" / "meridian.md").read_bytes()
    assert not (project.briefings / "people" / "mara-ellison.md").exists()
    add(project, "second.txt", (project.articles / "meridian.txt").read_bytes())
    refresh_archive(project)
    assert "](../undated/second.md)" in (project.briefings / "people" / "mara-ellison.md").read_text()
    assert (project.briefings / "undated" / "meridian.md").read_bytes() == first


def test_a_second_build_analyses_nothing_and_touches_nothing(project: Project) -> None:
    refresh_archive(project)
    before = stamps(project.briefings)
    report = refresh_archive(project)
    assert (report.analysed, report.written, report.removed) == (0, [], [])
    assert stamps(project.briefings) == before


def test_a_fresh_clone_analyses_nothing(project: Project) -> None:
    refresh_archive(project)
    before = tree(project.briefings)
    project.memo.unlink()
    for page in [*project.briefings.glob("*.md"), *project.briefings.glob("people/**/*.md")]:
        page.unlink()
    assert refresh_archive(project).analysed == 0
    assert tree(project.briefings) == before


def test_only_what_a_change_concerns_is_analysed_again(project: Project) -> None:
    add(project, "harbour.txt", GOOD)
    assert refresh_archive(project).analysed == 2
    add(project, "harbour.txt", GOOD + " It cost a lot of money and took a long time to build.")
    assert refresh_archive(project).analysed == 1
    registry = project.registry_file.read_text()
    project.registry_file.write_text(registry + "entities:\n  - name: Nobody Here\n    type: person\n")
    assert refresh_archive(project).analysed == 0
    project.registry_file.write_text(
        registry + "entities:\n  - name: Corvane Systems\n    type: organisation\n"
    )
    assert refresh_archive(project).analysed == 1
    project.settings_file.write_text("key_quotes: 1\n")
    assert refresh_archive(project).analysed == 2
    project.settings_file.write_text("key_quotes: 1\nnewest: 1\n")
    assert refresh_archive(project).analysed == 0


def test_a_page_changed_by_hand_is_made_right_again(project: Project) -> None:
    refresh_archive(project)
    before = tree(project.briefings)
    page = project.briefings / "undated" / "meridian.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nadded by hand\n", encoding="utf-8")
    assert refresh_archive(project).analysed == 0
    assert tree(project.briefings) == before


def test_a_briefing_with_merge_marks_is_made_anew(project: Project) -> None:
    refresh_archive(project)
    before = tree(project.briefings)
    (project.briefings / "undated" / "meridian.md").write_text("---\n<<<<<<< ours\n---\n")
    assert refresh_archive(project).errors == []
    assert tree(project.briefings) == before


def test_an_article_that_gets_a_date_moves_to_its_year(project: Project) -> None:
    refresh_archive(project)
    text = (project.articles / "meridian.txt").read_text(encoding="utf-8")
    add(project, "meridian.txt", f"---\npublished: 2024-01-31\n---\n{text}")
    report = refresh_archive(project)
    assert "briefings/undated/meridian.md" in report.removed
    assert (project.briefings / "2024" / "meridian.md").is_file()
    assert not (project.briefings / "undated").exists()


def test_the_briefing_of_a_deleted_article_goes_and_so_do_its_names(project: Project) -> None:
    add(project, "harbour.txt", GOOD)
    refresh_archive(project)
    (project.articles / "meridian.txt").unlink()
    report = refresh_archive(project)
    assert "briefings/undated/meridian.md" in report.removed
    assert not (project.briefings / "people" / "a-z" / "e.md").exists()
    assert (project.briefings / "undated" / "harbour.md").is_file()


def test_a_file_that_is_no_briefing_is_never_deleted(project: Project) -> None:
    stray = project.briefings / "2024" / "notes.md"
    stray.parent.mkdir()
    stray.write_text("my own notes")
    errors = refresh_archive(project).errors
    expected = (
        "briefings/2024/notes.md: it is no briefing, and has no article; move it elsewhere or delete it"
    )
    assert [str(error) for error in errors] == [expected]
    assert stray.read_text() == "my own notes"


@pytest.mark.slow
def test_the_bytes_do_not_depend_on_the_number_of_workers(project: Project) -> None:
    for number in range(4):
        add(
            project,
            f"harbour-{number}.txt",
            f"{GOOD} That was harbour number {number} of the year in all of Tarn.",
        )
    refresh_archive(project, workers=2)
    parallel = tree(project.briefings)
    for path in project.briefings.glob("*/*.md"):
        path.unlink()
    project.memo.unlink()
    refresh_archive(project, workers=1)
    assert tree(project.briefings) == parallel


BAD = [
    ("empty.txt", b"", "articles/empty.txt: it is empty; paste the article into it, or delete the file"),
    (
        "photo.txt",
        b"\x89PNG\x00",
        "articles/photo.txt: it is a binary file, not text; save the story as .txt or .md or .html or .htm",
    ),
    (
        "zero.txt",
        b"a\x00b",
        "articles/zero.txt: it is a binary file, not text; save the story as .txt or .md or .html or .htm",
    ),
    (
        "yaml.md",
        b"---\ntitle: {x\n---\ntext",
        "articles/yaml.md:3: not valid YAML (did not find expected ',' or '}'); "
        "mend this line, or put the value in quotation marks",
    ),
    (
        "field.md",
        b"---\ncolour: red\n---\ntext",
        "articles/field.md: front matter: colour: unknown field; "
        "the fields are title, published, outlet, url, author, language, corrections",
    ),
    (
        "story.pdf",
        b"%PDF-1.4",
        "articles/story.pdf: .pdf is not read; save it as .txt or .md or .html or .htm",
    ),
    (
        "index.txt",
        GOOD.encode(),
        "articles/index.txt: a briefing cannot be named after this file; rename it after its headline",
    ),
    (
        "Meridian.md",
        GOOD.encode(),
        "articles/Meridian.md: its briefing would have the same address as that of articles/meridian.txt; "
        "rename one of them",
    ),
]


@pytest.mark.parametrize(("name", "data", "message"), BAD, ids=[name for name, _, _ in BAD])
def test_a_bad_article_is_one_line_and_harms_nothing(
    project: Project, name: str, data: bytes, message: str
) -> None:
    refresh_archive(project)
    before = tree(project.briefings)
    add(project, name, data)
    add(project, "harbour.txt", GOOD)
    report = refresh_archive(project)
    assert message in [str(error) for error in report.errors]
    after = tree(project.briefings)
    assert "undated/harbour.md" in after
    assert after["undated/meridian.md"] == before["undated/meridian.md"]


def test_an_article_that_turns_bad_keeps_its_briefing(project: Project) -> None:
    refresh_archive(project)
    before = tree(project.briefings)
    add(project, "meridian.txt", b"")
    report = refresh_archive(project)
    assert len(report.errors) == 1
    assert report.briefings == 1
    assert tree(project.briefings) == before


def test_links_are_not_followed(project: Project) -> None:
    (project.articles / "passwd.txt").symlink_to("/etc/passwd")
    messages = [str(error) for error in refresh_archive(project).errors]
    assert messages == [
        "articles/passwd.txt: it is a link or a device, not a file; put a copy of the article in its place"
    ]


def test_without_a_language_model_the_rest_of_the_archive_is_built(project: Project) -> None:
    refresh_archive(project)
    before = tree(project.briefings)
    project.settings_file.write_text("model: no_such_model\n")
    (project.briefings / "index.md").unlink()
    report = refresh_archive(project)
    assert [str(error) for error in report.errors] == [
        "language model no_such_model: it is not installed or cannot be loaded; "
        'install the locked dependencies ("make site"), or name an installed pipeline in the settings',
        "articles/meridian.txt: it is not analysed yet; build again when the language model can be loaded",
    ]
    assert tree(project.briefings) == before


def test_a_folder_that_cannot_be_written_is_one_line(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    refresh_archive(project)
    before = tree(project.briefings)
    add(project, "harbour.txt", GOOD)
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StoreError, match=r"it cannot be written \(No space left on device\); make room"):
        refresh_archive(project)
    monkeypatch.undo()
    assert tree(project.briefings) == before
    assert refresh_archive(project).briefings == 2


def test_two_builds_at_once_do_not_meet(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.archive.files.LOCK_PATIENCE", 0.1)
    with (
        lock(project.lock),
        pytest.raises(StoreError, match="another build is at work in this archive; wait"),
    ):
        refresh_archive(project)
    assert refresh_archive(project).analysed == 1


def test_a_broken_template_is_one_line(project: Project) -> None:
    (project.page_templates[0] / "home.md.j2").write_text("{% if %}")
    with pytest.raises(TemplateError, match=r"templates/pages/home.md.j2:1: the template cannot be used"):
        refresh_archive(project)


@pytest.mark.slow
def test_a_killed_build_leaves_whole_files_and_the_next_one_finishes(
    project: Project,
) -> None:
    for number in range(30):
        add(
            project,
            f"harbour-{number:02}.txt",
            f"{GOOD} That was harbour number {number} of the year in all of Tarn.",
        )
    command = [sys.executable, "-m", "generator", "-C", str(project.root), "build", "--workers", "1"]
    for written in (1, 20, 60):
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < deadline:
            if len(list(project.briefings.rglob("*.md"))) >= written:
                break
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        process.wait()
        for page in project.briefings.rglob("*.md"):
            assert page.read_bytes().endswith(b"\n")
    assert subprocess.run(command, check=True, capture_output=True).returncode == 0
    finished = tree(project.briefings)
    assert not [path for path in finished if ".unfinished" in path]
    for path in project.briefings.rglob("*.md"):
        path.unlink()
    refresh_archive(project)
    assert tree(project.briefings) == finished
