"""An editor's corrections: checked against the article, told on the page, and never lost."""

from __future__ import annotations

import pytest

from generator.archive import Project, Record, load_record
from generator.build import build
from tests.conftest import LAUNCH

SLUG = "undated/meridian"


def corrected(project: Project, corrections: str) -> tuple[Record | None, list[str], str]:
    """Build with corrections in the article's front matter: the record, the errors and the page."""
    block = "".join(f"  {line}\n" for line in corrections.strip().splitlines())
    text = f"---\ncorrections:\n{block}---\n{LAUNCH}"
    (project.articles / "meridian.txt").write_text(text, encoding="utf-8")
    report = build(project)
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
    assert record.edited == ["a quotation was left out: “We will fly”"]


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
        ("quotes:\n  drop: [Never said]", "the briefing shows no quotation that begins “Never said”"),
        (
            "quotes:\n  change:\n  - {text: We will fly, role: the queen}",
            "the role “the queen” does not stand in the article",
        ),
        ("entities:\n  drop: [Nobody]", "the briefing names no “Nobody”"),
        ("entities:\n  add: [{name: Teapot, type: work}]", "the name “Teapot” does not stand in the article"),
    ],
)
def test_a_correction_that_does_not_apply_is_reported_and_the_page_stays(
    project: Project, corrections: str, problem: str
) -> None:
    build(project)
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
        'articles/meridian.txt: front matter: unknown field "corrections.quotes.delete"; '
    )


def test_corrections_survive_a_new_version_of_the_analysis(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, _, _ = corrected(project, "quotes:\n  drop: [We will fly]")
    monkeypatch.setattr("generator.briefer.ANALYSIS_VERSION", 1_000_000)
    assert build(project).analysed == 1
    after = load_record((project.briefings / f"{SLUG}.md").read_text(encoding="utf-8"), SLUG)
    assert before
    assert (after.quotes, after.edited) == (before.quotes, before.edited)
