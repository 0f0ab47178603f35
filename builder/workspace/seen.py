"""What was found in each story file, by path, with the state the file was in: what did not change is not read again.

Short things that every run looks through stand apart from long ones that few files are asked for.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import weakref
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from .cache import open_database

_TABLES = """
CREATE TABLE IF NOT EXISTS seen (path TEXT PRIMARY KEY, state TEXT, key BLOB, told TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS entries (path TEXT PRIMARY KEY, entry TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS rows (path TEXT PRIMARY KEY, story TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bodies (path TEXT PRIMARY KEY, key BLOB, body TEXT);
CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, key BLOB, value BLOB) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Sight:
    """A file as last seen: its ``state`` on disk (empty: not trusted), the ``key`` of its content, and what it told."""

    state: str
    key: bytes
    told: str


@dataclass(frozen=True, slots=True)
class Texts:
    """The longer things kept of a file, read only when asked for."""

    entry: str
    story: str
    body: str


class Seen:
    """A store of what was found in files. Losing it costs time, never results: a damaged file is begun anew."""

    def __init__(self, path: Path) -> None:
        self._database = open_database(path, _TABLES)

    def sights(self) -> dict[str, Sight]:
        """All files as last seen, by path."""
        rows = self._database.execute("SELECT path, state, key, told FROM seen")
        return {path: Sight(state, key, told) for path, state, key, told in rows}

    def entries(self) -> dict[str, str]:
        """The entry of every file, by path."""
        return dict(self._database.execute("SELECT path, entry FROM entries"))

    def rows(self) -> dict[str, str]:
        """The row of every file that gave a story, by path."""
        return dict(self._database.execute("SELECT path, story FROM rows WHERE story <> ''"))

    def put(self, found: Mapping[str, tuple[Sight, Texts]]) -> None:
        """Keep what was found in some files."""
        with self._writing():
            self._database.executemany(
                "INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?)",
                ((path, sight.state, sight.key, sight.told) for path, (sight, _) in found.items()),
            )
            self._database.executemany(
                "INSERT OR REPLACE INTO entries VALUES (?, ?)",
                ((path, texts.entry) for path, (_, texts) in found.items()),
            )
            self._database.executemany(
                "INSERT OR REPLACE INTO rows VALUES (?, ?)",
                ((path, texts.story) for path, (_, texts) in found.items()),
            )
            self._database.executemany(
                "INSERT OR REPLACE INTO bodies VALUES (?, ?, ?)",
                ((path, sight.key, texts.body) for path, (sight, texts) in found.items()),
            )

    def put_states(self, states: Mapping[str, str]) -> None:
        """Keep the new states of files whose content is as it was."""
        if not states:
            return
        with self._writing():
            self._database.executemany(
                "UPDATE seen SET state = ? WHERE path = ?", ((state, path) for path, state in states.items())
            )

    def forget(self, paths: Iterable[str]) -> None:
        """Drop files that are gone."""
        rows = [(path,) for path in paths]
        if not rows:
            return
        with self._writing():
            for table in ("seen", "entries", "rows", "bodies"):
                self._database.executemany(f"DELETE FROM {table} WHERE path = ?", rows)  # noqa: S608  # names of ours

    def note(self, name: str, key: bytes) -> bytes | None:
        """What was last kept under a name, if it was for this key."""
        row = self._database.execute("SELECT value FROM notes WHERE name = ? AND key = ?", (name, key)).fetchone()
        return row[0] if row else None

    def put_note(self, name: str, key: bytes, value: bytes) -> None:
        """Keep one value under a name, in place of the last."""
        self._database.execute("INSERT OR REPLACE INTO notes VALUES (?, ?, ?)", (name, key, value))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()


class Bodies:
    """The texts kept in such a store, fetched one by one by whatever process and thread wants one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open: dict[tuple[int, int], sqlite3.Connection] = {}
        # nobody says when the last text has been asked for, and rubbish that refers in circles goes in any order
        weakref.finalize(self, _closed, self._open)

    def get(self, path: str, key: bytes) -> str | None:
        """The text of a file, if that of this very content is kept."""
        row = self._database().execute("SELECT body FROM bodies WHERE path = ? AND key = ?", (path, key)).fetchone()
        return row[0] if row else None

    def _database(self) -> sqlite3.Connection:
        # No connection may be used across a fork: the child leaves that of its parent alone and opens its own.
        here = (os.getpid(), threading.get_ident())
        if here not in self._open:
            self._open[here] = open_database(self._path, _TABLES, handed_on=True)  # to whoever lets go of the texts
        return self._open[here]


def _closed(opened: Mapping[tuple[int, int], sqlite3.Connection]) -> None:
    """Close what this process has opened."""
    for (process, _), database in opened.items():
        if process == os.getpid():
            database.close()
