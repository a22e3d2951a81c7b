"""Which files of an archive are its articles and briefings, and why others are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.archive import (
    Project,
    briefing_paths,
    dump_front_matter,
    find_articles,
    open_memo,
    scan_articles,
    scan_briefings,
)
from tests.archive.test_schema import record


def project_with(root: Path, *names: str) -> Project:
    """An archive with article files of these names."""
    for name in names:
        path = root / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text", encoding="utf-8")
    (root / "briefings").mkdir()
    return Project(root)


def test_articles_lie_anywhere_below_their_folder_but_hidden_ones(tmp_path: Path) -> None:
    project = project_with(tmp_path, "b.txt", "a.md", "2024/c.html", ".d.txt", ".git/e.txt")
    found, errors = find_articles(project)
    assert found == {"a": "articles/a.md", "b": "articles/b.txt", "c": "articles/2024/c.html"}
    assert errors == {}


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("a.pdf", "articles/a.pdf: .pdf is not read; save it as .txt or .md or .html or .htm"),
        ("README", "articles/README: a file without ending is not read"),
        ("index.txt", "articles/index.txt: a briefing cannot be named after this file"),
        ("!!!.txt", "articles/!!!.txt: a briefing cannot be named after this file"),
        ("a\x07b.txt", "its name has characters that cannot be shown"),
    ],
)
def test_a_file_that_is_no_article_is_told_and_stops_no_other(tmp_path: Path, name: str, says: str) -> None:
    found, errors = find_articles(project_with(tmp_path, "good.txt", name))
    assert found == {"good": "articles/good.txt"}
    (error,) = errors.values()
    assert says in str(error)


def test_two_files_of_one_address_are_both_told(tmp_path: Path) -> None:
    found, errors = find_articles(project_with(tmp_path, "The Moon.txt", "2024/the-moon.md"))
    assert found == {}
    assert set(errors) == {"articles/The Moon.txt", "articles/2024/the-moon.md"}
    assert "the same address as that of articles/2024/the-moon.md" in str(errors["articles/The Moon.txt"])


def test_a_link_is_no_article(tmp_path: Path) -> None:
    project = project_with(tmp_path, "good.txt")
    (project.articles / "linked.txt").symlink_to(project.articles / "good.txt")
    found, errors = find_articles(project)
    assert list(found) == ["good"]
    assert "it is a link or a device" in str(errors["articles/linked.txt"])


def test_files_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    files, _ = scan_articles(project_with(tmp_path, "b.txt", "a.txt", "c/a1.txt"))
    assert [(file.slug, file.data) for file in files] == [("a", b"text"), ("b", b"text"), ("a1", b"text")]


def test_briefings_lie_in_years_and_among_the_undated(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    for name in ("2024/b.md", "2024/index.md", "undated/a.md", "people/c.md", "top.md", "2024/d.txt"):
        path = project.briefings / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(dump_front_matter(record()), encoding="utf-8")
    assert briefing_paths(project) == ["2024/b.md", "undated/a.md"]


@pytest.mark.parametrize(
    ("data", "is_good"),
    [
        (dump_front_matter(record()).encode(), True),
        (b"no front matter", False),
        (b"\xff", False),
        (b"---\nschema: 9\n---\n", False),
        (b"", False),
    ],
)
def test_a_briefing_that_cannot_be_read_has_no_record(tmp_path: Path, data: bytes, is_good: bool) -> None:
    project = project_with(tmp_path)
    (project.briefings / "2024").mkdir()
    (project.briefings / "2024" / "a.md").write_bytes(data)
    with open_memo(project.memo) as memo:
        for _ in range(2):  # read, then remembered
            (stored,) = scan_briefings(project, memo)
            assert (stored.slug, stored.record is not None) == ("a", is_good)
