"""Crop and fold marks: where the sheet is cut and folded, in a colour that prints on every plate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf

from builder.model import Length

OFF = Length(3)
"""How far marks stay from the trim, if the bleed does not ask for more."""
LONG = Length(5)
_AIR = Length(2)
_WIDTH = 0.25
_BROKEN = "[2 1.5] 0 d\n"

COLOUR = "/Registration"
"""The name of the colour among the resources of a page."""


def off(bleed: Length) -> Length:
    """How far marks begin from the trim: never on the artwork."""
    return max(OFF, bleed)


def room(bleed: Length) -> Length:
    """What a sheet needs around the trim for its marks."""
    return Length(off(bleed).mm + LONG.mm + _AIR.mm)


def colour(pdf: Pdf) -> Object:
    """The registration colour: all inks there are (PDF Reference 1.4, 4.5.5, Separation)."""
    full = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([1, 1, 1, 1]), N=1)
    return pdf.make_indirect(Array([Name.Separation, Name.All, Name.DeviceCMYK, full]))


def drawing(trim: tuple[float, ...], bleed: Length, folds: Sequence[Length] = ()) -> bytes:
    """The eight lines around a trim box, as a content stream that leaves no trace.

    ``folds`` are upright folds, measured from the left edge of the trim: each gets a broken line above and below.
    """
    lines = "".join(f"{line} S\n" for line in _lines(trim, off(bleed).pt, LONG.pt))
    broken = "".join(f"{line} S\n" for fold in folds for line in _upright(trim, trim[0] + fold.pt, off(bleed).pt))
    return f"q {COLOUR} CS 1 SCN {_WIDTH} w\n{lines}{_BROKEN + broken if broken else ''}Q\n".encode()


def _upright(trim: tuple[float, ...], x: float, away: float) -> Iterator[str]:
    _, bottom, _, top = trim
    for y, side in ((bottom, -1), (top, 1)):
        yield f"{x:.4f} {y + side * away:.4f} m {x:.4f} {y + side * (away + LONG.pt):.4f} l"


def _lines(trim: tuple[float, ...], away: float, long: float) -> Iterator[str]:
    left, bottom, right, top = trim
    for x, side in ((left, -1), (right, 1)):
        for y in (bottom, top):
            yield f"{x + side * away:.4f} {y:.4f} m {x + side * (away + long):.4f} {y:.4f} l"
    for y, side in ((bottom, -1), (top, 1)):
        for x in (left, right):
            yield f"{x:.4f} {y + side * away:.4f} m {x:.4f} {y + side * (away + long):.4f} l"
