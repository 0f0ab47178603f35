"""Photographs on the page: how large each may stand, in whole pixels of 300 to the inch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from builder.model import Length, Photo
from builder.model.length import MM_PER_INCH, PT_PER_INCH

from .geometry import LINE_PT, PageGeometry

PRINT_DPI = 300
_PORTRAIT_LINES = 12.0
_FIGURE_LINES = 14.25
"""Room for a landscape of 3 : 2 across the whole measure, and for two of them on a page."""


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """A photograph on disk: where, a hash of its bytes, and its size in pixels when held upright."""

    path: str
    digest: bytes
    width: int
    height: int


PhotoSource = Callable[[Photo], PhotoFile]
"""Finds the file of a photo; a missing one is its BuilderError to raise."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph in its slot: the address the HTML calls it by, the file, the pixels it is to have in print."""

    url: str
    file: PhotoFile
    width: int
    height: int

    @property
    def size(self) -> tuple[Length, Length]:
        """Width and height on paper."""
        return _paper(self.width), _paper(self.height)


def portrait(photo: Photo, file: PhotoFile, page: PageGeometry) -> Picture:
    """The picture at the head of a story: as wide as the text at most, twelve lines high."""
    return _fit(photo, file, page.measure, _PORTRAIT_LINES)


def figure(photo: Photo, file: PhotoFile, page: PageGeometry) -> Picture:
    """A picture in or after the text: as wide as the text, fourteen lines high at most."""
    return _fit(photo, file, page.measure, _FIGURE_LINES)


def _fit(photo: Photo, file: PhotoFile, measure: Length, lines: float) -> Picture:
    """Scale into the slot; a photo with fewer pixels than the slot asks for keeps them, and prints less sharp."""
    slot_width = measure.mm / MM_PER_INCH * PRINT_DPI
    slot_height = lines * LINE_PT / PT_PER_INCH * PRINT_DPI
    scale = min(slot_width / file.width, slot_height / file.height)
    width, height = round(file.width * scale), round(file.height * scale)
    return Picture(f"photo:{quote(photo.file)}", file, max(1, width), max(1, height))


def _paper(pixels: int) -> Length:
    return Length(pixels / PRINT_DPI * MM_PER_INCH)
