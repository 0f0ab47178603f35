"""Pages into their shells and onto the disk: those that changed, by several processes when they are many."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from builder.site import Pending, PendingFiles, Shell
from builder.workspace import digest

from .outlet import Outlet, Written, write_file

MANY = 200
"""From so many pages on, starting processes pays."""
_SLICE = 50

Poured = tuple[str, Written]
"""A file, and how it was left."""
_Order = tuple[Pending | PendingFiles, bytes]
"""What is to be made, and the key of what it will be made of."""


@dataclass(frozen=True)
class Pouring:
    """What pages are poured with: the shell of each depth, and a print of all that every page depends on.

    ``after`` is called by a process when it has made some of them, to write down what it keeps.
    """

    shells: Mapping[int, Shell]
    common: bytes
    after: Callable[[], None]

    def pour(self, wanted: Iterable[Pending | PendingFiles], outlet: Outlet) -> None:
        """Make and write the pages and files that do not lie in the outlet as they should."""
        orders = ((one, self._key(one)) for one in wanted)
        missing = [(one, key) for one, key in orders if not self._held(one, key, outlet)]
        outlet.add(self._pour_all(missing, outlet))

    def _key(self, one: Pending | PendingFiles) -> bytes:
        return digest(self.common, one.key) if one.key else b""

    def _held(self, one: Pending | PendingFiles, key: bytes, outlet: Outlet) -> bool:
        if isinstance(one, PendingFiles):
            return all(outlet.holds_all(prefix, key) for prefix in one.prefixes)
        return bool(key) and outlet.holds(f"{one.path}index.html", key)

    def _pour_all(self, missing: Sequence[_Order], outlet: Outlet) -> Iterator[Poured]:
        if len(missing) < MANY or not _may_fork():
            for one, key in missing:
                yield from self.pour_one(one, key, outlet)
            return
        # A forked process has all pages in memory already: nothing is loaded twice, and little is held twice.
        last = [order for order in missing if isinstance(order[0], PendingFiles) and order[0].first]
        first = [part for one, _ in last if isinstance(one, PendingFiles) for part in one.first]
        job = _Job(self, [order for order in missing if order not in last], first, outlet)
        _job.append(job)
        try:
            with ProcessPoolExecutor(mp_context=multiprocessing.get_context("fork")) as pool:
                slices = pool.map(_pour_slice, range(0, len(job.orders), _SLICE))
                done = pool.map(_do_first, range(len(job.first)))
                for poured in slices:
                    yield from poured
                list(done)
        finally:
            _job.clear()
        for one, key in last:
            yield from self.pour_one(one, key, outlet)

    def pour_one(self, one: Pending | PendingFiles, key: bytes, outlet: Outlet) -> Iterator[Poured]:
        """Make and write a page, or some files."""
        if isinstance(one, PendingFiles):
            for file in one.make():
                yield file.path, write_file(outlet.out, file.path, file.data, key)
        else:
            page = one.make()
            html = self.shells[page.depth].encoded(page)
            yield page.file, write_file(outlet.out, page.file, html, key)


@dataclass(frozen=True)
class _Job:
    """What the processes that are about to be forked will do: orders by slices, parts of other orders one by one."""

    pouring: Pouring
    orders: Sequence[_Order]
    first: Sequence[Callable[[], object]]
    outlet: Outlet


_job: list[_Job] = []


def _pour_slice(start: int) -> list[Poured]:
    job = _job[0]
    orders = job.orders[start : start + _SLICE]
    poured = [left for one, key in orders for left in job.pouring.pour_one(one, key, job.outlet)]
    job.pouring.after()
    return poured


def _do_first(number: int) -> None:
    job = _job[0]
    job.first[number]()
    job.pouring.after()


def _may_fork() -> bool:
    """Forking is safe as long as no other thread may hold a lock just then; the machine must know it at all."""
    return hasattr(os, "fork") and threading.active_count() == 1
