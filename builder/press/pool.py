"""Many sheets at once: what is kept is taken from the store, the rest is set by worker processes, in order.

A worker starts once, reads style and fonts once, and then sets sheet after sheet. Few sheets are set right here, for a
worker takes longer to start than a page to set.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from builder.model import BuilderError

from .sheet import Progress, Sheet, Store
from .typeset import Outfit, Typesetter, key

_FEW = 6


@dataclass(frozen=True, slots=True)
class _Trouble:
    """A BuilderError on its way home: exceptions with two arguments do not travel between processes."""

    message: str
    remedy: str


class PressRoom:
    """Sets sheets in one style. Use it as a context: leaving it sends the workers home."""

    def __init__(self, outfit: Outfit, store: Store, *, workers: int = 2) -> None:
        self._outfit = outfit
        self._store = store
        self._workers = workers
        self._own: Typesetter | None = None
        self._pool: ProcessPoolExecutor | None = None

    def set(self, sheets: Sequence[Sheet], progress: Progress | None = None) -> list[bytes]:
        """Set sheets, in their order.

        Raises:
            BuilderError: the first sheet, in order, that could not be set.
        """
        keys = [key(sheet, self._outfit) for sheet in sheets]
        made = {k: kept for k in dict.fromkeys(keys) if (kept := self._store.get(k)) is not None}
        missing = {k: sheet for k, sheet in zip(keys, sheets, strict=True) if k not in made}
        done = len(sheets) - len(missing)
        if progress is not None:
            progress(done, len(sheets))
        for n, (k, pdf) in enumerate(self._make(missing), start=1):
            self._store.put(k, pdf)
            made[k] = pdf
            if progress is not None:
                progress(done + n, len(sheets))
        return [made[k] for k in keys]

    def _make(self, missing: Mapping[bytes, Sheet]) -> Iterator[tuple[bytes, bytes]]:
        if self._pool is None and (len(missing) <= _FEW or self._workers == 1):
            for k, sheet in missing.items():
                self._own = self._own or Typesetter(self._outfit)
                yield k, self._own.set(sheet)
            return
        pool = self._pool = self._pool or self._hire()
        results: dict[bytes, Future[bytes | _Trouble]] = {k: pool.submit(_set, s) for k, s in missing.items()}
        for k, future in results.items():
            result = future.result()
            if isinstance(result, _Trouble):
                raise BuilderError(result.message, result.remedy)
            yield k, result

    def _hire(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self._workers,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_begin,
            initargs=(self._outfit,),
        )

    def close(self) -> None:
        """Send the workers home."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


_worker: list[Typesetter] = []
"""The typesetter of a worker process; empty in all others."""


def _begin(outfit: Outfit) -> None:
    _worker.append(Typesetter(outfit))


def _set(sheet: Sheet) -> bytes | _Trouble:
    try:
        return _worker[0].set(sheet)
    except BuilderError as error:
        return _Trouble(error.message, error.remedy)
