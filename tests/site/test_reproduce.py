"""The same commit gives the same site: what `make reproduce` compares, and what had to be put in order."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from pathlib import Path
from typing import Any

import cbor2
import pytest

from benchmarks.reproduce import differences
from generator.archive import Project
from generator.publish import index_site
from generator.publish.pagefind import in_order
from tests.site.built import site_of


def index_of(folder: Path) -> dict[str, str]:
    files = (path for path in (folder / "pagefind").rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def test_an_index_is_the_same_whatever_the_order_in_which_the_disk_lists_pages(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = site_of(project)
    first = index_of(site)
    assert any(path.endswith(".pf_filter") for path in first)
    listed = os.scandir
    monkeypatch.setattr(os, "scandir", lambda *a: _Reversed(listed(*a)))
    index_site(site)
    assert index_of(site) == first


class _Reversed(list[os.DirEntry[str]]):
    """A folder's entries from the last to the first."""

    def __init__(self, entries: os._ScandirIterator[str]) -> None:
        with entries:
            super().__init__(reversed(list(entries)))

    def __enter__(self) -> _Reversed:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is open."""


def index(order: int) -> dict[str, bytes]:
    """An index with two filters, in one order or the other, after it was put in order."""
    years: list[Any] = [["2023", [1]], ["date unknown", [0]], ["2024", [2]]]
    filters: list[Any] = [["year", "en_a"], ["outlet", "en_b"]]
    held: dict[str, Any] = {
        "filter/en_a.pf_filter": ["year", years[::order]],
        "filter/en_b.pf_filter": ["outlet", []],
        "pagefind.en_c.pf_meta": ["1.5.2", [], [], filters[::order], [], []],
    }
    entry = b'{"version":"1.5.2","languages":{"en":{"hash":"en_c","page_count":3}}}'
    files = {path: gzip.compress(b"pagefind_dcd" + cbor2.dumps(value)) for path, value in held.items()}
    return in_order(files | {"pagefind-entry.json": entry})


def test_filters_are_sorted_and_their_files_named_by_what_they_hold() -> None:
    assert list(differences(index(1), index(-1))) == []
    meta, *others = (path for path in index(1) if path.endswith(".pf_meta"))
    assert not others
    assert json.loads(index(1)["pagefind-entry.json"])["languages"]["en"]["hash"] in meta
    _, _, _, filters, *_ = cbor2.loads(gzip.decompress(index(1)[meta])[12:])
    assert [name for name, _ in filters] == ["outlet", "year"]
    assert all(f"filter/{file}.pf_filter" in index(1) for _, file in filters)


def test_a_difference_is_told_in_a_line_with_its_place() -> None:
    one = {"same": b"x", "gone": b"", "a.html": b"first\nsecond\nthird"}
    other = {"same": b"x", "new": b"", "a.html": b"first\nsecund\nthird"}
    assert list(differences(one, other)) == [
        "a.html: line 2: b'first\\nsecond\\nthird', then b'first\\nsecund\\nthird'",
        "gone: only in the first",
        "new: only in the second",
    ]


def test_the_sitemap_has_the_days_of_the_articles_and_no_hour(project: Project) -> None:
    (project.articles / "dated.md").write_text(
        "---\ntitle: A bridge in Tarn\npublished: 2024-03-02\n---\n\nA bridge was opened in Tarn.\n", "utf-8"
    )
    site = site_of(project)
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert text.count("<lastmod>") == text.count("<lastmod>2024-03-02</lastmod>") == 1
    assert not (site / "sitemap.xml.gz").exists()
