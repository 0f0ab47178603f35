"""Work done once: results kept under the hash of everything that made them, in one SQLite file."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

DIGEST_SIZE = 20
"""Bytes of a hash."""


def digest(*parts: bytes | str) -> bytes:
    """One hash over parts, each with its length before it, so that no two lists of parts meet.

    Text may hold a file name that is no text: its bytes count.
    """
    total = hashlib.blake2b(digest_size=DIGEST_SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.digest()


def open_database(path: Path, tables: str, *, handed_on: bool = False) -> sqlite3.Connection:
    """Open a store of results, with its ``tables`` made; a file that is no database is begun anew.

    One that is ``handed_on`` may be used, or closed, by another thread than opened it, never by two at once.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _connected(path, tables, handed_on=handed_on)
    except sqlite3.DatabaseError:
        path.unlink(missing_ok=True)
        return _connected(path, tables, handed_on=handed_on)


def _connected(path: Path, tables: str, *, handed_on: bool) -> sqlite3.Connection:
    database = sqlite3.connect(path, isolation_level=None, timeout=30, check_same_thread=not handed_on)
    try:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=OFF")
        database.executescript(tables)
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database


class Cache:
    """A store of bytes by content hash. Losing it costs time, never results: a damaged file is begun anew."""

    def __init__(self, path: Path) -> None:
        # with row ids: values lie in the order they came in, not strewn over the file as hashes are
        self._database = open_database(path, "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB)")

    def get(self, key: bytes) -> bytes | None:
        """What is kept under a key."""
        row = self._database.execute("SELECT value FROM kept WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value."""
        self._database.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (key, value))

    def put_all(self, rows: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep many values in one transaction."""
        self._database.execute("BEGIN")
        self._database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
        self._database.execute("COMMIT")

    def bytes(self, key: bytes, make: Callable[[], bytes]) -> bytes:
        """The kept value, or the made one, kept from now on."""
        value = self.get(key)
        if value is None:
            value = make()
            self.put(key, value)
        return value

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
