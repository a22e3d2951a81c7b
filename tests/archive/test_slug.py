"""Addresses of pages: readable, and harmless whatever a file or a person is called."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive import article_slug, entity_slug
from generator.errors import SourceError


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("articles/moon.txt", "moon"),
        ("articles/2024/Zhou’s Plan, part 2.md", "zhous-plan-part-2"),
        ("articles/Öl für Łódź.txt", "ol-fur-lodz"),
        ("articles/one " + "x" * 200 + ".txt", "one-" + "x" * 76),
        ("articles/" + "long-" * 40 + ".txt", "-".join(["long"] * 16)),
    ],
)
def test_a_briefing_is_named_after_its_article_file(path: str, slug: str) -> None:
    assert article_slug(path) == slug


@pytest.mark.parametrize(
    "path", ["articles/index.txt", "articles/….txt", "articles/CON.md", "articles/con.txt"]
)
def test_a_name_that_cannot_be_an_address_is_refused(path: str) -> None:
    with pytest.raises(SourceError, match="rename it after its headline"):
        article_slug(path)


@given(st.text())
def test_whatever_the_name_its_page_has_a_plain_address(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", entity_slug(name))
    assert entity_slug(name) != "index"


def test_names_that_differ_by_case_and_marks_share_a_page() -> None:
    assert entity_slug("O’Brien") == entity_slug("O'BRIEN") == "obrien"
