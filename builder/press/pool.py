"""Many sheets at once: what is kept is taken from the store, the rest is set by worker processes, in order.

A worker starts once, reads style and fonts once, and then sets sheet after sheet. Few sheets are set right here, for a
worker takes longer to start than a page to set; workers there were before are sent home.
"""

from __future__ import annotations

import gc
import multiprocessing
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain, islice
from types import TracebackType
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from builder.model import BuilderError

from .engine import ready_to_be_copied, typesetter
from .kept import Kept, LeafShelf
from .made_photo import MadePhoto
from .outfit import Outfit, keyed
from .sheet import Files, Progress, Sheet, Store

if TYPE_CHECKING:
    from .typeset import Typesetter

_FEW, _FEW_MORE = 6, 48
"""Sheets that are set sooner than workers have started: where the engine is still to be loaded, and where it is."""
T = TypeVar("T")
V = TypeVar("V")
Work = Callable[["Typesetter", Sheet], T]
"""What is done with a sheet: a function of this module, so that workers find it."""


@dataclass(frozen=True, slots=True)
class _Trouble:
    """A BuilderError on its way home: exceptions with two arguments do not travel between processes."""

    message: str
    remedy: str


class PressRoom:
    """Sets sheets in one style. Use it as a context: leaving it sends the workers home.

    Photos of sheets that are cut are kept as ``files``.

    A room that ``remembers`` keeps all leaves in memory, for one who binds the same book again and again. One whose
    sheets are not ``pictured`` spares its workers what photos are made with.
    """

    def __init__(  # noqa: PLR0913 - what it works with, and how
        self,
        outfit: Outfit,
        store: Store,
        files: Files | None = None,
        *,
        workers: int = 2,
        pictured: bool = True,
        remembers: bool = False,
    ) -> None:
        self._pictured = pictured
        self._shelf = LeafShelf(store, files, {} if remembers else None)
        self._outfit = outfit
        self._store = store
        self._files = files
        self._workers = workers
        self._own: Typesetter | None = None
        self._pool: ProcessPoolExecutor | None = None
        self._scratch: tempfile.TemporaryDirectory[str] | None = None

    def set(self, sheets: Sequence[Sheet], progress: Progress | None = None) -> list[bytes]:
        """Set sheets, in their order.

        Raises:
            BuilderError: the first sheet, in order, that could not be set.
        """
        asked = _Asked(keyed(sheets, self._outfit), self._store.get)
        for k, pdf in _told(self._make(asked.missing(), _set), asked, progress):
            self._store.put(k, pdf)
            asked.made[k] = pdf
        return asked.all

    def cut(
        self, sheets: Iterable[Sheet], progress: Progress | None = None, meanwhile: Callable[[], None] | None = None
    ) -> list[Kept]:
        """Set sheets and cut them into leaves, in their order. They stay in the store, and none in memory.

        The first sheets of many are set while the last are still being made. What is ``meanwhile`` to be done, in a
        thread of its own, is begun before a few are set here.

        Raises:
            BuilderError: the first sheet, in order, that could not be set.
        """
        asked = _Asked(keyed(sheets, self._outfit), self._shelf.brief)
        for k, (leaf, photos) in _told(self._make(asked.missing(), _cut, meanwhile), asked, progress):
            asked.made[k] = self._shelf.keep(k, leaf, photos)
        return [self._shelf.kept(k, brief) for k, brief in zip(asked.keys, asked.all, strict=True)]

    def _readied(self, sheet: Sheet) -> Sheet:
        """A sheet with the photos that were made before, for it or for another."""
        if not sheet.images:
            return sheet
        origins = ((image, image.origin(self._outfit.separation)) for image in sheet.images)
        return replace(sheet, images=tuple(replace(image, made=self._shelf.photo(origin)) for image, origin in origins))

    def _make(
        self, missing: Iterator[tuple[bytes, Sheet]], work: Work[T], meanwhile: Callable[[], None] | None = None
    ) -> Iterator[tuple[bytes, T]]:
        few = _FEW if self._own is None else _FEW_MORE
        first = list(missing if self._workers == 1 else islice(missing, few + 1))
        if not first:
            return  # workers may be wanted again
        if len(first) <= few or self._workers == 1:
            crowded = self._pool is not None
            self.close()  # idle workers hold a hundred megabytes each
            # what is set after hundreds of sheets is long: the contents, an index
            helper = self._helper() if crowded and len(first) > 1 else None
            helped = [self._begun(helper, one, work) for one in first[1:]] if helper else []
            if meanwhile:
                meanwhile()
            yield from self._make_here(first[: len(first) - len(helped)], work, clearing=crowded)
            yield from (_finished(*one) for one in helped)
            if helper:
                self.close()
            return
        if self._pool is None and self._pictured:
            self._outfit.separation.ready()
        pool = self._pool = self._pool or self._hire(self._workers)
        begun: deque[tuple[bytes, Future[T | _Trouble]]] = deque()
        for k, sheet in chain(first, missing):
            begun.append(self._begun(pool, (k, sheet), work))
        while begun:
            yield _finished(*begun.popleft())

    def _make_here(
        self, sheets: Sequence[tuple[bytes, Sheet]], work: Work[T], *, clearing: bool
    ) -> Iterator[tuple[bytes, T]]:
        for k, sheet in sheets:
            yield k, work(self._engine(), self._readied(sheet))
            if clearing:
                gc.collect()

    def _begun(
        self, pool: ProcessPoolExecutor, one: tuple[bytes, Sheet], work: Work[T]
    ) -> tuple[bytes, Future[T | _Trouble]]:
        """A sheet given to the workers."""
        k, sheet = one
        return k, pool.submit(_work, work, self._readied(sheet))

    def _helper(self) -> ProcessPoolExecutor | None:
        """One new worker, as small as this process is, to set one sheet while another is set here; if it can be."""
        if self._workers > 1 and ready_to_be_copied():
            self._pool = self._hire(1)
        return self._pool

    def _hire(self, workers: int) -> ProcessPoolExecutor:
        # WeasyPrint lays fonts into a folder that it removes with its last object; a worker ends before that.
        self._scratch = tempfile.TemporaryDirectory(prefix="hoa-press-")
        return ProcessPoolExecutor(
            workers,
            mp_context=multiprocessing.get_context("fork" if ready_to_be_copied() else "spawn"),
            initializer=_begin,
            initargs=(self._outfit, self._files, self._scratch.name),
        )

    def ready(self) -> None:
        """Load the engine now, for one who will want a sheet soon."""
        self._engine()

    def _engine(self) -> Typesetter:
        self._own = self._own or typesetter(self._outfit, self._files)
        return self._own

    def close(self) -> None:
        """Send the workers home, and clear away what they laid down. Whoever wants sheets again hires new ones."""
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


