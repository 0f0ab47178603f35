"""Codes that machines read, as plain rectangles of black alone: the bar code of an ISBN, the QR code of an address.

The libraries only say which modules are dark; their own writers would bring fonts, RGB black and clocks with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import segno
from barcode.ean import EuropeanArticleNumber13  # type: ignore[import-untyped]  # ships no types
from markupsafe import Markup

from builder.model import Isbn, Length

EAN_MODULE: Final = Length(0.297)
"""A module at 90 % of the nominal 0.33 mm; GS1 General Specifications 5.2 allow 80 to 200 % in print."""
EAN_HEIGHT: Final = Length(20.6)
"""Bars at 90 % of the nominal 22.85 mm."""
_EAN_QUIET = (11, 7)
"""Modules that stay light left and right (GS1 General Specifications, 5.2.3.4)."""
_GUARD = 5
"""Modules by which guard bars stand out below the others."""
_GUARDED: Final = frozenset({*range(3), *range(45, 50), *range(92, 95)})
_QR_MODULE: Final = 0.4
"""The smallest module in millimetres that offset on uncoated card and a plain telephone both hold."""
_QR_QUIET: Final = 4
"""Light modules around a QR code (ISO/IEC 18004, 6.3.8)."""

_BLACK: Final = "device-cmyk(0 0 0 1)"
_WHITE: Final = "device-cmyk(0 0 0 0)"

Box = tuple[int, int, float, float]
"""A dark rectangle: left, top, width, height, in modules."""


@dataclass(frozen=True, slots=True)
class Code:
    """A drawing with the light ground it needs, and its size in print."""

    drawing: Markup
    width: Length
    height: Length


def ean13(isbn: Isbn) -> Code:
    """The bars of an ISBN on white, quiet zones included, without the figures below them."""
    dark = EuropeanArticleNumber13(isbn.digits).build()[0]
    tall = EAN_HEIGHT.mm / EAN_MODULE.mm
    bars = [(at, 0, width, tall + (_GUARD if at in _GUARDED else 0)) for at, width in _runs(dark)]
    before, after = _EAN_QUIET
    wide, high = before + len(dark) + after, tall + _GUARD
    drawing = _drawing(((before + left, top, width, height) for left, top, width, height in bars), wide, high)
    return Code(drawing, Length(wide * EAN_MODULE.mm), Length(high * EAN_MODULE.mm))


def qr(address: str, least: Length) -> Code:
    """The QR code of an address on white, a quarter of it spare for dirt (level Q); at least ``least`` wide."""
    rows = [list(map(bool, row)) for row in segno.make(address, error="q", micro=False, boost_error=False).matrix]
    boxes = [
        (left + _QR_QUIET, top + _QR_QUIET, width, 1.0)
        for top, row in enumerate(rows)
        for left, width in _runs("".join("1" if dark else "0" for dark in row))
    ]
    side = len(rows) + 2 * _QR_QUIET
    wide = max(least, Length(side * _QR_MODULE))
    return Code(_drawing(boxes, side, side), wide, wide)


def _runs(modules: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where dark modules begin, and how many stand together: bars touch without a seam only if drawn as one."""
    at = 0
    for dark, group in groupby(modules):
        width = len(list(group))
        if dark == "1":
            yield at, width
        at += width


def _drawing(boxes: Iterable[Box], wide: float, high: float) -> Markup:
    path = "".join(f"M{left} {top}h{width}v{height:g}h-{width}z" for left, top, width, height in boxes)
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}"><path fill="{}" d="M0 0h{}v{}h-{}z"/>'
        '<path fill="{}" d="{}"/></svg>'
    ).format(f"{wide:g}", f"{high:g}", _WHITE, f"{wide:g}", f"{high:g}", f"{wide:g}", _BLACK, path)
