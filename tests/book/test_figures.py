import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.book import PageGeometry, PhotoFile
from builder.book.figures import EMBLEM_PT, FigureView, figure_view, portrait_view
from builder.book.geometry import LINE_PT
from builder.book.pictures import figure, portrait
from builder.model import Length, Photo, Trim

PAGE = PageGeometry(Trim(Length(145), Length(205)), Length(3))
SIDES = st.integers(60, 4000)


def view(width: int, height: int, caption: str = "", credit: str = "") -> FigureView:
    photo = Photo("a.jpg", "ảnh", caption, credit)
    return figure_view(photo, figure(photo, PhotoFile("a.jpg", b"", width, height), PAGE), PAGE)


def millimetres(length: str) -> float:
    return float(length.removesuffix("mm"))


@given(SIDES, SIDES, st.integers(0, 400))
def test_what_follows_a_photo_is_on_the_grid(width: int, height: int, letters: int) -> None:
    shown = view(width, height, "a" * letters)
    picture = Length(millimetres(shown.height)).pt
    gap = LINE_PT / 4 if shown.lines else 0
    off = (shown.top + picture + gap + shown.caption_height + shown.after) % LINE_PT
    assert min(off, LINE_PT - off) < 0.05
    assert shown.depth * LINE_PT >= shown.top + picture + gap + shown.caption_height + shown.after


@given(SIDES, SIDES)
def test_portraits_of_all_shapes_stand_on_one_line(width: int, height: int) -> None:
    photo = Photo("a.jpg", "ảnh", portrait=True)
    shown = portrait_view(photo, portrait(photo, PhotoFile("a.jpg", b"", width, height), PAGE), PAGE)
    foot = shown.top + Length(millimetres(shown.height)).pt
    assert EMBLEM_PT - 3 < foot < EMBLEM_PT


def test_the_caption_of_an_upright_photo_stands_beside_it() -> None:
    shown = view(1800, 2400, "Bếp lửa bốn giờ sáng.")
    assert shown.left == f"calc({shown.width} + 4mm)"
    assert shown.lines == 0


@pytest.mark.parametrize(
    ("width", "height", "letters"),
    [(2400, 1600, 60), (400, 90, 300), (1800, 2400, 0)],
    ids=["broad", "lower than its caption", "nothing said"],
)
def test_other_captions_stand_below(width: int, height: int, letters: int) -> None:
    assert view(width, height, "a" * letters).left == ""


def test_a_short_credit_is_not_parted_and_a_work_is_not_called_a_photo() -> None:
    assert view(2400, 1600, "Giếng.", "Lê Minh").credit == "Ảnh:\u00a0Lê\u00a0Minh"
    credit = "Tranh minh họa của bộ sách mẫu"
    assert view(2400, 1600, "Giếng.", credit).credit == credit.replace(" ", "\u00a0")
    assert view(1800, 2400, "Giếng.", credit).credit == "Tranh minh họa của bộ sách\u00a0mẫu"


def test_a_credit_that_finds_no_room_behind_a_caption_has_a_line_of_its_own() -> None:
    assert view(2400, 1600, "a" * 40, "Tranh minh họa của bộ sách mẫu").lines == 1
    assert view(2400, 1600, "a" * 50, "Tranh minh họa của bộ sách mẫu").lines == 2
    assert view(2400, 1600, "a" * 120, "Tranh minh họa của bộ sách mẫu").lines == 3
    assert view(2400, 1600, "", "Tranh minh họa của bộ sách mẫu").lines == 1


def test_the_caption_of_a_portrait_says_which_photo_it_means() -> None:
    photo = Photo("a.jpg", "ảnh", "Bà Tuyết năm 2019.", "Lê Minh", portrait=True)
    shown = portrait_view(photo, portrait(photo, PhotoFile("a.jpg", b"", 900, 1200), PAGE), PAGE)
    assert shown.caption.replace("\u00a0", " ") == "Ảnh đầu bài: Bà Tuyết năm 2019."
