"""Attention: whom an archive is about now, by how much each briefing is about somebody, and how new it is."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

from generator.archive.index import Appearance, Index, Subject, moment
from generator.sources import EntityType

HALF_LIFE = 90
"""Days after which a briefing counts half: about a season of news."""

UNDATED_COUNTS = 0.25
A_STATEMENT_COUNTS = 1.0
"""What each key quote counts, beside the mentions of its speaker."""

_DAY = 24 * 60 * 60


def most_attended(index: Index, kind: EntityType, limit: int) -> list[Subject]:
    """The subjects of one type with a page of their own that get most attention.

    The sum over a subject's briefings of 1 + log2(mentions) and its key quotes, halved every `HALF_LIFE`
    days before the newest briefing; of equals the first in the order of filing.
    """
    newest = max(
        (_time(entry.record.published) for entry in index.entries if entry.record.published), default=0
    )
    found = [subject for subject in index.of_type(kind) if subject.has_page]
    return sorted(found, key=lambda subject: -_attention(subject.appearances, newest))[:limit]


def _attention(appearances: Sequence[Appearance], newest: float) -> float:
    return sum(_freshness(item, newest) * _presence(item) for item in appearances)


def _presence(item: Appearance) -> float:
    return 1 + math.log2(item.named.mentions) + A_STATEMENT_COUNTS * len(item.statements)


def _freshness(item: Appearance, newest: float) -> float:
    published = item.entry.record.published
    return 0.5 ** ((newest - _time(published)) / _DAY / HALF_LIFE) if published else UNDATED_COUNTS


def _time(published: dt.date) -> float:
    return moment(published).timestamp()