def _set(one: Typesetter, sheet: Sheet) -> bytes:
    return one.set(sheet)


def _cut(one: Typesetter, sheet: Sheet) -> tuple[bytes, dict[bytes, MadePhoto]]:
    return one.cut(sheet)


_worker: list[Typesetter] = []
"""The typesetter of a worker process; empty in all others."""


def _begin(outfit: Outfit, files: Files | None, scratch: str) -> None:
    gc.disable()
    gc.freeze()  # what a copy of a process came with stays as it is, or it would be copied indeed
    tempfile.tempdir = scratch
    _worker[:] = [typesetter(outfit, files)]
    _clear()


def _work(work: Work[T], sheet: Sheet) -> T | _Trouble:
    try:
        return work(_worker[0], sheet)
    except BuilderError as error:
        return _Trouble(error.message, error.remedy)
    finally:
        _clear()


def _clear() -> None:
    """Clear away what a sheet leaves: its boxes refer to one another. What stays is kept for good, so never looked at.

    Left to itself Python would look for such boxes in the midst of every sheet, and let several sheets fill the memory.
    """
    gc.collect()
    gc.freeze()


def _finished(k: bytes, future: Future[T | _Trouble]) -> tuple[bytes, T]:
    result = future.result()
    if isinstance(result, _Trouble):
        raise BuilderError(result.message, result.remedy)
    return k, result


class _Asked(Generic[V]):
    """Sheets as they are asked for: the keys of all so far, and those of which nothing is kept."""

    def __init__(self, named: Iterable[tuple[bytes, Sheet]], known: Callable[[bytes], V | None]) -> None:
        self._named = named
        self._known = known
        self.made: dict[bytes, V] = {}
        self.keys: list[bytes] = []
        self.lacking: set[bytes] = set()

    def missing(self) -> Iterator[tuple[bytes, Sheet]]:
        """Go through the sheets; each of which nothing is kept, once."""
        for k, sheet in self._named:
            self.keys.append(k)
            if k in self.made or k in self.lacking:
                continue
            if (kept := self._known(k)) is not None:
                self.made[k] = kept
            else:
                self.lacking.add(k)
                yield k, sheet

    @property
    def all(self) -> list[V]:
        """What was made or kept of each, in order."""
        return [self.made[k] for k in self.keys]


def _told(results: Iterator[T], asked: _Asked[V], progress: Progress | None) -> Iterator[T]:
    """Tell how far the work is, once it is known how much there is: what was kept is done from the start."""
    tell = progress or (lambda _done, _total: None)
    first = next(results, None)
    at, total = len(asked.keys) - len(asked.lacking), len(asked.keys)
    tell(at, total)
    for n, one in enumerate(chain(() if first is None else (first,), results), start=1):
        yield one
        tell(at + n, total)
