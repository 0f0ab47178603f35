"""Plane geometry on complex numbers: x to the right, y up, in drawing units; angles in degrees, 90 = up."""

import cmath
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import radians

Points = tuple[complex, ...]

_REFINEMENTS = 5  # enough to pass within a hundredth of a step of every point
_STEP = 1.3
_HALF = 0.5


def turn(degrees: float) -> complex:
    """Return the unit step in a direction."""
    return cmath.rect(1.0, radians(degrees))


def degrees_of(step: complex) -> float:
    """Return the direction of a step, -180..180."""
    return cmath.phase(step) * 180.0 / cmath.pi


def mix(start: complex, end: complex, share: float) -> complex:
    """Return the point `share` of the way from start to end."""
    return start + (end - start) * share


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through sample points, walked by its share of length (0 = start, 1 = end)."""

    points: tuple[complex, ...]
    marks: tuple[float, ...]

    @property
    def length(self) -> float:
        """Length in drawing units."""
        return self.marks[-1]

    def at(self, share: float) -> complex:
        """Return the point at a share of the length."""
        index, rest = self._locate(share)
        return mix(self.points[index], self.points[index + 1], rest)

    def heading(self, share: float) -> complex:
        """Return the unit direction of travel there, smoothed over the neighbouring samples."""
        index, rest = self._locate(share)
        other = min(index + 1, len(self.points) - 2) if rest > _HALF else max(index - 1, 0)
        step = self._step(index) + self._step(other) * abs(rest - _HALF)
        return step / (abs(step) or 1.0)

    def degrees(self, share: float) -> float:
        """Return the direction of travel there in degrees."""
        return degrees_of(self.heading(share))

    def part(self, start: float, end: float, count: int) -> tuple[complex, ...]:
        """Return `count` + 1 evenly spaced points from share `start` to share `end`."""
        return tuple(self.at(start + (end - start) * i / count) for i in range(count + 1))

    def _step(self, index: int) -> complex:
        return self.points[index + 1] - self.points[index]

    def _locate(self, share: float) -> tuple[int, float]:
        goal = min(max(share, 0.0), 1.0) * self.marks[-1]
        index = min(bisect_right(self.marks, goal) - 1, len(self.points) - 2)
        span = self.marks[index + 1] - self.marks[index]
        return index, (goal - self.marks[index]) / (span or 1.0)


def curve(points: Sequence[complex]) -> Curve:
    """Return the polyline through points as a Curve."""
    steps = (abs(b - a) for a, b in pairwise(points))
    return Curve(tuple(points), tuple(accumulate(steps, initial=0.0)))


def through(*points: complex, steps: int = 8) -> Curve:
    """Return a smooth Curve through a few given points."""
    middles = controls(points)
    joints = [points[0], *((a + b) / 2 for a, b in pairwise(middles)), points[-1]]
    sampled = [points[0]]
    for start, control, end in zip(joints, middles, joints[1:], strict=False):
        for i in range(1, steps + 1):
            share = i / steps
            sampled.append(mix(mix(start, control, share), mix(control, end, share), share))
    return curve(sampled)


def sweep(start: complex, degrees: float, length: float, bend: float = 0.0, *, ease: float = 1.0) -> Curve:
    """Return a line leaving `start` in a direction and turning by `bend` degrees on its way.

    `ease` above 1 keeps the beginning straight and bends the end, as gravity bends a stem.
    """
    count = 12
    point, points = start, [start]
    for i in range(count):
        point += turn(degrees + bend * ((i + 0.5) / count) ** ease) * (length / count)
        points.append(point)
    return curve(points)


def controls(points: Sequence[complex], *, loop: bool = False) -> list[complex]:
    """Return control points of the quadratic spline through points.

    The spline's pieces meet half way between neighbouring controls, which SVG's `t` command writes with one
    point a piece. An open spline keeps its first and last point and has a control for each point between.
    """
    goal = list(points) if loop else list(points[1:-1])
    found = list(goal)
    for _ in range(_REFINEMENTS):
        ring = _ring(points, found, loop=loop)
        middles = [(a + b) / 2 for a, b in pairwise(ring)]
        if not loop:
            middles[0], middles[-1] = points[0], points[-1]
        reached = [(a + 2 * c + b) / 4 for (a, b), c in zip(pairwise(middles), found, strict=True)]
        found = [control + (want - got) * _STEP for control, want, got in zip(found, goal, reached, strict=True)]
    return found


def _ring(points: Sequence[complex], found: list[complex], *, loop: bool) -> list[complex]:
    return [found[-1], *found, found[0]] if loop else [points[0], *found, points[-1]]


def ribbon(line: Curve, half_width: Callable[[float], float], count: int) -> tuple[Points, Points]:
    """Return the left and right edges of a band along a line, both from start to end."""
    left, right = [], []
    for i in range(count + 1):
        share = i / count
        across = line.heading(share) * 1j * half_width(share)
        left.append(line.at(share) + across)
        right.append(line.at(share) - across)
    return tuple(left), tuple(right)
