"""What is reported without quotation marks, on the page and in an editor's hands."""

from __future__ import annotations

import pytest

from generator.archive import Project, Record, load_record
from generator.editing import fitting
from generator.pipeline import refresh_archive
from tests.archive.test_schema import record, statement
from tests.conftest import LAUNCH

SLUG = "undated/meridian"
MORE = f"""{LAUNCH.partition("source:")[0]}Ivo Lund, a minister of science, praised the valves of the probe.

The weather at the port of Pell was mild for the time of the year, and the engineers went home early that day.

Mara Ellison announced that the *probe* would be tested twice before the summer.

The engineers of the port have built three probes since the spring, and all of them fly to this day.
"""


def built(project: Project, corrections: str = "") -> tuple[Record, list[str], str]:
    """The record, the errors and the page of a made-up article with these corrections."""
    block = f"---\ncorrections:\n  quotes:\n    {corrections}\n---\n" if corrections else ""
    (project.articles / "meridian.txt").write_text(block + MORE, encoding="utf-8")
    (project.root / "briefing.yml").write_text("summary_sentences: 1\n", encoding="utf-8")
    report = refresh_archive(project)
    page = (project.briefings / f"{SLUG}.md").read_text(encoding="utf-8")
    return load_record(page, SLUG), [str(error) for error in report.errors], page


@pytest.mark.model
def test_what_is_reported_stands_in_a_section_of_its_own_without_marks(project: Project) -> None:
    found, _, page = built(project)
    (said,) = found.reported
    assert (said.kind, said.speaker, said.cue) == ("reported", "Mara Ellison", "announced")
    assert said.passages[0].text == "the *probe* would be tested twice before the summer"
    section = page.partition("## Also reported")[2].partition("\n## ")[0]
    assert "“the" not in section
    assert f"{{: #{said.id} .reported }}" in section
    assert f"](#{said.id})" in section


@pytest.mark.model
def test_a_quotation_has_its_id_as_anchor_and_keeps_the_old_one(project: Project) -> None:
    found, _, page = built(project)
    assert f"{{: #{found.quotes[0].id} }}" in page
    assert '<span id="quote-1"></span>' in page


@pytest.mark.model
@pytest.mark.parametrize(
    ("corrections", "left"),
    [
        ("drop: [would be tested twice]", []),
        (
            "change: [{text: would be tested twice, speaker: Ivo Lund}]",
            [("Ivo Lund", "a minister of science")],
        ),
        ("change: [{text: would be tested twice, role: the director}]", [("Mara Ellison", "the director")]),
        ("change: [{text: would be tested twice, speaker: null}]", [(None, None)]),
    ],
    ids=["left out", "another speaker", "another role", "nobody known"],
)
def test_an_editor_corrects_what_is_reported_and_it_holds(
    project: Project,
    corrections: str,
    left: list[tuple[str | None, str | None]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before, errors, _ = built(project, corrections)
    assert ([(said.speaker, said.role) for said in before.reported], errors) == (left, [])
    monkeypatch.setattr("generator.pipeline.brief.ANALYSIS_VERSION", 1_000_000)
    after, _, _ = built(project, corrections)
    assert (after.reported, after.quotes) == (before.reported, before.quotes)


@pytest.mark.model
def test_other_statements_keep_their_ids_when_one_is_left_out(project: Project) -> None:
    before, _, _ = built(project)
    after, _, _ = built(project, "drop: [We will fly]")
    assert [said.id for said in after.reported] == [said.id for said in before.reported]


@pytest.mark.parametrize(
    ("allowed", "start", "kept"),
    [(7, 20, 1), (6, 20, 1), (5, 20, 0), (7, 5, 0)],
    ids=["there is room", "just enough", "no room", "in other words of the briefing"],
)
def test_reported_statements_leave_before_the_quotations_do(allowed: int, start: int, kept: int) -> None:
    base = record("two words")
    passage = base.summary[0].model_copy(update={"start": start, "end": start + 9})
    said = statement(None, [passage], kind="reported")
    fitted = fitting(base.model_copy(update={"reported": [said]}), allowed)
    assert (len(fitted.reported), len(fitted.quotes)) == (kept, 1)
