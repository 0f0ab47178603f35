"""The ink cupboard: every tint prints cleanly and looks the same family in every ink."""

import re

import pytest

from builder.flower.kinds import Ink
from builder.flower.palette import Tint, paint

MOST_INK = 220
MOST_INKS = 3


@pytest.mark.parametrize("tint", list(Tint))
def test_a_tint_is_mixed_of_few_inks(tint: Tint) -> None:
    shares = tint.value.press
    assert sum(shares) <= MOST_INK
    assert sum(share > 0 for share in shares) <= MOST_INKS
    assert all(0 <= share <= 100 for share in shares)
    assert re.fullmatch(r"#[0-9A-F]{6}", tint.value.screen)


def test_tints_are_all_different() -> None:
    assert len({tint.value for tint in Tint}) == len(list(Tint))
    assert len({tint.value.screen for tint in Tint}) == len(Tint.__members__)


def test_paint_in_each_ink() -> None:
    assert paint(Tint.LOTUS_DEEP, Ink.SCREEN) == "#C2577B"
    assert re.fullmatch(r"device-cmyk\(\S+ \S+ \S+ \S+\)", paint(Tint.LOTUS_DEEP, Ink.PRESS))
    assert paint(Tint.LOTUS_DEEP, Ink.GREY).startswith("device-cmyk(0 0 0 .")


@pytest.mark.parametrize("family", ["LEAF", "PEACH", "LOTUS", "BAN", "IVORY", "FLAME", "LILAC", "YLANG", "ASTER"])
def test_grey_keeps_the_order_of_light_and_shade(family: str) -> None:
    greys = [
        Tint[f"{family}_{step}"].value.grey if step else Tint[family].value.grey
        for step in ("LIT", "", "SHADE", "DEEP")
    ]
    assert greys == sorted(greys)
    assert len(set(greys)) == len(greys)
