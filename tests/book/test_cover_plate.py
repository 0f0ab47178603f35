from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.book.cover_geometry import CoverGeometry
from builder.book.cover_plate import Words, line_width, measure_of, plate_share
from builder.flower import Kind
from builder.model import Length, Trim

TITLE = Words(("Những", "bông hoa đẹp"), 39, 46, 8)


def page(width: float = 145, height: float = 205) -> CoverGeometry:
    return CoverGeometry(Trim(Length(width), Length(height)), Length(10), Length(3))


def names(text: str) -> Words:
    return Words((text,), 8, 15, 40)


def test_a_short_title_leaves_the_flower_all_its_height() -> None:
    assert plate_share(page(), Kind.HOA_SUA, [TITLE]) == 0.634


def test_a_long_line_beside_the_flower_makes_it_smaller() -> None:
    short, long = names("Biên soạn: Lê An"), names("Biên soạn: Ban Tuyên giáo Thành ủy Hà Nội")
    assert plate_share(page(), Kind.HOA_SUA, [TITLE, short]) == 0.634
    assert plate_share(page(), Kind.HOA_SUA, [TITLE, long]) < 0.634


def test_boughs_that_hang_never_reach_beyond_the_page() -> None:
    assert plate_share(page(), Kind.HOANG_LAN, [TITLE]) <= 0.52


@pytest.mark.parametrize(("width", "height"), [(90, 130), (130, 190), (210, 297)])
def test_every_trim_has_a_flower(width: float, height: float) -> None:
    assert 0.28 <= plate_share(page(width, height), Kind.SEN, [TITLE, names("Biên soạn: Ban biên soạn")]) <= 0.634


@given(st.text(st.characters(categories=["L"]), max_size=80), st.sampled_from(Kind))
def test_more_words_never_make_the_flower_larger(text: str, kind: Kind) -> None:
    assert plate_share(page(), kind, [TITLE, names(text + "thêm")]) <= plate_share(page(), kind, [TITLE, names(text)])


def test_lengths_are_guessed_in_millimetres() -> None:
    assert line_width("a" * 10, 10) == pytest.approx(Length.from_pt(53).mm)
    assert measure_of(page()) == 113
