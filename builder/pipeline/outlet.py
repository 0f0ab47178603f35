"""The folder of a site: what was written into it, of what, and how it lay there; what is no longer wanted goes."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from builder.workspace import digest, file_state, open_database, state_of, write_atomic, write_new

_TABLES = """
CREATE TABLE IF NOT EXISTS written (name TEXT PRIMARY KEY, key BLOB, left TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS whole (standing BLOB, texts BLOB);
"""


class Written(NamedTuple):
    """A file as it was left: the ``key`` of what it was made of (empty: unknown), its state on disk."""

    key: bytes
    left: str


@dataclass
class Outlet:
    """Writes files below ``out`` and remembers them below the cache, so that they need not be made again.

    A file that somebody changed or took away since is made again. ``written`` are the files of this build. ``standing``
    and ``texts`` are what the last build said that all of it was made of, empty where it did not.
    """

    out: Path
    store: Path
    written: dict[str, Written] = field(default_factory=dict)
    before: Mapping[str, Written] = field(init=False)
    _new: bool = field(init=False)
    standing: bytes = field(init=False)
    texts: bytes = field(init=False)

    def __post_init__(self) -> None:
        self._new = not self.out.exists()
        database = self._open()
        try:
            rows = database.execute("SELECT name, key, left FROM written")
            self.before = {name: Written(key, left) for name, key, left in rows}
            self.standing, self.texts = database.execute("SELECT standing, texts FROM whole").fetchone() or (b"", b"")
        finally:
            database.close()

    @cached_property
    def _folder(self) -> str:
        return str(self.out)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.before)

    def holds(self, name: str, key: bytes) -> bool:
        """Whether the file made of ``key`` still lies there; then it belongs to this build, too."""
        known = self.before.get(name)
        if known is None or known.key != key or known.left != file_state(f"{self._folder}/{name}"):
            return False
        self.written[name] = known
        return True

    def holds_all(self, prefix: str, key: bytes) -> bool:
        """Whether all files whose names begin so still lie there as they were made of ``key``."""
        names = self._names(prefix)
        return bool(names) and all(self.holds(name, key) for name in names)

    def stands(self, but: Iterable[str]) -> bool:
        """Whether all files lie as they were left but those whose names begin as told; then they belong to this build.

        Those others are to be looked at one by one.
        """
        others = {name for prefix in but for name in self._names(prefix)}
        rest = {name: known for name, known in self.before.items() if name not in others}
        if any(known.left != file_state(f"{self._folder}/{name}") for name, known in rest.items()):
            return False
        self.written.update(rest)
        return True

    def _names(self, prefix: str) -> Sequence[str]:
        first = bisect_left(self._sorted, prefix)
        return self._sorted[first : bisect_left(self._sorted, f"{prefix}\U0010ffff")]

    def write(self, name: str, data: bytes, key: bytes = b"") -> None:
        """Write a file made of ``key``."""
        self.written[name] = self.written_now(name, data, key)

    def written_now(self, name: str, data: bytes, key: bytes) -> Written:
        """Write a file for another process, which will ``add`` it."""
        return write_file(self.out, name, data, key, unseen=self._new)

    def put(self, name: str, data: bytes) -> None:
        """Write a file that has been made already."""
        key = digest(data)
        if not self.holds(name, key):
            self.write(name, data, key)

    def add(self, files: Iterable[tuple[str, Written]]) -> None:
        """Count files that others wrote."""
        self.written.update(files)

    def close(self, standing: bytes = b"", texts: bytes = b"") -> None:
        """Remove what earlier builds left and this one did not write; remember what it did, and what all is made of."""
        self._sweep()
        changed = sorted((n, w.key, w.left) for n, w in self.written.items() if self.before.get(n) != w)
        gone = [(name,) for name in self.before if name not in self.written]
        database = self._open()
        try:
            database.execute("BEGIN IMMEDIATE")
            database.executemany("DELETE FROM written WHERE name = ?", gone)
            database.executemany("INSERT OR REPLACE INTO written VALUES (?, ?, ?)", changed)
            database.execute("DELETE FROM whole")
            database.execute("INSERT INTO whole VALUES (?, ?)", (standing, texts))
            database.execute("COMMIT")
        finally:
            database.close()

    def _sweep(self) -> None:
        for name in self._unwanted():
            path = self.out / name
            path.unlink(missing_ok=True)
            for folder in path.parents:
                if folder == self.out or not folder.is_dir() or any(folder.iterdir()):
                    break
                folder.rmdir()

    def _unwanted(self) -> list[str]:
        """Files of earlier builds; where nothing is known of these, whatever lies in the folders of this one."""
        if self.before:
            return [name for name in self.before if name not in self.written]
        if self._new:
            return []
        folders = {name.partition("/")[0] for name in self.written if "/" in name}
        found = (path for folder in folders for path in (self.out / folder).rglob("*") if not path.is_dir())
        return [name for path in found if (name := path.relative_to(self.out).as_posix()) not in self.written]

    def _open(self) -> sqlite3.Connection:
        return open_database(self.store, _TABLES)


def write_file(out: Path, name: str, data: bytes, key: bytes = b"", *, unseen: bool = False) -> Written:
    """Write a file below ``out``, unless it stands there already.

    In a folder that is ``unseen``, for it was not there before this build, it is written where it will stand. A build
    that ends halfway leaves nothing behind that is trusted: what was written is known of only when all was.
    """
    path = f"{out}/{name}"
    if unseen and (told := write_new(path, data)):
        return Written(key, state_of(told))
    write_atomic(path, data)
    return Written(key, file_state(path))
