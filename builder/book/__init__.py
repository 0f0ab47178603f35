"""The printed book as data: which pages it has, and the HTML of each piece. Nothing here sets type or touches a disk.

`compose` is the whole story: it takes a plan and something that sets chunks, and gives every page in order.
"""

from .chunk import Chunk, ChunkKind, SetChunk, Setter
from .completeness import losses
from .compose import ComposedBook, Mark, compose
from .flowers import draw_flowers
from .furniture import Stamp, furniture
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
    "compose",
    "desk_for",
    "draw_flowers",
    "furniture",
    "is_recto",
    "losses",
    "page_style",
]
