import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from builder.press.ink import limited, share_above

INK = st.tuples(*[st.integers(0, 255)] * 4)


def spot(inks: tuple[int, ...], limit: float) -> tuple[int, ...]:
    seen = limited(Image.new("CMYK", (1, 1), inks), limit).getpixel((0, 0))
    assert isinstance(seen, tuple)
    return tuple(map(int, seen))


@given(INK, st.integers(150, 399))
def test_no_spot_exceeds_the_limit_and_black_is_never_lowered(inks: tuple[int, ...], limit: int) -> None:
    made = spot(inks, limit)
    assert sum(made) * 100 <= limit * 255
    assert made[3] >= inks[3]
    assert all(after <= before for before, after in zip(inks[:3], made[:3], strict=True))


@given(INK)
def test_a_spot_under_the_limit_stays_as_it_is(inks: tuple[int, ...]) -> None:
    assert spot(inks, sum(inks) / 2.55 + 0.5) == inks


def test_black_takes_the_place_of_three_inks_before_colours_are_scaled() -> None:
    assert spot((255, 255, 255, 0), 240) == (178, 178, 178, 77)
    red = spot((0, 255, 255, 0), 150)
    assert red[0] == red[3] == 0
    assert red[1] == red[2] == pytest.approx(191, abs=1)


def test_the_share_of_spots_above_a_limit_is_counted() -> None:
    image = Image.new("CMYK", (10, 10), (255, 255, 255, 0))
    image.paste((255, 255, 255, 255), (0, 0, 10, 3))
    assert share_above(image, 300) == pytest.approx(0.3)
    assert share_above(image, 400) == 0
    assert share_above(image, 299) == 1


@given(INK, st.integers(1, 400))
def test_a_single_spot_is_above_a_limit_or_not(inks: tuple[int, ...], limit: int) -> None:
    assert share_above(Image.new("CMYK", (1, 1), inks), limit) == (sum(inks) > int(limit * 2.55))


@given(st.integers(1, 255), st.integers(0, 255), st.integers(0, 255), st.integers(0, 255))
def test_one_step_above_the_limit_is_seen(c: int, m: int, y: int, k: int) -> None:
    spots = Image.new("CMYK", (2, 1), (c, m, y, k))
    limit = (c + m + y + k - 0.5) / 2.55
    assert share_above(spots, limit) == 1
