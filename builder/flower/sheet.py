"""Petals in space: a flat blade is bent into a sheet, and the sheet is seen from somewhere.

Flat blades lie along the real axis: real part 0 at the base to 1 at the tip, imaginary part across, both in petal
lengths. A flower's own space has its axis along z (towards whoever looks into it) and its petals around it.
"""

from cmath import rect
from dataclasses import dataclass
from math import cos, pi, radians, sin
from typing import Final

Vector = tuple[float, float, float]

_STEPS: Final = 16
_LIGHT: Final[Vector] = (-0.45, 0.6, 0.66)  # from the upper left, half towards the reader


@dataclass(frozen=True, slots=True)
class Form:
    """How a petal is bent. Angles in degrees against the plane of the flower (90 = along its axis).

    lift: at the base; curl: at the tip; onset: share of the length that stays as lifted; cup: how far the edges rise,
    in half widths; twist: turn of the tip about its own line; sway: sideways drift of the tip; gape: distance
    of the base from the flower's axis; sink: how far the base lies below the flower's middle.
    """

    lift: float = 20.0
    curl: float = 0.0
    onset: float = 0.0
    cup: float = 0.2
    twist: float = 0.0
    sway: float = 0.0
    gape: float = 0.05
    sink: float = 0.0


@dataclass(frozen=True, slots=True)
class Pose:
    """Where a flower stands and how it is turned: `rows` is its rotation; `size` the length of its unit."""

    at: complex
    size: float
    rows: tuple[Vector, Vector, Vector]

    def seen(self, point: Vector) -> complex:
        """Return a point of the flower's space on the page."""
        across, up, _ = self.rows
        return self.at + self.size * complex(_dot(across, point), _dot(up, point))

    def depth(self, point: Vector) -> float:
        """Return how near a point is to the reader."""
        return self.size * _dot(self.rows[2], point)


def pose(at: complex, size: float, heading: float = 90.0, lean: float = 0.0, spin: float = 0.0) -> Pose:
    """Return the pose of a flower whose axis leans away from the reader's eye towards `heading` on the page.

    lean 0 looks straight into the flower, 90 sees it from the side; spin turns it about its own axis.
    """
    head, tip, roll = radians(heading), radians(lean), radians(spin)
    columns = []
    for x, y, z in ((cos(roll), sin(roll), 0.0), (-sin(roll), cos(roll), 0.0), (0.0, 0.0, 1.0)):
        # turned about y by the lean, then about z by the heading; the flower's x axis points along the heading
        tilted_x, tilted_z = x * cos(tip) + z * sin(tip), z * cos(tip) - x * sin(tip)
        columns.append((tilted_x * cos(head) - y * sin(head), tilted_x * sin(head) + y * cos(head), tilted_z))
    first, second, third = columns
    rows = tuple(zip(first, second, third, strict=True))
    return Pose(at, size, (rows[0], rows[1], rows[2]))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A bent petal at its place in the flower: maps flat blade points into the flower's space.

    `around` is the direction it stands in; `spine` samples its middle line as radius, height and unit slope.
    """

    form: Form
    length: float
    half_width: float
    around: complex
    spine: tuple[tuple[float, float, complex], ...]

    def point(self, flat: complex) -> Vector:
        """Return where a point of the flat blade lies in the flower's space."""
        form, share = self.form, flat.real
        place = min(max(share, 0.0), 1.2) * _STEPS
        index = min(int(place), _STEPS - 1)
        (r0, z0, slope0), (r1, z1, slope1) = self.spine[index], self.spine[index + 1]
        rest = place - index
        slope = slope0 + (slope1 - slope0) * rest
        edge = flat.imag * self.length
        # across the sheet and off it, turned about its spine by the twist
        lifted = complex(edge, form.cup * edge * edge / (self.half_width * self.length))
        if form.twist:
            lifted *= rect(1.0, radians(form.twist) * share)
        side = lifted.real + form.sway * share * share * self.length
        radius = r0 + (r1 - r0) * rest - lifted.imag * slope.imag
        height = z0 + (z1 - z0) * rest + lifted.imag * slope.real
        placed = self.around * complex(radius, side)
        return placed.real, placed.imag, height

    def normal(self, flat: complex, view: Pose) -> Vector:
        """Return the unit direction the inner face looks in there, in the reader's space."""
        step = 0.02
        along = _minus(self.point(flat + step), self.point(flat - step))
        across = _minus(self.point(flat + step * 1j), self.point(flat - step * 1j))
        cross = (
            along[1] * across[2] - along[2] * across[1],
            along[2] * across[0] - along[0] * across[2],
            along[0] * across[1] - along[1] * across[0],
        )
        length = _dot(cross, cross) ** 0.5 or 1.0
        x, y, z = (_dot(row, cross) / length for row in view.rows)
        return x, y, z


def sheet(form: Form, length: float, half_width: float, azimuth: float) -> Sheet:
    """Return a petal's sheet; length in flower units, half width in petal lengths, azimuth in degrees."""
    at = complex(form.gape, -form.sink)
    spine = [(at.real, at.imag, _slope(form, 0.0))]
    for i in range(_STEPS):
        at += _slope(form, (i + 0.5) / _STEPS) * length / _STEPS
        spine.append((at.real, at.imag, _slope(form, (i + 1) / _STEPS)))
    return Sheet(form, length, half_width, rect(1.0, radians(azimuth)), tuple(spine))


def lit(normal: Vector) -> float:
    """Return how bright a face is that looks in a direction: 1 in full light, 0 and below in shade."""
    return _dot(normal, _LIGHT)


def _slope(form: Form, share: float) -> complex:
    """Return the unit step along the spine, outwards and up."""
    bent = min(max((share - form.onset) / (1.0 - form.onset), 0.0), 1.0)
    eased = 0.25 * (1.0 - cos(pi * bent)) + 0.5 * bent
    return rect(1.0, radians(form.lift + (form.curl - form.lift) * eased))


def _dot(one: Vector, other: Vector) -> float:
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2]


def _minus(one: Vector, other: Vector) -> Vector:
    return one[0] - other[0], one[1] - other[1], one[2] - other[2]
