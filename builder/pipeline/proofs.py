"""Proofs of books on demand: each is made when somebody asks for it, and again when something was saved since."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from builder.model import BuilderError
from builder.workspace import Root

from .watching_book import BookWatch, Seen, seen


class Proofs:
    """The proofs of a root's books. Use it as a context: it holds workers.

    Any thread may ask; one thread makes them all, one after the other: a store belongs to the thread that opened it.
    """

    def __init__(self, root: Root) -> None:
        self._root = root
        self._open = ExitStack()
        self._watches: dict[str, tuple[BookWatch, Seen]] = {}
        self._maker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="proofs")

    def proof(self, edition: str) -> Path:
        """The PDF of a book as it stands on disk now.

        Raises:
            BuilderError: as ``make_proof``.
        """
        path = self._maker.submit(self._proof, edition).result()
        self._maker.submit(self._ready, edition)
        return path

    def _proof(self, edition: str) -> Path:
        now = seen(self._root)
        watch, last = self._watches.get(edition) or (self._watch(edition), None)
        path = self._root.build / "books" / edition / f"{edition}-proof.pdf"
        if last != now or not path.is_file():
            watch.again()
            self._watches[edition] = (watch, now)
        return path

    def _ready(self, edition: str) -> None:
        self._watches[edition][0].ready()

    def _watch(self, edition: str) -> BookWatch:
        if not (self._root.editions / edition).is_dir():
            msg = f"Không có sách “{edition}”."
            raise BuilderError(msg, "Xem tên các sách trong thư mục editions.")
        return self._open.enter_context(BookWatch(self._root, edition))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._maker.submit(self._open.close).result()
        self._maker.shutdown()
