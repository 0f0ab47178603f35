"""Petals in space: a flat blade is bent into a sheet, and the sheet is seen from somewhere.

Flat blades lie along the real axis: real part 0 at the base to 1 at the tip, imaginary part across, both in petal
lengths. A flower's own space has its axis along z (towards whoever looks into it) and its petals around it.
"""

from cmath import rect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import cos, pi, radians, sin
from typing import Final, NamedTuple

from builder.flower.geometry import Points

Vector = tuple[float, float, float]

_STEPS: Final = 16
_OVERSHOT: Final = 1.2  # how far past its tip a petal goes on, straight ahead
_PROBE: Final = 0.02  # how far before and behind a point its sheet is felt for its slant
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

    def all_seen(self, points: Iterable[Vector]) -> list[complex]:
        """Return points of the flower's space on the page."""
        (a, b, c), (d, e, f), _ = self.rows
        one, two, three = complex(a, d) * self.size, complex(b, e) * self.size, complex(c, f) * self.size
        at = self.at
        return [at + x * one + y * two + z * three for x, y, z in points]

    def depth(self, point: Vector) -> float:
        """Return how near a point is to the reader."""
        return self.size * _dot(self.rows[2], point)

    def facing(self, azimuth: float) -> tuple[Vector, Vector, Vector]:
        """Return `rows` as they are to whoever faces a direction (degrees) within the flower: out, high and aside."""
        x, y = cos(radians(azimuth)), sin(radians(azimuth))
        (a, b, c), (d, e, f), (g, h, i) = self.rows
        return (
            (a * x + b * y, c, b * x - a * y),
            (d * x + e * y, f, e * x - d * y),
            (g * x + h * y, i, h * x - g * y),
        )


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


class Sheet(NamedTuple):
    """A bent petal at its place in a flower, seen in the flower's pose: maps flat blade points to the page.

    Within the petal a place is told by how far out from the axis, how high and how far aside it lies. `spine` samples
    the middle line as out (real) and high (imaginary), `off` the unit steps off the sheet there. `out`, `high` and
    `aside` are one unit of each on the page; `reader` (as long as the flower's unit) and `light` (in units of its own)
    tell, as out, high and aside, where those are. `cup` is how fast the edges rise, `drift` how fast the line sways
    with the square of its length, `twist` is in radians.
    """

    length: float
    half_width: float
    cup: float
    drift: float
    twist: float
    at: complex
    spine: Points
    off: Points
    out: complex
    high: complex
    aside: complex
    reader: Vector
    light: Vector

    def page(self, flat: Iterable[complex]) -> Points:
        """Return points of the flat blade as seen on the page."""
        at, out, high, aside = self.at, self.out, self.high, self.aside
        return tuple([at + spot.real * out + spot.imag * high + side * aside for spot, side in self._places(flat)])

    def depth(self, flat: complex) -> float:
        """Return how near a point of the flat blade is to the reader."""
        ((spot, side),) = self._places((flat,))
        return _dot(self.reader, (spot.real, spot.imag, side))

    def shown(self, flat: Sequence[complex]) -> list[bool]:
        """Return at which points the inner face is turned to the reader."""
        return [_dot(self.reader, normal) > 0 for normal in self._normals(flat)]

    def seen(self, flat: complex) -> tuple[bool, float]:
        """Return whether the inner face is turned to the reader at a point, and how bright the shown face is there."""
        (normal,) = self._normals((flat,))
        bright = self._lit(normal)
        return (True, bright) if _dot(self.reader, normal) > 0 else (False, -bright)

    def darker(self, flat: complex) -> bool:
        """Return whether the shown face is darker at a point than at its like on the petal's other side."""
        here, there, middle = self._normals((flat, flat.conjugate(), complex(flat.real)))
        darker = self._lit(here) < self._lit(there)
        return darker == (_dot(self.reader, middle) > 0)

    def _lit(self, normal: Vector) -> float:
        """Return how bright a face is that looks in a direction: 1 in full light, 0 and below in shade."""
        return _dot(self.light, normal) / (_dot(normal, normal) ** 0.5 or 1.0)

    def _normals(self, flat: Sequence[complex]) -> list[Vector]:
        """Return directions (of any length) the inner face looks in at points, as out, high and aside."""
        length, rise, twist, off = self.length, 2 * self.cup, self.twist, self.off
        felt = iter(self._places([point + step for point in flat for step in (_PROBE, -_PROBE)]))
        found = []
        for point, (ahead, ahead_side), (behind, behind_side) in zip(flat, felt, felt, strict=True):
            share, beside, lift = point.real, length, rise * point.imag
            place = share * _STEPS if 0.0 <= share < 1.0 else min(max(share, 0.0), _OVERSHOT) * _STEPS
            index = int(place) if place < _STEPS else _STEPS - 1
            if twist:
                turned = complex(beside, lift) * rect(1.0, twist * share)
                beside, lift = turned.real, turned.imag
            lifted = (off[index] + (off[index + 1] - off[index]) * (place - index)) * lift
            along, aside = ahead - behind, ahead_side - behind_side
            a, b, c, d = along.real, along.imag, lifted.real, lifted.imag
            found.append((aside * d - b * beside, a * beside - aside * c, b * c - a * d))
        return found

    def _places(self, flat: Iterable[complex]) -> list[tuple[complex, float]]:
        """Return where points of the flat blade lie: out and high as one number, and how far aside."""
        length, cup, drift, twist, spine, off = self.length, self.cup, self.drift, self.twist, self.spine, self.off
        found = []
        for point in flat:
            share, edge = point.real, point.imag
            place = share * _STEPS if 0.0 <= share < 1.0 else min(max(share, 0.0), _OVERSHOT) * _STEPS
            index = int(place) if place < _STEPS else _STEPS - 1
            rest = place - index
            # across the sheet and off it, turned about its spine by the twist
            side, rise = edge * length, edge * edge * cup
            if twist:
                turned = complex(side, rise) * rect(1.0, twist * share)
                side, rise = turned.real, turned.imag
            start, away = spine[index], off[index]
            spot = start + (spine[index + 1] - start) * rest + (away + (off[index + 1] - away) * rest) * rise
            found.append((spot, side + share * share * drift))
        return found


