"""Pages into their shells and onto the disk: those that changed, by several processes when they are many."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from builder.forking import may_fork
from builder.site import Pending, PendingFiles, Shell
from builder.workspace import digest

from .outlet import Outlet, Written

MANY = 200
"""From so many pages on, starting processes pays."""
_SLICE = 50

Poured = tuple[str, Written]
"""A file, and how it was left."""
_Order = tuple[Pending | PendingFiles, bytes | None]
"""What is to be made, and the key of what it will be made of, if that has been asked for."""


@dataclass(frozen=True)
class Pouring:
    """What pages are poured with: the shell of each depth, and a print of all that every page depends on.

    ``before`` is called before other processes are begun, to close what they may not share; ``after`` by a process when
    it has made some of them, to write down what it keeps.
    """

    shells: Mapping[int, Shell]
    common: bytes
    before: Callable[[], None]
    after: Callable[[], None]

    def pour(
        self, wanted: Iterable[Pending | PendingFiles], outlet: Outlet, meanwhile: Callable[[], None] = lambda: None
    ) -> None:
        """Make and write the pages and files that do not lie in the outlet as they should.

        What is ``meanwhile`` to be done is done while other processes make many of them, or after a few have been made.
        """
        missing = list(self._missing(wanted, outlet))
        if len(missing) < MANY or not may_fork():
            outlet.add(poured for one, key in missing for poured in self.pour_one(one, key, outlet))
            meanwhile()
        else:
            self._pour_many(missing, outlet, meanwhile)

    def _missing(self, wanted: Iterable[Pending | PendingFiles], outlet: Outlet) -> Iterator[_Order]:
        """Where nothing is known of what lies there nothing can be left out: who makes a page asks for its key."""
        if not outlet.before:
            yield from ((one, None) for one in wanted)
            return
        for one in wanted:
            key = self._key(one)
            if not self._held(one, key, outlet):
                yield one, key

    def _key(self, one: Pending | PendingFiles) -> bytes:
        key = one.key
        return digest(self.common, key) if key else b""

    def _held(self, one: Pending | PendingFiles, key: bytes, outlet: Outlet) -> bool:
        if isinstance(one, PendingFiles):
            return all(outlet.holds_all(prefix, key) for prefix in one.prefixes)
        return bool(key) and outlet.holds(f"{one.path}index.html", key)

    def _pour_many(self, missing: Sequence[_Order], outlet: Outlet, meanwhile: Callable[[], None]) -> None:
        # A forked process has all pages in memory already: nothing is loaded twice, and little is held twice.
        last = [order for order in missing if isinstance(order[0], PendingFiles) and order[0].first]
        first = [part for one, _ in last if isinstance(one, PendingFiles) for part in one.first]
        job = _Job(self, [order for order in missing if order not in last], first, outlet)
        _job.append(job)
        self.before()
        try:
            with ProcessPoolExecutor(mp_context=multiprocessing.get_context("fork")) as pool:
                slices = pool.map(_pour_slice, range(0, len(job.orders), _SLICE))
                done = pool.map(_do_first, range(len(job.first)))
                meanwhile()
                for poured in slices:
                    outlet.add(poured)
                list(done)
        finally:
            _job.clear()
        outlet.add(poured for one, key in last for poured in self.pour_one(one, key, outlet))

    def pour_one(self, one: Pending | PendingFiles, key: bytes | None, outlet: Outlet) -> Iterator[Poured]:
        """Make and write a page, or some files."""
        known = self._key(one) if key is None else key
        if isinstance(one, PendingFiles):
            for file in one.make():
                yield file.path, outlet.written_now(file.path, file.data, known)
        else:
            page = one.make()
            html = self.shells[page.depth].encoded(page)
            yield page.file, outlet.written_now(page.file, html, known)


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
