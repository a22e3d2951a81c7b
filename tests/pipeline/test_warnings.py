"""What a build warns of: articles in other languages than English, or than they say. All made up."""

from __future__ import annotations

import pytest

from generator.archive import Entry, SourceFile
from generator.pipeline.languages import language_warnings, partial_warnings
from tests.archive.test_schema import record


def entry(slug: str, language: str | None, *, partial: bool = True) -> Entry:
    base = record()
    source = base.source.model_copy(update={"language": language, "article": f"articles/{slug}.txt"})
    return Entry(slug, base.model_copy(update={"source": source, "partial": partial}))


@pytest.mark.parametrize(
    ("models", "problem", "remedy"),
    [
        (
            {},
            "it is not in English (de): speakers and names are not worked out",
            "to have its names, name a spaCy pipeline for de under “languages” in briefing.yml",
        ),
        (
            {"de": "de_small"},
            "it is not in English (de): speakers are not worked out, and names are as de_small finds them",
            "read them before you publish them",
        ),
        (
            {"fr": "fr_core_news_sm"},
            "it is not in English (de): speakers and names are not worked out",
            "to have its names, name a spaCy pipeline for de under “languages” in briefing.yml",
        ),
    ],
    ids=["no pipeline", "its pipeline", "another pipeline"],
)
def test_what_is_not_worked_out_is_told_with_what_to_do(
    models: dict[str, str], problem: str, remedy: str
) -> None:
    (warning,) = partial_warnings([entry("fähre", "de")], models)
    assert (warning.where, warning.problem, warning.remedy) == ("articles/fähre.txt", problem, remedy)


def test_each_such_article_has_a_line_in_the_order_of_paths() -> None:
    entries = [entry("c", "fr"), entry("b", None, partial=False), entry("a", "de")]
    assert [found.where for found in partial_warnings(entries, {})] == ["articles/a.txt", "articles/c.txt"]


@pytest.mark.parametrize(
    ("stated", "found", "told"),
    [
        ("en", "en", False),
        ("de", "en", True),
        ("en", "de", True),
        (None, "de", False),
        ("de", None, False),
    ],
)
def test_a_language_that_is_stated_wrongly_is_told(stated: str | None, found: str | None, told: bool) -> None:
    head = f"---\nlanguage: {stated}\n---\n" if stated else ""
    file = SourceFile("articles/a.txt", "a", f"{head}The ferry was sold on Friday.\n".encode())
    warnings = language_warnings(file, entry("a", found).record)
    assert bool(warnings) == told
    assert all(f"stated to be in {stated}, but its text is in {found}" in one.problem for one in warnings)
