import io
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from pikepdf import Pdf
from PIL import Image

from builder.model import BuilderError
from builder.press.fonts import Fonts
from builder.press.inspect import page_count
from builder.press.outfit import Outfit, key
from builder.press.photo import measure
from builder.press.separate import Separation
from builder.press.sheet import PrintImage, Sheet
from builder.press.typeset import Typesetter
from tests.press.making import document, outfit, separation


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(outfit())


def test_a_document_becomes_pages_of_the_trimmed_size(setter: Typesetter) -> None:
    pdf = setter.set(Sheet("thử", document("<p>Một</p><div class='strip recto'>Đầu trang</div>")))
    assert page_count(pdf) == 2
    with Pdf.open(io.BytesIO(pdf)) as made:
        assert [float(side) for side in made.pages[0].mediabox] == pytest.approx([0, 0, 411.0236, 581.1024], abs=1e-3)
        assert float(made.pages[1].mediabox[3]) == pytest.approx(14.6, abs=1e-3)


@pytest.mark.parametrize("char", ["愛", "😀", "ʁ"])
def test_a_letter_no_font_has_is_named_with_its_document(setter: Typesetter, char: str) -> None:
    with pytest.raises(BuilderError, match="bài “Thử”") as caught:
        setter.set(Sheet("bài “Thử”", document(f"<p>Xin {char} chào</p>")))
    assert f"U+{ord(char):04X}" in caught.value.message


def test_a_missing_picture_is_named_with_its_document(setter: Typesetter) -> None:
    with pytest.raises(BuilderError, match="bài “Thử”") as caught:
        setter.set(Sheet("bài “Thử”", document('<img src="photo:a.jpg">')))
    assert "photo:a.jpg" in caught.value.message


@pytest.mark.parametrize("address", ["file:///etc/hostname", "http://localhost/a.png", "data:image/png;base64,AAAA"])
def test_nothing_is_read_that_was_not_given(setter: Typesetter, address: str) -> None:
    with pytest.raises(BuilderError):
        setter.set(Sheet("bài “Thử”", document(f'<img src="{address}">')))


def test_a_warning_of_the_engine_is_an_error(setter: Typesetter) -> None:
    with pytest.raises(BuilderError, match="không bằng lòng"):
        setter.set(Sheet("bài “Thử”", document('<p style="colour: red">Một</p>')))


def test_an_error_in_the_style_is_found_before_anything_is_set() -> None:
    with pytest.raises(BuilderError, match="kiểu chữ"):
        Typesetter(Outfit("p { colour: red }", outfit().fonts, separation()))


def test_a_missing_font_is_named(tmp_path: Path) -> None:
    with pytest.raises(BuilderError, match=r"literata/Khong\.ttf"):
        Fonts.below(tmp_path, ["literata/Khong.ttf"])
    (tmp_path / "hong.ttf").write_bytes(b"khong phai phong chu")
    with pytest.raises(BuilderError, match=r"hong\.ttf"):
        Fonts.below(tmp_path, ["hong.ttf"])


def test_every_vietnamese_letter_is_in_every_font() -> None:
    marks = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    letters = {c for vowel in "aăâeêioôơuưy" for c in _composed(vowel, marks)} | {"đ"}
    assert letters | {letter.upper() for letter in letters} <= outfit().fonts.letters


def _composed(vowel: str, marks: tuple[str, ...]) -> list[str]:
    return [unicodedata.normalize("NFC", vowel + mark) for mark in marks]


def test_the_html_is_prepared_just_before_setting() -> None:
    made = Typesetter(Outfit(outfit().style, outfit().fonts, separation(), str.upper, "hoa")).set(
        Sheet("thử", document("<p>愛</p>".replace("愛", "x")))
    )
    assert page_count(made) == 1


def test_all_that_changes_a_page_changes_its_key(tmp_path: Path) -> None:
    Image.new("L", (30, 20), 90).save(tmp_path / "a.png")
    digest, width, height = measure(tmp_path / "a.png")
    image = PrintImage("photo:a", str(tmp_path / "a.png"), digest, width, height)
    other = PrintImage("photo:a", str(tmp_path / "a.png"), digest, width, height + 1)
    fonts = Fonts(dict(list(outfit().fonts.files.items())[1:]))
    plain = outfit()
    tighter = Separation(separation().profile, 280)
    keys = {
        key(Sheet("một", "<p>"), plain),
        key(Sheet("một", "<p> "), plain),
        key(Sheet("một", "<p>", (image,)), plain),
        key(Sheet("một", "<p>", (other,)), plain),
        key(Sheet("một", "<p>"), replace(plain, style=plain.style + " ")),
        key(Sheet("một", "<p>"), replace(plain, fonts=fonts)),
        key(Sheet("một", "<p>"), replace(plain, prepared_by="khác")),
        key(Sheet("một", "<p>"), replace(plain, tagged=True)),
        key(Sheet("một", "<p>", (image,)), replace(plain, separation=tighter)),
    }
    assert len(keys) == 9
    assert key(Sheet("một", "<p>"), plain) == key(Sheet("một", "<p>"), replace(plain, separation=tighter))
    assert key(Sheet("một", "<p>"), plain) == key(Sheet("hai", "<p>"), plain)


def test_a_line_before_an_inline_element_is_filled(setter: Typesetter) -> None:
    """The engine's early break (see ``builder.book.markup.lean``) must not come back by another door."""
    words = "Anh Phúc sửa xe nổ máy đuổi theo hai thanh niên"
    for width in range(40, 90):
        plain = document(f'<div style="width:{width}mm"><p>{words} tắm. Rồi thôi.</p></div>')
        marked = document(f'<div style="width:{width}mm"><p>{words}<span> tắm</span>. Rồi thôi.</p></div>')
        assert _lines(setter, plain) == _lines(setter, marked), width


def _lines(setter: Typesetter, html: str) -> int:
    with Pdf.open(io.BytesIO(setter.set(Sheet("thử", html)))) as made:
        content = made.pages[0].Contents.read_bytes()
    return len({line.split()[5] for line in content.splitlines() if line.endswith(b" Tm")})
