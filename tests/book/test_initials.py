import re
from io import BytesIO

import pytest
from fontTools.pens.boundsPen import BoundsPen  # type: ignore[import-untyped]  # ships no types
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from builder.book.initials import SIDES, set_initial, takes_cap
from builder.model import Length
from tests.factory import REPOSITORY

MEASURE = Length(109)
LONG = "Trong ngõ có một cái giếng, " * 8


def opened(letters: str) -> str:
    return set_initial(f'<p><span class="cap">{letters}</span>uê</p>')


def left(letters: str) -> float:
    found = re.search(r"margin-left: (-?[\d.]+)pt", opened(letters))
    assert found
    return float(found[1])


def test_the_white_beside_initials_is_that_of_the_font() -> None:
    font = TTFont(BytesIO((REPOSITORY / "assets/fonts/literata/Literata-Regular.ttf").read_bytes()))
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    measured = {}
    for letter in SIDES:
        pen = BoundsPen(glyphs)
        glyphs[names[ord(letter)]].draw(pen)
        measured[letter] = (pen.bounds[0], glyphs[names[ord(letter)]].width - pen.bounds[2])
    assert measured == SIDES
    assert font["head"].unitsPerEm == 1000


def test_a_stem_stands_on_the_margin_and_a_round_letter_a_little_beyond() -> None:
    assert left("H") == pytest.approx(-0.062 * 52, abs=0.01)
    assert left("C") == pytest.approx(-0.062 * 52, abs=0.01)
    assert left("X") == pytest.approx(-0.015 * 52, abs=0.01)


def test_marks_above_and_below_a_letter_do_not_move_it() -> None:
    assert left("Ấ") == left("A")
    assert left("Ợ") == left("Ơ") == left("O")
    assert left("Đ") > left("D")


def test_a_large_initial_with_a_tail_gets_a_line_more() -> None:
    assert all('class="cap deep"' in opened(letter) for letter in ("Q", "“Q", "Ậ"))
    assert not any("deep" in opened(letter) for letter in ("N", "Ẩ"))


def test_a_quote_before_a_large_initial_stays_small() -> None:
    assert '<span class="quote">“</span>N</span>' in opened("“N")


@pytest.mark.parametrize("text", ["– " + LONG, "1. " + LONG, "23 giờ. " + LONG, "“7 giờ” " + LONG, "Ngắn thôi."])
def test_what_is_no_sentence_or_too_short_has_no_large_initial(text: str) -> None:
    assert takes_cap(LONG, MEASURE)
    assert not takes_cap(text, MEASURE)
