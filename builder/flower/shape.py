"""What a drawing is made of before it is written down: shapes of traced outlines, each with a tint."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from builder.flower.palette import Tint


@dataclass(frozen=True, slots=True)
class Trace:
    """One outline: smooth runs of points that meet in corners. A run of two points is straight.

    `closed` joins end to start; `loop` (one run only) joins them smoothly. A single point is a dot of the line's width.
    """

    runs: tuple[tuple[complex, ...], ...]
    closed: bool = False
    loop: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
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
    return Shape(tuple(Trace((points,)) for points in lines), None, line, width)


def dots(points: Iterable[complex], tint: Tint, size: float) -> Shape:
    """Return round dots of one tint; size is the diameter."""
    return Shape(tuple(Trace(((point,),)) for point in points), None, tint, size)


def moved(drawing: Drawing, move: Callable[[complex], complex], scale: float = 1.0) -> Drawing:
    """Return the drawing with every point moved and every line width scaled."""
    return [
        Shape(tuple(_moved(trace, move) for trace in shape.traces), shape.fill, shape.line, shape.width * scale)
        for shape in drawing
    ]


def _moved(trace: Trace, move: Callable[[complex], complex]) -> Trace:
    return Trace(tuple(tuple(map(move, run)) for run in trace.runs), trace.closed, trace.loop)


def bounds(drawing: Drawing) -> tuple[float, float, float, float]:
    """Return left, bottom, right, top of all points, lines' half widths included."""
    corners: list[complex] = []
    for shape in drawing:
        points = [point for trace in shape.traces for run in trace.runs for point in run]
        if points:
            half = shape.width / 2 * (1 + 1j) if shape.line else 0j
            xs, ys = [point.real for point in points], [point.imag for point in points]
            corners += [complex(min(xs), min(ys)) - half, complex(max(xs), max(ys)) + half]
    xs, ys = [corner.real for corner in corners], [corner.imag for corner in corners]
    return min(xs), min(ys), max(xs), max(ys)


def fitted(drawing: Drawing, frame: Frame) -> Drawing:
    """Return the drawing centred in the frame, as large as its margin allows."""
    left, bottom, right, top = bounds(drawing)
    room_x, room_y = frame.wide - 2 * frame.margin, frame.high - 2 * frame.margin
    scale = min(room_x / (right - left), room_y / (top - bottom))
    shift = complex(frame.wide, frame.high) / 2 - complex(left + right, bottom + top) / 2 * scale
    return moved(drawing, lambda point: point * scale + shift, scale)
