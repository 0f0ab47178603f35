"""The graphics state: what content has set so far, saved by ``q`` and given back by ``Q``."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pikepdf import Object

from .colour import GREY, Space
from .ledger import UsedFont
from .marks import BLACK, Paint
from .matrix import IDENTITY, Matrix, times


@dataclass(slots=True)
class Ink:
    """The current colour of fills or of strokes; ``pattern`` is what paints instead of a plain colour."""

    space: Space = GREY
    paint: Paint = BLACK
    pattern: Object | None = None
    overprint: bool = False


@dataclass(slots=True)
class State:
    """Everything ``q`` saves, as far as print cares."""

    ctm: Matrix
    fill: Ink
    stroke: Ink
    line_width: float = 1.0
    font: UsedFont | None = None
    font_size: float = 0.0
    leading: float = 0.0
    text_mode: int = 0

    @classmethod
    def fresh(cls, ctm: Matrix = IDENTITY) -> State:
        """The state at the start of a page."""
        return cls(ctm, Ink(), Ink())

    def copy(self) -> State:
        """For ``q``."""
        return replace(self, fill=replace(self.fill), stroke=replace(self.stroke))


@dataclass(slots=True)
class TextPlace:
    """The two matrices of a text object."""

    matrix: Matrix = IDENTITY
    line: Matrix = IDENTITY

    def set(self, matrix: Matrix) -> None:
        """``BT`` and ``Tm``."""
        self.matrix = self.line = matrix

    def move(self, right: float, up: float) -> None:
        """``Td``, and what stands on it."""
        self.set(times((1.0, 0.0, 0.0, 1.0, right, up), self.line))
