"""The manifest: what it knows is so, and what is wrong with it costs time and one line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.archive import Made, Manifest, Project, read_manifest, snapshot, stamp, write_manifest
from generator.archive.stamps import await_tick
from generator.pipeline import refresh_archive
from tests.conftest import tree


def manifest_of(folder: Path) -> Manifest:
    """A manifest of one page that is there."""
    (folder / "a.md").write_text("text")
    return Manifest("program", {"a.md": Made("inputs", "bytes", stamp(folder / "a.md"))}, {"n": 1}, "state")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    kept = manifest_of(tmp_path)
    write_manifest(tmp_path / "m.json", kept)
    assert read_manifest(tmp_path / "m.json", "program") == (kept, None)


def test_a_page_is_known_while_it_is_as_it_was_made_from_the_same(tmp_path: Path) -> None:
    manifest = manifest_of(tmp_path)
    assert manifest.has(tmp_path, "a.md", "inputs")
    assert not manifest.has(tmp_path, "a.md", "others")
    assert not manifest.has(tmp_path, "b.md", "inputs")
    (tmp_path / "a.md").write_text("Text")
    assert not manifest.has(tmp_path, "a.md", "inputs")
    (tmp_path / "a.md").unlink()
    assert not manifest.has(tmp_path, "a.md", "inputs")


def test_another_program_begins_anew_without_a_word(tmp_path: Path) -> None:
    write_manifest(tmp_path / "m.json", manifest_of(tmp_path))
    assert read_manifest(tmp_path / "m.json", "other") == (Manifest("other"), None)
    assert read_manifest(tmp_path / "none.json", "other") == (Manifest("other"), None)


BROKEN = [
    (lambda data: data[: len(data) // 2], "it cannot be read, or is cut off"),
    (lambda data: data[:10], "it cannot be read, or is cut off"),
    (lambda _: b"", "it cannot be read, or is cut off"),
    (lambda data: data.replace(b"inputs", b"inputz"), "it cannot be read, or is cut off"),
    (lambda _: b"\xff\xfe\x00", "it cannot be read, or is cut off"),
    (lambda _: b"[]\n[]", "it cannot be read, or is cut off"),
    (lambda data: data.replace(b'"manifest": 1', b'"manifest": 0'), "it is of another version"),
]


@pytest.mark.parametrize(("damage", "problem"), BROKEN)
def test_a_damaged_manifest_is_one_line(tmp_path: Path, damage: object, problem: str) -> None:
    file = tmp_path / ".cache" / "pages.json"
    write_manifest(file, manifest_of(tmp_path))
    file.write_bytes(damage(file.read_bytes()))
    found, warning = read_manifest(file, "program")
    assert found == Manifest("program")
    assert str(warning) == (
        f".cache/pages.json: {problem}, and was thrown away; do nothing: this build takes longer, once"
    )


def test_a_damaged_manifest_costs_a_build_nothing_but_time(project: Project) -> None:
    refresh_archive(project)
    before = tree(project.briefings)
    project.manifest.write_bytes(project.manifest.read_bytes()[:-9])
    report = refresh_archive(project)
    assert [warning.where for warning in report.warnings] == [".cache/pages.json"]
    assert (report.errors, report.written, tree(project.briefings)) == ([], [], before)


def test_a_state_tells_any_change_and_proves_nothing_at_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    file = tmp_path / "a" / "b.txt"
    file.write_text("one")
    assert snapshot([tmp_path]) is None
    await_tick()
    first = snapshot([tmp_path])
    assert first == snapshot([tmp_path])
    old = file.stat()
    file.write_text("two")
    os.utime(file, ns=(old.st_atime_ns, old.st_mtime_ns))  # as some tools do
    await_tick()
    assert snapshot([tmp_path]) not in (None, first)


@pytest.mark.parametrize(
    "name", ["briefings/index.md", "briefings/people/a-z/e.md", "briefings/undated/meridian.md"]
)
def test_a_page_that_is_lost_or_changed_by_hand_is_made_again(project: Project, name: str) -> None:
    refresh_archive(project)
    before = tree(project.briefings)
    (project.root / name).unlink()
    assert refresh_archive(project).written == [name]
    (project.root / name).write_text("by hand")
    assert refresh_archive(project).written == [name]
    assert tree(project.briefings) == before