def sheet(form: Form, length: float, half_width: float, azimuth: float, view: Pose) -> Sheet:
    """Return a petal's sheet; length in flower units, half width in petal lengths, azimuth in degrees."""
    lift, bend = radians(form.lift + 90.0), radians(form.curl - form.lift)
    (a, b, c), (d, e, f), (g, h, i) = view.facing(azimuth)
    left, up, near = _LIGHT
    return Sheet(
        length=length,
        half_width=half_width,
        cup=form.cup * length / half_width,
        drift=form.sway * length,
        twist=radians(form.twist),
        at=view.at,
        spine=spine(form.lift, form.curl, length, complex(form.gape, -form.sink), form.onset),
        off=tuple([rect(1.0, lift + bend * eased) for eased in _pace(form.onset)[1]]),
        out=complex(a, d) * view.size,
        high=complex(b, e) * view.size,
        aside=complex(c, f) * view.size,
        reader=(g * view.size, h * view.size, i * view.size),
        light=(left * a + up * d + near * g, left * b + up * e + near * h, left * c + up * f + near * i),
    )


def spine(lift: float, curl: float, length: float, start: complex, onset: float = 0.0) -> Points:
    """Return even samples of a petal's middle line as out (real) and high (imaginary); angles as in `Form`."""
    lift, bend, stride = radians(lift), radians(curl - lift), length / _STEPS
    steps = [rect(stride, lift + bend * eased) for eased in _pace(onset)[0]]
    return tuple(accumulate(steps, initial=start))


def thread(line: Points, azimuth: float, view: Pose, shares: Iterable[float]) -> tuple[Points, float]:
    """Return points of a `spine` standing in a direction as seen, at shares from 0 to 1, and how near the last is."""
    (a, b, _), (d, e, _), (g, h, _) = view.facing(azimuth)
    out, high, at = complex(a, d) * view.size, complex(b, e) * view.size, view.at
    spot, seen = 0j, []
    for share in shares:
        index = min(int(share * _STEPS), _STEPS - 1)
        spot = line[index] + (line[index + 1] - line[index]) * (share * _STEPS - index)
        seen.append(at + spot.real * out + spot.imag * high)
    return tuple(seen), view.size * (spot.real * g + spot.imag * h)


@lru_cache(maxsize=256)
def _pace(onset: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the share of its curl a petal has reached half way through each step of its spine, and at each end."""
    halves = (_eased((i + 0.5) / _STEPS, onset) for i in range(_STEPS))
    return tuple(halves), tuple(_eased(i / _STEPS, onset) for i in range(_STEPS + 1))


def _eased(share: float, onset: float) -> float:
    bent = min(max((share - onset) / (1.0 - onset), 0.0), 1.0)
    return 0.25 * (1.0 - cos(pi * bent)) + 0.5 * bent


def _dot(one: Vector, other: Vector) -> float:
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2]
