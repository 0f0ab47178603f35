"""Plane geometry on complex numbers: x to the right, y up, in drawing units; angles in degrees, 90 = up."""

import cmath
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate, pairwise
from math import pi, radians
from operator import mul, sub
from typing import NamedTuple, TypeVar

Points = tuple[complex, ...]
_Number = TypeVar("_Number", float, complex)

_REFINEMENTS = 5  # enough to pass within a hundredth of a step of every point
_STEP = 1.3
_HALF = 0.5
_ARCH = 3  # points of the commonest spline
_SWEEP = 12  # pieces of a swept line
_RADIAN = pi / 180.0


def turn(degrees: float) -> complex:
    """Return the unit step in a direction."""
    return cmath.rect(1.0, radians(degrees))


def degrees_of(step: complex) -> float:
    """Return the direction of a step, -180..180."""
    return cmath.phase(step) * 180.0 / cmath.pi


def mix(start: complex, end: complex, share: float) -> complex:
    """Return the point `share` of the way from start to end."""
    return start + (end - start) * share


class Curve(NamedTuple):
    """A line through sample points, walked by its share of length (0 = start, 1 = end)."""

    points: tuple[complex, ...]
    marks: tuple[float, ...]

    @property
    def length(self) -> float:
        """Length in drawing units."""
        return self.marks[-1]

    def at(self, share: float) -> complex:
        """Return the point at a share of the length."""
        ((index, rest),) = self._located((share,))
        start = self.points[index]
        return start + (self.points[index + 1] - start) * rest

    def heading(self, share: float) -> complex:
        """Return the unit direction of travel there, smoothed over the neighbouring samples."""
        return self.walk((share,))[0][1]

    def degrees(self, share: float) -> float:
        """Return the direction of travel there in degrees."""
        return degrees_of(self.heading(share))

    def part(self, start: float, end: float, count: int) -> tuple[complex, ...]:
        """Return `count` + 1 evenly spaced points from share `start` to share `end`."""
        return tuple(self.spots([start + (end - start) * i / count for i in range(count + 1)]))

    def walk(self, shares: Iterable[float]) -> list[tuple[complex, complex]]:
        """Return the point at each share with the unit direction of travel there (see `heading`)."""
        points, last = self.points, len(self.points) - 2
        found = []
        for index, rest in self._located(shares):
            at, after = points[index], points[index + 1]
            if rest > _HALF:
                beside = points[index + 2] - after if index < last else after - at
                step = after - at + beside * (rest - _HALF)
            else:
                beside = at - points[index - 1] if index else after - at
                step = after - at + beside * (_HALF - rest)
            found.append((at + (after - at) * rest, step / (abs(step) or 1.0)))
        return found

    def spots(self, shares: Iterable[float]) -> list[complex]:
        """Return the point at each share of the length."""
        points = self.points
        return [points[index] + (points[index + 1] - points[index]) * rest for index, rest in self._located(shares)]

    def _located(self, shares: Iterable[float]) -> list[tuple[int, float]]:
        """Return the piece each share of the length falls on, and the share of that piece before it."""
        marks = self.marks
        length, last = marks[-1], len(marks) - 1
        found = []
        for share in shares:
            goal = length * share if 0.0 <= share <= 1.0 else 0.0 if share < 0.0 else length
            index = bisect_right(marks, goal, 1, last) - 1
            before = marks[index]
            found.append((index, (goal - before) / ((marks[index + 1] - before) or 1.0)))
        return found


def curve(points: Sequence[complex]) -> Curve:
    """Return the polyline through points as a Curve."""
    return Curve(tuple(points), tuple(accumulate(map(abs, map(sub, points[1:], points)), initial=0.0)))


