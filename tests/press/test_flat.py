import re

import pydyf  # type: ignore[import-untyped]  # ships no types
import pytest

from builder.book import draw_flowers
from builder.book.flowers import plate
from builder.flower import Ink, Kind
from builder.press.flat import operators, put_back, set_aside

CMYK = "device-cmyk(0 .5 1 0)"


def test_a_flower_is_taken_out_and_its_frame_stays() -> None:
    html = draw_flowers(f"<p>Trước</p>{plate(Kind.SEN, 'hạt', Ink.PRESS)}<p>Sau</p>")
    kept, drawings = set_aside(html)
    assert len(drawings) == 1
    assert kept.count("<path") == 1
    assert re.findall("viewBox=[^>]*hidden", kept) == re.findall("viewBox=[^>]*hidden", html)
    assert kept.startswith("<p>Trước</p><svg")
    assert kept.endswith("</svg><p>Sau</p>")


@pytest.mark.parametrize("body", ['<circle r="3"/>', '<path fill="#fff" d="M0 0"/>', '<path d="M0 0a3 3 0 0 0 1 1"/>'])
def test_any_other_drawing_is_left_alone(body: str) -> None:
    html = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" aria-hidden="true" fill="none" stroke-width="1" '
        f'stroke-linecap="round" stroke-linejoin="round">{body}</svg>'
    )
    assert set_aside(html) == (html, [])


def test_paths_become_operators() -> None:
    body = f'<g stroke="{CMYK}"><path fill="{CMYK}" d="M1 2l3 0 0 4zm2 2h0"/><path stroke="none" d="M0 0"/></g>'
    assert operators(body, 5).decode().split("\n") == [
        "q", "1 J 1 j", "0.33333333 0 0 0.33333333 0 0 cm", "0 0.5 1 0 k", "0 0.5 1 0 K", "15 w",
        "3 6 m", "12 6 l", "12 18 l", "h", "9 12 m", "9 12 l", "B", "0 0 m", "n", "Q",
    ]  # fmt: skip


def test_a_run_of_lines_starts_where_the_last_path_was_begun() -> None:
    body = f'<path stroke="{CMYK}" d="M2 2l4 0-1 5zl1 1m-1-1h3"/>'
    assert operators(body, 1).decode().split("\n")[5:-2] == [
        "6 6 m", "18 6 l", "15 21 l", "h", "9 9 l", "6 6 m", "15 6 l",
    ]  # fmt: skip


def test_curves_of_one_control_point_become_curves_of_two() -> None:
    body = f'<path stroke="{CMYK}" d="M0 0q30 0 30 30t30 30"/>'
    assert operators(body, 1).decode().split("\n")[6:-2] == [
        "60 0 90 30 90 90 c",
        "90 150 120 180 180 180 c",
    ]


def test_a_drawing_is_put_where_its_place_was_kept() -> None:
    pdf = pydyf.PDF()
    pdf.add_object(pydyf.Stream([b"q", b"0 0 m", b"1 987654 m", b"n", b"Q"]))
    put_back(pdf, [b"the drawing"])
    assert pdf.objects[-1].stream == [b"q", b"the drawing", b"0 0 m", b"n", b"Q"]


def test_a_place_that_is_not_drawn_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="1 of 1"):
        put_back(pydyf.PDF(), [b"the drawing"])
