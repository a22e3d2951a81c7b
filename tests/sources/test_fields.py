"""What may be stated about an article, field by field; and what is wrong with a value that may not."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.errors import BriefingError
from generator.sources import read_header


@pytest.mark.parametrize(
    ("value", "published"),
    [
        (None, None),
        ("", None),
        ("  ", None),
        ("2024-01-31", dt.date(2024, 1, 31)),
        (" 2024-01-31 ", dt.date(2024, 1, 31)),
        (dt.date(2024, 1, 31), dt.date(2024, 1, 31)),
        ("2024-01-31T09:30", dt.datetime(2024, 1, 31, 9, 30)),
        ("2024-01-31T09:30:00Z", dt.datetime(2024, 1, 31, 9, 30, tzinfo=dt.UTC)),
        (
            "2024-01-31 09:30+02:00",
            dt.datetime(2024, 1, 31, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=2))),
        ),
    ],
)
def test_a_date_is_a_day_or_a_time(value: object, published: dt.date | None) -> None:
    assert read_header({"published": value}, "a.md").published == published


@pytest.mark.parametrize(
    ("field", "value", "stated"),
    [
        ("title", " Harbour opens ", "Harbour opens"),
        ("title", "  ", None),
        ("outlet", None, None),
        ("author", "By Lena Okoro", "Lena Okoro"),
        ("author", "by Lena Okoro", "Lena Okoro"),
        ("author", "Byron Lund", "Byron Lund"),
        ("author", "By", "By"),
        ("url", "https://a.example/1?b=c#d", "https://a.example/1?b=c#d"),
        ("url", "", None),
        ("language", "en", "en"),
        ("language", "gsw", "gsw"),
        ("language", "", None),
    ],
)
def test_a_field_holds_what_is_stated_and_a_blank_one_nothing(
    field: str, value: object, stated: str | None
) -> None:
    assert getattr(read_header({field: value}, "a.md"), field) == stated


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("published", 2024, "write a date as 2024-01-31 or 2024-01-31T09:30:00Z"),
        ("published", "31.1.2024", "write a date as 2024-01-31 or 2024-01-31T09:30:00Z"),
        ("published", "2024-02-31", "write a date as 2024-01-31 or 2024-01-31T09:30:00Z"),
        ("published", "yesterday", "write a date as 2024-01-31 or 2024-01-31T09:30:00Z"),
        ("title", 7, "write text, in quotation marks if need be"),
        ("title", "a" * 501, "no more than 500 characters"),
        ("title", "two\nlines", "no line breaks and no control characters"),
        ("outlet", "a\x00b", "no line breaks and no control characters"),
        ("url", "javascript:alert(1)", "write a web address that begins with https:// or http://"),
        ("url", "ftp://a.example", "write a web address that begins with https:// or http://"),
        ("url", "a.example/1", "write a web address that begins with https:// or http://"),
        ("url", "https:///1", "write a web address that begins with https:// or http://"),
        ("language", "English", "write a language as two letters, such as en"),
        ("language", "EN", "write a language as two letters, such as en"),
        ("athor", "Lena Okoro", "athor: unknown field (did you mean “author”?)"),
        ("corrections", {"sumary": []}, "corrections.sumary: unknown field (did you mean “summary”?)"),
        ("corrections", {"summary": "one"}, "corrections.summary: Input should be a valid list"),
        (
            "corrections",
            {"entities": {"add": [{"name": "A"}]}},
            "corrections.entities.add.0.type: Field required",
        ),
        (
            "corrections",
            {"entities": {"retype": [{"name": "A", "type": "ship"}]}},
            "corrections.entities.retype.0.type: Input should be 'person', 'organisation', 'place', 'event', "
            "'work', 'product' or 'group'",
        ),
        (
            "corrections",
            {"quotes": {"drop": [""]}},
            "corrections.quotes.drop.0: String should have at least 1 character",
        ),
    ],
)
def test_a_value_that_cannot_be_is_told_with_its_field_and_what_to_write(
    field: str, value: object, problem: str
) -> None:
    with pytest.raises(BriefingError) as caught:
        read_header({field: value}, "a.md")
    (fault,) = caught.value.faults()
    assert problem in str(fault)
    assert "the fields are title, published, outlet, url, author, language, corrections" in str(fault)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(BriefingError) as caught:
        read_header({"titel": "A", "url": "x", "published": 1}, "a.md")
    assert len(caught.value.faults()) == 3


def test_corrections_are_read_as_they_are_written() -> None:
    corrections = read_header(
        {
            "corrections": {
                "title": "Spring",
                "summary": [" One. ", "Two."],
                "quotes": {"drop": ["We will"], "change": [{"text": "Storms", "speaker": None}]},
                "entities": {"rename": [{"name": "HSA", "to": "Halden Space Agency"}]},
            }
        },
        "a.md",
    ).corrections
    assert corrections.title == "Spring"
    assert corrections.summary == ["One.", "Two."]
    assert corrections.quotes.drop == ["We will"]
    assert "speaker" in corrections.quotes.change[0].model_fields_set  # null says: the speaker is unknown
    assert "role" not in corrections.quotes.change[0].model_fields_set
    assert [(item.name, item.to) for item in corrections.entities.rename] == [("HSA", "Halden Space Agency")]
