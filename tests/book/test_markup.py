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


def test_a_large_initial_with_a_tail_gets_a_line_more() -> None:
    assert str(for_press('<p><span class="cap">Q</span>uê</p>')) == '<p><span class="cap deep">Q</span>uê</p>'
    quoted = '<p><span class="cap deep"><span class="quote">“</span>Q</span>uê</p>'
    assert str(for_press('<p><span class="cap">“Q</span>uê</p>')) == quoted
    assert "deep" in str(for_press('<p><span class="cap">Ậ</span>m ừ</p>'))
    assert "deep" not in str(for_press('<p><span class="cap">N</span>gõ</p>'))
    assert "deep" not in str(for_press('<p><span class="cap">Ẩ</span>m ướt</p>'))


def test_a_quote_before_a_large_initial_stays_small() -> None:
    html = str(for_press('<p><span class="cap">“N</span>ước</p>'))
    assert html == '<p><span class="cap"><span class="quote">“</span>N</span>ước</p>'


def test_no_line_begins_with_a_dash_inside_a_sentence() -> None:
    assert str(for_press("<p>sách “Hoa”\n– số đặc biệt, rồi in</p>")).startswith("<p>sách “Hoa”\u00a0– số")
    assert "Hoa</em>\u00a0– số" in str(for_press("<p><em>Hoa</em> – số đặc biệt nhất</p>"))
    speech = "<p>Có tiếng hỏi:<br />\n– Ai gọi cửa đấy hả?</p>"
    assert "\n– Ai" in str(for_press(speech))


def test_a_caption_ends_in_no_line_of_one_syllable() -> None:
    assert closed("Tranh của bộ sách") == "Tranh của bộ\u00a0sách"
    assert (closed("Lan"), closed("")) == ("Lan", "")


def test_no_paragraph_ends_in_a_line_of_one_syllable() -> None:
    assert str(for_press("<p>Họ đến hỏi chuyện.</p>")) == "<p>Họ đến hỏi\u00a0chuyện.</p>"
    assert str(for_press("<p>Chuyện.</p>")) == "<p>Chuyện.</p>"
