"""What goes wrong around a build: it is told in a line, nothing is lost, and the next build mends it.

`make faults` does the same to real processes and disks.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from generator.archive import Project, scan_briefings
from generator.errors import StoreError
from generator.pipeline import Incoming, add
from generator.pipeline.refresh import refresh_archive
from generator.plugin import BriefingsPlugin
from tests.conftest import GOOD, LAUNCH, tree

pytestmark = pytest.mark.model


def _replaced(file: Path) -> None:
    other = file.with_name(".other")
    other.write_text(GOOD, encoding="utf-8")
    other.replace(file)


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:40])


@pytest.mark.parametrize("change", [_replaced, _cut, Path.unlink], ids=["replaced", "cut", "deleted"])
def test_an_article_that_changes_during_a_build_is_read_once_and_again_by_the_next_build(
    project: Project, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    refresh_archive(project)
    before = tree(project.briefings)
    article = project.articles / "meridian.txt"
    for page in project.briefings.rglob("*.md"):
        page.unlink()

    def scan_meanwhile(*arguments: object) -> object:
        change(article)
        return scan_briefings(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("generator.pipeline.refresh.scan_briefings", scan_meanwhile)
    report = refresh_archive(project)
    assert report.errors == []
    assert tree(project.briefings) == before
    monkeypatch.undo()
    refresh_archive(project)
    after = tree(project.briefings)
    assert after != before
    article.write_text(LAUNCH, encoding="utf-8")
    refresh_archive(project)
    assert tree(project.briefings) == before


@pytest.mark.parametrize("moment", [0, 981_173_106, 7_258_118_400], ids=["1970", "2001", "2200"])
def test_the_times_of_files_do_not_matter(project: Project, moment: int) -> None:
    refresh_archive(project)
    for path in project.root.rglob("*"):
        os.utime(path, (moment, moment))
    again = refresh_archive(project)
    assert (again.analysed, again.written) == (0, [])
    article = project.articles / "meridian.txt"
    article.write_text(GOOD, encoding="utf-8")
    os.utime(article, (moment, moment))
    assert refresh_archive(project).analysed == 1


def test_a_clock_that_jumps_back_changes_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    refresh_archive(project)
    before = tree(project.briefings)
    for page in project.briefings.rglob("*.md"):
        page.unlink()
    times = iter(range(2_000_000_000, 0, -1_000_000))
    monkeypatch.setattr(time, "time", lambda: float(next(times)))
    refresh_archive(project)
    assert tree(project.briefings) == before


@pytest.mark.parametrize("refused", ["the article", "the briefing"])
def test_a_disk_that_fills_up_during_an_addition_leaves_neither_article_nor_briefing(
    project: Project, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    refresh_archive(project)
    before = tree(project.root / "articles") | tree(project.briefings)
    room = iter(range(0 if refused == "the article" else 1))

    def full(_: int) -> None:
        if next(room, None) is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", full)
    ((_, (told,)),) = add(project, [Incoming("harbour.txt", GOOD.encode())], {})
    assert isinstance(told, StoreError)
    assert str(told).endswith(
        "it cannot be written (No space left on device); make room or mend the permissions"
    )
    assert tree(project.root / "articles") | tree(project.briefings) == before


def test_an_addition_to_a_folder_that_cannot_be_written_is_one_line(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    refresh_archive(project)
    monkeypatch.setattr("tempfile.mkstemp", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    ((_, (told,)),) = add(project, [Incoming("harbour.txt", GOOD.encode())], {})
    assert isinstance(told, StoreError)
    assert "harbour-opens.md: it cannot be written (Read-only file system)" in str(told)


def test_what_killed_writers_left_is_swept_and_files_of_people_stay(project: Project) -> None:
    for folder in (project.articles, project.briefings):
        (folder / ".unfinished-x1y2z3").write_text("half", encoding="utf-8")
        (folder / ".notes").write_text("mine", encoding="utf-8")
    refresh_archive(project)
    left = {path.name for path in project.root.rglob(".*") if path.parent.name in {"articles", "briefings"}}
    assert left == {".notes", ".gitignore"}


def test_a_site_that_cannot_be_written_is_one_line() -> None:
    plugin = BriefingsPlugin()
    with pytest.raises(
        Abort, match=r"^site/index\.html: it cannot be read or written \(No space left on dev"
    ):
        plugin.on_build_error(error=OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "site/index.html"))
    plugin.on_build_error(error=ValueError("a fault of ours, which MkDocs shows as it is"))
