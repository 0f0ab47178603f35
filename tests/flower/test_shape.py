"""Drawings on their sheet: turned, mirrored, as large as the margin allows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.flower.geometry import turn
from builder.flower.palette import Tint
from builder.flower.shape import Frame, Placing, Shape, bounds, dots, fitted, strokes

FRAME = Frame(100, 60, 5, 10)
HOOK = [strokes([(0j, 0 + 30j, 12 + 30j)], Tint.STEM, 2.0)]
tilts = st.floats(-6, 6).map(turn)


def cells(drawing: list[Shape], placing: Placing) -> list[complex]:
    points = [point for shape in drawing for trace in shape.traces for run in trace.runs for point in run]
    placed = [point * placing.turn + placing.shift for point in points]
    return [complex(point.real * placing.flip, point.imag) for point in placed]


def test_lines_reach_half_their_width_beyond_their_points() -> None:
    assert bounds(HOOK) == (-1, -1, 13, 31)
    assert bounds([*HOOK, *[dots([40j], Tint.GOLD, 6.0)]]) == (-3, -1, 13, 43)


def test_y_points_down_on_the_sheet_and_the_drawing_is_centred() -> None:
    placing = fitted(HOOK, FRAME)
    scale = 50 / 32
    assert placing.scale == pytest.approx(scale)
    foot, top, end = cells(HOOK, placing)
    assert foot == pytest.approx(complex(500 - 60 * scale, 300 + 150 * scale))
    assert top == pytest.approx(complex(500 - 60 * scale, 300 - 150 * scale))
    assert end == pytest.approx(complex(500 + 60 * scale, 300 - 150 * scale))


@given(tilts)
def test_a_mirrored_drawing_is_the_mirror_image_turned_the_same_way(tilt: complex) -> None:
    image = [strokes([(0j, 0 + 30j, -12 + 30j)], Tint.STEM, 2.0)]
    mirrored, plain = fitted(HOOK, FRAME, tilt, mirrored=True), fitted(image, FRAME, tilt)
    assert cells(HOOK, mirrored) == pytest.approx(cells(image, plain))


@given(tilts, st.booleans())
def test_every_point_lies_within_the_margin(tilt: complex, mirrored: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    for cell in cells(HOOK, fitted(HOOK, FRAME, tilt, mirrored=mirrored)):
        assert 49.999 <= cell.real <= 950.001
        assert 49.999 <= cell.imag <= 550.001
