"""What a finding looks like, for people and for GitHub."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import SourceError
from generator.review.findings import Finding, for_github, for_people, of_error


@pytest.mark.parametrize("hint", [False, True])
def test_github_shows_a_finding_on_its_line(hint: bool) -> None:
    finding = Finding(
        kind="date", file="articles/a,b: c.txt", line=3, field="published", problem="100% wrong\nindeed",
        remedy="mend it", command="briefing build", hint=hint,
    )  # fmt: skip
    level = "warning" if hint else "error"
    assert for_github([finding]) == (
        f"::{level} file=articles/a%2Cb%3A c.txt,line=3,title=date::"
        "published: 100%25 wrong%0Aindeed%0A→ mend it%0A$ briefing build\n"
    )


@given(st.text(), st.text())
def test_nothing_that_a_finding_says_can_end_its_annotation(file: str, problem: str) -> None:
    shown = for_github([Finding(kind="article", file=file, problem=problem, remedy="mend it")])
    assert shown.count("\n") == 1
    properties, _, message = shown.removeprefix("::error ").partition("::")
    assert [part.partition("=")[0] for part in properties.split(",")] == ["file", "line", "title"]
    assert not re.search(r"[\r\n\x1b\x9b]|%(?!25|0D|0A|3A|2C)", (properties + message).rstrip("\n"))


def test_people_see_findings_by_file_and_no_control_characters() -> None:
    errors = [
        SourceError("a.txt:3", "wrong", "mend it"),
        SourceError("a.txt: title", "long", "cut it"),
        SourceError("b\x1b.txt", "empty", "fill it"),
    ]
    assert for_people([one for error in errors for one in of_error(error)]) == (
        "a.txt\n  line 3: wrong\n    → mend it\n"
        "  title: long\n    → cut it\n\n"
        "b\ufffd.txt\n  empty\n    → fill it\n"
    )
