"""The parts of the gate one by one: matrices, colours, maps, ink."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw

from builder.press.preflight.colour import CMYK, outputs, read_space
from builder.press.preflight.dossier import Box
from builder.press.preflight.ink import Frame, measure
from builder.press.preflight.ledger import plain_name
from builder.press.preflight.marks import Ground
from builder.press.preflight.matrix import IDENTITY, Matrix, apply, matrix_of, scale_of, times
from builder.press.preflight.unicode_map import read_map
from tests.press.preflight.making import to_unicode

NUMBERS = st.floats(-50, 50)
MATRICES = st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS)


@given(MATRICES, MATRICES, st.tuples(NUMBERS, NUMBERS))
def test_a_product_does_one_after_the_other(one: Matrix, other: Matrix, point: tuple[float, float]) -> None:
    assert apply(times(one, other), point) == pytest.approx(apply(other, apply(one, point)), abs=1e-6)


@given(MATRICES)
def test_the_identity_changes_nothing(matrix: Matrix) -> None:
    assert times(matrix, IDENTITY) == pytest.approx(matrix)


@given(st.floats(0, 2 * math.pi), st.floats(0.1, 20))
def test_turning_does_not_thicken_lines(angle: float, scale: float) -> None:
    turned = (math.cos(angle) * scale, math.sin(angle) * scale, -math.sin(angle) * scale, math.cos(angle) * scale, 3, 4)
    assert scale_of(turned) == pytest.approx(scale)


def test_nonsense_is_no_matrix() -> None:
    assert matrix_of([1, 2]) == matrix_of(["a"] * 6) == IDENTITY


@given(st.dictionaries(st.integers(0, 0xFFFF), st.text(st.characters(codec="utf-16"), min_size=1, max_size=3)))
def test_a_map_is_read_as_it_was_written(texts: dict[int, str]) -> None:
    assert read_map(to_unicode(texts.items())) == texts


@given(st.binary())
def test_no_map_is_too_broken_to_read(data: bytes) -> None:
    read_map(b"1 beginbfrange " + data + b" endbfrange 1 beginbfchar " + data + b" endbfchar")


def test_ranges_of_a_map() -> None:
    told = b"2 beginbfrange <0001> <0003> <0061> <0010> <0011> [<1EA5> <00660069>] endbfrange"
    assert read_map(told) == {1: "a", 2: "b", 3: "c", 0x10: "ấ", 0x11: "fi"}


def nothing(_: str) -> None:
    return None


SPACES = [
    (Name.DeviceGray, Ground.GREY, False),
    (Name.DeviceCMYK, Ground.CMYK, False),
    (Array([Name.CalGray, Dictionary()]), Ground.GREY, True),
    (Array([Name.Lab, Dictionary()]), Ground.LAB, True),
    (Array([Name.Indexed, Name.DeviceCMYK, 1, b"\0" * 8]), Ground.CMYK, False),
    (Array([Name.Separation, Name.All, Name.DeviceCMYK, Dictionary()]), Ground.REGISTRATION, False),
    (Array([Name.Separation, Name("/None"), Name.DeviceCMYK, Dictionary()]), Ground.NOTHING, False),
    (Array([Name.Separation, Name.Gold, Name.Lab, Dictionary()]), Ground.SPOT, True),
    (Array([Name.DeviceN, Array([Name.Cyan, Name.Black]), Name.DeviceCMYK, Dictionary()]), Ground.CMYK, False),
    (Array([Name.DeviceN, Array([Name.Cyan, Name.Gold]), Name.DeviceCMYK, Dictionary()]), Ground.SPOT, False),
    (Name.Unknown, Ground.RGB, False),
    (None, Ground.RGB, False),
]


@pytest.mark.parametrize(("told", "ground", "calibrated"), SPACES)
def test_colour_spaces(told: object, ground: Ground, calibrated: bool) -> None:  # noqa: FBT001  # a column of the table
    space = read_space(told, nothing)  # type: ignore[arg-type]  # pikepdf's own names and arrays
    assert (space.ground, space.calibrated) == (ground, calibrated)


def test_a_space_that_stands_on_itself_ends() -> None:
    assert read_space(Name.A, lambda _: Name.A).ground is Ground.RGB


def test_process_plates_go_to_their_inks() -> None:
    space = read_space(Array([Name.DeviceN, Array([Name.Black, Name.Cyan]), Name.DeviceCMYK, Dictionary()]), nothing)
    assert space.paint((0.25, 0.5)).inks == (0.5, 0.0, 0.0, 0.25)
    assert space.first.inks == (1.0, 0.0, 0.0, 1.0)
    assert CMYK.first.inks == (0.0, 0.0, 0.0, 1.0)


def test_functions_tell_how_much_they_give() -> None:
    one = Dictionary(FunctionType=2, C0=Array([0, 0, 0]))
    assert outputs(one) == 3
    assert outputs(Dictionary(FunctionType=3, Functions=Array([one]))) == 3
    assert outputs(Dictionary(FunctionType=4, Range=Array([0, 1] * 4))) == 4
    assert outputs(Array([one] * 4)) == 4
    assert outputs(None) is None


@pytest.mark.parametrize(
    ("name", "plain"), [("/ABCDEF+Literata", "Literata"), ("/Literata", "Literata"), ("/Abcdef+X", "Abcdef+X")]
)
def test_the_tag_of_a_subset_is_no_part_of_the_name(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_boxes() -> None:
    outer, inner = Box(0, 0, 10, 10), Box(1, 1, 9, 9)
    assert outer.holds(inner)
    assert not inner.holds(outer)
    assert outer.holds(Box(-0.2, 0, 10.2, 10))
    assert not outer.meets(Box(10, 0, 20, 10))


FRAME = Frame((0, 0, 200, 200), (12, 12, 188, 188))


def sheet(area: tuple[int, int, int, int], inks: tuple[int, int, int, int]) -> Image.Image:
    image = Image.new("CMYK", (200, 200))
    ImageDraw.Draw(image).rectangle(area, fill=inks)
    return image


def test_a_white_sheet_is_blank() -> None:
    assert measure(Image.new("CMYK", (200, 200)), FRAME).blank


@given(st.tuples(*[st.integers(1, 255)] * 4))
def test_an_even_area_has_its_sum_as_peak_and_patch(inks: tuple[int, int, int, int]) -> None:
    seen = measure(sheet((50, 50, 120, 120), inks), FRAME)
    wanted = round(sum(inks) * 100 / 255, 1)
    assert (seen.peak, seen.patch) == (wanted, wanted)


def test_one_dark_point_is_no_peak_and_no_patch() -> None:
    seen = measure(sheet((50, 50, 50, 50), (255, 255, 255, 255)), Frame((0, 0, 200, 200), (12, 12, 188, 188)))
    assert seen.patch < 30


@pytest.mark.parametrize(
    ("area", "bare"),
    [
        ((0, 0, 199, 199), ()),
        ((12, 12, 187, 187), ("trên", "dưới", "trái", "phải")),
        ((12, 50, 60, 90), ("trái",)),
        ((0, 50, 60, 90), ()),
        ((50, 50, 90, 187), ("dưới",)),
        ((50, 50, 90, 90), ()),
    ],
)
def test_art_at_the_knife_must_run_on(area: tuple[int, int, int, int], bare: tuple[str, ...]) -> None:
    assert measure(sheet(area, (0, 0, 0, 90)), FRAME).bare == bare
