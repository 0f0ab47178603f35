"""The photos of a book put into inks, by two processes, and nothing else: what no peer is asked for.

Run with a root, an edition and a folder, it leaves them there, ready for a press.
"""

from __future__ import annotations

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from builder.book import Picture, desk_for
from builder.book.skeleton import slots
from builder.pipeline import Stage, load, plan_book
from builder.pipeline.bookwork import book_kit, outfit_of
from builder.press.sheet import Pictures
from builder.workspace import Cache, find_root

_WORKERS = 2
_at_hand: list[tuple[Pictures, Path]] = []
"""How photos are inked and where they go; forked processes have it in memory."""


def _ink(numbered: tuple[int, Picture]) -> None:
    (pictures, folder), (number, picture) = _at_hand[0], numbered
    jpeg = pictures.jpeg(Path(picture.file.path), picture.width, picture.height)
    (folder / f"{number}.jpg").write_bytes(jpeg)


def main(root: str, edition: str, folder: str) -> None:
    """Ink the photos of an edition's stories."""
    workshop = load(find_root(Path(root)), stage=Stage.DRAFT)
    plan = plan_book(workshop, edition)
    with Cache(workshop.root.cache / "books.sqlite") as cache:
        kit = book_kit(workshop.root, cache)
        desk = desk_for(plan.edition, kit.templates, kit.photo)
        pictures = [picture for slot in slots(desk, plan) if slot.chunk for picture in slot.chunk.pictures]
    separation = outfit_of(plan.edition, kit).separation
    separation.ready()
    Path(folder).mkdir()
    _at_hand.append((separation, Path(folder)))
    with ProcessPoolExecutor(_WORKERS, mp_context=multiprocessing.get_context("fork")) as pool:
        list(pool.map(_ink, enumerate(pictures), chunksize=8))


if __name__ == "__main__":
    main(*sys.argv[1:])
