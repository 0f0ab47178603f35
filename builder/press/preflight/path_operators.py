"""Drawing and painting paths."""

from __future__ import annotations

import math
from collections.abc import Callable

from .canvas import Canvas, Operands, Operator, numbers
from .marks import PathMark
from .matrix import Point, apply, height_of, scale_of, width_of
from .state import Ink

Tile = Callable[[Canvas, Ink], None]
"""Paints a pattern."""

_THIN = 0.25
"""A filled rectangle thinner than this (points) is a line in disguise."""
_STRIP, _LONG = 4, 20
"""Corners of a strip, and how many times longer than thick it is at least."""


def _start(canvas: Canvas, operands: Operands) -> None:
    """``m``."""
    canvas.corners = [numbers(operands)]
    _points(canvas, operands)


def _side(canvas: Canvas, operands: Operands) -> None:
    """``l``."""
    if len(canvas.corners) <= _STRIP:
        canvas.corners.append(numbers(operands))
    _points(canvas, operands)


def _curve(canvas: Canvas, operands: Operands) -> None:
    """``c v y``: no side of a strip."""
    if len(canvas.corners) <= _STRIP:
        canvas.corners.append(())
    _points(canvas, operands)


def _strip(canvas: Canvas) -> float | None:
    """The thickness of a filled strip that is a line in disguise, as drawing programs outline them.

    Its sides are even: slivers in a drawing are nothing that may get lost.
    """
    if not 0 <= len(canvas.corners) - _STRIP <= 1 or any(len(corner) != 2 for corner in canvas.corners):  # noqa: PLR2004
        return None
    ring = [apply(canvas.state.ctm, (x, y)) for x, y in canvas.corners[:_STRIP]]
    (x, y), (right, up) = _apart(ring[0], ring[1]), _apart(ring[1], ring[2])
    long = max(math.hypot(x, y), math.hypot(right, up))
    thick = abs(x * up - y * right) / long if long else 0.0
    even = math.dist(_apart(ring[1], ring[0]), _apart(ring[2], ring[3])) < thick
    return round(thick, 3) if even and thick < _THIN and long > _LONG * thick else None


def _apart(one: Point, other: Point) -> Point:
    return other[0] - one[0], other[1] - one[1]


def _points(canvas: Canvas, operands: Operands) -> None:
    """What all that draw have in common."""
    if canvas.exact:
        values = numbers(operands)
        canvas.touch(*zip(values[::2], values[1::2], strict=False))


def _rectangle(canvas: Canvas, operands: Operands) -> None:
    x, y, width, height = numbers(operands)
    across, up = abs(width) * width_of(canvas.state.ctm), abs(height) * height_of(canvas.state.ctm)
    canvas.thin = min(across, up, _THIN if canvas.thin is None else canvas.thin)
    if canvas.exact:
        canvas.touch((x, y), (x + width, y), (x, y + height), (x + width, y + height))


def _line_width(canvas: Canvas, operands: Operands) -> None:
    canvas.state.line_width = float(operands[0])


def painter(*, fill: bool, stroke: bool, tile: Tile) -> Operator:
    """An operator that paints the path."""

    def paint(canvas: Canvas, _: Operands) -> None:
        inside = canvas.inside(canvas.path)
        if fill:
            thin = _strip(canvas) if canvas.thin is None else canvas.thin if canvas.thin < _THIN else None
            _paint(canvas, canvas.state.fill, thin, tile, inside=inside)
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
    canvas.path, canvas.corners, canvas.thin = [], [], None


def path_operators(tile: Tile) -> dict[str, Operator]:
    """All of them. ``tile`` paints patterns."""
    filled = painter(fill=True, stroke=False, tile=tile)
    stroked = painter(fill=False, stroke=True, tile=tile)
    both = painter(fill=True, stroke=True, tile=tile)
    return (
        dict.fromkeys(("c", "v", "y"), _curve)
        | dict.fromkeys(("f", "F", "f*"), filled)
        | dict.fromkeys(("S", "s"), stroked)
        | dict.fromkeys(("B", "B*", "b", "b*"), both)
        | {"m": _start, "l": _side, "re": _rectangle, "w": _line_width, "n": end}
    )
