"""Drawing and painting paths."""

from __future__ import annotations

from collections.abc import Callable

from .canvas import Canvas, Operands, Operator, numbers
from .marks import PathMark
from .matrix import height_of, scale_of, width_of
from .state import Ink

Tile = Callable[[Canvas, Ink], None]
"""Paints a pattern."""

_THIN = 0.25
"""A filled rectangle thinner than this (points) is a line in disguise."""


def _points(canvas: Canvas, operands: Operands) -> None:
    """``m l c v y``."""
    if canvas.exact:
        values = numbers(operands)
        canvas.touch(*zip(values[::2], values[1::2], strict=False))


def _rectangle(canvas: Canvas, operands: Operands) -> None:
    x, y, width, height = numbers(operands)
    across, up = abs(width) * width_of(canvas.state.ctm), abs(height) * height_of(canvas.state.ctm)
    canvas.thin = min(across, up) if min(across, up) < _THIN else None
    if canvas.exact:
        canvas.touch((x, y), (x + width, y), (x, y + height), (x + width, y + height))


def _line_width(canvas: Canvas, operands: Operands) -> None:
    canvas.state.line_width = float(operands[0])


def painter(*, fill: bool, stroke: bool, tile: Tile) -> Operator:
    """An operator that paints the path."""

    def paint(canvas: Canvas, _: Operands) -> None:
        inside = canvas.inside(canvas.path)
        if fill:
            _paint(canvas, canvas.state.fill, canvas.thin, tile, inside=inside)
        if stroke:
            width = round(canvas.state.line_width * scale_of(canvas.state.ctm), 3)
            _paint(canvas, canvas.state.stroke, width, tile, inside=inside)
        end(canvas, _)

    return paint


def _paint(canvas: Canvas, ink: Ink, width: float | None, tile: Tile, *, inside: bool) -> None:
    if ink.pattern is not None:
        tile(canvas, ink)
        return
    canvas.used_with(ink, "hình")
    canvas.marks.paths[PathMark(ink.paint, width, inside)] += 1


def end(canvas: Canvas, _: Operands) -> None:
    """``n``: the path is done with."""
    canvas.path, canvas.thin = [], None


def path_operators(tile: Tile) -> dict[str, Operator]:
    """All of them. ``tile`` paints patterns."""
    filled = painter(fill=True, stroke=False, tile=tile)
    stroked = painter(fill=False, stroke=True, tile=tile)
    both = painter(fill=True, stroke=True, tile=tile)
    return (
        dict.fromkeys(("m", "l", "c", "v", "y"), _points)
        | dict.fromkeys(("f", "F", "f*"), filled)
        | dict.fromkeys(("S", "s"), stroked)
        | dict.fromkeys(("B", "B*", "b", "b*"), both)
        | {"re": _rectangle, "w": _line_width, "n": end}
    )
