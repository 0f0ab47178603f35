import pytest

from builder.press.fonts import Fonts
from builder.press.measure import line_length
from tests.factory import REPOSITORY

FACE = "literata/Literata-Regular.ttf"


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts.below(REPOSITORY / "assets" / "fonts", [FACE])


def test_letters_have_the_widths_of_their_font(fonts: Fonts) -> None:
    assert 0.2 < line_length(fonts, FACE, "i") < line_length(fonts, FACE, "ế") < line_length(fonts, FACE, "M") < 1.1
    assert line_length(fonts, FACE, "ế") == line_length(fonts, FACE, "e")
    assert line_length(fonts, FACE, "hoa đẹp") == pytest.approx(sum(line_length(fonts, FACE, c) for c in "hoa đẹp"))


def test_a_letter_the_font_does_not_have_counts_as_an_em(fonts: Fonts) -> None:
    assert line_length(fonts, FACE, "\U0001f338") == 1
