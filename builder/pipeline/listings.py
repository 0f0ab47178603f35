"""Chunks on their way to the press: listings go as forms, and their folios are put in when they come back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from builder.book import Chunk, ChunkKind, ComposedBook, Picture
from builder.book.blanks import Form, form_of
from builder.press.fill import VERSION, Blank, filled
from builder.press.kept import Kept
from builder.press.leaf import leaf_key, packed
from builder.press.pool import PressRoom
from builder.press.sheet import PrintImage, Progress, Sheet, Store
from builder.workspace import digest

_LISTS = frozenset({ChunkKind.CONTENTS, ChunkKind.INDEX})


def cut_chunks(
    room: PressRoom, chunks: Iterable[Chunk], progress: Progress | None, meanwhile: Callable[[], None] | None = None
) -> list[Kept]:
    """Set and cut chunks, in their order; the first of many are set while the last are still being made.

    Raises:
        BuilderError: the first that could not be set.
    """
    given: list[tuple[Sheet, Form | None]] = []
    made = room.cut(_sheets(chunks, given), progress, meanwhile)
    done = [_filled(kept, form) if form else kept for kept, (_, form) in zip(made, given, strict=True)]
    left = iter(room.cut([sheet for (sheet, _), kept in zip(given, done, strict=True) if kept is None]))
    return [kept or next(left) for kept in done]


def _sheets(chunks: Iterable[Chunk], given: list[tuple[Sheet, Form | None]]) -> Iterator[Sheet]:
    """Chunks as they are set, listings as forms; what each is, with its form, is noted."""
    for chunk in chunks:
        sheet, form = sheet_of(chunk), form_of(chunk.html) if chunk.kind in _LISTS else None
        given.append((sheet, form))
        yield replace(sheet, html=form.html) if form else sheet


def sheet_of(chunk: Chunk) -> Sheet:
    """A chunk as the press takes it."""
    return Sheet(chunk.name, chunk.html, tuple(map(_image, chunk.pictures)))


def _image(picture: Picture) -> PrintImage:
    return PrintImage(picture.url, picture.file.path, picture.file.digest, picture.width, picture.height)


def _filled(kept: Kept, form: Form) -> Kept | None:
    """A form with its folios; nothing if its figures cannot take each other's place."""
    key = digest(VERSION, leaf_key(kept.key), *form.held, "", *form.wanted, "", repr(form.right))
    if kept.store.get(leaf_key(key)) is None:
        leaf = filled(kept.leaf(), [Blank(*blank) for blank in zip(form.held, form.wanted, form.right, strict=True)])
        if leaf is None:
            return None
        kept.store.put(leaf_key(key), packed(leaf))
    return Kept(key, kept.pages, kept.store)


@dataclass(frozen=True, slots=True)
class ListingPages:
    """How many pages the listings of a book had the last time it was made, by their ids; kept for the next."""

    store: Store
    key: bytes
    pages: Mapping[str, int]

    def keep(self, book: ComposedBook) -> None:
        """Keep what is so now."""
        now = {key: held.pages for key, held in book.chunks.items() if held.chunk.kind in _LISTS}
        if now != self.pages:
            self.store.put(self.key, json.dumps(now).encode())


def listing_pages(store: Store, edition: str, *, proof: bool) -> ListingPages:
    """What is known of a book's listings."""
    key = digest("pages of listings", edition, str(proof))
    return ListingPages(store, key, json.loads(store.get(key) or b"{}"))
