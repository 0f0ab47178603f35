"""Affine matrices as PDF writes them: (a, b, c, d, e, f)."""

from __future__ import annotations

import math
from collections.abc import Iterable

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(one: Matrix, other: Matrix) -> Matrix:
    """First ``one``, then ``other``."""
    a, b, c, d, e, f = one
    k, m, n, p, q, r = other
    return (a * k + b * n, a * m + b * p, c * k + d * n, c * m + d * p, e * k + f * n + q, e * m + f * p + r)


def apply(matrix: Matrix, point: Point) -> Point:
    """Where a point goes."""
    a, b, c, d, e, f = matrix
    x, y = point
    return (a * x + c * y + e, b * x + d * y + f)


def width_of(matrix: Matrix) -> float:
    """How long the unit vector along x becomes."""
    return math.hypot(matrix[0], matrix[1])


def height_of(matrix: Matrix) -> float:
    """How long the unit vector along y becomes."""
    return math.hypot(matrix[2], matrix[3])


def scale_of(matrix: Matrix) -> float:
    """The mean factor of lengths: what a line's width is multiplied by."""
    return math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def matrix_of(numbers: Iterable[object]) -> Matrix:
    """Six numbers as a matrix; anything else is the identity, as viewers take it."""
    try:
        a, b, c, d, e, f = (float(n) for n in numbers)  # type: ignore[arg-type]  # what is no number raises
    except (TypeError, ValueError):
        return IDENTITY
    return (a, b, c, d, e, f)
