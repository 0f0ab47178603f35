"""Pictures on a page: how many pixels an inch, in which colours."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pikepdf import Array, Object

from .colour import Space
from .marks import ImageMark, Paint
from .matrix import Matrix, height_of, width_of
from .names import spelled

_SHORT = {
    "/W": "/Width", "/H": "/Height", "/BPC": "/BitsPerComponent", "/CS": "/ColorSpace", "/F": "/Filter",
    "/IM": "/ImageMask", "/I": "/Interpolate",
}  # fmt: skip
_SHORT_FILTERS = {"/LZW": "/LZWDecode", "/Fl": "/FlateDecode", "/DCT": "/DCTDecode", "/CCF": "/CCITTFaxDecode"}
POINTS_AN_INCH = 72.0
_SMALLEST = 1e-6


def spelled_out(short: Mapping[str, Object]) -> dict[str, Object]:
    """The entries of an inline image under their full names."""
    return {_SHORT.get(key, key): value for key, value in short.items()}


def image_mark(
    image: Mapping[str, Object], ctm: Matrix, fill: Paint, space_of: Callable[[Object | None], Space]
) -> ImageMark:
    """What an image is on the page. A stencil is one bit deep and wears the fill colour."""
    pixels = (int(image.get("/Width", 1)), int(image.get("/Height", 1)))
    stencil = bool(image.get("/ImageMask", False))
    return ImageMark(
        pixels=pixels,
        ppi=round(_resolution(pixels, ctm), 1),
        bits=1 if stencil else int(image.get("/BitsPerComponent", 8)),
        paint=fill if stencil else _paint(image, space_of),
        filters=tuple(_filters(image.get("/Filter"))),
        soft_mask=image.get("/SMask") is not None or int(image.get("/SMaskInData", 0)) > 0,
        interpolated=bool(image.get("/Interpolate", False)),
    )


def _paint(image: Mapping[str, Object], space_of: Callable[[Object | None], Space]) -> Paint:
    """A JPEG 2000 image may tell its colours only within itself: that is none of the press, and counts as RGB."""
    return space_of(image.get("/ColorSpace")).paint(())


def _resolution(pixels: tuple[int, int], ctm: Matrix) -> float:
    across = pixels[0] * POINTS_AN_INCH / max(width_of(ctm), _SMALLEST)
    down = pixels[1] * POINTS_AN_INCH / max(height_of(ctm), _SMALLEST)
    return min(across, down)


def _filters(value: Object | None) -> list[str]:
    names = value.as_list() if isinstance(value, Array) else [] if value is None else [value]
    return [_SHORT_FILTERS.get(name, name)[1:] for name in map(spelled, names)]
