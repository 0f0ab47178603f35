"""A chunk readied for the screen."""

import re

from builder.book import strike_flowers
from builder.book.screen import for_screen, screen_style
from tests.book.making import edition

FLOWER = '<svg data-flower="sen" data-seed="03" data-size="{}" data-ink="{}"></svg>'


def test_flowers_are_in_colour_and_named_whatever_the_book_is_printed_with() -> None:
    press, grey = (for_screen(FLOWER.format("medium", ink)) for ink in ("press", "grey"))
    assert press == grey
    assert "<title>Hoa sen</title>" in press
    assert 'role="img"' in press
    assert " rg\n" in press
    assert " k\n" not in press


def test_a_drawing_in_lines_is_in_the_ink_of_the_screen() -> None:
    ink = " ".join(f"{share / 255:g}" for share in bytes.fromhex("1f1b16"))
    assert f"{ink} RG\n" in for_screen(FLOWER.format("line", "grey"))


def test_flowers_have_the_shapes_they_have_in_print() -> None:
    makers = (for_screen, strike_flowers)
    paths = [re.findall(r"[-\d ]+ [mlc]$", made(FLOWER.format("plate", "press")), re.MULTILINE) for made in makers]
    assert paths[0] == paths[1] != []


def test_links_home_lead_to_the_site_or_nowhere() -> None:
    html = '<p class="person"><a href="site:tap-28/do-thi-hoa">Đỗ Thị Hoà</a></p>'
    there = '<p class="person"><a href="https://hoa.example/bai/tap-28/do-thi-hoa/">Đỗ Thị Hoà</a></p>'
    assert for_screen(html, "https://hoa.example/bai/") == there
    assert for_screen(html) == '<p class="person">Đỗ Thị Hoà</p>'
    assert for_screen('<a href="page:7">7</a>') == '<a href="page:7">7</a>'


def test_the_accent_is_the_edition_s_own_as_screens_show_it() -> None:
    assert "--accent: var(--jade)" in screen_style(edition(accent="jade"))


def test_folios_of_the_contents_have_the_room_they_have_in_print() -> None:
    led = '<a href="page:7" data-folio="7" data-figures="3">Lời nói đầu</a>'
    assert 'data-folio="\u2007\u20077"' in for_screen(led)
