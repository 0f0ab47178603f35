"""A photo in colour becomes four inks that hold the limit of the paper when the JPEG is read back."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from builder.model import BuilderError
from builder.press.four_inks import four_inks, ready
from builder.press.photo import Photograph
from tests.press.making import condition, share_above

PROFILE = condition().profile


def press(quality: int = 95) -> object:
    def made(image: Image.Image) -> bytes:
        target = io.BytesIO()
        image.save(target, "JPEG", quality=quality, subsampling=0)
        return target.getvalue()

    return made


FINE = press()


def made(photo: Photograph, limit: int, how: object = FINE) -> Image.Image:
    data = four_inks(photo, PROFILE, limit, how)  # type: ignore[arg-type]  # a press
    assert data is not None
    return Image.open(io.BytesIO(data))


def noise(mode: str = "RGB") -> Photograph:
    bands = [Image.effect_noise((96, 80), 120) for _ in mode]
    return Photograph("ngo.jpg", Image.merge(mode, bands), b"")


@pytest.mark.parametrize("mode", ["RGB", "CMYK"])
@pytest.mark.parametrize("limit", [220, 260, 300])
def test_what_is_read_back_holds_the_limit(mode: str, limit: int) -> None:
    seen = made(noise(mode), limit)
    assert (seen.mode, seen.size) == ("CMYK", (96, 80))
    assert share_above(seen, limit) <= 0.0001


def test_a_coarser_press_rings_more_and_holds_the_limit_all_the_same() -> None:
    stripes = Image.linear_gradient("L").resize((96, 80)).point(lambda level: 255 * (level // 24 % 2))
    photo = Photograph("a.jpg", Image.merge("RGB", [stripes] * 3), b"")
    fine, coarse = made(photo, 260), made(photo, 260, press(60))
    assert share_above(fine, 260) <= 0.0001
    assert share_above(coarse, 260) <= 0.0001
    assert fine.tobytes() != coarse.tobytes()


def test_light_photos_are_not_touched_by_the_limit() -> None:
    light = Photograph("a.jpg", Image.new("RGB", (64, 64), (240, 230, 220)), b"")
    tight, wide = made(light, 220), made(light, 400)
    assert tight.tobytes() == wide.tobytes()


def test_the_deepest_black_is_as_dark_as_the_limit_lets_it_be() -> None:
    black = Photograph("a.jpg", Image.new("RGB", (64, 64), "black"), b"")
    seen = made(black, 260).getpixel((32, 32))
    assert isinstance(seen, tuple)
    assert 245 <= sum(seen) * 100 / 255 <= 260


def test_a_press_that_always_floods_is_told_by_nothing() -> None:
    def flooding(image: Image.Image) -> bytes:
        target = io.BytesIO()
        Image.new("CMYK", image.size, (255, 255, 255, 255)).save(target, "JPEG", quality=1)
        return target.getvalue()

    assert four_inks(noise(), PROFILE, 300, flooding) is None


def test_a_broken_profile_names_the_photo() -> None:
    broken = Photograph("ngo.jpg", Image.new("RGB", (8, 8)), b"no profile")
    with pytest.raises(BuilderError, match=r"ngo\.jpg"):
        four_inks(broken, PROFILE, 300, FINE)  # type: ignore[arg-type]  # a press


def test_what_is_made_ready_beforehand_changes_nothing() -> None:
    photo = noise()
    before = made(photo, 300).tobytes()
    ready(PROFILE, 300)
    assert made(photo, 300).tobytes() == before
