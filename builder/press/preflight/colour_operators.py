"""Choosing colours: g rg k cs sc scn and their twins for strokes."""

from __future__ import annotations

from functools import lru_cache

from pikepdf import Name

from .canvas import Canvas, Operands, Operator, numbers, shade_of
from .colour import Space
from .marks import Paint
from .names import spelled
from .state import Ink


@lru_cache(maxsize=4096)
def _mixed(space: Space, values: tuple[float, ...]) -> Paint:
    return shade_of(space.paint(values))


def _ink(canvas: Canvas, *, stroke: bool) -> Ink:
    return canvas.state.stroke if stroke else canvas.state.fill


def _device(name: str, *, stroke: bool) -> Operator:
    """``g``, ``rg``, ``k``: the space and the colour at once. A default space of the resources takes its place."""

    def choose(canvas: Canvas, operands: Operands) -> None:
        ink = _ink(canvas, stroke=stroke)
        ink.space, ink.pattern = canvas.scope.space(name), None
        ink.paint = _mixed(ink.space, numbers(operands))

    return choose


def _space(*, stroke: bool) -> Operator:
    """``cs``: the space alone."""

    def choose(canvas: Canvas, operands: Operands) -> None:
        ink = _ink(canvas, stroke=stroke)
        ink.space, ink.pattern = canvas.scope.space(spelled(operands[0])), None
        ink.paint = shade_of(ink.space.first)

    return choose


def _colour(*, stroke: bool) -> Operator:
    """``scn``: a colour of the space, or a pattern with the colour it wears."""

    def choose(canvas: Canvas, operands: Operands) -> None:
        ink = _ink(canvas, stroke=stroke)
        if operands and isinstance(operands[-1], Name):
            ink.pattern = canvas.scope.called("/Pattern", spelled(operands[-1]))
            base = ink.space.base or ink.space
            ink.paint = _mixed(base, numbers(operands))
        else:
            ink.paint, ink.pattern = _mixed(ink.space, numbers(operands)), None

    return choose


COLOUR: dict[str, Operator] = {
    "g": _device("/DeviceGray", stroke=False),
    "G": _device("/DeviceGray", stroke=True),
    "rg": _device("/DeviceRGB", stroke=False),
    "RG": _device("/DeviceRGB", stroke=True),
    "k": _device("/DeviceCMYK", stroke=False),
    "K": _device("/DeviceCMYK", stroke=True),
    "cs": _space(stroke=False),
    "CS": _space(stroke=True),
    "sc": _colour(stroke=False),
    "SC": _colour(stroke=True),
    "scn": _colour(stroke=False),
    "SCN": _colour(stroke=True),
}
