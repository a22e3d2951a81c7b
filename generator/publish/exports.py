"""The archive as data: one line of JSON for each briefing and each statement, and tables of both."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from generator.archive import Entry, Statement
from generator.publish.addresses import FOLDERS, url_of
from generator.publish.markdown import one_line

# A spreadsheet runs a cell that begins so; an apostrophe before it makes it text (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


STATEMENT_COLUMNS = (
    "id", "kind", "speaker", "role", "words", "cue", "paragraph", "outlet", "date", "address", "names"
)  # fmt: skip
"""What is told of each statement, in this order."""


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


def statement_lines(entries: Sequence[Entry], site: str) -> str:
    """All statements of briefings, one a line, each with its address."""
    return "".join(
        json.dumps(_statement(entry, said, site), ensure_ascii=False) + "\n"
        for entry in entries
        for said in entry.record.statements
    )


def statement_table(entries: Sequence[Entry], site: str) -> str:
    """The same as CSV (RFC 4180): a row for each statement, names joined by semicolons."""
    rows = [_statement(entry, said, site) for entry in entries for said in entry.record.statements]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(STATEMENT_COLUMNS)
    for row in rows:
        cells = row | {"names": "; ".join(row["names"])}
        writer.writerow(_cell("" if value is None else str(value)) for value in cells.values())
    return out.getvalue()


def _statement(entry: Entry, said: Statement, site: str) -> dict[str, Any]:
    record = entry.record
    values = (
        said.id, said.kind, said.speaker, said.role, said.shown, said.cue, said.passages[0].paragraph,
        entry.outlet, record.published.isoformat() if record.published else None,
        f"{site}{url_of(entry.path)}#{said.id}",
        [named.name for group in record.entities.values() for named in group if named.is_in(said.shown)],
    )  # fmt: skip
    return dict(zip(STATEMENT_COLUMNS, values, strict=True))


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
