"""How pages put dates, numbers, languages and addresses into words."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.archive import Entry
from generator.publish.wording import count, day, initial_label, language, numbered
from tests.archive.test_schema import record


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        (dt.date(2022, 3, 5), "5 March 2022"),
        (dt.date(1999, 12, 31), "31 December 1999"),
        (dt.datetime(2022, 3, 5, 23, 59, tzinfo=dt.UTC), "5 March 2022"),
        (None, "date unknown"),
    ],
)
def test_a_date_is_written_out(published: dt.date | None, shown: str) -> None:
    assert day(published) == shown


@pytest.mark.parametrize(
    ("number", "one", "many", "shown"),
    [
        (0, "mention", None, "0 mentions"),
        (1, "mention", None, "1 mention"),
        (2, "mention", None, "2 mentions"),
        (1200, "word", None, "1,200 words"),
        (2, "entry", "entries", "2 entries"),
        (1, "entry", "entries", "1 entry"),
    ],
)
def test_a_number_has_its_noun(number: int, one: str, many: str | None, shown: str) -> None:
    assert count(number, one, many) == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("de", "de"),
        ("pt-BR", "pt-BR"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("en", None),
        ("en-GB", None),
        ("EN", None),
        (None, None),
        ("german", None),
        ('de" onload="x', None),
        ("d", None),
    ],
)
def test_a_language_is_marked_where_it_is_not_english_and_can_be_written(
    code: str | None, shown: str | None
) -> None:
    base = record()
    source = base.source.model_copy(update={"language": code})
    assert language(base.model_copy(update={"source": source})) == shown


@pytest.mark.parametrize(("letter", "shown"), [("a", "A"), ("z", "Z"), ("other", "0–9 and others")])
def test_a_page_of_names_is_called_by_its_letter(letter: str, shown: str) -> None:
    assert initial_label(letter) == shown


@pytest.mark.parametrize(("number", "shown"), [(1, "Tarn"), (2, "Tarn, page 2"), (30, "Tarn, page 30")])
def test_a_later_page_of_a_list_says_which_it_is(number: int, shown: str) -> None:
    assert numbered("Tarn", number) == shown


@pytest.mark.parametrize(
    ("published", "path"),
    [
        (dt.date(2022, 3, 5), "2022/a.md"),
        (dt.date(987, 3, 5), "0987/a.md"),
        (None, "undated/a.md"),
    ],
)
def test_a_briefing_lies_in_the_folder_of_its_year(published: dt.date | None, path: str) -> None:
    assert Entry("a", record(published=published)).path == path
