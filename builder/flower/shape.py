"""What a drawing is made of before it is written down: shapes of traced outlines, each with a tint."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from builder.flower.palette import Tint


class Trace(NamedTuple):
    """One outline: smooth runs of points that meet in corners. A run of two points is straight.

    `closed` joins end to start; `loop` (one run only) joins them smoothly. A single point is a dot of the line's width.
    A tuple, for a drawing has hundreds, and a frozen dataclass takes twice as long to make.
    """

    runs: tuple[tuple[complex, ...], ...]
    closed: bool = False
    loop: bool = False


class Shape(NamedTuple):
    """Traces painted together: filled with one tint, drawn with another, or both."""

    traces: tuple[Trace, ...]
    fill: Tint | None = None
    line: Tint | None = None
    width: float = 0.0


Drawing = list[Shape]


@dataclass(frozen=True, slots=True)
class Frame:
    """The sheet a drawing is fitted into: size in drawing units, free margin, whole SVG units per drawing unit."""

    wide: float
    high: float
    margin: float
    grain: int


def filled(*runs: tuple[complex, ...], fill: Tint, line: Tint | None = None, width: float = 0.0) -> Shape:
    """Return a closed area whose border is the given runs."""
    return Shape((Trace(runs, closed=True),), fill, line, width)


def rounded(points: Iterable[complex], fill: Tint, line: Tint | None = None, width: float = 0.0) -> Shape:
    """Return a closed area with a smooth border through points."""
    return Shape((Trace((tuple(points),), closed=True, loop=True),), fill, line, width)


def strokes(lines: Iterable[tuple[complex, ...]], line: Tint, width: float) -> Shape:
    """Return thin lines of one tint, each smooth through its points."""
    return Shape(tuple([Trace((points,)) for points in lines]), None, line, width)


def dots(points: Iterable[complex], tint: Tint, size: float) -> Shape:
    """Return round dots of one tint; size is the diameter."""
    return Shape(tuple([Trace(((point,),)) for point in points]), None, tint, size)


@dataclass(frozen=True, slots=True)
class Placing:
    """How a drawing is turned, perhaps mirrored, and scaled onto the grid of its frame, where y points down.

    A point lies at `point * turn + shift` in grid units once its x is multiplied by `flip`, 1 or -1: a reflection is
    left to whoever reads the numbers.
    """

    frame: Frame
    scale: float
    flip: int
    turn: complex
    shift: complex


def fitted(drawing: Drawing, frame: Frame, tilt: complex = 1 + 0j, *, mirrored: bool = False) -> Placing:
    """Return the placing that centres a drawing in the frame, as large as its margin allows.

    `tilt` is the unit step that turns it, after it has been mirrored left to right or not.
    """
    if mirrored:
        tilt = tilt.conjugate()
    left, bottom, right, top = bounds(drawing, tilt)
    room_x, room_y = frame.wide - 2 * frame.margin, frame.high - 2 * frame.margin
    scale = min(room_x / (right - left), room_y / (top - bottom))
    middle = complex(left + right, bottom + top) / 2 * scale
    # upside down and back to front at once is half a turn; front to back again where nothing is mirrored
    flip = 1 if mirrored else -1
    shift = middle + complex(flip * frame.wide, frame.high) / 2
    return Placing(frame, scale, flip, -tilt * scale * frame.grain, shift * frame.grain)


def bounds(drawing: Drawing, tilt: complex = 1 + 0j) -> tuple[float, float, float, float]:
    """Return left, bottom, right, top of all points once turned by `tilt`, lines' half widths included."""
    by_width: defaultdict[float, list[complex]] = defaultdict(list)
    for shape in drawing:
        points = by_width[shape.width / 2 if shape.line else 0.0]
        for trace in shape.traces:
            for run in trace.runs:
                points += run
    xs: list[float] = []
    ys: list[float] = []
    for half, points in by_width.items():
        if points:
            turned = [point * tilt for point in points]
            across, up = [point.real for point in turned], [point.imag for point in turned]
            xs += min(across) - half, max(across) + half
            ys += min(up) - half, max(up) + half
    return min(xs), min(ys), max(xs), max(ys)
