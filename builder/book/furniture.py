"""Running heads and folios: what a page wears above and below its text, as strips to be stamped on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from builder.model import Length, Trim

from .chunk import ChunkKind, SetChunk
from .front import FOLIOS_A_SHEET, PROOF_ID
from .geometry import PROOF_BAND, PageGeometry, is_recto
from .pagination import PlacedPage


@dataclass(frozen=True, slots=True)
class Stamp:
    """A page of a chunk used as a strip: its lower left corner, measured from that of the trimmed page."""

    chunk: str
    index: int
    left: Length
    bottom: Length


def furniture(page: PlacedPage, chunks: Mapping[str, SetChunk], geometry: PageGeometry) -> tuple[Stamp, ...]:
    """The strips of a page.

    Text pages carry their folio at the outer foot; from the second page of a chunk on also a head: the book on the
    left, the chunk's own on the right. All other pages are bare. In a proof every page carries bands that say so.
    """
    return (*_proof(chunks, geometry), *_reading(page, chunks, geometry))


def _proof(chunks: Mapping[str, SetChunk], geometry: PageGeometry) -> tuple[Stamp, ...]:
    if PROOF_ID not in chunks:
        return ()
    return _bands(geometry.trim)


@cache
def _bands(trim: Trim) -> tuple[Stamp, ...]:
    head = Length(trim.height.mm - PROOF_BAND.mm)
    return tuple(Stamp(PROOF_ID, 0, Length(0), bottom) for bottom in (head, Length(0)))


def _reading(page: PlacedPage, chunks: Mapping[str, SetChunk], geometry: PageGeometry) -> tuple[Stamp, ...]:
    held = chunks[page.chunk]
    if held.chunk.kind not in _READING_KINDS:
        return ()
    first = (page.folio - 1) // FOLIOS_A_SHEET * FOLIOS_A_SHEET + 1
    left = geometry.left(page.folio)
    folio = Stamp(f"folios/{first}", page.folio - first, left, geometry.foot_strip)
    if page.index == 0 or not held.chunk.head:
        return (folio,)
    source, index = (page.chunk, held.pages) if is_recto(page.folio) else ("head", 0)
    return (folio, Stamp(source, index, left, geometry.head_strip))


_READING_KINDS = frozenset({ChunkKind.TEXT, ChunkKind.CONTENTS, ChunkKind.STORY, ChunkKind.INDEX})
