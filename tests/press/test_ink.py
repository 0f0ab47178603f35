import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from builder.press.ink import WORD, Pixels, image_of, levels, limited, pixels_of, spots_above, sums

INK = st.tuples(*[st.integers(0, 255)] * 4)


def spots(*inks: tuple[int, ...]) -> Pixels:
    return np.frombuffer(bytes(ink for spot in inks for ink in spot), WORD).reshape(1, len(inks))


def spot(inks: tuple[int, ...], limit: float) -> tuple[int, ...]:
    return tuple(limited(spots(inks), limit).tobytes())


@given(INK, st.integers(150, 399))
def test_no_spot_exceeds_the_limit_and_black_is_never_lowered(inks: tuple[int, ...], limit: int) -> None:
    made = spot(inks, limit)
    assert sum(made) * 100 <= limit * 255
    assert made[3] >= inks[3]
    assert all(after <= before for before, after in zip(inks[:3], made[:3], strict=True))


@given(INK)
def test_a_spot_under_the_limit_stays_as_it_is(inks: tuple[int, ...]) -> None:
    assert spot(inks, sum(inks) / 2.55 + 0.5) == inks


@given(st.lists(INK, min_size=2, max_size=6), st.integers(150, 399))
def test_every_spot_is_limited_by_itself(row: list[tuple[int, ...]], limit: int) -> None:
    assert limited(spots(*row), limit).tobytes() == bytes(ink for inks in row for ink in spot(inks, limit))


def test_black_takes_the_place_of_three_inks_before_colours_are_scaled() -> None:
    assert spot((255, 255, 255, 0), 240) == (178, 178, 178, 77)
    red = spot((0, 255, 255, 0), 150)
    assert red[0] == red[3] == 0
    assert red[1] == red[2] == pytest.approx(191, abs=1)


@given(st.lists(INK, min_size=1, max_size=200), st.integers(0, 400))
def test_the_spots_above_a_limit_are_counted(column: list[tuple[int, ...]], limit: int) -> None:
    most = levels(limit)
    assert most == limit * 255 // 100
    pixels = spots(*column).reshape(-1, 1)
    assert sums(pixels).ravel().tolist() == [sum(inks) for inks in column]
    assert spots_above(pixels, most) == sum(sum(inks) > most for inks in column)


@given(INK)
def test_an_image_and_its_spots_are_the_same(inks: tuple[int, ...]) -> None:
    image = Image.new("CMYK", (3, 2), inks)
    assert pixels_of(image).shape == (2, 3)
    assert image_of(pixels_of(image)) == image
