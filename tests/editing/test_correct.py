"""An editor's corrections: checked against the article, told on the page, and never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.archive import Project, Record, load_record
from generator.pipeline.brief import Briefer
from generator.pipeline.refresh import refresh_archive
from generator.sources import article_file, read_article
from tests.conftest import LAUNCH

pytestmark = pytest.mark.model

SLUG = "undated/meridian"


def corrected(project: Project, corrections: str) -> tuple[Record | None, list[str], str]:
    """Build with corrections in the article's front matter: the record, the errors and the page."""
    block = "".join(f"  {line}\n" for line in corrections.strip().splitlines())
    text = f"---\ncorrections:\n{block}---\n{LAUNCH}"
    (project.articles / "meridian.txt").write_text(text, encoding="utf-8")
    report = refresh_archive(project)
    path = project.briefings / f"{SLUG}.md"
    page = path.read_text(encoding="utf-8") if path.exists() else ""
    return load_record(page, SLUG) if page else None, [str(error) for error in report.errors], page


def test_an_editor_chooses_the_bottom_line(project: Project) -> None:
    record, _, page = corrected(project, "summary:\n- The probe was built by Corvane Systems.")
    assert record
    assert [passage.text for passage in record.summary] == ["The probe was built by Corvane Systems."]
    assert record.summary[0].paragraph == 3
    assert "An editor’s choice: the bottom line was chosen" in page


def test_an_editor_leaves_a_quotation_out(project: Project) -> None:
    record, _, _ = corrected(project, "quotes:\n  drop: [We will fly]")
    assert record
    assert record.quotes == []
    assert record.edited == ["a statement was left out: “We will fly”"]


def test_an_editor_corrects_who_said_it(project: Project) -> None:
    record, _, _ = corrected(
        project,
        "quotes:\n  change:\n  - text: We will fly\n    speaker: Corvane Systems\n    role: the director",
    )
    assert record
    assert [(said.speaker, said.role) for said in record.quotes] == [("Corvane Systems", "the director")]


def test_an_editor_says_that_the_speaker_is_unknown(project: Project) -> None:
    record, _, page = corrected(
        project, "quotes:\n  change:\n  - {text: We will fly, speaker: null, role: null}"
    )
    assert record
    assert record.quotes[0].speaker is None
    assert "speaker unknown" in page


@pytest.mark.parametrize(
    ("speaker", "role"),
    [("null", None), ("Corvane Systems", None), ("Ivo Lund", "the minister of science")],
)
def test_another_speaker_never_has_the_role_of_the_one_before(
    project: Project, speaker: str, role: str | None
) -> None:
    text = (
        "---\ncorrections:\n  quotes:\n    change:\n"
        f"    - {{text: We will fly, speaker: {speaker}}}\n---\n{LAUNCH}"
        "\nIvo Lund, the minister of science, praised the valves.\n"
    )
    (project.articles / "meridian.txt").write_text(text, encoding="utf-8")
    refresh_archive(project)
    record = load_record((project.briefings / f"{SLUG}.md").read_text(encoding="utf-8"), SLUG)
    said = next(said for said in record.quotes if said.shown.startswith("We will fly"))
    assert (said.speaker, said.role) == (None if speaker == "null" else speaker, role)


def test_the_same_speaker_stated_again_keeps_the_role(project: Project) -> None:
    record, _, _ = corrected(project, "quotes:\n  change:\n  - {text: We will fly, speaker: Mara Ellison}")
    assert record
    assert record.quotes[0].role == "the director of the Halden Space Agency"


def test_an_editor_adds_words_of_the_article_as_a_quotation(project: Project) -> None:
    record, _, _ = corrected(
        project,
        "quotes:\n  add:\n  - {text: delayed the launch of its Meridian probe, speaker: Mara Ellison}",
    )
    assert record
    assert [said.passages[0].paragraph for said in record.quotes] == [1, 2]
    passage = record.quotes[0].passages[0]
    assert LAUNCH[passage.start : passage.end] == passage.text


