from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser

from tests.site.icons import ICONS, PAPER, Icon, drawn, path_of


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.name)
def test_an_icon_shows_the_emblem_as_it_is_drawn_today(icon: Icon, browser: Browser) -> None:
    shipped = Image.open(path_of(icon)).convert("RGBA")
    fresh = Image.open(io.BytesIO(drawn(icon, browser))).convert("RGBA")
    assert shipped.size == (icon.size, icon.size)
    assert max(ImageStat.Stat(ImageChops.difference(shipped, fresh)).mean) < 1


def test_a_launcher_may_cut_a_circle_out_of_the_maskable_icon() -> None:
    icon = next(each for each in ICONS if each.name == "maskable")
    picture = Image.open(path_of(icon)).convert("RGB")
    ground = Image.new("RGB", picture.size, PAPER)
    left, top, right, bottom = ImageChops.difference(picture, ground).getbbox() or (0, 0, 0, 0)
    reach = max(abs(side - icon.size / 2) for side in (left, top, right, bottom))
    assert 0.2 * icon.size < reach < 0.4 * icon.size
