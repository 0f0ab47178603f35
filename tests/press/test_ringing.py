"""Nothing here may be believed: each bound is held against what a JPEG shows when it is read back."""

import io
from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from builder.press import ringing
from builder.press.ink import WORD, Pixels, image_of, levels, pixels_of, spots_above
from builder.press.ringing import largest_error, pressed_within


def press(image: Image.Image, quality: int = 90) -> bytes:
    target = io.BytesIO()
    image.save(target, "JPEG", quality=quality, subsampling=0)
    return target.getvalue()


def shown(pixels: Pixels, quality: int = 90) -> Pixels:
    """Spots as they are read back."""
    return pixels_of(Image.open(io.BytesIO(press(image_of(pixels), quality))))


def picture(seed: int, size: tuple[int, int], low: int = 0, high: int = 256) -> Pixels:
    """Every ink of every spot another number: the worst for a JPEG."""
    inks = np.random.default_rng(seed).integers(low, high, (*size, 4), np.uint8)
    return inks.view(WORD)[:, :, 0]


def steps(quality: int) -> list[int]:
    (table,) = Image.open(io.BytesIO(press(Image.new("CMYK", (8, 8)), quality))).quantization.values()  # type: ignore[attr-defined]
    return list(table)


@pytest.mark.parametrize("quality", [75, 90, 95])
@settings(deadline=None)
@given(seed=st.integers(0, 1 << 30), low=st.integers(0, 120), wide=st.integers(1, 135))
def test_no_spot_of_an_ink_rises_by_more_than_the_bound(quality: int, seed: int, low: int, wide: int) -> None:
    pixels = picture(seed, (64, 64), low, low + wide)
    rise = shown(pixels, quality).view(np.uint8).astype(int) - pixels.view(np.uint8)
    assert rise.max() <= largest_error(steps(quality)) + 5


def test_the_bound_is_the_least_there_is() -> None:
    """Waves each half a step off, all to the same side of one spot: as bad as it can get, and as bad as is said."""
    table = np.array(steps(90), float).reshape(8, 8)
    at, n = np.meshgrid(range(8), range(8), indexing="ij")
    waves = np.cos((2 * at + 1) * n * np.pi / 16) / 2
    waves[:, 0] = np.sqrt(1 / 8)
    worst = 0.0
    for x in range(8):
        for y in range(8):
            off = np.sign(np.outer(waves[y], waves[x])) * table / 2
            worst = max(worst, float((waves @ off @ waves.T)[y, x]))
    assert largest_error(steps(90)) == pytest.approx(worst)


@settings(deadline=None)
@given(seed=st.integers(0, 1 << 30), size=st.tuples(st.integers(1, 40), st.integers(1, 40)), low=st.integers(0, 200))
def test_blocks_pressed_by_themselves_come_out_as_in_the_whole(seed: int, size: tuple[int, int], low: int) -> None:
    pixels = picture(seed, size, low)
    every = ringing._suspects(pixels, -1)  # noqa: SLF001 - what all rests on
    down, across = (-(-side // 8) for side in size)
    assert len(every) == down * across
    alone = shown(pixels_of(ringing._picture(every)))  # noqa: SLF001 - as above
    row = alone.reshape(-1, 8, 64, 8).transpose(0, 2, 1, 3).reshape(-1, 8, 8)[: len(every)]
    laid = row.reshape(down, across, 8, 8).transpose(0, 2, 1, 3).reshape(down * 8, across * 8)
    assert (laid[: size[0], : size[1]] == shown(pixels)).all()


@settings(deadline=None)
@given(
    seed=st.integers(0, 1 << 30),
    sides=st.tuples(st.integers(1, 6), st.integers(1, 30)),
    dark=st.integers(0, 100),
    limit=st.integers(150, 330),
)
def test_what_is_pressed_is_the_whole_and_holds(seed: int, sides: tuple[int, int], dark: int, limit: int) -> None:
    size = sides[0] * 8, sides[1] * 8  # where photos end with a block the count is exact
    pixels = picture(seed, size, 0, 120)
    shadow = slice(0, size[1] * dark // 100)
    pixels[:, shadow] = picture(seed + 1, size, 150, 230)[:, shadow]
    found = spots_above(shown(pixels), levels(limit))
    assert pressed_within(pixels, limit, press, found) == press(image_of(pixels))
    if found:
        assert pressed_within(pixels, limit, press, found - 1) is None


@pytest.mark.parametrize(("share", "read"), [(0.0, 0), (0.2, 1), (0.9, 1)])
def test_a_light_photo_is_not_read_back_and_a_dark_one_only_where_it_is_dark(share: float, read: int) -> None:
    pixels = picture(1, (256, 256), 0, 100)
    pixels[:, : int(256 * share)] = picture(2, (256, 256), 170, 180)[:, : int(256 * share)]
    pressed: list[tuple[int, int]] = []

    def counting(image: Image.Image, sizes: list[tuple[int, int]]) -> bytes:
        sizes.append(image.size)
        return press(image)

    assert pressed_within(pixels, 300, partial(counting, sizes=pressed), 0) is not None
    whole = [size for size in pressed if size == (256, 256)]
    assert len(whole) == 1
    assert len(pressed) == 2 + (read and share < 0.3)  # the first is a single block, for its steps
