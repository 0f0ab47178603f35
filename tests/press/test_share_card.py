from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from builder.flower import Kind, Size, draw
from builder.press.share_card import SIZE, Words, ground, share_card
from tests.factory import REPOSITORY

FONTS = REPOSITORY / "assets" / "fonts"
WORDS = Words("Những bông hoa đẹp, tập 28", "Giếng nước đầu ngõ", "Bà Đỗ Thị Hoà", "Tổ 6, quận Long Biên")
PAPER = (0xFB, 0xF8, 0xF1)


@pytest.fixture(scope="module")
def paper() -> Image.Image:
    return ground(draw(Kind.SEN, "01", size=Size.MEDIUM))


def read(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def inked(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    """How many pixels of a box are not paper."""
    part = image.crop(box)
    return sum(count for count, colour in part.getcolors(part.width * part.height) or [] if colour != PAPER)


def test_a_card_has_the_size_that_networks_ask_for_and_is_small(paper: Image.Image) -> None:
    png = share_card(paper, WORDS, FONTS)
    assert read(png).size == SIZE == (1200, 630)
    assert len(png) < 60_000


def test_the_same_words_make_the_same_bytes(paper: Image.Image) -> None:
    again = ground(draw(Kind.SEN, "01", size=Size.MEDIUM))
    assert share_card(paper, WORDS, FONTS) == share_card(again, WORDS, FONTS)


def test_words_stand_on_the_left_and_the_flower_on_the_right(paper: Image.Image) -> None:
    bare, card = read(share_card(paper, Words("", ""), FONTS)), read(share_card(paper, WORDS, FONTS))
    left, right = (0, 0, 620, 630), (660, 0, 1200, 630)
    assert inked(bare, left) == 0
    assert inked(card, left) > 5_000
    assert bare.crop(right).tobytes() == card.crop(right).tobytes()
    assert inked(bare, right) > 20_000


@pytest.mark.parametrize("title", ["Mẹ", "Nghiêng " * 60, "Nghiêng" * 40, "Ngõ " * 12])
def test_whatever_the_title_nothing_runs_off_the_paper(paper: Image.Image, title: str) -> None:
    card = read(share_card(paper, Words("Bộ sách", title.strip(), title.strip(), title.strip(), "Bài mẫu"), FONTS))
    assert inked(card, (0, 0, 60, 630)) == 0
    assert inked(card, (0, 0, 1200, 40)) == 0
    assert inked(card, (0, 600, 1200, 630)) == 0


def test_a_long_title_is_set_smaller_and_a_sample_is_marked(paper: Image.Image) -> None:
    foot = (0, 540, 640, 600)
    plain = read(share_card(paper, WORDS, FONTS))
    marked = read(share_card(paper, Words("", "Giếng", note="Bài mẫu – nhân vật hư cấu"), FONTS))
    assert inked(plain, foot) == 0
    assert inked(marked, foot) > 500


def test_fonts_are_looked_for_where_they_are_said_to_be(paper: Image.Image, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="resource"):
        share_card(paper, WORDS, tmp_path)
