"""The same commit gives the same site: what `make reproduce` compares."""

from __future__ import annotations

from benchmarks.reproduce import differences
from generator.archive import Project
from tests.site.built import site_of


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
