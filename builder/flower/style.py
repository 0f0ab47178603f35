"""How shapes are painted, whatever they are written in: which are one path, and how wide lines are on the grid."""

from math import ceil

from builder.flower.palette import Tint
from builder.flower.shape import Drawing, Frame, Placing, Trace

Style = tuple[Tint | None, Tint | None, float]
"""Fill, line, the line's width on the frame."""
Styled = tuple[Style, list[Trace]]


def joined(drawing: Drawing, placing: Placing) -> list[Styled]:
    """Return styles with what is drawn in them, neighbouring lines of one style made one."""
    found: list[Styled] = []
    scale = placing.scale
    last: Style | None = None
    for shape in drawing:
        style = shape.fill, shape.line, shape.width * scale
        if style == last and not shape.fill:
            found[-1][1].extend(shape.traces)
        else:
            found.append((style, list(shape.traces)))
        last = style
    return found


def least_width(frame: Frame, thinnest: float) -> int:
    """Return the width of the thinnest line there may be, in the grid's units; `thinnest` is a share of the height."""
    return max(ceil(thinnest * round(frame.high * frame.grain)), 1)


def whole_width(width: float, grain: int, least: int) -> int:
    """Return a line's width in the grid's units."""
    return max(round(width * grain), least)
