"""Writing shapes down as one compact SVG element: whole-number coordinates, relative curves, nothing but paths."""

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby, pairwise

from builder.flower.geometry import controls
from builder.flower.kinds import Ink
from builder.flower.palette import Tint, paint
from builder.flower.shape import Drawing, Frame, Shape, Trace

_STRAIGHT = 2  # points of a run without a curve
_Cell = tuple[int, int]
_ORIGIN: _Cell = (0, 0)
_Contour = tuple[Tint | None, float] | None


def document(drawing: Drawing, frame: Frame, ink: Ink, title: str | None) -> str:
    """Return the drawing as an <svg> string with a viewBox and no size of its own.

    A title makes it an image with a name for screen readers; without one it is decoration and hidden from them.
    """
    usual = _usual_width(drawing, frame)
    pen = _Pen(frame, ink, usual)
    body = "".join(pen.stretch(contour, shapes) for contour, shapes in _stretches(drawing))
    joins = f' fill="none" stroke-width="{usual}" stroke-linecap="round" stroke-linejoin="round"'
    return enclosed(body, (frame.wide * frame.grain, frame.high * frame.grain), joins, title)


def enclosed(body: str, box: tuple[float, float], attributes: str, title: str | None) -> str:
    """Return finished SVG content inside its <svg> element, named by a title or hidden as decoration."""
    manner = ' aria-hidden="true"' if title is None else ' role="img"'
    name = "" if title is None else f"<title>{escape(title, quote=False)}</title>"
    wide, high = (round(side) for side in box)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}"{manner}{attributes}>{name}{body}</svg>'


def path_data(traces: Iterable[Trace], frame: Frame) -> str:
    """Return the `d` of a path through traces, in whole SVG units."""
    return _Pen(frame).data(traces)


def _stretches(drawing: Drawing) -> Iterator[tuple[_Contour, list[Shape]]]:
    """Yield stretches of shapes whose filled areas share one contour (or have none)."""
    contour: _Contour = None
    stretch: list[Shape] = []
    for shape in drawing:
        own = (shape.line, shape.width) if shape.fill and shape.line else None
        if own and contour and own != contour:
            yield contour, stretch
            contour, stretch = None, []
        contour = contour or own
        stretch.append(shape)
    yield contour, stretch


class _Pen:
    """Turns traces into path data on the frame's grid; y points down from here on."""

    def __init__(self, frame: Frame, ink: Ink = Ink.SCREEN, usual: int = 0) -> None:
        self._usual = usual
        self._grain = frame.grain
        self._high = frame.high
        self._ink = ink

    def stretch(self, contour: _Contour, shapes: list[Shape]) -> str:
        """Return shapes inside a group that states their common contour once."""
        if contour is None:
            return "".join(self._element(shape, self._usual, "") for shape in _joined(shapes))
        width = _whole(contour[1], self._grain)
        body = "".join(self._element(shape, width, ' stroke="none"') for shape in _joined(shapes))
        return f"<g{self._stroke(*contour, self._usual)}>{body}</g>"

    def _element(self, shape: Shape, usual: int, silence: str) -> str:
        """Return one <path>; `usual` is the line width it inherits, `silence` what hides an inherited contour."""
        data = self.data(shape.traces)
        if not data:
            return ""
        if shape.fill:
            return f'<path fill="{paint(shape.fill, self._ink)}"{"" if shape.line else silence} d="{data}"/>'
        return f'<path{self._stroke(shape.line, shape.width, usual)} d="{data}"/>'

    def _stroke(self, line: Tint | None, width: float, usual: int) -> str:
        if line is None:
            return ""
        whole = _whole(width, self._grain)
        wide = "" if whole == usual else f' stroke-width="{whole}"'
        return f' stroke="{paint(line, self._ink)}"{wide}'

    def data(self, traces: Iterable[Trace]) -> str:
        """Return path data of outlines, each begun relative to the last; what is too small for the grid is left out."""
        data, here = "", _ORIGIN
        for trace in traces:
            start, drawn, end = self._trace(trace)
            if drawn:
                data += ("m" if data else "M") + _numbers(_step(here, start)) + drawn
                here = end
        return data

    def _trace(self, trace: Trace) -> tuple[_Cell, str, _Cell]:
        """Return start, data and the place the pen ends at."""
        start = here = self._cell(trace.runs[0][0])
        if sum(map(len, trace.runs)) == 1:
            return start, "h0", start
        if trace.loop:
            return self._loop(trace.runs[0])
        pieces = []
        for run in trace.runs:
            pieces.append(self._run(run, here))
            here = self._cell(run[-1])
        data = "".join(
            # a straight piece after a straight piece needs no command of its own
            _tail(piece) if before[:1] == piece[:1] == "l" else piece
            for before, piece in pairwise(("", *pieces))
        )
        if trace.closed and data:
            return start, data + "z", start
        return start, data, here

    def _run(self, points: tuple[complex, ...], start: _Cell) -> str:
        end = self._cell(points[-1])
        if len(points) == _STRAIGHT or start == end:
            return "" if start == end else "l" + _numbers(_step(start, end))
        first, *rest = (self._cell(control) for control in controls(points))
        return self._smooth(start, first, rest, end)

    def _loop(self, points: tuple[complex, ...]) -> tuple[_Cell, str, _Cell]:
        first, *rest = (self._cell(control) for control in controls(points, loop=True))
        start = _halfway(rest[-1], first)
        return start, self._smooth(start, first, rest, start) + "z", start

    def _smooth(self, start: _Cell, control: _Cell, wanted: list[_Cell], end: _Cell) -> str:
        """Write a spline: one full piece, then joints, each placed so that the control it mirrors is wanted."""
        joints = []
        first = control
        for goal in wanted:
            joints.append(_halfway(control, goal))
            control = (2 * joints[-1][0] - control[0], 2 * joints[-1][1] - control[1])
        joints.append(end)
        data = "q" + _numbers(_step(start, first), _step(start, joints[0]))
        if len(joints) > 1:
            data += "t" + _numbers(*(_step(a, b) for a, b in pairwise(joints)))
        return data

    def _cell(self, point: complex) -> _Cell:
        return round(point.real * self._grain), round((self._high - point.imag) * self._grain)


def _whole(width: float, grain: int) -> int:
    return max(round(width * grain), 1)


def _usual_width(drawing: Drawing, frame: Frame) -> int:
    """Return the commonest line width in SVG units, which is said once for the whole drawing."""
    widths = Counter(_whole(shape.width, frame.grain) for shape in drawing if shape.line)
    return widths.most_common(1)[0][0] if widths else 1


def _joined(shapes: list[Shape]) -> Iterator[Shape]:
    """Yield shapes, neighbouring lines of one style made one."""
    for (fill, line, width), group in groupby(shapes, key=lambda shape: (shape.fill, shape.line, shape.width)):
        if fill:
            yield from group
        else:
            yield Shape(tuple(trace for shape in group for trace in shape.traces), None, line, width)


def _step(start: _Cell, end: _Cell) -> _Cell:
    return end[0] - start[0], end[1] - start[1]


def _tail(piece: str) -> str:
    return piece[1:] if piece[1:].startswith("-") else f" {piece[1:]}"


def _halfway(one: _Cell, other: _Cell) -> _Cell:
    return (one[0] + other[0]) // 2, (one[1] + other[1]) // 2


def _numbers(*cells: _Cell) -> str:
    """Return coordinates in a row, apart where no minus sign parts them."""
    first, *rest = (str(number) for cell in cells for number in cell)
    return first + "".join(number if number.startswith("-") else f" {number}" for number in rest)