def test_an_editor_names_renames_retypes_and_leaves_out(project: Project) -> None:
    record, _, _ = corrected(
        project,
        """
entities:
  drop: [Halden Space Agency]
  rename: [{name: Mara Ellison, to: Mara J. Ellison}]
  retype: [{name: Corvane Systems, type: work}]
  add: [{name: Monday, type: event}]
""",
    )
    assert record
    named = {kind: [item.name for item in group] for kind, group in record.entities.items()}
    assert named["person"] == ["Mara J. Ellison"]
    assert "Mara Ellison" in record.entities["person"][0].aliases
    assert record.quotes[0].speaker == "Mara J. Ellison"
    assert "Corvane Systems" in named["work"]
    assert "Corvane Systems" not in named.get("organisation", [])
    assert named["event"] == ["Monday"]
    assert "Halden Space Agency" not in [*named.get("organisation", []), *record.tags]


@pytest.mark.parametrize(
    ("corrections", "problem"),
    [
        (
            "summary:\n- The probe is a teapot.",
            "“The probe is a teapot.” does not stand in any one paragraph of the article, letter for letter",
        ),
        (
            "quotes:\n  drop: [Never said]",
            "“Never said” does not stand in any one paragraph of the article, letter for letter",
        ),
        (
            "quotes:\n  change:\n  - {text: We will fly, role: the queen}",
            "the role “the queen” does not stand in the article",
        ),
        (
            "entities:\n  drop: [Nobody]",
            "the name “Nobody” stands neither in the briefing nor in the article",
        ),
        (
            "quotes:\n  change:\n  - {text: We will fly, speaker: Ivo Lund}",
            "the speaker “Ivo Lund” is not named in the article",
        ),
        ("entities:\n  add: [{name: Teapot, type: work}]", "the name “Teapot” does not stand in the article"),
    ],
)
def test_a_correction_that_does_not_apply_is_reported_and_the_page_stays(
    project: Project, corrections: str, problem: str
) -> None:
    refresh_archive(project)
    before = (project.briefings / f"{SLUG}.md").read_bytes()
    _, errors, _ = corrected(project, corrections)
    assert errors == [
        f"articles/meridian.txt: corrections: {problem}; "
        "mend or remove the correction in the article's front matter"
    ]
    assert (project.briefings / f"{SLUG}.md").read_bytes() == before


def test_an_unknown_correction_is_refused_by_name(project: Project) -> None:
    _, errors, _ = corrected(project, "quotes:\n  delete: [We will fly]")
    assert errors[0].startswith(
        "articles/meridian.txt: front matter: "
        "corrections.quotes.delete: unknown field (did you mean “drop”?); "
    )