def through(*points: complex, steps: int = 8) -> Curve:
    """Return a smooth Curve through a few given points."""
    # round by round, not by weights: what stands on a line may turn on the last digit of where its pieces meet
    middles = _refined(points)
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
    stride = length / _SWEEP
    if bend:
        steps = [cmath.rect(1.0, (degrees + bend * share) * _RADIAN) * stride for share in _easing(ease)]
    else:
        steps = [turn(degrees) * stride] * _SWEEP
    return curve(tuple(accumulate(steps, initial=start)))


@cache
def _easing(ease: float) -> tuple[float, ...]:
    """Return the share of its bend a swept line has made in the middle of each piece."""
    return tuple([((i + 0.5) / _SWEEP) ** ease for i in range(_SWEEP)])


def controls(points: Sequence[complex], *, loop: bool = False) -> list[complex]:
    """Return control points of the quadratic spline through points.

    The spline's pieces meet half way between neighbouring controls, which SVG's `t` command writes with one
    point a piece. An open spline keeps its first and last point and has a control for each point between.
    """
    if len(points) == _ARCH and not loop:
        outer, inner, _ = _open_weights(_ARCH)[0][1]
        return [points[0] * outer + points[1] * inner + points[2] * outer]
    around, weighed = points, _loop_weights(len(points)) if loop else _open_weights(len(points))
    if loop:
        around = [*points, *points[: 2 * _REFINEMENTS]]
    return [sum(map(mul, weights, around[first:] if first else around), 0j) for first, weights in weighed]


# The refinement is linear in the points, so what it finds is a sum of them in weights that only their number settles;
# each round reaches one neighbour further. Tables give for each control the first point it depends on, and the weights
# of this point and of those after it. In a loop, first points are repeated after the last.
# Weights are complex for they multiply complex numbers.
_Weights = list[tuple[int, Points]]


@cache
def _open_weights(count: int) -> _Weights:
    found = []
    for own, row in enumerate(_rows(count, loop=False), start=1):
        first = max(own - _REFINEMENTS, 0)
        found.append((first, row[first : own + _REFINEMENTS + 1]))
    return found


@cache
def _loop_weights(count: int) -> _Weights:
    rows = _rows(count, loop=True)
    reached = 2 * _REFINEMENTS + 1
    if count <= reached:
        return [(0, row) for row in rows]
    firsts = [(own - _REFINEMENTS) % count for own in range(count)]
    return [(first, (row + row)[first : first + reached]) for first, row in zip(firsts, rows, strict=True)]


def _rows(count: int, *, loop: bool) -> list[Points]:
    """Return the weights of all points in each control."""
    columns = [_refined([float(i == place) for i in range(count)], loop=loop) for place in range(count)]
    return [tuple(map(complex, row)) for row in zip(*columns, strict=True)]


def _refined(points: Sequence[_Number], *, loop: bool = False) -> list[_Number]:
    """Return controls found in rounds, each pulling every control to where the spline passes its point."""
    goal = points if loop else points[1:-1]
    found: list[_Number] = list(goal)
    for _ in range(_REFINEMENTS):
        ring = [found[-1] if loop else points[0]]
        ring += found
        ring.append(found[0] if loop else points[-1])
        middles = [(a + b) / 2 for a, b in pairwise(ring)]
        if not loop:
            middles[0], middles[-1] = points[0], points[-1]
        reached = [(a + 2 * c + b) / 4 for (a, b), c in zip(pairwise(middles), found, strict=True)]
        found = [control + (want - got) * _STEP for control, want, got in zip(found, goal, reached, strict=True)]
    return found


def ribbon(line: Curve, half_widths: Sequence[float]) -> tuple[Points, Points]:
    """Return the left and right edges of a band along a line, both from start to end.

    `half_widths` are half the band's width at even distances, the first at the start and the last at the end.
    """
    left, right = [], []
    count = len(half_widths) - 1
    places = line.walk([i / count for i in range(count + 1)])
    for (at, heading), half_width in zip(places, half_widths, strict=True):
        across = heading * 1j * half_width
        left.append(at + across)
        right.append(at - across)
    return tuple(left), tuple(right)
