"""From a kind and a seed to a finished drawing."""

from typing import Final

from builder.flower import emblem
from builder.flower.geometry import turn
from builder.flower.kinds import Ink, Kind, Size
from builder.flower.shape import Frame, Shape, fitted
from builder.flower.species import COMPOSERS
from builder.flower.svg import document, enclosed, path_data
from builder.flower.variation import Variation

_FRAMES: Final = {
    Size.SMALL: Frame(100, 100, 4, 5),
    Size.MEDIUM: Frame(240, 180, 5, 5),
    Size.PLATE: Frame(218, 326, 6, 16),
}
_GREATEST_TILT: Final = 6.0  # degrees a whole composition may lean


def draw(kind: Kind, seed: str, *, size: Size, ink: Ink = Ink.SCREEN, title: str | None = None) -> str:
    """Return one flower as an <svg> string with a viewBox and neither width nor height.

    The seed (a story's id) settles turn, bloom, stem and every small irregularity: the same arguments give the same
    bytes. A title names the image for screen readers; without one it is hidden from them as decoration. LINE
    drawings are one outline in currentColor whatever the ink.
    """
    vary = Variation(f"{kind}/{seed}", size).fork(size)
    if size is Size.LINE:
        return _line(kind, vary, title)
    tilt = turn(vary.around("tilt", 0.0, _GREATEST_TILT))
    mirror = vary.chance("mirror", 0.5)
    drawing = COMPOSERS[kind](vary)
    return document(drawing, fitted(drawing, _FRAMES[size], tilt, mirrored=mirror), ink, title)


def _line(kind: Kind, vary: Variation, title: str | None) -> str:
    frame = emblem.FRAME
    traces = tuple(emblem.lines(kind, vary))
    data = path_data(traces, fitted([Shape(traces)], frame))
    width = round(emblem.LINE_WIDTH * frame.grain)
    style = f' fill="none" stroke="currentColor" stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round"'
    box = (frame.wide * frame.grain, frame.high * frame.grain)
    return enclosed(f'<path d="{data}"/>', box, style, title)
