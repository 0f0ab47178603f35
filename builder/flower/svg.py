"""Writing shapes down as one compact SVG element: whole-number coordinates, relative curves, nothing but paths."""

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape

from builder.flower.geometry import controls
from builder.flower.grid import STRAIGHT, Grid
from builder.flower.kinds import Ink
from builder.flower.palette import Tint, paint
from builder.flower.shape import Drawing, Placing, Trace
from builder.flower.style import Style, Styled, joined, least_width, whole_width

_Contour = tuple[Tint, float] | None


def document(drawing: Drawing, placing: Placing, ink: Ink, title: str | None, thinnest: float = 0.0) -> str:
    """Return the drawing, placed on its frame, as an <svg> string with a viewBox and no size of its own.

    A title makes it an image with a name for screen readers; without one it is decoration and hidden from them. No line
    is thinner than `thinnest`, a share of the frame's height.
    """
    frame = placing.frame
    least = least_width(frame, thinnest)
    usual = _usual_width(drawing, placing, least)
    pen = _Pen(placing, ink, usual, least)
    body = "".join([pen.stretch(contour, stretch) for contour, stretch in _stretches(joined(drawing, placing))])
    joins = f' fill="none" stroke-width="{usual}" stroke-linecap="round" stroke-linejoin="round"'
    return enclosed(body, (frame.wide * frame.grain, frame.high * frame.grain), joins, title)


def enclosed(body: str, box: tuple[float, float], attributes: str, title: str | None) -> str:
    """Return finished SVG content inside its <svg> element, named by a title or hidden as decoration."""
    manner = ' aria-hidden="true"' if title is None else ' role="img"'
    name = "" if title is None else f"<title>{escape(title, quote=False)}</title>"
    wide, high = (round(side) for side in box)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}"{manner}{attributes}>{name}{body}</svg>'


def path_data(traces: Iterable[Trace], placing: Placing) -> str:
    """Return the `d` of a path through traces, in whole SVG units."""
    return _Pen(placing).data(traces)


def _stretches(shapes: list[Styled]) -> Iterator[tuple[_Contour, list[Styled]]]:
    """Yield stretches of shapes whose filled areas share one contour (or have none)."""
    contour: _Contour = None
    stretch: list[Styled] = []
    for shape in shapes:
        fill, line, width = shape[0]
        if fill and line:
            if contour and contour != (line, width):
                yield contour, stretch
                contour, stretch = None, []
            contour = contour or (line, width)
        stretch.append(shape)
    yield contour, stretch


class _Pen:
    """Turns traces into path data on the frame's grid; y points down from here on."""

    def __init__(self, placing: Placing, ink: Ink = Ink.SCREEN, usual: int = 0, least: int = 1) -> None:
        self._grid = Grid(placing)
        self._grain, self._usual, self._least = placing.frame.grain, usual, least
        self._ink = ink

    def stretch(self, contour: _Contour, shapes: list[Styled]) -> str:
        """Return shapes inside a group that states their common contour once."""
        if contour is None:
            return "".join([self._element(style, traces, self._usual, "") for style, traces in shapes])
        width = whole_width(contour[1], self._grain, self._least)
        body = [self._element(style, traces, width, ' stroke="none"') for style, traces in shapes]
        return f"<g{self._stroke(*contour, self._usual)}>{''.join(body)}</g>"

    def _element(self, style: Style, traces: Iterable[Trace], usual: int, silence: str) -> str:
        """Return one <path>; `usual` is the line width it inherits, `silence` what hides an inherited contour."""
        fill, line, width = style
        data = self.data(traces)
        if not data:
            return ""
        if fill:
            return f'<path fill="{paint(fill, self._ink)}"{"" if line else silence} d="{data}"/>'
        return f'<path{self._stroke(line, width, usual)} d="{data}"/>'

    def _stroke(self, line: Tint | None, width: float, usual: int) -> str:
        if line is None:
            return ""
        whole = whole_width(width, self._grain, self._least)
        wide = "" if whole == usual else f' stroke-width="{whole}"'
        return f' stroke="{paint(line, self._ink)}"{wide}'

    def data(self, traces: Iterable[Trace]) -> str:
        """Return path data of outlines, each begun relative to the last; what is too small for the grid is left out."""
        pieces: list[str] = []
        command, x, y = "M", 0, 0
        for trace in traces:
            left, top, drawn, end_x, end_y = self._outline(trace)
            if drawn:
                pieces.append(f"{command}{left - x} {top - y}{drawn}")
                command, x, y = "m", end_x, end_y
        return "".join(pieces).replace(" -", "-")  # a minus sign parts numbers as well as a space

    def _outline(self, trace: Trace) -> tuple[int, int, str, int, int]:
        """Return where a trace starts, what is drawn from there, and where the pen ends."""
        runs = trace.runs
        if trace.loop:
            return self._loop(runs[0])
        turn, shift, flip = self._grid.turn, self._grid.shift, self._grid.flip
        point = runs[0][0] * turn + shift
        x, y = first_x, first_y = round(point.real * flip), round(point.imag)
        if len(runs) == len(runs[0]) == 1:
            return x, y, "h0", x, y
        drawn, command = "", "l"
        for run in runs:
            point = run[-1] * turn + shift
            left, top = round(point.real * flip), round(point.imag)
            if left == x and top == y:
                command = "l"
            elif len(run) == STRAIGHT:
                drawn += f"{command}{left - x} {top - y}"
                command = " "  # a straight piece after a straight piece needs no command of its own
            else:
                drawn += self._smooth(x, y, controls(run), left, top)
                command = "l"
            x, y = left, top
        if trace.closed and drawn:
            return first_x, first_y, drawn + "z", first_x, first_y
        return first_x, first_y, drawn, x, y

    def _loop(self, points: tuple[complex, ...]) -> tuple[int, int, str, int, int]:
        wanted = controls(points, loop=True)
        x, y = self._grid.middle(wanted[0], wanted[-1])
        return x, y, self._smooth(x, y, wanted, x, y) + "z", x, y

    def _smooth(self, x: int, y: int, wanted: list[complex], end_x: int, end_y: int) -> str:
        """Write a spline; after its first piece ends alone are needed."""
        steps = []
        data = ""
        for control_x, control_y, left, top in self._grid.pieces(wanted, end_x, end_y):
            if not data:
                data = f"q{control_x - x} {control_y - y} "
            steps.append(f"{left - x} {top - y}")
            x, y = left, top
        return f"{data}{steps[0]}t{' '.join(steps[1:])}" if len(steps) > 1 else data + steps[0]


def _usual_width(drawing: Drawing, placing: Placing, least: int) -> int:
    """Return the commonest line width in the grid's units, which is said once for the whole drawing."""
    widths = Counter([shape.width for shape in drawing if shape.line])
    whole: Counter[int] = Counter()
    for width, times in widths.items():
        whole[whole_width(width * placing.scale, placing.frame.grain, least)] += times
    return whole.most_common(1)[0][0] if whole else 1
