import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.book.titles import edition_head, even_lines, name_rows, running_head, title_lines
from tests.book.making import edition

WORDS = st.lists(st.text(alphabet="abcđeêghiklmnoôơưXY", min_size=1, max_size=9), min_size=1, max_size=25)


@given(WORDS, st.integers(5, 40))
def test_lines_keep_every_word_in_order_and_none_is_longer_than_it_must_be(words: list[str], most: int) -> None:
    lines = even_lines(words, most)
    assert " ".join(lines).split(" ") == words
    assert all(len(line) <= most or " " not in line for line in lines)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Căn phòng không được hắt hơi", ("Căn phòng", "không được hắt hơi")),
        ("Quyển sổ những lần quay lại", ("Quyển sổ", "những lần quay lại")),
        ("Xây dựng Đảng, chính quyền, đoàn thể", ("Xây dựng Đảng,", "chính quyền, đoàn thể")),
        ("Một nghìn tám trăm con vịt", ("Một nghìn tám trăm", "con vịt")),
        ("Bát cháo đầu ngày ở phố thứ bảy", ("Bát cháo đầu ngày", "ở phố thứ bảy")),
        ("Lớp học dưới gốc đa ở phố thứ 15", ("Lớp học dưới gốc đa", "ở phố thứ 15")),
        ("Bến đò không thu tiền ở phố thứ 16", ("Bến đò không thu tiền", "ở phố thứ 16")),
        ("Chuyến xe số chín ở phố thứ 20", ("Chuyến xe số chín", "ở phố thứ 20")),
        ("Những lá thư của người lính trẻ gửi mẹ", ("Những lá thư", "của người lính trẻ gửi mẹ")),
    ],
)
def test_lines_end_where_the_sense_does_and_none_holds_a_lonely_syllable(title: str, lines: tuple[str, ...]) -> None:
    assert even_lines(title.split(" "), 25) == lines


def test_a_title_of_more_than_three_lines_takes_the_smaller_size() -> None:
    assert title_lines("Giếng nước đầu ngõ") == (("Giếng nước đầu ngõ",), False)
    lines, long = title_lines("Người đàn bà mười bảy năm lặng lẽ nhặt đinh rơi trên con đường đê dài tám cây số rưỡi")
    assert long
    assert len(lines) == 3


@given(st.text(min_size=1, max_size=200))
def test_a_running_head_fits_on_one_line(title: str) -> None:
    assert len(running_head(title)) <= 69


def test_a_long_running_head_ends_at_a_whole_word() -> None:
    head = running_head("Người đàn bà mười bảy năm lặng lẽ nhặt đinh rơi trên con đường đê dài, rất dài, dài nữa")
    assert head == "Người đàn bà mười bảy năm lặng lẽ nhặt đinh rơi trên con đường đê…"


def test_left_hand_pages_carry_the_book_and_its_number() -> None:
    assert edition_head(edition()) == "Những bông hoa đẹp · Tập 28"
    assert edition_head(edition(volume=None)) == "Những bông hoa đẹp"


def test_a_long_name_parts_from_its_honorific_before_it_parts_in_itself() -> None:
    assert name_rows("Nhà giáo Nhân dân Lê An", "Nhà giáo Nhân dân", 30) == ("Nhà giáo Nhân dân Lê An",)
    assert name_rows("Nhà giáo Nhân dân Lê An", "Nhà giáo Nhân dân", 20) == ("Nhà giáo Nhân dân", "Lê An")
    assert name_rows("Tổ phụ nữ tình nguyện làng Ước", "", 20) == ("Tổ phụ nữ tình", "nguyện làng Ước")
