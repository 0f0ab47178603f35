import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.book import PageGeometry, PhotoFile
from builder.book.geometry import LINE_PT, page_style
from builder.book.pictures import beside, figure, portrait
from builder.model import Length, Photo, PrintSpec, Trim
from tests.book.making import edition

PAGE = PageGeometry(Trim(Length(145), Length(205)), Length(3))
PHOTO = Photo("a.jpg", "ảnh")


@given(st.integers(1, 9000), st.integers(1, 9000))
def test_a_picture_fits_its_slot_and_keeps_its_shape(width: int, height: int) -> None:
    file = PhotoFile("a.jpg", b"", width, height)
    for slot, lines in ((portrait, 11.5), (figure, 17.8 if height > width else 14.25)):
        picture = slot(PHOTO, file, PAGE)
        wide, high = picture.size
        assert wide.mm <= PAGE.measure.mm + 0.1
        assert high.pt <= lines * LINE_PT + 0.3
        assert picture.width >= 1
        assert picture.width <= 2 * width
        if min(picture.width, picture.height) > 50:
            assert picture.width / picture.height == pytest.approx(width / height, rel=0.03)


def test_a_landscape_of_three_by_two_takes_the_whole_measure() -> None:
    assert figure(PHOTO, PhotoFile("a.jpg", b"", 3000, 2000), PAGE).size[0].mm == pytest.approx(109, abs=0.1)


def test_a_tiny_photo_stands_small_instead_of_blurred() -> None:
    wide, high = figure(PHOTO, PhotoFile("a.jpg", b"", 200, 150), PAGE).size
    assert (round(wide.mm, 1), round(high.mm, 1)) == (33.9, 25.4)


def test_an_upright_photo_is_higher_than_a_broad_one_and_leaves_room_for_its_caption() -> None:
    upright = figure(PHOTO, PhotoFile("a.jpg", b"", 1800, 2400), PAGE)
    assert upright.size[1].mm == pytest.approx(91.7, abs=0.1)
    assert beside(upright, PAGE)
    assert not beside(figure(PHOTO, PhotoFile("a.jpg", b"", 2400, 1800), PAGE), PAGE)


def test_the_house_page_has_the_margins_of_the_look() -> None:
    assert [side.mm for side in (PAGE.inside, PAGE.outside, PAGE.head, PAGE.foot)] == [20, 16, 20, 22]
    assert PAGE.measure.mm == 109
    assert PAGE.lines == 31
    assert (PAGE.left(1).mm, PAGE.left(2).mm) == (20, 16)


def test_a_larger_trim_has_larger_margins() -> None:
    page = PageGeometry(Trim(Length(160), Length(240)), Length(3))
    assert page.inside.mm == pytest.approx(20 * 160 / 145)
    assert page.foot.mm == pytest.approx(22 * 240 / 205)


def test_the_page_style_names_size_margins_and_accent() -> None:
    style = page_style(edition(accent="jade", print=PrintSpec()))
    assert "@page { size: 145mm 205mm; margin: 20mm 16mm 22mm 20mm }" in style
    assert "--accent: var(--jade-press)" in style
