import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.book.markup import closed, for_press, lean
from builder.render import render

PIECES = st.lists(st.sampled_from([" ", "a", "ơi", "<em>", "</em>", "<strong>", "</strong>", "\n", ","]), max_size=30)


@pytest.mark.parametrize(
    ("html", "moved"),
    [
        ("<p>bà <em>Hoa</em> ơi</p>", "<p>bà<em> Hoa</em> ơi</p>"),
        ("<p>bà\n<strong>Hoa</strong></p>", "<p>bà<strong> Hoa</strong></p>"),
        ("<p>bà <strong><em>Hoa</em></strong></p>", "<p>bà<strong><em> Hoa</em></strong></p>"),
        ("<p>bà <code>x</code></p>", "<p>bà<code> x</code></p>"),
        ("<p>không đổi</p>\n<p><em>gì</em></p>", "<p>không đổi</p>\n<p><em>gì</em></p>"),
    ],
)
def test_spaces_move_into_what_they_stand_before(html: str, moved: str) -> None:
    assert lean(html) == moved


@given(PIECES)
def test_no_text_ends_in_a_space_before_an_inline_element(pieces: list[str]) -> None:
    moved = lean("".join(pieces))
    assert " <em>" not in moved
    assert " <strong>" not in moved
    assert lean(moved) == moved
    assert "".join(moved.split()) == "".join("".join(pieces).split())


def test_a_list_that_begins_at_two_is_printed_so() -> None:
    html = for_press(render("2. Yêu cầu").html)
    assert '<ol style="counter-reset: list-item 1">' in html
    assert "<ol>" in for_press(render("1. Mục đích").html)


def test_no_line_begins_with_a_dash_inside_a_sentence() -> None:
    assert str(for_press("<p>sách “Hoa”\n– số đặc biệt, rồi in</p>")).startswith("<p>sách “Hoa”\u00a0– số")
    assert "Hoa</em>\u00a0– số" in str(for_press("<p><em>Hoa</em> – số đặc biệt nhất</p>"))
    speech = "<p>Có tiếng hỏi:<br />\n– Ai gọi cửa đấy hả?</p>"
    assert "\n– Ai" in str(for_press(speech))


def test_what_a_speaker_says_begins_at_one_distance_from_its_dash() -> None:
    assert str(for_press("<p>– Ai gọi cửa?</p>")) == '<p class="said">–\u2009\u200aAi gọi\u00a0cửa?</p>'


def test_the_dash_behind_which_a_speaker_goes_on_goes_with_his_words() -> None:
    told = str(for_press("<p>– Hàng xóm bảo ươm sỏi – chị Gấm cười. – Có hôm tôi cũng ngờ thật.</p>"))
    assert "sỏi\u00a0– chị Gấm cười. –\u2060\u00a0Có" in told
    aside = str(for_press("<p>– Cháu ơi – anh nói\nvào bộ đàm – cháu nhịn đi – và anh cười to.</p>"))
    assert "ơi\u00a0– anh nói\nvào bộ đàm –\u2060\u00a0cháu nhịn đi\u00a0– và" in aside
    assert "sách\u00a0– số 28\u00a0– rồi" in str(for_press("<p>Họ in sách – số 28 – rồi thôi cả.</p>"))


def test_what_is_too_long_for_one_line_end_may_be_parted_where_it_hurts_least() -> None:
    told = str(for_press(render("Góp 4,8 triệu đồng mua 54.000 mét ống. Bà Phượng giữ 300 đồng của ông Tư.").html))
    assert "4,8\u00a0triệu đồng" in told
    assert "54.000 mét" in told
    assert "Bà Phượng" in told
    assert "300\u00a0đồng" in told
    assert "Chiều 21 tháng\u00a08 năm\u00a02017" in str(for_press(render("Chiều 21 tháng 8 năm 2017, trời mưa.").html))
    assert "ông\u00a0Tư" in told


def test_a_caption_ends_in_no_line_of_one_syllable() -> None:
    assert closed("Tranh của bộ sách") == "Tranh của bộ\u00a0sách"
    assert (closed("Lan"), closed("")) == ("Lan", "")


def test_no_paragraph_ends_in_a_line_of_one_syllable() -> None:
    assert str(for_press("<p>Họ đến hỏi chuyện.</p>")) == "<p>Họ đến hỏi\u00a0chuyện.</p>"
    assert str(for_press("<p>Chuyện.</p>")) == "<p>Chuyện.</p>"
    assert str(for_press("<li>Không phải nghĩa trang.</li>")) == "<li>Không phải nghĩa\u00a0trang.</li>"
