"""Feeds of new briefings: Atom by a library, and JSON Feed 1.1 as data."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from html import escape

from feedgenerator import Atom1Feed

from generator.archive import Entry, Moves, moment
from generator.publish.addresses import url_of
from generator.publish.markdown import one_line

ENTRIES = 50
"""How many briefings a feed holds."""

_NONE = Moves()
_UNKNOWN = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""Atom wants a date of each entry: the one of briefings without any, which come last."""


class _Dated(Atom1Feed):  # type: ignore[misc]
    """A feed that is as new as its newest entry, so that the same archive gives the same bytes."""

    newest = _UNKNOWN

    def latest_post_date(self) -> dt.datetime:
        """The date of the feed."""
        return self.newest


def atom(
    title: str, entries: Sequence[Entry], *, page: str, feed: str, site: str, moves: Moves = _NONE
) -> str:
    """An Atom feed. `page` and `feed` are the addresses of what it tells of and of itself, below `site`.

    An entry keeps its id when its address changes: `moves` tells the first one.
    """
    dates = [moment(entry.record.published) for entry in entries if entry.record.published]
    made = _Dated(title=one_line(title), link=site + page, feed_url=site + feed, description="")
    made.newest = max(dates, default=_UNKNOWN)
    for entry in entries[:ENTRIES]:
        url = site + url_of(entry.path)
        published = entry.record.published
        made.add_item(
            title=one_line(entry.record.title),
            link=url,
            unique_id=_first(entry, site, moves),
            description=escape(_summary(entry)),  # the library says that it is HTML
            author_name=one_line(entry.outlet or "outlet unknown"),
            pubdate=moment(published) if published else None,
            updateddate=moment(published) if published else _UNKNOWN,
        )
    return str(made.writeString("utf-8"))


def json_feed(
    title: str, entries: Sequence[Entry], *, page: str, feed: str, site: str, moves: Moves = _NONE
) -> str:
    """A JSON Feed; briefings without a date have none."""
    items = []
    for entry in entries[:ENTRIES]:
        url = site + url_of(entry.path)
        item: dict[str, object] = {"id": _first(entry, site, moves), "url": url, "title": entry.record.title}
        item["content_text"] = _summary(entry)
        if entry.record.source.url:
            item["external_url"] = entry.record.source.url
        if entry.record.published:
            item["date_published"] = moment(entry.record.published).isoformat()
        if entry.outlet:
            item["authors"] = [{"name": entry.outlet}]
        if entry.record.tags:
            item["tags"] = entry.record.tags
        items.append(item)
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": site + page,
        "feed_url": site + feed,
        "items": items,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _first(entry: Entry, site: str, moves: Moves) -> str:
    """The address that a briefing had first, by which readers of feeds know it."""
    return f"{site}{moves.first(entry.path.removesuffix('.md'))}/"


def _summary(entry: Entry) -> str:
    return one_line(" ".join(passage.shown for passage in entry.record.summary))
