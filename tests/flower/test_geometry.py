"""Curves, splines and bent petals: the grammar under the drawings."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.flower.geometry import controls, curve, ribbon, sweep, through, turn
from builder.flower.kinds import Size
from builder.flower.sheet import Form, pose, sheet, spine, thread
from builder.flower.variation import Variation

angles = st.floats(-360, 360)


@given(angles, st.floats(1, 200), st.floats(-170, 170))
def test_a_sweep_keeps_its_length_and_its_turn(degrees: float, length: float, bend: float) -> None:
    line = sweep(3 + 4j, degrees, length, bend)
    assert line.length == pytest.approx(length)
    assert line.at(0) == 3 + 4j
    turned = line.points[-1] - line.points[-2]
    assert turned / abs(turned) == pytest.approx(turn(degrees + bend * (11.5 / 12)), abs=1e-6)


def test_a_line_through_points_passes_them() -> None:
    line = through(0j, 10 + 5j, 20 + 0j, 30 + 12j)
    for point in (0j, 10 + 5j, 20 + 0j, 30 + 12j):
        assert min(abs(point - sample) for sample in line.points) < 1.0


@pytest.mark.parametrize("loop", [True, False])
def test_spline_controls_interpolate(loop: bool) -> None:  # noqa: FBT001 - the two cases of one function
    points = [complex(10, 0), complex(7, 7), complex(0, 10), complex(-7, 7), complex(-10, 0), complex(0, -8)]
    found = controls(points, loop=loop)
    assert len(found) == (len(points) if loop else len(points) - 2)
    if loop:
        middles = [(a + b) / 2 for a, b in zip([found[-1], *found], [*found, found[0]], strict=True)]
        reached = [(a + 2 * c + b) / 4 for a, c, b in zip(middles, found, middles[1:], strict=False)]
        assert max(abs(got - want) for got, want in zip(reached, points, strict=True)) < 0.2


@pytest.mark.parametrize("loop", [True, False])
@pytest.mark.parametrize("count", range(3, 25))
def test_a_spline_passes_near_every_point_however_many(count: int, loop: bool) -> None:  # noqa: FBT001 - the two cases
    points = [turn(300 / count * place) * 100 for place in range(count)]
    found = controls(points, loop=loop)
    if loop:
        joints, goal = [(a + b) / 2 for a, b in pairwise([found[-1], *found, found[0]])], points
    else:
        joints, goal = [points[0], *((a + b) / 2 for a, b in pairwise(found)), points[-1]], points[1:-1]
    reached = [(a + 2 * control + b) / 4 for (a, b), control in zip(pairwise(joints), found, strict=True)]
    step = abs(points[1] - points[0])
    assert max(abs(got - want) for got, want in zip(reached, goal, strict=True)) < 0.02 * step


@pytest.mark.parametrize("start", [0, 4])
def test_a_loop_begun_elsewhere_is_the_same_loop(start: int) -> None:
    points = [turn(24 * place) * (90 + place % 4) for place in range(15)]
    found, turned = controls(points, loop=True), controls(points[start:] + points[:start], loop=True)
    assert turned == pytest.approx(found[start:] + found[:start])


def test_a_ribbon_lies_on_both_sides_of_its_line() -> None:
    left, right = ribbon(curve([0j, 10 + 0j]), [2.0] * 5)
    assert all(point.imag == pytest.approx(2) for point in left)
    assert all(point.imag == pytest.approx(-2) for point in right)


def test_a_flat_petal_seen_from_above_is_itself() -> None:
    flat = sheet(Form(lift=0, curl=0, cup=0, gape=0), 1.0, 0.3, 0.0, pose(0j, 10, heading=0))
    assert flat.page([1 + 0.2j]) == pytest.approx((10 + 2j,))
    assert flat.depth(0.5 + 0j) == pytest.approx(0)
    inner, bright = flat.seen(0.5 + 0j)
    assert inner
    assert bright == pytest.approx(0.66)


def test_a_petal_stands_in_its_direction_and_rises_with_its_lift() -> None:
    upright = sheet(Form(lift=90, curl=90, cup=0, gape=0.2), 1.0, 0.3, 90.0, pose(0j, 10, heading=0))
    assert upright.page([0j, 1 + 0j]) == pytest.approx((2j, 2j))
    assert upright.depth(1 + 0j) == pytest.approx(10)


def test_leaning_a_flower_foreshortens_it_along_its_heading() -> None:
    view = pose(0j, 1, heading=90, lean=60)
    assert view.seen((0, 0, 1)) == pytest.approx(complex(0, 0.866), abs=1e-3)
    assert abs(view.seen((1, 0, 0))) == pytest.approx(0.5, abs=1e-6)
    assert view.depth((0, 0, 1)) == pytest.approx(0.5)


@given(angles, angles, st.floats(0, 90))
def test_a_thread_is_the_middle_line_of_its_sheet(azimuth: float, heading: float, lean: float) -> None:
    view = pose(3 + 4j, 20, heading, lean)
    shares = (0.0, 0.3, 1.0)
    seen, depth = thread(spine(70, 20, 0.8, 0.1 + 0j), azimuth, view, shares)
    whole = sheet(Form(lift=70, curl=20, gape=0.1), 0.8, 0.3, azimuth, view)
    assert seen == pytest.approx(whole.page(map(complex, shares)))
    assert depth == pytest.approx(whole.depth(1 + 0j), abs=1e-9)


def test_a_petal_bent_over_shows_its_back() -> None:
    rolled = sheet(Form(lift=80, curl=-170, cup=0), 1.0, 0.2, 0.0, pose(0j, 1))
    assert rolled.shown([0.1 + 0j, 0.95 + 0j]) == [True, False]


def test_light_falls_from_the_upper_left() -> None:
    form, view = Form(lift=45, curl=45), pose(0j, 1, heading=0)
    facing_light, turned_away = (sheet(form, 1.0, 0.2, azimuth, view) for azimuth in (315, 135))
    assert facing_light.seen(0.5 + 0j)[1] > turned_away.seen(0.5 + 0j)[1]


def test_the_side_of_a_cupped_petal_nearer_the_light_faces_away_from_it() -> None:
    cupped = sheet(Form(lift=20, curl=20, cup=0.6), 1.0, 0.4, 0.0, pose(0j, 1, heading=0))
    assert cupped.darker(0.5 + 0.2j)
    assert not cupped.darker(0.5 - 0.2j)


@given(st.text(), st.text(), st.floats(-50, 50), st.floats(0, 50))
def test_variation_stays_in_range_and_repeats(seed: str, key: str, middle: float, spread: float) -> None:
    vary = Variation(seed, Size.SMALL)
    value = vary.around(key, middle, spread)
    assert middle - spread - 1e-9 <= value <= middle + spread + 1e-9
    assert value == Variation(seed, Size.SMALL).around(key, middle, spread)
    assert 2 <= vary.count(key, 2, 5) <= 5


def test_forks_vary_independently() -> None:
    vary = Variation("mau", Size.SMALL)
    assert vary.fork("a").fraction("x") != vary.fork("b").fraction("x")
    assert vary.fork("a").size is Size.SMALL
