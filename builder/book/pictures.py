"""Photographs on the page: how large each may stand, in whole pixels of 300 to the inch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from builder.model import Length, Photo
from builder.model.length import MM_PER_INCH, PT_PER_INCH
from builder.model.picture import BESIDE, FIGURE_LINES, PORTRAIT_LINES, PRINT_PPI, UPRIGHT_LINES

from .geometry import LINE_PT, PageGeometry

_LEAST_PPI = 150
"""A small photo is not blown up beyond this: it stands small, and sharp enough."""


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
    """The picture at the head of a story: as wide as the text at most, eleven and a half lines high."""
    return _fit(photo, file, page.measure, PORTRAIT_LINES)


def figure(photo: Photo, file: PhotoFile, page: PageGeometry) -> Picture:
    """A picture in or after the text: as wide as the text and fourteen lines high at most, an upright one higher."""
    if file.height > file.width:
        return _fit(photo, file, Length(page.measure.mm - BESIDE.mm), UPRIGHT_LINES)
    return _fit(photo, file, page.measure, FIGURE_LINES)


def beside(picture: Picture, page: PageGeometry) -> bool:
    """Whether a picture leaves room for its caption beside it."""
    return picture.size[0].mm <= page.measure.mm - BESIDE.mm + 1


def _fit(photo: Photo, file: PhotoFile, measure: Length, lines: float) -> Picture:
    """Scale into the slot; with fewer pixels than that a photo prints less sharp, with very few it stands small."""
    slot_width = measure.mm / MM_PER_INCH * PRINT_PPI
    slot_height = lines * LINE_PT / PT_PER_INCH * PRINT_PPI
    scale = min(slot_width / file.width, slot_height / file.height, PRINT_PPI / _LEAST_PPI)
    width, height = round(file.width * scale), round(file.height * scale)
    return Picture(f"photo:{quote(photo.file)}", file, max(1, width), max(1, height))


def _paper(pixels: int) -> Length:
    return Length(pixels / PRINT_PPI * MM_PER_INCH)
