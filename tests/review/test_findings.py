"""`briefing check`: what a pull request must satisfy, for people, for GitHub and for programs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.archive import Project
from generator.cli import main
from generator.pipeline.refresh import refresh_archive
from generator.review.findings import KINDS
from tests.conftest import LAUNCH, ROOT
from tests.review.archive import HARBOUR, PAGE, article, edit, findings, run, seen

pytestmark = pytest.mark.model


def test_a_good_archive_has_nothing_to_mend(built: Project) -> None:
    article(built, HARBOUR.replace("2031", "2001"))
    result = run(built)
    assert (result.exit_code, result.output) == (0, "Nothing to mend.\n")
    assert run(built, "--format", "json").output == "[]\n"
    assert run(built, "--format", "github").output == ""


def test_a_briefing_changed_by_hand_is_shown_with_what_differs_and_what_mends_it(built: Project) -> None:
    edit(built.briefings / PAGE, "valves are safe", "valves are great")
    result = run(built)
    assert result.exit_code == 1
    assert result.output.startswith(f"briefings/{PAGE}\n  line ")
    assert '-> <span id="quote-1"></span>“We will fly when the valves are great.”' in result.output
    assert '+> <span id="quote-1"></span>“We will fly when the valves are safe.”' in result.output
    assert "“We will fly when the valves are great.” does not stand in articles/meridian.txt" in result.output
    assert "    $ briefing build articles/meridian.txt\n" in result.output
    assert result.output.endswith("\n2 to mend.\n")
    assert seen(built) == [
        ("stale", f"briefings/{PAGE}", line_of(built, "      - text: We will fly")),
        ("verbatim", f"briefings/{PAGE}", line_of(built, "      - text: We will fly")),
    ]
    mended = CliRunner().invoke(main, ["-C", str(built.root), "build", "articles/meridian.txt"])
    assert mended.exit_code == 0
    assert run(built).exit_code == 0


def line_of(project: Project, start: str, path: str = PAGE) -> int:
    lines = (project.briefings / path).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(start))


def test_a_plain_build_mends_what_was_changed_by_hand_where_it_was_made(built: Project) -> None:
    before = (built.briefings / PAGE).read_bytes()
    edit(built.briefings / PAGE, "speaker: Mara Ellison", "speaker: Ivo Lund")
    refresh_archive(built)
    assert (built.briefings / PAGE).read_bytes() == before


def test_a_briefing_with_other_line_ends_is_not_the_one_that_is_made(built: Project) -> None:
    page = built.briefings / PAGE
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert findings(built)[0]["details"] == ["only the ends of its lines differ"]


def test_a_missing_briefing_is_told_beside_its_article(built: Project) -> None:
    (built.briefings / PAGE).unlink()
    assert seen(built) == [("missing", "articles/meridian.txt", None)]
    assert f"the briefing briefings/{PAGE} is missing" in run(built).output


def test_a_briefing_without_an_article_and_a_second_one_are_named(built: Project) -> None:
    (built.briefings / "2024").mkdir()
    (built.briefings / "2024" / "other.md").write_text("x")
    (built.briefings / "2024" / "meridian.md").write_text("x")
    output = run(built).output
    assert "briefings/2024/other.md\n  no article makes this briefing" in output
    assert f"briefings/{PAGE}\n  its article has another briefing" in output


@pytest.mark.parametrize("name", ["undated/script.js", "extra.md", "people/page.html", "assets/x.svg"])
def test_a_file_that_would_be_published_as_it_is_does_not_belong_there(built: Project, name: str) -> None:
    (built.briefings / name).parent.mkdir(exist_ok=True)
    (built.briefings / name).write_text("x")
    assert seen(built) == [("stray", f"briefings/{name}", None)]
    assert f"$ git rm -f -- briefings/{name}" in run(built).output


def test_a_link_to_another_folder_does_not_belong_among_the_briefings(built: Project) -> None:
    (built.briefings / "undated" / "more").symlink_to(built.articles, target_is_directory=True)
    assert ("stray", "briefings/undated/more", None) in seen(built)


def test_front_matter_that_breaks_the_schema_is_told_on_its_line(built: Project) -> None:
    edit(built.briefings / PAGE, "mentions: 2", "mentions: often")
    schema = [one for one in findings(built) if one["kind"] == "schema"]
    assert [(one["field"], one["line"]) for one in schema] == [
        ("entities.organisation.0.mentions", line_of(built, "      mentions: often"))
    ]


@pytest.mark.parametrize(
    ("day", "problem", "hint"),
    [
        ("9998-01-01", "9998-01-01 is in the future", False),
        ("1024-03-12", "1024-03-12 is before there were newspapers", False),
        ("1870-03-12", "1870-03-12 is long ago", True),
        ("1970-01-01", "1970-01-01 is what computers say when they know no date", True),
        ("2001-03-21", "2001-03-21 is not the day in the article's address (2001-03-12)", True),
        ("2001-03-13", None, False),
    ],
)
def test_a_date_must_be_plausible(project: Project, day: str, problem: str | None, hint: bool) -> None:
    address = "https://halden-courier.example/2001/03/12/bridge" if day.startswith("2001") else ""
    article(project, f"---\ntitle: Bridge\npublished: {day}\nurl: {address}\n---\n{LAUNCH}", "meridian.txt")
    found = [(one["kind"], one["problem"], one["line"], one["hint"]) for one in findings(project)]
    assert found == ([("date", problem, 3, hint)] if problem else [])
    assert run(project).exit_code == int(bool(problem) and not hint)


def test_a_hint_alone_fails_no_check(project: Project) -> None:
    article(project, f"---\npublished: 1870-03-12\n---\n{LAUNCH}", "meridian.txt")
    result = run(project)
    assert result.exit_code == 0
    assert "line 2, published: hint: 1870-03-12 is long ago" in result.output
    assert result.output.endswith("Nothing to mend, and 1 hint.\n")


def test_the_bound_on_quotations_holds_for_editors_too(built: Project) -> None:
    built.settings_file.write_text("quoted_share: 10\n")
    sentences = LAUNCH.split("\n\n")[1:4]
    chosen = "".join(f"    - '{line}'\n" for line in sentences)
    article(built, f"---\ncorrections:\n  summary:\n{chosen}---\n{LAUNCH}", "meridian.txt")
    found = findings(built)
    assert [(one["kind"], one["line"], one["field"]) for one in found] == [("budget", 2, "corrections")]
    assert re.fullmatch(r"the briefing quotes \d+ of its \d+ words, and may quote \d+", found[0]["problem"])


def test_two_articles_of_one_address_are_both_named(built: Project) -> None:
    (built.articles / "2001").mkdir()
    (built.articles / "2001" / "Meridian.md").write_text(LAUNCH, encoding="utf-8")
    assert [one for one in seen(built) if one[0] == "slug"] == [
        ("slug", "articles/2001/Meridian.md", None),
        ("slug", "articles/meridian.txt", None),
    ]


def test_a_story_that_is_there_twice_is_named_as_a_hint(built: Project) -> None:
    article(built, LAUNCH.replace("Orbital agency delays", "Agency puts off"), "wire.txt")
    found = findings(built)
    assert [(one["kind"], one["file"], one["hint"]) for one in found] == [
        ("duplicate", "articles/wire.txt", True)
    ]
    assert "the archive has this story: articles/meridian.txt (" in found[0]["problem"]
    assert run(built).exit_code == 0


def test_two_articles_with_one_web_address_are_named(project: Project) -> None:
    article(project, HARBOUR.replace("2031", "2001"))
    text = f"---\ntitle: Meridian\nurl: https://halden-courier.example/2001/03/12/bridge\n---\n{LAUNCH}"
    article(project, text, "meridian.txt")
    assert [(one["file"], one["field"], one["line"]) for one in findings(project)] == [
        ("articles/meridian.txt", "url", 3)
    ]


def test_an_article_that_cannot_be_read_is_named_with_each_field_on_its_line(built: Project) -> None:
    text = f"---\ntitle: A\npublished: soon\ncolour: red\n---\n{LAUNCH}"
    (built.articles / "meridian.txt").write_text(text, encoding="utf-8")
    assert [(one["kind"], one["field"], one["line"]) for one in findings(built)] == [
        ("article", "published", 3),
        ("article", "colour", 4),
    ]


def test_a_correction_that_does_not_apply_is_told_on_its_line(built: Project) -> None:
    text = f"---\ncorrections:\n  quotes:\n    drop:\n      - We will fly\n      - Never said\n---\n{LAUNCH}"
    (built.articles / "meridian.txt").write_text(text, encoding="utf-8")
    assert [(one["kind"], one["field"], one["line"]) for one in findings(built)] == [
        ("correction", "corrections.quotes.drop.1", 6)
    ]


def test_a_name_made_to_look_like_another_is_told(project: Project) -> None:
    twin = LAUNCH.replace("Mara Ellison, the", "Mаra Ellison, the").replace("Meridian", "Corona")
    article(project, twin, "twin.txt")
    found = [one for one in findings(project) if one["kind"] == "name"]
    assert [(one["file"], one["hint"]) for one in found] == [("articles/twin.txt", True)]
    assert "mixes Cyrillic and Latin letters in “Mаra”" in found[0]["problem"]


MARKED = """---
title: The ministry [has published](/news/plan) a plan
author: Lena Okoro [Pell](desk)
---
The ministry of works [has published](/news/plan) a plan for the **old harbour** of Pell, its minister said.

