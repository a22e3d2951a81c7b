"""A cache of earlier results in `.cache/`. If it is lost, the next build takes longer."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Memo:
    """Text by key, in one SQLite file. A key is the digest of all inputs of the text."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def get(self, key: str) -> str | None:
        """The text remembered for `key`, or None."""
        try:
            row = self._database.execute("SELECT value FROM memo WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            return None
        return row[0] if row else None

    def put(self, key: str, value: str) -> None:
        """Remember `value` for `key`."""
        with contextlib.suppress(sqlite3.Error):
            self._database.execute("INSERT OR REPLACE INTO memo VALUES (?, ?)", (key, value))


@contextmanager
def open_memo(path: Path) -> Iterator[Memo]:
    """Open the memo at `path`. A damaged one is replaced; if no file can be written, it is kept in memory."""
    database = _open(path)
    try:
        yield Memo(database)
        with contextlib.suppress(sqlite3.Error):
            database.commit()
    finally:
        database.close()


def digest(*parts: str | bytes) -> str:
    """The SHA-256 digest of a sequence of texts. Different sequences have different digests."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(len(data).to_bytes(8, "big") + data)
    return whole.hexdigest()


def _open(path: Path) -> sqlite3.Connection:
    """The database at `path`, or one in memory where there can be none."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _ready(path)
        except sqlite3.DatabaseError:
            path.unlink()  # damaged: begin anew
            return _ready(path)
    except (OSError, sqlite3.Error):
        return _ready(":memory:")


def _ready(path: Path | str) -> sqlite3.Connection:
    """Open a database and its table."""
    database = sqlite3.connect(path, timeout=5)
    try:
        database.execute("PRAGMA synchronous = OFF")  # a memo lost in a power cut costs time and nothing else
        database.execute("CREATE TABLE IF NOT EXISTS memo (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
        database.execute("SELECT value FROM memo LIMIT 1")
    except sqlite3.Error:
        database.close()
        raise
    return database
