"""The command `briefing` as people and programs use it."""

from __future__ import annotations

import contextlib
import json
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

import pytest
from click.testing import CliRunner, Result

from generator import Article, analyse
from generator.archive import Project
from generator.cli import main
from tests.conftest import LAUNCH

pytestmark = pytest.mark.model


def run(*arguments: str, root: Path | None = None, stdin: str | bytes | None = None) -> Result:
    place = ["-C", str(root)] if root else []
    return CliRunner().invoke(main, [*place, *arguments], input=stdin, catch_exceptions=False)


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_explains_itself_with_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Example" in result.output
    assert f"briefing {command}" in run("--help").output


def test_exit_status_and_colours_are_explained() -> None:
    told = " ".join(run("--help").output.split())
    assert "Exit status: 0 all is well, 1 something is to be mended" in told
    assert "NO_COLOR=1 leaves colours out" in told
    assert "2 the check could not be made" in " ".join(run("check", "--help").output.split())


@pytest.mark.parametrize(("set_to", "coloured"), [("", True), ("1", False)])
def test_colours_can_be_left_out(
    project: Project, monkeypatch: pytest.MonkeyPatch, set_to: str, coloured: bool
) -> None:
    monkeypatch.setenv("NO_COLOR", set_to)
    (project.articles / "empty.txt").write_bytes(b"")
    result = CliRunner().invoke(main, ["-C", str(project.root), "build"], color=True)
    assert ("\x1b[1m" in result.stderr) is coloured
    assert "\x1b" not in run("build", root=project.root).stderr  # no terminal


def test_no_progress_bar_is_written_into_a_file(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.pipeline.refresh.PROGRESS_AFTER", 0)
    monkeypatch.setattr("generator.review.check.PROGRESS_AFTER", 0)
    assert run("build", root=project.root).stderr == ""
    assert run("check", root=project.root).stderr == ""


def test_a_named_article_is_analysed_anew(project: Project) -> None:
    run("build", root=project.root)
    again = run("build", "articles/meridian.txt", root=project.root)
    assert again.output == "Briefings: 1 in the archive, 1 analysed, 0 files written.\n"
    for path in ("briefings/undated/meridian.md", "articles/none.txt", "../x"):
        other = run("build", path, root=project.root)
        assert (other.exit_code, other.stderr.count("\n")) == (1, 1)


def test_an_unforeseen_error_is_no_finding_of_a_check(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("generator.cli.archive.check_archive", broken)
    result = run("check", root=project.root)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


def test_build_says_what_it_did(project: Project) -> None:
    result = run("build", root=project.root)
    assert result.exit_code == 0
    assert "Briefings: 1 in the archive, 1 analysed, " in result.output
    assert (
        run("build", root=project.root).output
        == "Briefings: 1 in the archive, 0 analysed, 0 files written.\n"
    )


def test_build_fails_with_a_line_for_each_bad_article(project: Project) -> None:
    (project.articles / "empty.txt").write_bytes(b"")
    result = run("build", root=project.root)
    assert result.exit_code == 1
    assert result.stderr == "articles/empty.txt: it is empty; paste the article into it, or delete the file\n"


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        (
            "briefing.yml",
            "colour: red\nkey_quotes: 99\n",
            "briefing.yml:2: key_quotes: Input should be less than or equal to 20; "
            "colour: unknown setting; "
            "the settings are model, summary_sentences, summary_words, key_quotes, quoted_share, "
            "languages, newest\n",
        ),
        (
            "briefing.yml",
            "model: [\n",
            "briefing.yml:2: not valid YAML (did not find expected node content); "
            "mend this line, or put the value in quotation marks\n",
        ),
    ],
)
def test_a_bad_setting_stops_the_build_in_one_line(
    project: Project, file: str, text: str, message: str
) -> None:
    (project.root / file).write_text(text)
    result = run("build", root=project.root)
    assert (result.exit_code, result.stderr) == (1, message)
    assert list(project.briefings.glob("*.md")) == []


def test_a_bad_registry_stops_the_build_and_names_the_line(project: Project) -> None:
    project.registry_file.write_text("entities:\n  - name: A\n    type: animal\n")
    result = run("build", root=project.root)
    assert result.exit_code == 1
    assert result.stderr.startswith("entities.yml:3: ")
    assert result.stderr.count("\n") == 1


