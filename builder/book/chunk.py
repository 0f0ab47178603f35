"""Chunks: the pieces a book is set in, each alone, so that a change in one never resets another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from .pictures import Picture


class ChunkKind(StrEnum):
    """What a chunk is; it decides which furniture its pages wear."""

    HALF_TITLE = "half-title"
    PLATE = "plate"
    TITLE = "title"
    IMPRINT = "imprint"
    TEXT = "text"
    CONTENTS = "contents"
    SECTION = "section"
    STORY = "story"
    INDEX = "index"
    GALLERY = "gallery"
    COLOPHON = "colophon"
    ORNAMENT = "ornament"
    FURNITURE = "furniture"
    COVER = "cover"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of the book as one HTML document.

    A chunk with a running head (``head``) carries it on one page more than it has: its last one, as small as the
    strip it stands in. ``name`` is what messages call the chunk.
    """

    id: str
    kind: ChunkKind
    html: str
    name: str
    head: str = ""
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class SetChunk:
    """A chunk that has been set: how many pages it has, the one with the running head included, and its PDF.

    The PDF is empty where the setter keeps it elsewhere.
    """

    chunk: Chunk
    pdf: bytes
    sheets: int

    @property
    def pages(self) -> int:
        """Pages of the book, without the one that holds the running head."""
        return self.sheets - (1 if self.chunk.head else 0)


Setter = Callable[[Iterable[Chunk]], Sequence[SetChunk]]
"""Sets chunks, in their order; it may begin before the last is there. What does it is none of this package's business.
"""