def test_corrections_survive_a_new_version_of_the_analysis(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, _, _ = corrected(project, "quotes:\n  drop: [We will fly]")
    monkeypatch.setattr("generator.pipeline.brief.ANALYSIS_VERSION", 1_000_000)
    project.manifest.unlink()  # another version of the program knows nothing of this one's
    assert refresh_archive(project).analysed == 1
    after = load_record((project.briefings / f"{SLUG}.md").read_text(encoding="utf-8"), SLUG)
    assert before
    assert (after.quotes, after.edited) == (before.quotes, before.edited)


def test_an_editor_gives_the_title_and_the_date(project: Project) -> None:
    corrected(project, "title: Meridian waits\npublished: 2001-05-04")
    page = (project.briefings / "2001" / "meridian.md").read_text(encoding="utf-8")
    assert "# Meridian waits\n" in page
    assert "An editor’s choice: the title was changed" in page
    assert "An editor’s choice: the date was changed" in page
    assert not (project.briefings / f"{SLUG}.md").exists()


@pytest.mark.parametrize(
    "words", ["“We will fly", "when the valves", '"We will fly when the valves are safe."']
)
def test_a_quotation_is_found_by_any_of_its_words_and_with_its_marks(project: Project, words: str) -> None:
    record, errors, _ = corrected(project, f"quotes:\n  drop: ['{words}']")
    assert record
    assert (record.quotes, errors) == ([], [])


def test_marks_typed_straight_show_as_the_article_has_them(project: Project) -> None:
    text = LAUNCH.replace("the director of", "the agency’s director at")
    (project.articles / "meridian.txt").write_text(
        f"---\ncorrections:\n  quotes:\n    add:\n    - text: the agency's director\n---\n{text}",
        encoding="utf-8",
    )
    refresh_archive(project)
    record = load_record((project.briefings / f"{SLUG}.md").read_text(encoding="utf-8"), SLUG)
    assert "the agency’s director" in [said.passages[0].text for said in record.quotes]


def test_a_quotation_that_is_shown_already_is_not_shown_twice(project: Project) -> None:
    record, _, _ = corrected(
        project,
        "quotes:\n  add:\n  - {text: We will fly when the valves are safe., speaker: Corvane Systems}",
    )
    assert record
    assert [(said.speaker, said.passages[0].text) for said in record.quotes] == [
        ("Corvane Systems", "We will fly when the valves are safe.")
    ]


def test_renaming_into_a_name_that_is_there_makes_one_of_two(project: Project) -> None:
    before, _, _ = corrected(project, "title: A")
    record, _, _ = corrected(
        project, "entities:\n  rename: [{name: Corvane Systems, to: Halden Space Agency}]"
    )
    assert before
    assert record
    old = {named.name: named.mentions for named in before.entities["organisation"]}
    new = {named.name: named for named in record.entities["organisation"]}
    assert "Corvane Systems" not in new
    assert new["Halden Space Agency"].mentions == old["Corvane Systems"] + old["Halden Space Agency"]
    assert "Corvane Systems" in new["Halden Space Agency"].aliases


@pytest.mark.parametrize(
    "corrections",
    [
        "quotes:\n  drop: [It is to study the moons]",
        "quotes:\n  change: [{text: It is to study the moons, speaker: null}]",
        "entities:\n  drop: [spring]",
        "entities:\n  rename: [{name: spring, to: Spring}]",
        "entities:\n  retype: [{name: spring, type: event}]",
    ],
)
def test_a_correction_waits_while_the_briefing_does_not_show_its_words(
    project: Project, corrections: str
) -> None:
    record, errors, _ = corrected(project, corrections)
    assert errors == []
    assert record


def test_an_article_that_changed_is_told_of_all_corrections_that_it_left_behind(project: Project) -> None:
    corrected(project, "quotes:\n  drop: [We will fly]\nentities:\n  drop: [Corvane Systems]")
    file = project.articles / "meridian.txt"
    text = file.read_text(encoding="utf-8")
    head, _, body = text.partition("---\nOrbital")
    body = body.replace("We will fly when", "We shall wait until").replace("Corvane Systems", "the makers")
    file.write_text(f"{head}---\nOrbital{body}", encoding="utf-8")
    errors = [fault.where for error in refresh_archive(project).errors for fault in error.faults()]
    assert errors == [
        "articles/meridian.txt: corrections.quotes.drop.0",
        "articles/meridian.txt: corrections.entities.drop.0",
    ]


def test_corrections_survive_a_version_that_finds_nothing_by_itself(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worst new version: no quotation and no name; what the editor wants is refused by nothing."""
    corrections = """
quotes:
  drop: [We will fly]
  add: [{text: delayed the launch, speaker: Mara Ellison}]
entities:
  rename: [{name: Corvane Systems, to: Corvane}]
  add: [{name: Meridian, type: product}]
"""
    corrected(project, corrections)
    monkeypatch.setattr("generator.pipeline.brief.ANALYSIS_VERSION", 1_000_000)
    project.manifest.unlink()  # another version of the program knows nothing of this one's
    whole = Briefer.brief
    monkeypatch.setattr(
        Briefer, "brief", lambda self, article: replace(whole(self, article), key_quotes=(), entities=())
    )
    report = refresh_archive(project)
    record = load_record((project.briefings / f"{SLUG}.md").read_text(encoding="utf-8"), SLUG)
    assert (report.errors, report.analysed) == ([], 1)
    assert [(said.speaker, said.passages[0].text) for said in record.quotes] == [
        ("Mara Ellison", "delayed the launch")
    ]
    assert {kind: [named.name for named in group] for kind, group in record.entities.items()} == {
        "product": ["Meridian"]
    }


def test_corrections_are_kept_when_a_file_is_added_to_another_archive() -> None:
    text = (
        "---\ncorrections:\n  quotes:\n    change:\n    - {text: We will fly, speaker: null}\n---\n" + LAUNCH
    )
    again = read_article(article_file(read_article(text.encode(), "a.md")).encode(), "a.md")
    assert again.corrections == read_article(text.encode(), "a.md").corrections
    assert "speaker" in again.corrections.quotes.change[0].model_fields_set
