"""The archive as data: one line of JSON for each briefing, and a table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence

from generator.archive import Entry
from generator.publish.addresses import FOLDERS, url_of
from generator.publish.markdown import one_line

# A spreadsheet runs a cell that begins so; an apostrophe before it makes it text (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def json_lines(entries: Sequence[Entry], site: str) -> str:
    """All front matter of briefings, one a line, each with its address."""
    return "".join(
        json.dumps({"address": site + url_of(entry.path), **_fields(entry)}, ensure_ascii=False) + "\n"
        for entry in entries
    )


def table(entries: Sequence[Entry], site: str) -> str:
    """The front matter as CSV (RFC 4180): a row for each briefing, lists joined by semicolons."""
    out = io.StringIO()
    writer = csv.writer(out)
    rows = [list(_cells(entry, site)) for entry in entries]
    writer.writerow([name for name, _ in rows[0]] if rows else ["address"])
    writer.writerows([_cell(value) for _, value in row] for row in rows)
    return out.getvalue()


def _fields(entry: Entry) -> dict[str, object]:
    return entry.record.model_dump(mode="json", by_alias=True)


def _cells(entry: Entry, site: str) -> Iterator[tuple[str, str]]:
    record, source = entry.record, entry.record.source
    yield "address", site + url_of(entry.path)
    yield "title", record.title
    yield "published", record.published.isoformat() if record.published else ""
    for name in ("outlet", "domain", "url", "author", "language", "article", "sha256", "words"):
        yield name, str(getattr(source, name) or "")
    yield "summary", " ".join(passage.shown for passage in record.summary)
    yield (
        "quotes",
        "; ".join(
            f"“{statement.shown}” — "
            + ", ".join(part for part in (statement.speaker or "unknown", statement.role) if part)
            for statement in record.quotes
        ),
    )
    for kind, folder in FOLDERS.items():
        yield folder, "; ".join(named.name for named in record.entities.get(kind, []))
    yield "tags", "; ".join(record.tags)


def _cell(value: str) -> str:
    line = one_line(value)
    return f"'{line}" if line.startswith(_FORMULA) else line