def test_outside_of_an_archive_the_way_in_is_told(tmp_path: Path) -> None:
    result = run("build", root=tmp_path)
    assert result.exit_code == 1
    assert result.stderr.endswith(
        "it is no archive: no mkdocs.yml here or above; change to the archive's folder\n"
    )


def test_a_file_name_cannot_steer_the_terminal(project: Project) -> None:
    (project.articles / "a\x1b[31mred.txt").write_bytes(b"")
    assert "\x1b" not in run("build", root=project.root).stderr


def test_analyse_shows_the_briefing_of_a_file_and_writes_nothing(project: Project) -> None:
    result = run("analyse", str(project.articles / "meridian.txt"), root=project.root)
    assert result.exit_code == 0
    assert "# Orbital agency delays Meridian launch" in result.output
    assert list(project.briefings.rglob("*.md")) == []


def jsonl(*lines: object) -> str:
    return "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)


def test_the_filter_answers_each_line_with_spans_of_its_text() -> None:
    text = "🚀 " + LAUNCH  # one code point of four bytes in front
    result = run("analyse", "--jsonl", stdin=jsonl({"id": 7, "text": text}))
    answer = json.loads(result.stdout)
    assert list(answer) == ["id", "summary", "quotes", "statements", "entities", "mentions"]
    assert answer["id"] == 7
    spans = [*answer["summary"], *answer["quotes"], *(q["speaker"] for q in answer["quotes"] if q["speaker"])]
    spans += [mention for entity in answer["entities"] for mention in entity["mentions"]] + answer["mentions"]
    assert len(spans) > 6
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)
    quote = answer["quotes"][0]
    assert list(quote) == ["start", "end", "text", "speaker", "speaker_name"]
    assert (quote["text"], quote["speaker_name"]) == ("We will fly when the valves are safe.", "Mara Ellison")
    said = [statement for statement in answer["statements"] if statement["text"] == quote["text"]]
    assert [(statement["kind"], statement["speaker_name"]) for statement in said] == [
        ("direct", "Mara Ellison")
    ]
    assert list(said[0]) == ["id", "start", "end", "text", "kind", "cue", "speaker", "speaker_name"]
    assert list(answer["entities"][0]) == ["name", "type", "aliases", "mentions"]


def test_the_filter_is_the_python_function() -> None:
    found = analyse(Article(text=LAUNCH))
    answer = json.loads(
        run("analyse", "--jsonl", stdin=jsonl({"id": 1, "text": LAUNCH}), root=Path("/")).stdout
    )
    assert [item["text"] for item in answer["summary"]] == [item.span.text for item in found.summary]
    assert [item["name"] for item in answer["entities"]] == [entity.name for entity in found.entities]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "One line without an end",
        'An "odd number of marks.\n\n"Another" one" here.',
        "“" * 50 + "deep" + "”" * 50,
        "a" * 100_000,
        "\ud800 lone surrogate “said” he.",
        "control \x00\x01\x02 characters, he said.",
        "\u202eright to left\u202c said Mara Ellison.",
        "```` marks '' said Ellison.",
    ],
    ids=["empty", "blank", "line", "odd", "nested", "long", "surrogate", "control", "bidi", "typewriter"],
)
def test_the_filter_takes_any_text(text: str) -> None:
    result = run("analyse", "--jsonl", stdin=jsonl({"id": "x", "text": text}))
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert all(
        text[span["start"] : span["end"]] == span["text"] for span in [*answer["summary"], *answer["quotes"]]
    )


def test_the_filter_goes_on_after_a_bad_line_and_says_which() -> None:
    lines = jsonl(
        "no json",
        {"id": 1},
        {"id": 2, "text": 5},
        {"id": 3, "text": "", "title": 1},
        "",
        {"id": 4, "text": ""},
    )
    result = run("analyse", "--jsonl", stdin=lines)
    assert result.exit_code == 1
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == [
        "line 1",
        "line 2",
        "line 3",
        "line 4",
    ]
    assert json.loads(result.stdout)["id"] == 4


