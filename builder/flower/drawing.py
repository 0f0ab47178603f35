"""From a kind and a seed to a finished drawing."""

from typing import Final

from builder.flower.kinds import Ink, Kind, Size
from builder.flower.shape import Frame, fitted, mirrored
from builder.flower.species import COMPOSERS
from builder.flower.svg import document
from builder.flower.variation import Variation

_FRAMES: Final = {
    Size.SMALL: Frame(100, 100, 5, 6),
    Size.MEDIUM: Frame(240, 180, 6, 5),
    Size.PLATE: Frame(218, 326, 8, 20),
}


def draw(kind: Kind, seed: str, *, size: Size, ink: Ink = Ink.SCREEN, title: str | None = None) -> str:
    vary = Variation(f"{kind}/{seed}")
    frame = _FRAMES[size]
    drawing = COMPOSERS[kind](size, vary.fork(size))
    if vary.chance("mirror", 0.5):
        drawing = mirrored(drawing)
    return document(fitted(drawing, frame), frame, ink, title)
