"""From a kind and a seed to a finished drawing."""

from dataclasses import dataclass
from typing import Final

from builder.flower import emblem
from builder.flower.geometry import turn
from builder.flower.kinds import Ink, Kind, Size
from builder.flower.press import lines_alone, operators
from builder.flower.shape import Drawing, Frame, Placing, Shape, Trace, fitted
from builder.flower.species import COMPOSERS
from builder.flower.style import least_width, whole_width
from builder.flower.svg import document, enclosed, path_data
from builder.flower.variation import Variation

_FRAMES: Final = {
    Size.SMALL: Frame(100, 100, 4, 5),
    Size.MEDIUM: Frame(240, 180, 5, 5),
    Size.PLATE: Frame(218, 326, 6, 16),
    Size.LINE: emblem.FRAME,
}
_GREATEST_TILT: Final = 6.0  # degrees a whole composition may lean


@dataclass(frozen=True, slots=True)
class Struck:
    """A drawing for a page of PDF: the size of its frame, and the operators, y pointing down, that draw it there."""

    wide: int
    high: int
    operators: str


def draw(  # noqa: PLR0913 - keywords, each says another thing of a drawing
    kind: Kind, seed: str, *, size: Size, ink: Ink = Ink.SCREEN, title: str | None = None, thinnest: float = 0.0
) -> str:
    """Return one flower as an <svg> string with a viewBox and neither width nor height.

    The seed (a story's id) settles turn, bloom, stem and every small irregularity: the same arguments give the same
    bytes. A title names the image for screen readers; without one it is hidden from them as decoration. LINE
    drawings are one outline in currentColor whatever the ink. No line is thinner than `thinnest`, a share of the
    drawing's height.
    """
    if size is Size.LINE:
        traces, placing = _line(kind, seed)
        return _outline(path_data(traces, placing), placing, title, thinnest)
    drawing, placing = _composed(kind, seed, size)
    return document(drawing, placing, ink, title, thinnest)


def strike(kind: Kind, seed: str, *, size: Size, ink: Ink, thinnest: float = 0.0) -> Struck:
    """Return the flower `draw` gives as it is put on a page of PDF, where a LINE drawing has the colour of text."""
    if size is Size.LINE:
        traces, placing = _line(kind, seed)
        said = lines_alone(traces, placing, ink, _line_width(thinnest))
    else:
        drawing, placing = _composed(kind, seed, size)
        said = operators(drawing, placing, ink, thinnest)
    frame = placing.frame
    return Struck(round(frame.wide * frame.grain), round(frame.high * frame.grain), said)


def _composed(kind: Kind, seed: str, size: Size) -> tuple[Drawing, Placing]:
    vary = _variation(kind, seed, size)
    tilt = turn(vary.around("tilt", 0.0, _GREATEST_TILT))
    mirror = vary.chance("mirror", 0.5)
    drawing = COMPOSERS[kind](vary)
    return drawing, fitted(drawing, _FRAMES[size], tilt, mirrored=mirror)


def _line(kind: Kind, seed: str) -> tuple[tuple[Trace, ...], Placing]:
    traces = tuple(emblem.lines(kind, _variation(kind, seed, Size.LINE)))
    return traces, fitted([Shape(traces)], emblem.FRAME)


def _variation(kind: Kind, seed: str, size: Size) -> Variation:
    return Variation(f"{kind}/{seed}", size).fork(size)


def _outline(data: str, placing: Placing, title: str | None, thinnest: float) -> str:
    frame = placing.frame
    width = f'stroke-width="{_line_width(thinnest)}"'
    style = f' fill="none" stroke="currentColor" {width} stroke-linecap="round" stroke-linejoin="round"'
    box = (frame.wide * frame.grain, frame.high * frame.grain)
    return enclosed(f'<path d="{data}"/>', box, style, title)


def _line_width(thinnest: float) -> int:
    return whole_width(emblem.LINE_WIDTH, emblem.FRAME.grain, least_width(emblem.FRAME, thinnest))
