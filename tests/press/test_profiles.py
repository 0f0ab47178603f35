"""From the colours of one profile to those of another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from builder.model import BuilderError
from builder.press.photo import Photograph
from builder.press.profiles import applied, converted, transform
from tests.press.making import condition

PRESS = condition().profile
OTHER = condition("FOGRA39L_coated").profile
COLOURS = st.tuples(st.integers(0, 255), st.integers(0, 255), st.integers(0, 255))


def photograph(image: Image.Image, profile: bytes = b"") -> Photograph:
    return Photograph("a.jpg", image, profile)


def flat(colour: tuple[int, ...], mode: str = "RGB") -> Image.Image:
    return Image.new(mode, (2, 2), colour)


@given(COLOURS)
def test_a_photo_in_the_colours_asked_for_is_left_alone(colour: tuple[int, int, int]) -> None:
    photo = photograph(flat(colour))
    assert converted(photo, PRESS, b"") is photo.image


def test_four_inks_without_a_profile_are_those_of_our_press() -> None:
    photo = photograph(flat((10, 200, 30, 40), "CMYK"))
    assert converted(photo, PRESS, PRESS) is photo.image
    assert converted(photo, OTHER, PRESS).tobytes() != photo.image.tobytes()


@given(COLOURS)
def test_there_and_back_stays_near_where_the_press_can_print_it(colour: tuple[int, int, int]) -> None:
    there = converted(photograph(flat(colour)), PRESS, PRESS)
    assert there.mode == "CMYK"
    seen = converted(photograph(there, PRESS), PRESS, b"")
    again = converted(photograph(seen), PRESS, PRESS)  # what was seen once, can be printed
    back = converted(photograph(again, PRESS), PRESS, b"")
    assert back.getpixel((0, 0)) == pytest.approx(seen.getpixel((0, 0)), abs=8)


def test_white_stays_paper_and_black_is_the_darkest_there_is() -> None:
    white, black, grey = (
        converted(photograph(flat((level,) * 3)), PRESS, PRESS).getpixel((0, 0)) for level in (255, 0, 128)
    )
    assert white == (0, 0, 0, 0)
    assert isinstance(black, tuple)
    assert isinstance(grey, tuple)
    assert sum(black) > sum(grey) > 0


def test_no_photo_carries_the_profile_of_the_press() -> None:
    made = applied(transform("a.jpg", b"", "RGB", PRESS), flat((1, 2, 3)))
    assert "icc_profile" not in made.info


def test_the_same_way_is_built_once() -> None:
    assert transform("a.jpg", b"", "RGB", PRESS) is transform("b.jpg", b"", "RGB", PRESS)
    assert transform("a.jpg", b"", "RGB", PRESS) is not transform("a.jpg", b"", "RGB", OTHER)


@pytest.mark.parametrize("profile", [b"no profile", PRESS])
def test_a_profile_that_is_broken_or_of_other_colours_names_the_photo(profile: bytes) -> None:
    with pytest.raises(BuilderError, match=r"“anh\.jpg”"):
        transform("anh.jpg", profile, "RGB", PRESS)


def test_a_profile_of_the_photo_is_obeyed() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"?XYZ").replace(b"bXYZ", b"rXYZ").replace(b"?XYZ", b"bXYZ")
    plain = converted(photograph(flat((200, 40, 60))), PRESS, PRESS)
    assert converted(photograph(flat((60, 40, 200)), swapped), PRESS, PRESS).getpixel((0, 0)) == pytest.approx(
        plain.getpixel((0, 0)), abs=3
    )
