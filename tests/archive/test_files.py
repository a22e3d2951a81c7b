"""Files change in one step or not at all; the memo may be lost at any time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.archive import digest, open_memo, sweep_unfinished, write_if_changed


def test_a_file_with_the_same_bytes_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "a.md"
    assert write_if_changed(path, "“text”")
    os.utime(path, (1, 1))
    assert not write_if_changed(path, "“text”")
    assert path.stat().st_mtime == 1
    assert write_if_changed(path, "other")


def test_a_writer_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    write_if_changed(path, "old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_if_changed(path, "new")
    assert [file.name for file in tmp_path.iterdir()] == ["a.md"]
    assert path.read_text() == "old"


def test_what_a_killed_writer_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024" / ".unfinished-x1").write_text("half")
    (tmp_path / "2024" / "a.md").write_text("whole")
    sweep_unfinished(tmp_path)
    assert [file.name for file in (tmp_path / "2024").iterdir()] == ["a.md"]


def test_the_memo_remembers_between_builds(tmp_path: Path) -> None:
    for expected in (None, "value"):
        with open_memo(tmp_path / "memo") as memo:
            assert memo.get("key") == expected
            memo.put("key", "value")


def test_a_damaged_memo_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "memo"
    path.write_bytes(b"no database" * 1000)
    for expected in (None, "value"):
        with open_memo(path) as memo:
            assert memo.get("key") == expected
            memo.put("key", "value")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        (("a",), ("a", "")),
        ((), ("",)),
        (("é",), ("e\u0301",)),
    ],
)
def test_only_equal_sequences_of_texts_have_one_digest(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert digest(*one) != digest(*other)


@pytest.mark.parametrize("text", ["a", "é", "\ud800", ""])
def test_text_and_its_bytes_have_one_digest(text: str) -> None:
    assert digest(text) == digest(text.encode("utf-8", "surrogatepass"))


def test_without_a_place_for_the_memo_work_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with open_memo(tmp_path / "file" / "memo") as memo:
        assert memo.get("key") is None
