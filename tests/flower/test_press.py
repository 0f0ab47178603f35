"""Drawings for PDF pages: the operators draw what the <svg> of the same flower draws."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest

from builder.flower import Ink, Kind, Size, draw, strike
from builder.flower.geometry import turn
from builder.flower.palette import Tint
from builder.flower.press import operators
from builder.flower.shape import Frame, Trace, dots, filled, fitted, strokes

Path = list[tuple[int, ...]]
Painted = tuple[str, str, int, Path]
"""Fill, line, the line's width in thirds of a unit, and the outline, as ends (and controls before them), in thirds."""

BEGIN = ["1 J 1 j", "0.33333333 0 0 0.33333333 0 0 cm"]
FRAME = Frame(100, 100, 0, 1)


def ink_of(paint: str) -> str:
    """A paint of SVG as operands."""
    if paint == "none":
        return ""
    if paint.startswith("#"):
        return " ".join(f"{share / 255:g}" for share in bytes.fromhex(paint[1:]))
    return " ".join(f"{float(share):g}" for share in paint.removeprefix("device-cmyk(").removesuffix(")").split())


def followed(data: str) -> Path:
    """Path data as absolute pieces, curves of one control as curves of two."""
    x = y = start_x = start_y = over = under = 0
    found: Path = []
    for command, told in re.findall(r"([a-zA-Z])([^a-zA-Z]*)", data):
        numbers = [3 * int(number) for number in re.findall(r"-?\d+", told)]
        if command in "qt":
            while numbers:
                if command == "q":
                    over, under, *numbers = numbers
                right, down, *numbers = numbers
                found.append((
                    x + 2 * over // 3, y + 2 * under // 3,
                    x + right + 2 * (over - right) // 3, y + down + 2 * (under - down) // 3,
                    x + right, y + down,
                ))  # fmt: skip
                x, y, over, under = x + right, y + down, right - over, down - under
        elif command == "z":
            x, y = start_x, start_y
            found.append(())
        elif command == "h":
            found.append((x, y))
        else:
            for place in range(0, len(numbers), 2):
                x, y = (numbers[0], numbers[1]) if command == "M" else (x + numbers[place], y + numbers[place + 1])
                if command in "Mm":
                    start_x, start_y = x, y
                found.append((x, y))
    return found


def in_svg(drawn: str) -> list[Painted]:
    found: list[Painted] = []

    def look(element: ET.Element, fill: str, line: str, width: str) -> None:
        fill, line = element.get("fill", fill), element.get("stroke", line)
        width = element.get("stroke-width", width)
        if data := element.get("d"):
            found.append((ink_of(fill), ink_of(line), 3 * int(width) if line != "none" else 0, followed(data)))
        for child in element:
            look(child, fill, line, width)

    look(ET.fromstring(drawn), "none", "none", "1")  # noqa: S314 - our own output
    return found


def in_ink(drawn: str) -> list[Painted]:
    return list(read(iter(drawn.splitlines()[2:])))


def read(lines: Iterator[str]) -> Iterator[Painted]:
    fill = line = ""
    width = 0
    path: Path = []
    for said in lines:
        *numbers, operator = said.split()
        match operator:
            case "k" | "rg":
                fill = " ".join(numbers)
            case "K" | "RG":
                line = " ".join(numbers)
            case "w":
                width = int(numbers[0])
            case "m" | "l" | "c" | "h":
                path.append(tuple(map(int, numbers)))
            case "f" | "S" | "B":
                edged = operator != "f"
                yield fill if operator != "S" else "", line if edged else "", width if edged else 0, path
                path = []
            case _:
                pytest.fail(f"unexpected operator {said!r}")


@pytest.mark.parametrize(("kind", "size"), [(kind, size) for kind in Kind for size in Size])
def test_a_flower_is_the_same_in_operators_as_in_svg(kind: Kind, size: Size) -> None:
    for ink, thinnest, text in (
        (Ink.PRESS, 0.0, "device-cmyk(0 0 0 1)"),
        (Ink.GREY, 0.002, "device-cmyk(0 0 0 1)"),
        (Ink.SCREEN, 0.0, "#1f1b16"),
    ):
        drawn = strike(kind, "nguoi-1", size=size, ink=ink, thinnest=thinnest)
        svg = draw(kind, "nguoi-1", size=size, ink=ink, thinnest=thinnest).replace("currentColor", text)
        assert drawn.operators.splitlines()[:2] == BEGIN
        assert in_ink(drawn.operators) == in_svg(svg)
        assert f'viewBox="0 0 {drawn.wide} {drawn.high}"' in svg


def test_colours_and_widths_are_said_when_they_change() -> None:
    square = (0j, 100 + 0j), (100 + 0j, 100 + 100j), (100 + 100j, 100j)
    drawing = [
        filled(*square, fill=Tint.LEAF, line=Tint.LEAF_DEEP, width=2.0),
        filled(*square, fill=Tint.LEAF),
        strokes([(0j, 50 + 50j)], Tint.LEAF_DEEP, 2.0),
        dots([50 + 50j], Tint.GOLD, 4.0),
    ]
    placing = fitted(drawing, FRAME)
    said = operators(drawing, placing, Ink.PRESS, 0.0).splitlines()
    assert [one for one in said if one[-1] in "kKwfSB"] == [
        "0.45 0 0.75 0.4 k", "0.65 0 0.65 0.7 K", "6 w", "B", "f", "S", "0 0.25 0.95 0.15 K", "12 w", "S",
    ]  # fmt: skip


def test_what_is_too_small_for_the_grid_is_left_out() -> None:
    drawing = [strokes([(0j, 100 + 100j)], Tint.STEM, 1.0), strokes([(50j, 50.01j, 50.02j)], Tint.GOLD, 1.0)]
    said = operators(drawing, fitted(drawing, FRAME), Ink.PRESS, 0.0).splitlines()
    assert sum(one.endswith(" K") for one in said) == 1
    assert sum(one == "S" for one in said) == 1


def test_loops_are_closed_where_they_began() -> None:
    ring = Trace((tuple(50 + 50j + 40 * turn(60 * place) for place in range(6)),), closed=True, loop=True)
    drawing = [filled((0j, 100 + 0j), (100 + 0j, 100 + 100j), (100 + 100j, 0j), fill=Tint.LEAF)]
    drawing.append(drawing[0]._replace(traces=(ring,)))
    path = in_ink(operators(drawing, fitted(drawing, FRAME), Ink.PRESS, 0.0))[1][3]
    assert len(path) == 1 + 6 + 1
    assert path[0] == path[-2][-2:]
    assert path[-1] == ()


@pytest.mark.parametrize(
    ("ink", "own", "others"), [(Ink.PRESS, "kK", "gG"), (Ink.GREY, "kK", "gG"), (Ink.SCREEN, "gG", "kK")]
)
def test_paper_takes_ink_and_a_screen_light(ink: Ink, own: str, others: str) -> None:
    said = strike(Kind.SEN, "mau", size=Size.SMALL, ink=ink).operators.splitlines()
    assert {one[-1] for one in said} >= set(own)
    assert not {one[-1] for one in said} & set(others)
