"""`briefing add`: what a contributor brings, and what lies in the archive afterwards. All made up."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.archive import Project, find_duplicate, load_record, signature_of
from generator.cli import main
from generator.pipeline.adding import free_slug
from generator.pipeline.incoming import Incoming
from generator.pipeline.intake import Understood, understood
from generator.sources import Article, article_file, read_article
from tests.conftest import LAUNCH, ROOT

pytestmark = pytest.mark.model

PAGE = ROOT / "tests" / "pages" / "courier.html"
SLUG = "harbour-bridge-to-close-for-a-year-after-cracks-are-found"
WIRE = (
    "The old ferry to Pell sank at its berth on Monday night, the harbour office said.\n\n"
    "Divers are to look at the hull on Tuesday, and the operator has hired a second ship until the summer."
    "\n\n"
    "Nobody was aboard when the water came in over the car deck, and no oil has been seen in the harbour."
)


def run(project: Project, *arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(
        main, ["-C", str(project.root), "add", *arguments], input=stdin, catch_exceptions=False
    )


def test_a_saved_page_becomes_a_clean_article_and_its_briefing(project: Project) -> None:
    result = run(project, str(PAGE))
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"added as articles/{SLUG}.md, briefing in briefings/2031/{SLUG}.md" in result.output
    assert "  author: Lena Okoro, Tomas Reyl" in result.output
    assert "  left out: byline (1), pointer (1)" in result.output
    text = (project.articles / f"{SLUG}.md").read_text(encoding="utf-8")
    assert text.startswith(
        "---\ntitle: Harbour bridge to close for a year after cracks are found\npublished: 2031-03-12"
    )
    record = load_record((project.briefings / "2031" / f"{SLUG}.md").read_text(encoding="utf-8"), SLUG)
    assert (record.source.outlet, record.source.share <= 100) == ("The Halden Courier", True)


def test_build_and_check_have_nothing_to_do_after_an_article_was_added(project: Project) -> None:
    runner = CliRunner()
    runner.invoke(main, ["-C", str(project.root), "build"])
    run(project, str(PAGE), "--published", "2016-03-12")
    assert "0 analysed" in runner.invoke(main, ["-C", str(project.root), "build"]).output
    assert runner.invoke(main, ["-C", str(project.root), "check"]).exit_code == 0


def test_what_is_not_known_is_named_with_the_option_that_states_it(project: Project) -> None:
    result = run(project, "-", stdin=f"Ferry to Pell sinks\n\n{WIRE}\n\nsource: veldt-news.example")
    assert result.exit_code == 0
    assert (
        "  not known: url (--url), published (--published), outlet (--outlet), author (--author)"
        in result.output
    )
    text = (project.articles / "ferry-to-pell-sinks.md").read_text(encoding="utf-8")
    assert text == f"---\ntitle: Ferry to Pell sinks\n---\n\n{WIRE}\n\nsource: veldt-news.example\n"


def test_what_is_stated_wins_over_the_file(project: Project) -> None:
    options = (
        "--title",
        "A ferry sinks",
        "--published",
        "2031-04-01",
        "--outlet",
        "Veldt News",
        "--author",
        "Ada Lovell",
        "--url",
        "https://veldt-news.example/1",
    )
    assert run(project, "-", *options, stdin=f"Ferry to Pell sinks\n\nBy Ben Roe\n\n{WIRE}").exit_code == 0
    article = read_article((project.articles / "a-ferry-sinks.md").read_bytes(), "a.md")
    known = article.metadata
    assert (article.title, known.outlet, known.author, known.domain) == (
        "A ferry sinks",
        "Veldt News",
        "Ada Lovell",
        "veldt-news.example",
    )
    assert str(known.published) == "2031-04-01"


@pytest.mark.parametrize(
    ("option", "message"),
    [
        (("--published", "12.3.2031"), "published: write a date as 2024-01-31 or 2024-01-31T09:30:00Z"),
        (("--url", "javascript:alert(1)"), "url: write a web address that begins with https:// or http://"),
    ],
)
def test_a_wrong_option_is_one_line_and_nothing_is_written(
    project: Project, option: tuple[str, str], message: str
) -> None:
    result = run(project, "-", *option, stdin=WIRE)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert message in result.stderr
    assert [path.name for path in project.articles.iterdir()] == ["meridian.txt"]


def test_the_same_article_is_not_added_again(project: Project) -> None:
    run(project, str(PAGE))
    result = run(project, str(PAGE))
    assert result.exit_code == 0
    assert f"the archive has this story: articles/{SLUG}.md; add --force to keep both" in result.stderr


def test_a_wire_story_in_another_paper_is_told_and_can_be_forced(project: Project) -> None:
    run(project, "-", stdin=f"Ferry to Pell sinks\n\n{WIRE}")
    other = (
        f"Old ferry lost at its berth\n\nPELL (VNA) — {WIRE.rsplit('. ', 1)[0]}.\n\nThe town will miss her."
    )
    result = run(project, "-", stdin=other)
    assert result.exit_code == 0
    assert "the archive has this story: articles/ferry-to-pell-sinks.md" in result.stderr
    assert (
        "note: the archive has this story also in articles/ferry-to-pell-sinks.md"
        in run(project, "-", "--force", stdin=other).output
    )


def test_a_folder_is_added_and_bad_files_do_not_stop_the_others(project: Project, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.txt").write_bytes(b"")
    (inbox / "b.md").write_text(f"# Ferry to Pell sinks\n\n{WIRE}", encoding="utf-8")
    (inbox / "c.pdf").write_bytes(b"%PDF")
    result = run(project, str(inbox))
    assert result.exit_code == 1
    assert "a.txt: it is empty" in result.stderr
    assert (project.articles / "ferry-to-pell-sinks.md").is_file()


def test_the_same_title_makes_another_name(project: Project) -> None:
    run(project, "-", "--published", "2031-04-01", stdin=f"Ferry to Pell sinks\n\n{WIRE}")
    second = (
        "Ferry to Pell sinks\n\nA second ship has gone down on the lake of Tarn, with apples and no crew."
    )
    assert (
        "articles/ferry-to-pell-sinks-2031-05-01.md"
        in run(project, "-", "--published", "2031-05-01", stdin=second).output
    )


def test_a_title_that_no_file_can_have_gets_a_name_all_the_same() -> None:
    for title in ("???", "CON", "a/b", "." * 300, "word " * 80):
        slug = free_slug(Article("Some text.", title), set())
        assert 0 < len(slug) <= 80
        assert "/" not in slug


def test_a_markdown_note_is_written_in_plain_words() -> None:
    note = (
        "# Ferry to *Pell* sinks\n\nThe [ferry](https://a.example/1) **sank** on Monday.\n\n![ship](a.jpg)\n"
    )
    (found,) = understood(Incoming("a.md", note.encode()), {})
    assert isinstance(found, Understood)
    assert (found.article.title, found.article.text) == ("Ferry to Pell sinks", "The ferry sank on Monday.")
    assert found.left_out == {"markup": 1}


def test_an_article_file_reads_back_as_it_was_written() -> None:
    text = f"Ferry: “sinks” #1\n\nBy Ada Lovell\n12 March 2031\n\n{WIRE}"
    (found,) = understood(Incoming("a.txt", text.encode()), {})
    assert isinstance(found, Understood)
    article = found.article
    again = read_article(article_file(article).encode(), "a.md")
    assert (again.title, again.metadata) == (article.title, article.metadata)
    assert [again.text[p.start : p.end] for p in again.paragraphs] == article.text.split("\n\n")


def test_stories_of_their_own_are_no_duplicates() -> None:
    one, other = signature_of(Article(WIRE, "A")), signature_of(Article(LAUNCH, "B"))
    assert find_duplicate(one, [("b", other)]) is None
    assert find_duplicate(one, [("b", other), ("a", one)]) is not None


def test_explain_names_what_is_left_out_and_passed_over(project: Project) -> None:
    text = f"Ferry to Pell sinks\n\nBy Ada Lovell\n\nWhy did it sink?\n\n{WIRE}\n\nREAD MORE: Fares rise"
    result = CliRunner().invoke(main, ["-C", str(project.root), "analyse", "--explain", "-"], input=text)
    assert result.exit_code == 0
    assert "  left out (byline): By Ada Lovell" in result.output
    assert "  left out (pointer): READ MORE: Fares rise" in result.output
    assert "  passed over (short): Why did it sink?" in result.output


def test_a_language_that_the_text_is_not_in_is_told_and_not_kept(project: Project) -> None:
    result = run(project, "-", stdin=f"---\nlanguage: de\n---\nFerry to Pell sinks\n\n{WIRE}")
    assert "  note: it is stated to be in de, but its text is not, and is read as it is" in result.output
    article = (project.articles / "ferry-to-pell-sinks.md").read_text(encoding="utf-8")
    assert "language: en" in article
    assert "not in English" not in result.output


@pytest.mark.parametrize(
    ("stdin", "message"),
    [
        (b"", "standard input: it is empty;"),
        (b"<!doctype html><title>x</title><p>Menu", "standard input: no story is found in it;"),
        (b"---\ncorrections: 1\n---\nText of it.", "standard input"),
    ],
)
def test_what_is_wrong_with_standard_input_is_told_by_that_name(
    project: Project, stdin: bytes, message: str
) -> None:
    result = run(project, "-", stdin=stdin)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert result.stderr.startswith(message)
