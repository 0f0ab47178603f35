from functools import partial

import numpy as np
import pytest
from PIL import Image

from builder.press.ink import levels, limited, pixels_of, sums
from builder.press.ink_table import InkTable
from builder.press.profiles import applied, transform
from tests.press.making import condition


def exact(image: Image.Image) -> Image.Image:
    """What Little CMS says of every spot."""
    return applied(transform("a", b"", "RGB", condition().profile), image)


def colours(count: int = 60_000) -> Image.Image:
    """Colours from all over the cube of lights."""
    spread = Image.merge("RGB", [Image.effect_noise((count // 100, 100), 160) for _ in "rgb"])
    spread.paste("white", (0, 0, 9, 9))
    spread.paste("black", (9, 0, 18, 9))
    return spread


def test_inks_are_those_of_the_profile_but_for_the_last_bits_of_two_lights() -> None:
    image = colours()
    wanted, made = pixels_of(exact(image)), InkTable(exact, 400).inked(image)
    apart = np.abs(made.view(np.uint8).astype(int) - wanted.view(np.uint8))
    assert apart.max() <= 5
    assert (apart > 1).mean() < 0.04
    assert apart.mean() < 0.5


def test_greys_are_those_of_the_profile() -> None:
    greys = Image.linear_gradient("L").convert("RGB")
    assert (InkTable(exact, 400).inked(greys) == pixels_of(exact(greys))).all()


@pytest.mark.parametrize("limit", [200, 260.0, 297])
def test_no_spot_gets_more_than_the_limit_and_the_others_what_they_would_get_without(limit: float) -> None:
    image = colours()
    free, held = InkTable(exact, 400).inked(image), InkTable(exact, limit).inked(image)
    assert sums(held).max() <= levels(limit)
    assert (held == limited(free, limit)).all()


def test_what_was_inked_before_changes_nothing() -> None:
    image, other = colours(), Image.effect_noise((200, 100), 90).convert("RGB")
    used = InkTable(exact, 300)
    used.inked(other)
    assert (used.inked(image) == InkTable(exact, 300).inked(image)).all()


def test_a_colour_is_asked_for_once() -> None:
    asked: list[int] = []

    def ask(image: Image.Image, into: list[int]) -> Image.Image:
        into.append(image.width)
        return exact(image)

    table = InkTable(partial(ask, into=asked), 300)
    table.inked(Image.new("RGB", (30, 40), (10, 20, 30)))
    table.inked(Image.new("RGB", (50, 7), (11, 20, 31)))  # the same but for last bits
    assert asked == [1]
