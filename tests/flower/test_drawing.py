"""Drawings as their readers get them: one self-contained, printable, repeatable <svg> a call."""

import re
from functools import cache
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.flower import Ink, Kind, Size, draw

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {
    "svg": {
        "viewBox", "role", "aria-hidden", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin",
    },
    "title": set[str](),
    "g": {"fill", "stroke", "stroke-width"},
    "path": {"d", "fill", "stroke", "stroke-width"},
}  # fmt: skip
LIMITS = {Size.SMALL: 3_500, Size.MEDIUM: 22_000, Size.PLATE: 90_000, Size.LINE: 2_000}
PRESS_SURPLUS = 1.35  # device-cmyk() paints are longer than hex, and are never sent over a wire
PAINT = re.compile(r'(?:fill|stroke)="([^"]*)"')
CMYK = re.compile(r"device-cmyk\((0|1|\.\d+) (0|1|\.\d+) (0|1|\.\d+) (0|1|\.\d+)\)")
SHAPES = {Size.SMALL: 1.0, Size.MEDIUM: 4 / 3, Size.PLATE: 109 / 163, Size.LINE: 1.0}

every_drawing = pytest.mark.parametrize(("kind", "size"), [(kind, size) for kind in Kind for size in Size])
every_kind = pytest.mark.parametrize("kind", list(Kind))
some_drawings = given(
    kind=st.sampled_from(Kind),
    seed=st.text(max_size=30),
    size=st.sampled_from(Size),
    ink=st.sampled_from(Ink),
)


@cache
def drawn(kind: Kind, number: int, size: Size, ink: Ink = Ink.SCREEN) -> str:
    return draw(kind, f"nguoi-{number}", size=size, ink=ink)


def paints(svg: str) -> set[str]:
    return set(PAINT.findall(svg)) - {"none"}


def pen_path(data: str) -> list[tuple[float, float]]:
    """Follow path data and return every place the pen passes, mirrored controls of `t` included."""
    x = y = start_x = start_y = control_x = control_y = 0.0
    places = []
    for command, arguments in re.findall(r"([a-zA-Z])([^a-zA-Z]*)", data):
        numbers = [float(number) for number in re.findall(r"-?\d+", arguments)]
        match command:
            case "M" | "m":
                x, y = (numbers[0], numbers[1]) if command == "M" else (x + numbers[0], y + numbers[1])
                start_x, start_y = x, y
            case "l":
                for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
                    x, y = x + dx, y + dy
                    places.append((x, y))
            case "q":
                control_x, control_y = x + numbers[0], y + numbers[1]
                x, y = x + numbers[2], y + numbers[3]
            case "t":
                for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
                    control_x, control_y = 2 * x - control_x, 2 * y - control_y
                    x, y = x + dx, y + dy
                    places.append((x, y))
            case "z":
                x, y = start_x, start_y
            case "h":
                assert numbers == [0]
            case _:
                pytest.fail(f"unexpected path command {command!r}")
        places.append((x, y))
    return places


@every_drawing
def test_same_seed_same_bytes(kind: Kind, size: Size) -> None:
    assert draw(kind, "nguoi-0", size=size) == drawn(kind, 0, size)


@every_drawing
def test_another_seed_is_another_flower(kind: Kind, size: Size) -> None:
    assert len({drawn(kind, number, size) for number in range(3)}) == 3


@every_drawing
def test_weight_stays_within_bounds(kind: Kind, size: Size) -> None:
    for number in range(3):
        assert len(drawn(kind, number, size).encode()) <= LIMITS[size]
    assert len(drawn(kind, 0, size, Ink.PRESS).encode()) <= LIMITS[size] * PRESS_SURPLUS


@every_drawing
def test_only_plain_shapes_and_flat_paint(kind: Kind, size: Size) -> None:
    root = ET.fromstring(drawn(kind, 0, size))  # noqa: S314 - our own output
    for element in root.iter():
        name = element.tag.removeprefix(SVG)
        assert name in ALLOWED
        assert set(element.attrib) <= ALLOWED[name]
    assert "url(" not in ET.tostring(root, encoding="unicode")


@every_drawing
def test_shape_of_the_sheet(kind: Kind, size: Size) -> None:
    root = ET.fromstring(drawn(kind, 0, size))  # noqa: S314 - our own output
    left, top, wide, high = (float(number) for number in root.attrib["viewBox"].split())
    assert (left, top) == (0, 0)
    assert wide / high == pytest.approx(SHAPES[size], abs=0.001)
    assert "width" not in root.attrib


@every_kind
def test_screen_paints_are_hex_and_press_paints_are_ink(kind: Kind) -> None:
    screen, press = (drawn(kind, 0, Size.PLATE, ink) for ink in (Ink.SCREEN, Ink.PRESS))
    assert all(re.fullmatch(r"#[0-9A-F]{6}", paint) for paint in paints(screen))
    assert "#" not in press
    assert all(CMYK.fullmatch(paint) for paint in paints(press))
    assert re.sub(r'(fill|stroke)="[^"]*"', "", screen) == re.sub(r'(fill|stroke)="[^"]*"', "", press)


@every_kind
def test_grey_uses_black_alone(kind: Kind) -> None:
    found = paints(draw(kind, "mau", size=Size.MEDIUM, ink=Ink.GREY))
    assert len(found) > 3
    assert all(paint.startswith("device-cmyk(0 0 0 ") for paint in found)


@pytest.mark.parametrize("ink", list(Ink))
@every_kind
def test_a_line_drawing_takes_the_colour_of_its_text(kind: Kind, ink: Ink) -> None:
    svg = draw(kind, "mau", size=Size.LINE, ink=ink)
    assert paints(svg) == {"currentColor"}
    assert svg == draw(kind, "mau", size=Size.LINE)


def test_a_title_names_the_image_and_is_escaped() -> None:
    svg = draw(Kind.SEN, "mau", size=Size.SMALL, title='Hoa <sen> & "đất"')
    root = ET.fromstring(svg)  # noqa: S314 - our own output
    assert root.attrib["role"] == "img"
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == 'Hoa <sen> & "đất"'
    assert "<sen>" not in svg


def test_without_a_title_it_is_decoration() -> None:
    root = ET.fromstring(draw(Kind.SEN, "mau", size=Size.SMALL))  # noqa: S314 - our own output
    assert root.attrib["aria-hidden"] == "true"
    assert root.find(f"{SVG}title") is None


@settings(max_examples=40, deadline=None)
@some_drawings
def test_any_seed_draws_finite_lines_inside_the_sheet(kind: Kind, seed: str, size: Size, ink: Ink) -> None:
    root = ET.fromstring(draw(kind, seed, size=size, ink=ink))  # noqa: S314 - our own output
    wide, high = (float(number) for number in root.attrib["viewBox"].split()[2:])
    slack = 0.04 * max(wide, high)  # a spline may swing a little past the points it was fitted through
    paths = root.findall(f".//{SVG}path")
    assert paths
    for path in paths:
        for x, y in pen_path(path.attrib["d"]):
            assert -slack <= x <= wide + slack
            assert -slack <= y <= high + slack


@settings(max_examples=20, deadline=None)
@some_drawings
def test_no_number_is_longer_than_it_need_be(kind: Kind, seed: str, size: Size, ink: Ink) -> None:
    svg = draw(kind, seed, size=size, ink=ink)
    assert not re.search(r"nan|inf|e-\d", svg, re.IGNORECASE)
    assert all(re.fullmatch(r"[MmlqtzhH0-9 -]+", data) for data in re.findall(r' d="([^"]*)"', svg))
