"""The gate: a score that falls fails, in a line that says which; absent sets are skipped, never passed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation import __main__ as gate
from evaluation import floors
from evaluation.floors import as_floor, compare, read_floors, write_floors
from evaluation.result import Result, percent

MEASURED = Result("d1", {"articles": 2}, {"found F1": 90.0, "typed F1": 80.0})
FLOOR = as_floor(MEASURED)


def floor(**changes: object) -> dict[str, object]:
    return {**FLOOR, **changes}


@pytest.mark.parametrize(
    ("before", "fails", "says"),
    [
        (FLOOR, [], ""),
        (
            floor(scores={"found F1": 90.1, "typed F1": 80.0}),
            [True],
            "names: found F1 fell from 90.1 to 90.0",
        ),
        (
            floor(scores={"found F1": 89.9, "typed F1": 80.0}),
            [False],
            "names: found F1 rose from 89.9 to 90.0",
        ),
        (floor(scores={"found F1": 99, "typed F1": 99}), [True, True], "names: found F1 fell"),
        (floor(digest="d0"), [True], "names: its texts or labels changed"),
        (floor(scores={"found F1": 90.0}), [True], "names: typed F1 is new"),
        (floor(scores=FLOOR["scores"] | {"x": 1.0}), [True], "names: x is no longer measured"),
        (None, [True], "names: no floor yet"),
    ],
    ids=["level", "fell", "rose", "both fell", "other labels", "new score", "lost score", "new set"],
)
def test_a_set_is_held_to_its_floor(before: dict[str, object] | None, fails: list[bool], says: str) -> None:
    findings = list(compare("names", MEASURED, before))
    assert [finding.fails for finding in findings] == fails
    assert all(finding.text.startswith("names: ") for finding in findings)
    assert (findings[0].text if findings else "").startswith(says)


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    assert read_floors(tmp_path / "none.json") == {}
    write_floors({"b": FLOOR, "a": FLOOR}, tmp_path / "floors.json")
    assert list(read_floors(tmp_path / "floors.json")) == ["a", "b"]
    assert read_floors(tmp_path / "floors.json")["b"] == FLOOR


@pytest.mark.parametrize(("right", "of", "share"), [(1, 3, 33.3), (3, 3, 100.0), (0, 3, 0.0), (0, 0, 100.0)])
def test_scores_are_per_cent_with_one_decimal(right: int, of: int, share: float) -> None:
    assert percent(right, of) == share


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A gate with one set of its own, and the file of its floors."""
    file = tmp_path / "floors.json"
    monkeypatch.setattr(gate, "COMMITTED", {"names": lambda: MEASURED})
    monkeypatch.setattr(gate, "read_floors", lambda: read_floors(file))
    monkeypatch.setattr(gate, "write_floors", lambda content: write_floors(content, file))
    return file


def test_the_gate_fails_until_a_floor_is_set(made_up: Path, capsys: pytest.CaptureFixture[str]) -> None:
    absent = ["--data", str(made_up.parent / "absent")]
    assert gate.main(absent) == 1
    assert gate.main([*absent, "--write"]) == 0
    assert gate.main(absent) == 0
    made_up.write_text(made_up.read_text("utf-8").replace("80.0", "80.1"), "utf-8")
    capsys.readouterr()
    assert gate.main(absent) == 1
    assert "FAILED  names: typed F1 fell from 80.1 to 80.0" in capsys.readouterr().out


def test_sets_that_are_not_there_are_skipped_and_keep_their_floors(
    made_up: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_floors({"news-quotations": FLOOR}, made_up)
    assert gate.main(["--data", str(made_up.parent / "absent"), "--write"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert {line.split(", ")[0] for line in said if line.startswith("news-")} == {
        f"{name}: skipped" for name in [*gate.BESIDE, gate.FAULTS]
    }
    assert read_floors(made_up)["news-quotations"] == FLOOR


def test_every_set_has_a_floor() -> None:
    kept = json.loads(floors.FLOORS.read_text("utf-8"))
    assert set(kept) == {*gate.COMMITTED, *gate.BESIDE, gate.FAULTS}
