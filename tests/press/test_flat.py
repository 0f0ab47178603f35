import re

import pydyf  # type: ignore[import-untyped]  # ships no types
import pytest

from builder.book import draw_flowers, strike_flowers
from builder.book.flowers import ornament, plate
from builder.flower import Ink, Kind
from builder.press.flat import put_back, set_aside

PLAIN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" aria-hidden="true"{}></svg>'


def test_a_flower_is_taken_out_and_its_frame_stays() -> None:
    html = strike_flowers(f"<p>Trước</p>{plate(Kind.SEN, 'hạt', Ink.PRESS)}<p>Giữa</p>{ornament(Kind.BAN, 'hạt')}")
    kept, drawings = set_aside(html)
    assert len(drawings) == 2
    assert all(drawing.startswith(b"q\n") and drawing.endswith(b"\nQ") for drawing in drawings)
    assert kept.count("<path") == 2
    assert re.findall("viewBox=[^>]*hidden", kept) == [
        'viewBox="0 0 3488 5216" aria-hidden',
        'viewBox="0 0 480 480" aria-hidden',
    ]
    assert kept.startswith("<p>Trước</p><svg")


def test_any_other_drawing_is_left_alone() -> None:
    html = f"{draw_flowers(str(plate(Kind.SEN, 'hạt', Ink.PRESS)))}{PLAIN.format('')}"
    assert set_aside(html) == (html, [])


def test_operators_are_put_as_they_are() -> None:
    said = "0 0.5 1 0 k\n3 -6 m\n12 6 l\nh\nf\n"
    kept, drawings = set_aside(PLAIN.format(f' data-operators="{said}"'))
    assert drawings == [f"q\n{said}Q".encode()]
    assert 'd="M1 987654"' in kept
    assert "data-operators" not in kept


def test_a_drawing_keeps_its_name() -> None:
    kept, drawings = set_aside(PLAIN.format(' data-operators="0 0 1 rg\n"').replace("></", "><title>Hoa sen</title></"))
    assert drawings == [b"q\n0 0 1 rg\nQ"]
    assert "<title>Hoa sen</title><path" in kept


@pytest.mark.parametrize("said", ["/X1 Do\n", "Q\nq\n", "(a) Tj\n", "/Cs1 cs\n", "0 0 m\u00a0\n"])
def test_operators_that_no_plain_drawing_needs_are_an_error(said: str) -> None:
    with pytest.raises(RuntimeError, match="plain"):
        set_aside(PLAIN.format(f' data-operators="{said}"'))


def test_operators_in_another_frame_are_an_error() -> None:
    with pytest.raises(RuntimeError, match="view box"):
        set_aside('<svg data-operators="0 0 m\n"></svg>')


def test_a_drawing_is_put_where_its_place_was_kept() -> None:
    pdf = pydyf.PDF()
    pdf.add_object(pydyf.Stream([b"q", b"0 0 m", b"1 987654 m", b"n", b"Q"]))
    put_back(pdf, [b"the drawing"])
    assert pdf.objects[-1].stream == [b"q", b"the drawing", b"0 0 m", b"n", b"Q"]


def test_a_place_that_is_not_drawn_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="1 of 1"):
        put_back(pydyf.PDF(), [b"the drawing"])