Ivo Lund, the minister, told reporters: “We [have read](notes.md) every **single** letter about it.”

A ferry is to carry pupils and workers across the water until a new bridge has been opened.
"""


def test_links_and_brackets_in_the_words_of_an_article_are_words(project: Project) -> None:
    article(project, MARKED)
    assert seen(project) == []
    page = (project.briefings / "undated" / "bridge.md").read_text("utf-8").split("\n---\n", 1)[1]
    assert "# The ministry has published a plan" in page
    assert "has published a plan for the old harbour of Pell" in page
    assert "every single letter" in page


def test_an_old_address_that_leads_nowhere_is_found(built: Project) -> None:
    built.moves_file.write_text("2024/old: 2024/nowhere\n", encoding="utf-8")
    assert [(one["kind"], one["file"], one["field"]) for one in findings(built)] == [
        ("address", "addresses.yml", "2024/old")
    ]


def test_a_template_with_a_link_that_leads_nowhere_is_found(built: Project) -> None:
    edit(
        built.page_templates[0] / "about.md.j2",
        "## To take away",
        "[a](nowhere.md) [b](index.md#no)\n[c](ftp:x)",
    )
    assert sorted((one["kind"], one["problem"]) for one in findings(built)) == [
        ("link", "the link to ftp:x leads nowhere: it is no web address"),
        ("link", "the link to index.md#no leads nowhere: the page has no such anchor"),
        ("link", "the link to nowhere.md leads nowhere: there is no such page"),
    ]


def test_a_template_that_cannot_be_used_is_a_finding(built: Project) -> None:
    (built.page_templates[0] / "briefing.md.j2").write_text("{{ nothing")
    assert seen(built)[0][:2] == ("template", "templates/pages/briefing.md.j2")


def test_all_faults_of_the_registry_are_findings_on_their_lines(built: Project) -> None:
    built.registry_file.write_text("entities:\n  - name: A\n    type: animal\n  - type: person\n")
    assert run(built).exit_code == 1
    assert seen(built) == [("registry", "entities.yml", 3), ("registry", "entities.yml", 4)]


CONTRADICTIONS = """entities:
  - name: Mara Ellison
    type: person
    wikidata: Q42
    not: [Mara Ellison]
  - name: Corvane Systems
    type: organisation
    wikidata: Q42
  - name: CORVANE, Systems
    type: organisation