def test_the_filter_ends_without_a_word_when_its_reader_leaves() -> None:
    text = "Der Leuchtturm von Halden wurde am Montag wieder eröffnet, wie die Behörde mitteilte. " * 3
    lines = "".join(json.dumps({"id": number, "text": text}) + "\n" for number in range(500))
    command = [sys.executable, "-m", "generator", "analyse", "--jsonl", "-"]
    with subprocess.Popen(command, stdin=-1, stdout=-1, stderr=-1, text=True, encoding="utf-8") as filter_:
        assert filter_.stdin
        assert filter_.stdout
        assert filter_.stderr
        threading.Thread(target=_write, args=(filter_.stdin, lines)).start()
        assert json.loads(filter_.stdout.readline())["id"] == 0
        filter_.stdout.close()
        assert filter_.stderr.read() == ""
        assert filter_.wait() == 141


def _write(stream: IO[str], text: str) -> None:
    with contextlib.suppress(BrokenPipeError), stream:
        stream.write(text)


def test_the_filter_keeps_to_the_number_of_sentences_asked_for() -> None:
    text = (
        "The ministry of works opened a new office in the old town.\n\n"
        "Twenty clerks will move there from the harbour before the summer.\n\n"
        "A second building is to be bought when parliament has voted the money."
    )
    for number in (1, 2):
        result = run("analyse", "--jsonl", "--sentences", str(number), stdin=jsonl({"id": 1, "text": text}))
        assert len(json.loads(result.stdout)["summary"]) == number


def test_even_a_mistake_of_ours_is_one_line(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("generator.cli.archive.refresh_archive", broken)
    result = run("build", root=project.root)
    assert result.exit_code == 1
    assert result.stderr == (
        "briefing: an unforeseen error (ZeroDivisionError: by zero); "
        "please report it; BRIEFING_DEBUG=1 shows where it arose\n"
    )


def test_a_missing_model_is_one_line() -> None:
    result = run(
        "analyse", "--jsonl", "--model", "no_such_model", stdin=jsonl({"id": 1, "text": "Some text."})
    )
    assert result.exit_code == 1
    assert result.stderr.startswith("language model no_such_model: it is not installed")


@pytest.mark.parametrize("options", [(), ("--explain",), ("--jsonl",)])
def test_a_file_that_is_not_there_is_one_line(project: Project, options: tuple[str, ...]) -> None:
    result = run("analyse", *options, "nowhere.txt", root=project.root)
    assert result.exit_code == 1
    assert result.stderr == "nowhere.txt: it cannot be read (No such file or directory); check its name\n"


def test_options_of_analyse_count_for_a_page_too(project: Project) -> None:
    article = str(project.articles / "meridian.txt")
    page = run("analyse", "--sentences", "1", article, root=project.root).stdout
    assert page.split("summary:")[1].split("quotes:")[0].count("- text:") == 1
    assert run("analyse", "--model", "no_such_model", article, root=project.root).exit_code == 1


def test_a_file_that_cannot_be_written_is_named_itself(project: Project) -> None:
    run("build", root=project.root)
    (project.root / ".cache" / "build.lock").unlink(missing_ok=True)
    page = project.briefings / "undated" / "meridian.md"
    page.unlink()
    page.mkdir()
    result = run("build", root=project.root)
    assert result.exit_code == 1
    assert "meridian.md: it cannot be written" in result.stderr
    assert "unfinished" not in result.stderr


@pytest.mark.slow
def test_help_does_not_wait_for_the_language_model() -> None:
    code = "import sys; from generator.cli import main; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_curator_sees_what_the_registry_does_not_settle_and_a_block_to_paste(project: Project) -> None:
    run("build", root=project.root)
    result = run("entities", root=project.root)
    assert result.exit_code == 0
    assert "  Mara Ellison (person): meridian\n" in result.output
    block = run("entities", "--yaml", root=project.root).output
    registry = project.registry_file.read_text(encoding="utf-8")
    project.registry_file.write_text(f"{registry}entities:\n{block}", encoding="utf-8")
    assert "Mara Ellison (person)" not in run("entities", root=project.root).output
    assert run("build", root=project.root).exit_code == 0


def test_the_curator_has_the_block_written_where_it_belongs(project: Project) -> None:
    run("build", root=project.root)
    told = run("entities", "--write", root=project.root)
    assert re.fullmatch(r"entities.yml: \d added\. Read them .*\n", told.output)
    assert "Mara Ellison (person)" not in run("entities", root=project.root).output
    assert run("build", root=project.root).exit_code == 0
    assert run("entities", "--write", root=project.root).output == "entities.yml: nothing to add\n"
