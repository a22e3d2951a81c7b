"""Checks of what people state about an article: its date, the share quoted, its corrections."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.analysis import allowance
from generator.archive import Record, SourceFile
from generator.editing import idle
from generator.review.findings import Finding
from generator.sources import read_article

FIRST_NEWSPAPER = 1605
"""The year of the first one, the Relation of Strasbourg."""

SELDOM_BEFORE = 1900
ADDRESS_MAY_DIFFER = 3
"""Days between the date of an article and the one in its address that nobody need look at."""

_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")


def implausible_dates(record: Record, today: dt.date) -> Iterator[Finding]:
    """Yield a finding for each implausible date."""
    if record.published is None:
        return
    published = record.published
    day = published.date() if isinstance(published, dt.datetime) else published
    if day > today + dt.timedelta(days=1):  # it may be tomorrow elsewhere
        yield _dated(record, f"{day} is in the future")
    elif day.year < FIRST_NEWSPAPER:
        yield _dated(record, f"{day} is before there were newspapers")
    elif day.year < SELDOM_BEFORE:
        yield _dated(record, f"{day} is long ago", hint=True)
    elif day == dt.date(1970, 1, 1):
        yield _dated(record, f"{day} is what computers say when they know no date", hint=True)
    addressed = _day_in(record.source.url)
    if addressed and abs((addressed - day).days) > ADDRESS_MAY_DIFFER:
        yield _dated(record, f"{day} is not the day in the article's address ({addressed})", hint=True)


def _dated(record: Record, problem: str, *, hint: bool = False) -> Finding:
    remedy = "look whether the date is right" if hint else "correct the date, or leave it out"
    return Finding(
        kind="date",
        file=record.source.article,
        field="published",
        problem=problem,
        remedy=remedy,
        hint=hint,
    )


def _day_in(address: str | None) -> dt.date | None:
    """The day in the path of an address, or None."""
    found = _DAY_IN_ADDRESS.search(urlsplit(address).path) if address else None
    try:
        return dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def over_budget(record: Record, share: int) -> Iterator[Finding]:
    """Yield a finding if a briefing quotes more than the setting `share` allows, unless one sentence."""
    quoted = sum(len(passage.text.split()) for passage in record.passages())
    allowed = allowance(record.source.words, share)
    if quoted <= allowed or len(record.passages()) <= 1:
        return
    yield Finding(
        kind="budget",
        file=record.source.article,
        field="corrections" if record.edited else None,
        problem=f"the briefing quotes {quoted} of its {record.source.words} words, and may quote {allowed}",
        remedy="choose fewer or shorter sentences and quotations under “corrections” in its front matter",
    )


def idle_corrections(record: Record, file: SourceFile) -> Iterator[Finding]:
    """Yield a hint for each correction that has nothing to change in the briefing as it is now."""
    if b"corrections" not in file.data:
        return
    for field in idle(record, read_article(file.data, file.path)):
        yield Finding(
            kind="correction",
            file=file.path,
            field=f"corrections.{field}",
            problem="the briefing has nothing to which this applies now, though the article has the words",
            remedy="look at the briefing; delete the correction, or keep it for later",
            hint=True,
        )