"""


def test_a_registry_that_contradicts_itself_is_told(project: Project) -> None:
    project.registry_file.write_text(CONTRADICTIONS)
    refresh_archive(project)
    found = [(one["line"], one["problem"]) for one in findings(project) if one["kind"] == "registry"]
    assert found == [
        (2, "“Mara Ellison” is a name of “Mara Ellison”, and stands under its “not”"),
        (6, "Q42 is the Wikidata item of “Mara Ellison” (line 2), too"),
        (9, "“CORVANE, Systems” would have the same page as “Corvane Systems” (line 6)"),
    ]


def test_a_bad_setting_is_a_finding(built: Project) -> None:
    built.settings_file.write_text("colour: red\n")
    assert seen(built) == [("settings", "briefing.yml", 1)]


def test_a_check_that_could_not_be_made_is_no_finding(built: Project) -> None:
    built.settings_file.write_text("model: no_such_model\n")
    assert run(built).exit_code == 2
    assert run(built, "--changed", "no-such-branch").exit_code == 2
    assert run(built, "--changed", "--output=x").exit_code == 2


def test_nothing_is_analysed_twice_to_prove_it(built: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(built).exit_code == 0

    def broken(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("generator.pipeline.brief.Briefer.brief", broken)
    assert run(built).exit_code == 0


def test_every_kind_of_finding_is_documented_and_tested() -> None:
    page = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")
    own = Path(__file__).read_text(encoding="utf-8")
    for kind, meaning in KINDS.items():
        assert f"| `{kind}` | {meaning} |" in page
        assert f'"{kind}"' in own, kind
