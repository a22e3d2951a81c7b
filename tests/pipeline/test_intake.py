"""How a file that is brought is read and called, without a build."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest

from generator.errors import BriefingError
from generator.pipeline.adding import free_slug
from generator.pipeline.incoming import Folder, Incoming, incoming
from generator.pipeline.intake import Understood, named, only_article, preview, read_incoming, understood
from generator.sources import Article, Metadata

PAGE = b"<!DOCTYPE html><html><body><article><h1>A bridge opens</h1>"
STORY = "The bridge of Tarn has opened on Monday after ten years of work, the council said in a statement."


@pytest.mark.parametrize(
    ("name", "data", "read_as"),
    [
        ("a.txt", PAGE, "a.txt"),
        ("a.MD", b"text", "a.MD"),
        ("a.html", b"text", "a.html"),
        ("a", b"text", "a.txt"),
        ("a", PAGE, "a.html"),
        ("a.aspx", b"  <html>", "a.aspx.html"),
        ("a.aspx", b"<!-- saved from --> <!doctype html>", "a.aspx.html"),
        ("standard input", b"A <b>bold</b> text", "standard input.txt"),
        ("a.pdf", b"text", "a.pdf.txt"),
    ],
)
def test_what_reads_like_a_page_is_one_unless_its_name_says_otherwise(
    name: str, data: bytes, read_as: str
) -> None:
    assert named(Incoming(name, data)) == read_as


@pytest.mark.parametrize(
    ("title", "published", "taken", "slug"),
    [
        ("Harbour opens", None, [], "harbour-opens"),
        ("Harbour opens", None, ["harbour-opens"], "harbour-opens-dd1ab4f5"),
        ("Harbour opens", dt.date(2031, 3, 12), ["harbour-opens"], "harbour-opens-2031-03-12"),
        ("Either/or", None, [], "either-or"),
        ("Zhou’s plan", None, [], "zhous-plan"),
        ("a" * 70, None, [], "a" * 60),
        (
            "One word after another " * 5,
            None,
            [],
            "one-word-after-another-one-word-after-another-one-word-after",
        ),
    ],
)
def test_an_article_is_named_after_its_title_and_told_from_others(
    title: str, published: dt.date | None, taken: list[str], slug: str
) -> None:
    article = Article(STORY, title=title, metadata=Metadata(published=published))
    found = free_slug(article, set(taken))
    assert found == slug or (found.startswith("harbour-opens-") and "dd1ab4f5" in slug)
    assert found not in taken


@pytest.mark.parametrize("title", ["?!", "index", "con"])
def test_a_title_that_no_file_can_have_gives_a_name_of_its_own(title: str) -> None:
    slug = free_slug(Article(STORY, title=title), set())
    assert slug.startswith("article-")
    assert slug == free_slug(Article(STORY, title=title), set())
    assert slug != free_slug(Article(f"{STORY} More.", title=title), set())


def test_names_go_on_where_all_are_taken() -> None:
    article, taken = Article(STORY, title="Harbour opens"), set[str | None]()
    for _ in range(5):
        taken.add(free_slug(article, taken))
    assert len(taken) == 5


def only(source: Incoming, stated: dict[str, str] | None = None) -> Understood:
    """What is understood of a file that holds one article."""
    (answer,) = understood(source, stated or {})
    assert isinstance(answer, Understood), answer
    return answer


@pytest.mark.parametrize(
    ("stated", "field", "value"),
    [
        ({"published": "2031-03-12"}, "published", dt.date(2031, 3, 12)),
        ({"outlet": "The Courier"}, "outlet", "The Courier"),
        ({"url": "https://www.a.example/1"}, "domain", "a.example"),
        ({}, "outlet", "The Mail"),
        ({"outlet": " "}, "outlet", "The Mail"),
    ],
)
def test_what_is_stated_wins_over_the_file(stated: dict[str, str], field: str, value: object) -> None:
    data = f"---\noutlet: The Mail\n---\n{STORY}".encode()
    assert getattr(only(Incoming("a.md", data), stated).article.metadata, field) == value


def test_what_is_left_out_is_counted_by_its_rule() -> None:
    data = f"A bridge opens\n\nBy Lena Okoro\n\n{STORY}".encode()
    found = only(Incoming("a.txt", data))
    assert found.left_out == {"byline": 1}
    assert (found.article.title, found.article.text) == ("A bridge opens", STORY)
    assert only_article(Incoming("a.txt", data)) == found.article


@pytest.mark.parametrize(
    ("data", "refused"),
    [(STORY.encode(), False), (b"", True), (b"\x00\x01", True)],
    ids=["a story", "nothing", "no text"],
)
def test_a_preview_has_every_field_for_a_story_and_a_reason_for_what_is_none(
    data: bytes, refused: bool
) -> None:
    (row,) = preview(Incoming("a.txt", data), {"outlet": "The Courier"})
    fields = {
        "file",
        "refused",
        "title",
        "author",
        "published",
        "outlet",
        "url",
        "language",
        "text",
        "warnings",
    }
    assert set(row) == fields
    assert (row["refused"] is not None, row["text"] is None) == (refused, refused)
    assert row["outlet"] == (None if refused else "The Courier")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("standard input", b"", "standard input: it is empty"),
        ("a.txt", b"\x00", "a.txt: it is a binary file"),
        ("a.md", b"---\ntitle: [\n---\ntext", "a.md:3: not valid YAML"),
    ],
)
def test_what_cannot_be_read_is_told_by_the_name_that_it_came_with(name: str, data: bytes, says: str) -> None:
    with pytest.raises(BriefingError) as caught:
        read_incoming(Incoming(name, data))
    assert str(caught.value).startswith(says)


def test_a_folder_gives_its_files_in_order_but_not_what_browsers_save_beside_a_page(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "deep/d.html", ".hidden/e.txt", "a_files/f.js", ".g.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"text")
    folder, *files = incoming([tmp_path])
    assert isinstance(folder, Folder)
    assert sorted(path.name for path in folder.left_out) == [".hidden", "a_files"]
    names = [file.name for file in files if isinstance(file, Incoming)]
    assert [Path(name).relative_to(tmp_path).as_posix() for name in names] == ["a.md", "b.txt", "deep/d.html"]


def test_no_more_of_a_file_is_read_than_may_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["generator.pipeline.incoming"], "MAX_BYTES", 10)
    (tmp_path / "a.txt").write_bytes(b"x" * 1000)
    (item,) = incoming([tmp_path / "a.txt"])
    assert isinstance(item, Incoming)
    assert len(item.read().data) == 11


def test_nothing_to_add_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    error, _ = incoming([tmp_path / "empty"])
    assert "no file in this folder" in str(error)
    (missing,) = incoming([tmp_path / "a.txt"])
    assert isinstance(missing, Incoming)
    with pytest.raises(BriefingError, match="it cannot be read"):
        missing.read()
