import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.render import first_words, opened, plain_text, render


def test_paragraphs_get_the_typography_of_vietnamese_print() -> None:
    html = render("Trong năm 1992 - 2022, bà Hoà bán 5 kg rau.").html
    assert "1992–2022" in html
    assert "bà\u00a0Hoà" in html
    assert "5\u00a0kg" in html


@pytest.mark.parametrize(
    "evil",
    [
        "<script>alert(1)</script>",
        "x <img src=x onerror=alert(1)> y",
        "[bấm](javascript:alert(1))",
        "[bấm](data:text/html,x)",
        "<div onclick=x>a</div>",
        "![ảnh](../../etc/passwd)",
    ],
)
def test_nothing_in_a_story_becomes_markup_of_its_own(evil: str) -> None:
    html = render(evil).html
    for tag in ("<script", "<img", "<div", "<a "):
        assert tag not in html


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=300))
def test_any_text_renders_to_known_elements_only(text: str) -> None:
    html = render(text).html
    for tag in ("<script", "<img", "<iframe", "<style", "<object"):
        assert tag not in html.lower()


def test_the_first_letter_with_its_quote_becomes_the_drop_cap() -> None:
    assert '<p><span class="cap">“Đ</span>i đâu' in render("“Đi đâu đấy?”", drop_cap=True).html


def test_a_heading_before_the_text_carries_no_drop_cap() -> None:
    html = render("## Mở\n\nÔng kể.", drop_cap=True).html
    assert "<h2>Mở</h2>" in html
    assert '<span class="cap">Ô</span>' in html


def test_headings_start_at_the_level_asked_for() -> None:
    assert "<h3>Mở</h3>" in render("## Mở", heading_level=3).html


def test_a_declared_photo_stands_where_the_text_puts_it() -> None:
    rendered = render("Một.\n\n![x](a/b.jpg)\n\nHai.", figure=lambda file: f"<figure>{file}</figure>")
    assert rendered.figures == ("a/b.jpg",)
    assert rendered.html.index("Một") < rendered.html.index("<figure>a/b.jpg") < rendered.html.index("Hai")


def test_plain_text_has_words_only() -> None:
    assert plain_text("## Tên\n\nMột *hai*\nba.\n\n> Bốn\n") == "Tên\nMột hai ba.\nBốn"


PIECES = st.sampled_from(
    (
        *("Một hai ba bốn.", "# Đầu đề", "- mục một\n- mục hai", "> trích lời bà", "***"),
        *("```", "    thụt vào", "[a]: x", "[a][a]"),
    )
)


@given(st.lists(PIECES, max_size=12), st.integers(1, 12))
def test_first_words_are_those_of_the_whole_text(pieces: list[str], most: int) -> None:
    text = "\n\n".join(pieces)
    words = plain_text(text).split()
    assert first_words(text, most) == " ".join(words[:most]) + ("…" if len(words) > most else "")


@given(st.lists(st.sampled_from(["Một ", "“Hai", " 5 năm", "\n\n", "*", "# ", "[a]", "(b.jpg)", "> "]), max_size=12))
def test_what_is_read_once_is_what_is_read_twice(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert opened(text, 3) == (first_words(text, 3), render(text, drop_cap=True).html)


def test_first_words_end_in_an_ellipsis_only_where_they_were_cut() -> None:
    assert first_words("Một hai ba", 2) == "Một hai…"
    assert first_words("Một hai", 2) == "Một hai"


def test_decomposed_text_comes_out_composed() -> None:
    assert "Hoà" in render("Hoa\u0300").html
