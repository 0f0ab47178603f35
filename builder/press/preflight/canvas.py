"""The page while it is read: state, resources, the path being drawn, and the marks made so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from .gallery import Gallery
from .ledger import FontLedger, UsedFont
from .marks import Effect, Ground, PageMarks, Paint
from .matrix import IDENTITY, Matrix, Point, apply
from .scope import Scope
from .state import Ink, State, TextPlace

Operands = Sequence[Any]
"""What stands before an operator; pikepdf gives numbers as int, Decimal or float."""

Cut = tuple[float, float, float, float]
"""Left, bottom, right and top of the trim box."""


@dataclass(slots=True)
class Canvas:
    """A page being read.

    ``path`` holds points on the page, and only while registration colour may paint it; ``fonts`` are those of the
    current scope by name; ``thin`` is the thickness of a rectangle too thin for an area, ``corners``
    are those of a path of straight sides (in user space, at most as many as a strip has);
    ``base`` is where the content began, which patterns are told from.
    """

    marks: PageMarks
    ledger: FontLedger
    gallery: Gallery
    page: int
    cut: Cut
    state: State = field(default_factory=State.fresh)
    scope: Scope = field(default_factory=lambda: Scope(None))
    place: TextPlace = field(default_factory=TextPlace)
    path: list[Point] = field(default_factory=list)
    thin: float | None = None
    corners: list[tuple[float, ...]] = field(default_factory=list)
    fonts: dict[str, UsedFont | None] = field(default_factory=dict)
    stack: list[State] = field(default_factory=list)
    base: Matrix = IDENTITY

    @property
    def exact(self) -> bool:
        """Whether it matters where things are: only registration colour may stand outside the trim and not inside."""
        grounds = {self.state.fill.paint.ground, self.state.stroke.paint.ground}
        return Ground.REGISTRATION in grounds

    def inside(self, points: Sequence[Point]) -> bool:
        """Whether what is drawn through these points touches the trimmed page; without points it may."""
        if not points:
            return True
        left, bottom, right, top = self.cut
        across, up = [x for x, _ in points], [y for _, y in points]
        return min(across) < right and max(across) > left and min(up) < top and max(up) > bottom

    def touch(self, *points: Point) -> None:
        """Take points (in user space) into the path."""
        self.path += [apply(self.state.ctm, point) for point in points]

    def used_with(self, ink: Ink, what: str) -> None:
        """Note a white that is told to overprint: it prints nothing, though the screen shows it."""
        if ink.overprint and ink.paint.white:
            self.marks.effects[Effect.WHITE_OVERPRINT, what] += 1


Operator = Callable[[Canvas, Operands], None]


def numbers(operands: Operands) -> tuple[float, ...]:
    """The operands that are numbers, in order."""
    return tuple(float(value) for value in operands if isinstance(value, int | float | Decimal))


def shade_of(paint: Paint) -> Paint:
    """The paint as marks keep it: ink values to the percent, so that like marks are counted together."""
    if paint.inks is None:
        return paint
    cyan, magenta, yellow, black = (round(ink, 2) for ink in paint.inks)
    return Paint(paint.ground, paint.calibrated, (cyan, magenta, yellow, black), paint.spots)
