"""Where traces lie on the grid of a frame, in whole units with y pointing down: the same in whatever they are written.

A spline is laid as pieces of one control point each, every piece leaving as the last one arrived: a control is the
mirror image of the one before, and what is chosen is where two pieces meet.
"""

from typing import Final

from builder.flower.shape import Placing

Piece = tuple[int, int, int, int]
"""One piece of a spline from where the pen is: its control point and its end."""
STRAIGHT: Final = 2
"""Points of a run without a curve."""


class Grid:
    """The grid of a placing."""

    __slots__ = ("flip", "shift", "turn")

    def __init__(self, placing: Placing) -> None:
        self.turn, self.shift, self.flip = placing.turn, placing.shift, placing.flip

    def cell(self, point: complex) -> tuple[int, int]:
        """Return where a point of the drawing lies."""
        placed = point * self.turn + self.shift
        return round(placed.real * self.flip), round(placed.imag)

    def middle(self, one: complex, other: complex) -> tuple[int, int]:
        """Return where the middle between two points lies."""
        (x, y), (other_x, other_y) = self.cell(one), self.cell(other)
        return (x + other_x) // 2, (y + other_y) // 2

    def pieces(self, wanted: list[complex], end_x: int, end_y: int) -> list[Piece]:
        """Return a spline: one full piece, then joints, each placed so that the control it mirrors is wanted."""
        turn, shift, flip = self.turn, self.shift, self.flip
        goal = wanted[0] * turn + shift
        control_x, control_y = round(goal.real * flip), round(goal.imag)
        if len(wanted) == 1:
            return [(control_x, control_y, end_x, end_y)]
        found = []
        for control in wanted[1:]:
            goal = control * turn + shift
            x, y = (control_x + round(goal.real * flip)) // 2, (control_y + round(goal.imag)) // 2
            found.append((control_x, control_y, x, y))
            control_x, control_y = 2 * x - control_x, 2 * y - control_y
        found.append((control_x, control_y, end_x, end_y))
        return found
