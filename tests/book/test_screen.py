"""A chunk readied for the screen."""

import re

from builder.book import draw_flowers
from builder.book.screen import for_screen, screen_style
from tests.book.making import edition

FLOWER = '<svg data-flower="sen" data-seed="03" data-size="{}" data-ink="{}"></svg>'


def test_flowers_are_in_colour_and_named_whatever_the_book_is_printed_with() -> None:
    press, grey = (for_screen(FLOWER.format("medium", ink)) for ink in ("press", "grey"))
    assert press == grey
    assert "<title>Hoa sen</title>" in press
    assert 'role="img"' in press
    assert "cmyk" not in press
    assert re.search(r'fill="#[0-9A-Fa-f]{3,6}"', press)


def test_a_drawing_in_lines_is_in_the_ink_of_the_screen() -> None:
    assert 'stroke="#1f1b16"' in for_screen(FLOWER.format("line", "grey"))


def test_flowers_have_the_shapes_they_have_in_print() -> None:
    paths = [re.findall(r' d="([^"]*)"', made(FLOWER.format("plate", "press"))) for made in (for_screen, draw_flowers)]
    assert paths[0] == paths[1]


def test_links_home_lead_to_the_site_or_nowhere() -> None:
    html = '<p class="person"><a href="site:tap-28/do-thi-hoa">Đỗ Thị Hoà</a></p>'
    there = '<p class="person"><a href="https://hoa.example/bai/tap-28/do-thi-hoa/">Đỗ Thị Hoà</a></p>'
    assert for_screen(html, "https://hoa.example/bai/") == there
    assert for_screen(html) == '<p class="person">Đỗ Thị Hoà</p>'
    assert for_screen('<a href="page:7">7</a>') == '<a href="page:7">7</a>'


def test_the_accent_is_the_edition_s_own_as_screens_show_it() -> None:
    assert "--accent: var(--jade)" in screen_style(edition(accent="jade"))
