"""Pages into their shells and onto the disk: those that changed, by several processes when they are many."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from builder.site import Pending, PendingFiles, Shell
from builder.workspace import digest

from .outlet import Outlet, Written, write_file

MANY = 200
"""From so many pages on, starting processes pays."""
_SLICE = 50

Poured = tuple[str, Written]
"""A page's file, and how it was left."""


@dataclass(frozen=True)
class Pouring:
    """What pages are poured with: the shell of each depth, and a print of all that every page depends on."""

    shells: Mapping[int, Shell]
    common: bytes

    def pour(self, pages: Sequence[Pending], outlet: Outlet) -> None:
        """Make and write the pages that do not lie in the outlet as they should."""
        keys = [self._key(page) for page in pages]
        missing = [
            (page, key)
            for page, key in zip(pages, keys, strict=True)
            if not key or not outlet.holds(f"{page.path}index.html", key)
        ]
        outlet.add(self._pour_all(missing, outlet))

    def put(self, files: PendingFiles, outlet: Outlet) -> None:
        """Make and write files that are no pages, unless they lie in the outlet as they should."""
        key = digest(self.common, files.key)
        if not outlet.holds_all(files.prefix, key):
            for file in files.make():
                outlet.write(file.path, file.data, key)

    def _key(self, page: Pending) -> bytes:
        return digest(self.common, page.key) if page.key else b""

    def _pour_all(self, missing: Sequence[tuple[Pending, bytes]], outlet: Outlet) -> Iterator[Poured]:
        if len(missing) < MANY or not _may_fork():
            yield from (self._pour_one(page, key, outlet) for page, key in missing)
            return
        # A forked process has all pages in memory already: nothing is loaded twice, and little is held twice.
        _job.append((self, missing, outlet))
        try:
            starts = range(0, len(missing), _SLICE)
            with ProcessPoolExecutor(mp_context=multiprocessing.get_context("fork")) as pool:
                for poured in pool.map(_pour_slice, starts):
                    yield from poured
        finally:
            _job.clear()

    def _pour_one(self, pending: Pending, key: bytes, outlet: Outlet) -> Poured:
        page = pending.make()
        html = self.shells[page.depth].pour(page)
        return page.file, write_file(outlet.out, page.file, html.encode(), key)


_job: list[tuple[Pouring, Sequence[tuple[Pending, bytes]], Outlet]] = []
"""What the processes that are about to be forked will do."""


def _pour_slice(start: int) -> list[Poured]:
    pouring, missing, outlet = _job[0]
    return [pouring._pour_one(page, key, outlet) for page, key in missing[start : start + _SLICE]]  # noqa: SLF001


def _may_fork() -> bool:
    """Forking is safe as long as no other thread may hold a lock just then; the machine must know it at all."""
    return hasattr(os, "fork") and threading.active_count() == 1
