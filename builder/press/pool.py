"""Many sheets at once: what is kept is taken from the store, the rest is set by worker processes, in order.

A worker starts once, reads style and fonts once, and then sets sheet after sheet. Few sheets are set right here, for a
worker takes longer to start than a page to set; workers there were before are sent home.
"""

from __future__ import annotations

import gc
import multiprocessing
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Self, TypeVar

from builder.model import BuilderError

from .leaf import Leaf, leaf_key, pages_in, unpacked
from .sheet import Progress, Sheet, Store
from .typeset import Outfit, Typesetter, key

_FEW = 6
_AHEAD = 24
"""Sheets given out before the first of them is asked for: finished ones wait in memory."""

T = TypeVar("T")
Work = Callable[[Typesetter, Sheet], T]
"""What is done with a sheet: a method of `Typesetter`, so that workers find it."""


@dataclass(frozen=True, slots=True)
class _Trouble:
    """A BuilderError on its way home: exceptions with two arguments do not travel between processes."""

    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A sheet that lies set and cut in a store, and how many pages it has."""

    key: bytes
    pages: int
    store: Store
    remembered: dict[bytes, Leaf] | None = None

    def leaf(self) -> Leaf:
        """Its leaf."""
        if self.remembered is None:
            return unpacked(self._held(leaf_key(self.key)))
        if self.key not in self.remembered:
            self.remembered[self.key] = unpacked(self._held(leaf_key(self.key)))
        return self.remembered[self.key]

    def pdf(self) -> bytes:
        """Its PDF."""
        return self._held(self.key)

    def _held(self, key: bytes) -> bytes:
        data = self.store.get(key)
        if data is None:
            msg = "Kho giữ trang đã dàn (.cache) bị xóa trong lúc làm sách."
            raise BuilderError(msg, "Làm lại.")
        return data


class PressRoom:
    """Sets sheets in one style. Use it as a context: leaving it sends the workers home.

    A room that ``remembers`` keeps all leaves in memory, for one who binds the same book again and again.
    """

    def __init__(self, outfit: Outfit, store: Store, *, workers: int = 2, remembers: bool = False) -> None:
        self._remembered: dict[bytes, Leaf] | None = {} if remembers else None
        self._outfit = outfit
        self._store = store
        self._workers = workers
        self._own: Typesetter | None = None
        self._pool: ProcessPoolExecutor | None = None
        self._scratch: tempfile.TemporaryDirectory[str] | None = None

    def set(self, sheets: Sequence[Sheet], progress: Progress | None = None) -> list[bytes]:
        """Set sheets, in their order.

        Raises:
            BuilderError: the first sheet, in order, that could not be set.
        """
        keys = [key(sheet, self._outfit) for sheet in sheets]
        made = {k: kept for k in dict.fromkeys(keys) if (kept := self._store.get(k)) is not None}
        missing = {k: sheet for k, sheet in zip(keys, sheets, strict=True) if k not in made}
        for k, pdf in _told(self._make(missing, Typesetter.set), len(sheets), len(missing), progress):
            self._store.put(k, pdf)
            made[k] = pdf
        return [made[k] for k in keys]

    def cut(self, sheets: Sequence[Sheet], progress: Progress | None = None) -> list[Kept]:
        """Set sheets and cut them into leaves, in their order. They stay in the store, and none in memory.

        Raises:
            BuilderError: the first sheet, in order, that could not be set.
        """
        keys = [key(sheet, self._outfit) for sheet in sheets]
        pages = {k: pages_in(leaf) for k in dict.fromkeys(keys) if (leaf := self._store.get(leaf_key(k))) is not None}
        missing = {k: sheet for k, sheet in zip(keys, sheets, strict=True) if k not in pages}
        for k, (pdf, leaf) in _told(self._make(missing, Typesetter.cut), len(sheets), len(missing), progress):
            self._store.put(k, pdf)
            self._store.put(leaf_key(k), leaf)
            pages[k] = pages_in(leaf)
        return [Kept(k, pages[k], self._store, self._remembered) for k in keys]

    def _make(self, missing: Mapping[bytes, Sheet], work: Work[T]) -> Iterator[tuple[bytes, T]]:
        if len(missing) <= _FEW or self._workers == 1:
            self.close()  # idle workers hold a hundred megabytes each
            for k, sheet in missing.items():
                self._own = self._own or Typesetter(self._outfit)
                yield k, work(self._own, sheet)
            return
        pool = self._pool = self._pool or self._hire()
        begun: deque[tuple[bytes, Future[T | _Trouble]]] = deque()
        for k, sheet in missing.items():
            begun.append((k, pool.submit(_work, work, sheet)))
            if len(begun) > _AHEAD:
                yield _finished(*begun.popleft())
        while begun:
            yield _finished(*begun.popleft())

    def _hire(self) -> ProcessPoolExecutor:
        # WeasyPrint lays fonts into a folder that it removes with its last object; a worker ends before that.
        self._scratch = tempfile.TemporaryDirectory(prefix="hoa-press-")
        return ProcessPoolExecutor(
            self._workers,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_begin,
            initargs=(self._outfit, self._scratch.name),
        )

    def close(self) -> None:
        """Send the workers home, and clear away what they laid down."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None
        if self._scratch is not None:
            self._scratch.cleanup()
            self._scratch = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


_worker: list[Typesetter] = []
"""The typesetter of a worker process; empty in all others."""


def _begin(outfit: Outfit, scratch: str) -> None:
    tempfile.tempdir = scratch
    _worker.append(Typesetter(outfit))
    gc.collect()
    gc.freeze()


def _work(work: Work[T], sheet: Sheet) -> T | _Trouble:
    try:
        return work(_worker[0], sheet)
    except BuilderError as error:
        return _Trouble(error.message, error.remedy)
    finally:
        # boxes of a layout refer to one another; left to themselves they stay until several sheets fill the memory
        gc.collect()


def _finished(k: bytes, future: Future[T | _Trouble]) -> tuple[bytes, T]:
    result = future.result()
    if isinstance(result, _Trouble):
        raise BuilderError(result.message, result.remedy)
    return k, result


def _told(made: Iterable[T], total: int, missing: int, progress: Progress | None) -> Iterator[T]:
    """Tell how far the work is: what was kept is done from the start."""
    tell = progress or (lambda _done, _total: None)
    tell(total - missing, total)
    for n, one in enumerate(made, start=1):
        yield one
        tell(total - missing + n, total)
