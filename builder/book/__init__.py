"""The printed book as data: which pages it has, and the HTML of each piece. Nothing here sets type or touches a disk.

`compose.compose` is the whole story: it takes a plan and something that sets chunks, and gives every page in order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.on_demand import names_of

if TYPE_CHECKING:
    from .chunk import Chunk, ChunkKind, SetChunk, Setter
    from .completeness import losses
    from .compose import ComposedBook, Mark
    from .flowers import draw_flowers, strike_flowers
    from .furniture import Stamp
    from .geometry import PageGeometry, is_recto, page_style
    from .page import Desk, desk_for
    from .pagination import PlacedPage
    from .pictures import PhotoFile, PhotoSource, Picture

__all__ = [
    "Chunk",
    "ChunkKind",
    "ComposedBook",
    "Desk",
    "Mark",
    "PageGeometry",
    "PhotoFile",
    "PhotoSource",
    "Picture",
    "PlacedPage",
    "SetChunk",
    "Setter",
    "Stamp",
    "desk_for",
    "draw_flowers",
    "is_recto",
    "losses",
    "page_style",
    "strike_flowers",
]

__getattr__ = names_of(
    __name__,
    {
        "chunk": "Chunk ChunkKind SetChunk Setter",
        "completeness": "losses",
        "compose": "ComposedBook Mark",
        "flowers": "draw_flowers strike_flowers",
        "furniture": "Stamp",
        "geometry": "PageGeometry is_recto page_style",
        "page": "Desk desk_for",
        "pagination": "PlacedPage",
        "pictures": "PhotoFile PhotoSource Picture",
    },
)
