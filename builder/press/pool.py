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
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from builder.model import BuilderError

from .engine import ready_to_be_copied, typesetter
from .leaf import Brief, KeptPhoto, Leaf, brief_in, leaf_key, photo_key, unpacked, unpacked_brief
from .outfit import Outfit, keys
from .sheet import PrintImage, Progress, Sheet, Store

if TYPE_CHECKING:
    from .typeset import Typesetter

_FEW, _FEW_MORE = 6, 48
"""Sheets that are set sooner than workers have started: where the engine is still to be loaded, and where it is."""
_AHEAD = 24
"""Sheets given out before the first of them is asked for: finished ones wait in memory."""

T = TypeVar("T")
Work = Callable[["Typesetter", Sheet], T]
"""What is done with a sheet: a function of this module, so that workers find it."""


@dataclass(frozen=True, slots=True)
class _Trouble:
    """A BuilderError on its way home: exceptions with two arguments do not travel between processes."""

    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A sheet that lies set and cut in a store, how many pages it has, its photos by the names they are drawn by."""

    key: bytes
    pages: int
    store: Store
    remembered: dict[bytes, Leaf] | None = None
    photos: Mapping[str, KeptPhoto] = field(default_factory=dict)

    def leaf(self) -> Leaf:
        """Its leaf."""
        if self.remembered is None:
            return unpacked(self._held(leaf_key(self.key)))
        if self.key not in self.remembered:
            self.remembered[self.key] = unpacked(self._held(leaf_key(self.key)))
        return self.remembered[self.key]

    def photo(self, known: str) -> bytes:
        """One of its photos, by its hash."""
        return self._held(photo_key(known))

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
        names = keys(sheets, self._outfit)
        made = {k: kept for k in dict.fromkeys(names) if (kept := self._store.get(k)) is not None}
        missing = {k: sheet for k, sheet in zip(names, sheets, strict=True) if k not in made}
        for k, pdf in _told(self._make(missing, _set), len(sheets), len(missing), progress):
            self._store.put(k, pdf)
            made[k] = pdf
        return [made[k] for k in names]

    def cut(self, sheets: Sequence[Sheet], progress: Progress | None = None) -> list[Kept]:
        """Set sheets and cut them into leaves, in their order. They stay in the store, and none in memory.

        Raises:
            BuilderError: the first sheet, in order, that could not be set.
        """
        names = keys(sheets, self._outfit)
        briefs = {k: brief for k in dict.fromkeys(names) if (brief := self._brief(k))}
        missing = {k: sheet for k, sheet in zip(names, sheets, strict=True) if k not in briefs}
        for k, (photos, leaf, origins) in _told(self._make(missing, _cut), len(sheets), len(missing), progress):
            self._keep(k, photos, leaf)
            for origin, known in origins.items():
                self._store.put(_origin_key(origin), bytes.fromhex(known))
            briefs[k] = unpacked_brief(brief_in(leaf))
        return [Kept(k, briefs[k].pages, self._store, self._remembered, briefs[k].photos) for k in names]

    def _keep(self, k: bytes, photos: Mapping[str, bytes], leaf: bytes) -> None:
        """Keep a leaf, its brief last: what has one is whole. A photo stays the same through all edits of its story."""
        for known, photo in photos.items():
            if self._store.get(photo_key(known)) is None:
                self._store.put(photo_key(known), photo)
        self._store.put(leaf_key(k), leaf)
        self._store.put(_brief_key(k), brief_in(leaf))

    def _readied(self, sheet: Sheet) -> Sheet:
        """A sheet with the photos that were made before, for it or for another."""
        if not sheet.images:
            return sheet
        return replace(sheet, images=tuple(replace(image, ready=self._photo(image)) for image in sheet.images))

    def _photo(self, image: PrintImage) -> bytes:
        known = self._store.get(_origin_key(image.origin(self._outfit.separation)))
        return (self._store.get(photo_key(known.hex())) if known else None) or b""

    def _brief(self, k: bytes) -> Brief | None:
        """The brief of a sheet that lies cut in the store. No leaf is opened for that."""
        if self._remembered and k in self._remembered:
            return self._remembered[k].brief
        told = self._store.get(_brief_key(k))
        return unpacked_brief(told) if told else None

    def _make(self, missing: Mapping[bytes, Sheet], work: Work[T]) -> Iterator[tuple[bytes, T]]:
        if not missing:
            return  # workers may be wanted again
        few = _FEW if self._own is None else _FEW_MORE
        if len(missing) <= few or self._workers == 1:
            crowded = self._pool is not None
            self.close()  # idle workers hold a hundred megabytes each
            for k, sheet in missing.items():
                self._own = self._own or typesetter(self._outfit)
                yield k, work(self._own, self._readied(sheet))
                if crowded:  # what is set after hundreds of sheets is long: the contents, an index
                    gc.collect()
            return
        if self._pool is None and any(sheet.images for sheet in missing.values()):
            self._outfit.separation.ready()
        pool = self._pool = self._pool or self._hire()
        begun: deque[tuple[bytes, Future[T | _Trouble]]] = deque()
        for k, sheet in missing.items():
            begun.append((k, pool.submit(_work, work, self._readied(sheet))))
            if len(begun) > _AHEAD:
                yield _finished(*begun.popleft())
        while begun:
            yield _finished(*begun.popleft())

    def _hire(self) -> ProcessPoolExecutor:
        # WeasyPrint lays fonts into a folder that it removes with its last object; a worker ends before that.
        self._scratch = tempfile.TemporaryDirectory(prefix="hoa-press-")
        return ProcessPoolExecutor(
            self._workers,
            mp_context=multiprocessing.get_context("fork" if ready_to_be_copied() else "spawn"),
            initializer=_begin,
            initargs=(self._outfit, self._scratch.name),
        )

    def ready(self) -> None:
        """Load the engine now, for one who will want a sheet soon."""
        self._own = self._own or typesetter(self._outfit)

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


def _cut(one: Typesetter, sheet: Sheet) -> tuple[dict[str, bytes], bytes, dict[bytes, str]]:
    return one.cut(sheet)


def _origin_key(origin: bytes) -> bytes:
    return b"origin" + origin


def _brief_key(k: bytes) -> bytes:
    return b"brief" + leaf_key(k)


_worker: list[Typesetter] = []
"""The typesetter of a worker process; empty in all others."""


def _begin(outfit: Outfit, scratch: str) -> None:
    gc.disable()
    gc.freeze()  # what a copy of a process came with stays as it is, or it would be copied indeed
    tempfile.tempdir = scratch
    _worker[:] = [typesetter(outfit)]
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


def _told(made: Iterable[T], total: int, missing: int, progress: Progress | None) -> Iterator[T]:
    """Tell how far the work is: what was kept is done from the start."""
    tell = progress or (lambda _done, _total: None)
    tell(total - missing, total)
    for n, one in enumerate(made, start=1):
        yield one
        tell(total - missing + n, total)
