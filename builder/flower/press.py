"""Writing shapes down as operators of a PDF page, so that a drawing in a book need not be read again as SVG.

Numbers are whole thirds of the grid's units: a curve of one control point is one of two that stand two thirds of the
way to it. Ends of lines and corners are round. A colour or a width is said when it changes. Ink and light differ in
nothing but the colours.
"""

from collections.abc import Iterable
from typing import Final

from builder.flower.geometry import controls
from builder.flower.grid import STRAIGHT, Grid
from builder.flower.kinds import Ink
from builder.flower.palette import operands
from builder.flower.shape import Drawing, Placing, Trace
from builder.flower.style import joined, least_width, whole_width

_BEGIN: Final = "1 J 1 j\n0.33333333 0 0 0.33333333 0 0 cm\n"
_MOVE: Final = "%d %d m\n"
_LINE: Final = "%d %d l\n"
_CURVES: Final = tuple("%d %d %d %d %d %d c\n" * count for count in range(64))
_CLOSE: Final = "h\n"
_SETTING: Final = (("k", "K"), ("rg", "RG"))
"""What sets the colours of areas and of lines, in ink and in light."""


def operators(drawing: Drawing, placing: Placing, ink: Ink, thinnest: float) -> str:
    """Return the drawing on its frame as lines of operators, which change the state of the page's graphics.

    No line is thinner than `thinnest`, a share of the frame's height.
    """
    pen = _Pen(placing)
    fills, edges = _SETTING[ink is Ink.SCREEN]
    grain, least = placing.frame.grain, least_width(placing.frame, thinnest)
    said = [_BEGIN]
    last_fill = last_line = ""
    last_width = 0
    for (fill, line, width), traces in joined(drawing, placing):
        path = pen.path(traces)
        if not path:
            continue
        if fill and (area := operands(fill, ink)) != last_fill:
            said.append(f"{area} {fills}\n")
            last_fill = area
        if line:
            if (edge := operands(line, ink)) != last_line:
                said.append(f"{edge} {edges}\n")
                last_line = edge
            if (wide := whole_width(width, grain, least)) != last_width:
                said.append(f"{3 * wide} w\n")
                last_width = wide
        said += path
        said.append(("B\n" if line else "f\n") if fill else "S\n")
    return pen.written(said)


def lines_alone(traces: Iterable[Trace], placing: Placing, ink: Ink, width: int) -> str:
    """Return traces as lines in the colour of text; the width is in the grid's units."""
    pen = _Pen(placing)
    _, edges = _SETTING[ink is Ink.SCREEN]
    return pen.written([_BEGIN, f"{operands(None, ink)} {edges}\n{3 * width} w\n", *pen.path(traces), "S\n"])


class _Pen:
    """Turns traces into operators: patterns, and the numbers that go in, in one go at the end."""

    def __init__(self, placing: Placing) -> None:
        self._grid = Grid(placing)
        self._numbers: list[int] = []

    def written(self, patterns: list[str]) -> str:
        """Return patterns with the numbers of all paths."""
        return "".join(patterns) % tuple(self._numbers)

    def path(self, traces: Iterable[Trace]) -> list[str]:
        """Return the patterns of a path along traces; what is too small for the grid is left out."""
        patterns: list[str] = []
        for trace in traces:
            if trace.loop:
                self._loop(trace.runs[0], patterns)
            else:
                self._open(trace, patterns)
        return patterns

    def _loop(self, points: tuple[complex, ...], patterns: list[str]) -> None:
        wanted = controls(points, loop=True)
        x, y = self._grid.middle(wanted[0], wanted[-1])
        self._numbers += 3 * x, 3 * y
        patterns += _MOVE, self._curved(x, y, wanted, x, y), _CLOSE

    def _open(self, trace: Trace, patterns: list[str]) -> None:
        runs, grid, numbers = trace.runs, self._grid, self._numbers
        turn, shift, flip = grid.turn, grid.shift, grid.flip
        point = runs[0][0] * turn + shift
        x, y = round(point.real * flip), round(point.imag)
        if len(runs) == len(runs[0]) == 1:
            numbers += 3 * x, 3 * y, 3 * x, 3 * y
            patterns += _MOVE, _LINE
            return
        before = len(patterns)
        for run in runs:
            point = run[-1] * turn + shift
            left, top = round(point.real * flip), round(point.imag)
            if left == x and top == y:
                continue
            if len(patterns) == before:
                numbers += 3 * x, 3 * y
                patterns.append(_MOVE)
            if len(run) == STRAIGHT:
                numbers += 3 * left, 3 * top
                patterns.append(_LINE)
            else:
                patterns.append(self._curved(x, y, controls(run), left, top))
            x, y = left, top
        if trace.closed and len(patterns) != before:
            patterns.append(_CLOSE)

    def _curved(self, x: int, y: int, wanted: list[complex], end_x: int, end_y: int) -> str:
        numbers = self._numbers
        for control_x, control_y, left, top in self._grid.pieces(wanted, end_x, end_y):
            across, down = 2 * control_x, 2 * control_y
            numbers += x + across, y + down, left + across, top + down, 3 * left, 3 * top
            x, y = left, top
        return _CURVES[len(wanted)]
