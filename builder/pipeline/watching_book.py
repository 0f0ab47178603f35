"""A proof that keeps up with its author: saved a moment ago, on the page now.

What takes long to have at hand (engines, fonts, parsed style, an open room of workers) stays; what can change is read
anew each time, through the stores that make that cheap. So a proof after an edit is the proof a fresh command makes.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from builder.press.outfit import Outfit
from builder.press.pool import PressRoom
from builder.workspace import Cache, Root, write_atomic

from .books import plan_book, story_map
from .bookwork import BookKit, BoundBook, bind_in, book_kit, outfit_of
from .stages import Stage
from .workshop import load

Seen = frozenset[tuple[str, int, int]]
"""Files with the time of their last change and their size."""


class BookWatch:
    """The proof of one book, made again whenever it is asked for. Use it as a context: it holds workers."""

    def __init__(self, root: Root, edition_id: str) -> None:
        self._root = root
        self._edition = edition_id
        self._cache = Cache(root.cache / "books.sqlite")
        self._kit = book_kit(root, self._cache)
        self._outfit: Outfit | None = None
        self._room: PressRoom | None = None

    def again(self) -> BoundBook:
        """Make the proof from what lies on disk now.

        Raises:
            BuilderError: as ``make_proof``; the last good proof stays.
        """
        workshop = load(self._root, stage=Stage.DRAFT)
        plan = plan_book(workshop, self._edition)
        kit = replace(self._kit_now(), prints=workshop.wholes)
        room = self._room_for(outfit_of(plan.edition, kit))
        path = self._root.build / "books" / self._edition / f"{self._edition}-proof.pdf"
        bound = bind_in(room, plan, kit, proof=True, into=path)
        write_atomic(path.with_suffix(".json"), story_map(plan, bound))
        return bound

    def ready(self) -> None:
        """Load what the next edit needs, once a proof is made: nobody is waiting then."""
        if self._room is not None:
            self._room.ready()
        # what stands now is not looked through in the midst of the next edit; what the last one left is cleared away
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def _kit_now(self) -> BookKit:
        """A kit from disk; while the templates are the same, stories laid out before are remembered."""
        kit = book_kit(self._root, self._cache)
        if kit.shelf.templates == self._kit.shelf.templates:
            kit = replace(kit, shelf=self._kit.shelf, templates=self._kit.templates)
        self._kit = kit
        return kit

    def _room_for(self, outfit: Outfit) -> PressRoom:
        if self._room is None or outfit != self._outfit:
            self._close_room()
            self._outfit, self._room = outfit, PressRoom(outfit, self._cache, self._kit.files, remembers=True)
        return self._room

    def _close_room(self) -> None:
        if self._room is not None:
            self._room.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close_room()
        self._cache.close()


def seen(root: Root) -> Seen:
    """What a book may depend on, as it lies on disk: two looks differ when something was saved between them."""
    folders = (root.stories, root.editions, root.photos, root.theme / "book")
    files = (file for folder in folders for file in _files(folder))
    return frozenset((file.path, file.stat().st_mtime_ns, file.stat().st_size) for file in files)


def _files(folder: Path | str) -> Iterator[os.DirEntry[str]]:
    """Files below a folder, hidden ones left out: editors keep half-saved texts in them."""
    if not os.path.isdir(folder):  # noqa: PTH112 - thousands of times a minute
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path)
            elif entry.is_file():
                yield entry
