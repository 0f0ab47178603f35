"""Spoilt colour and text."""

from __future__ import annotations

from dataclasses import replace

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from builder.press.preflight.demand import Profile
from tests.press.preflight.making import (
    BLACK,
    DEMAND,
    PLACED,
    draw,
    image,
    line,
    picture,
    profile_data,
    shown,
)
from tests.press.preflight.spoiling import painted, spoil

painted("pdf/text-rgb", "black of a screen", line(colour=b"0 0 0 rg "))
painted("pdf/text-rgb", "Lab", b"/L cs 50 0 0 sc " + line(colour=b""))
painted("pdf/text-rgb", "outline", line(colour=b"1 Tr 0 0 0 RG "))
painted("pdf/vector-rgb", "area", b"1 0 0 rg 100 100 50 50 re f")
painted("pdf/vector-rgb", "line", b"1 0 0 RG 100 100 m 200 200 l S")
painted("pdf/vector-rgb", "named space", b"/DeviceRGB cs 1 0 0 sc 100 100 50 50 re f")
painted("pdf/image-rgb", "inline", b"q 20 0 0 20 100 100 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI Q")
painted("pdf/text-ink", "310 %", line(colour=b"1 1 1 0.1 k ", text="i"))
painted("pdf/text-rich-black", "280 %", line(colour=b"0.7 0.6 0.6 0.9 k "))
painted("pdf/text-rich-black", "three colours", line(colour=b"0.9 0.8 0.8 0 k "))
painted("pdf/text-multi-ink", "8 pt", line(8, b"0.15 0.9 0.55 0.1 k "), warning=True)
painted("pdf/text-small", "4 pt", line(4))
painted("pdf/text-small", "10 pt made small", b"0.4 0 0 0.4 0 0 cm " + line())
painted(
    "pdf/text-small",
    "10 pt made small by the text matrix",
    BLACK + b"BT /F1 10 Tf .3 0 0 .3 60 300 Tm " + shown() + b" ET",
)


@spoil("pdf/vector-rgb", 2)
def screen_colour_in_a_form_in_a_form(pdf: Pdf) -> None:
    box = Array([0, 0, 300, 300])
    inner = pdf.make_indirect(Stream(pdf, b"0 1 0 rg 0 0 50 50 re f", Subtype=Name.Form, BBox=box))
    held = Dictionary(XObject=Dictionary(I=inner))
    outer = pdf.make_indirect(Stream(pdf, b"/I Do", Subtype=Name.Form, BBox=box, Resources=held))
    draw(pdf, 2, b"/O Do", XObject={"O": outer})


@spoil("pdf/vector-rgb", 2)
def screen_colour_in_a_tile(pdf: Pdf) -> None:
    tile = pdf.make_indirect(
        Stream(pdf, b"0 0 1 rg 0 0 5 5 re f", PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 9, 9]),
               XStep=9, YStep=9, Resources=Dictionary())
    )  # fmt: skip
    draw(pdf, 2, b"/Pattern cs /P scn 100 100 50 50 re f", Pattern={"P": tile})


@spoil("pdf/image-rgb", 3)
def a_photo_for_screens(pdf: Pdf) -> None:
    draw(pdf, 3, PLACED % b"R", XObject={"R": image(pdf, picture("RGB"), Name.DeviceRGB)})


@spoil("pdf/image-rgb", 3)
def a_palette_for_screens(pdf: Pdf) -> None:
    space = Array([Name.Indexed, Name.DeviceRGB, 1, String(b"\0\0\0\xff\xff\xff")])
    data = pdf.make_indirect(
        Stream(pdf, bytes(300 * 200), Subtype=Name.Image, Width=300, Height=200, BitsPerComponent=8, ColorSpace=space)
    )
    draw(pdf, 3, PLACED % b"R", XObject={"R": data})


def _shading(space: object, components: int) -> Dictionary:
    function = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0] * components), C1=Array([1] + [0] * (components - 1))
    )
    return Dictionary(ShadingType=2, ColorSpace=space, Coords=Array([0, 0, 50, 0]), Function=function)


@spoil("pdf/shading-rgb", 2)
def a_gradient_for_screens(pdf: Pdf) -> None:
    draw(pdf, 2, b"q 100 100 50 50 re W n /S sh Q", Shading={"S": _shading(Name.DeviceRGB, 3)})


@spoil("pdf/shading-rgb", 2)
def a_pattern_of_a_gradient_for_screens(pdf: Pdf) -> None:
    pattern = Dictionary(PatternType=2, Shading=_shading(Name.DeviceRGB, 3))
    draw(pdf, 2, b"/Pattern cs /P scn 100 100 50 50 re f", Pattern={"P": pattern})


@spoil("pdf/shading-broken", 2)
def a_gradient_of_three_parts_in_four_inks(pdf: Pdf) -> None:
    draw(pdf, 2, b"q 100 100 50 50 re W n /S sh Q", Shading={"S": _shading(Name.DeviceCMYK, 3)})


@spoil("pdf/colour-calibrated", 2)
def inks_through_a_profile(pdf: Pdf) -> None:
    space = Array([Name.ICCBased, pdf.make_indirect(Stream(pdf, profile_data(), N=4))])
    draw(pdf, 2, b"/P cs 0 0 0 1 scn 100 100 50 50 re f", ColorSpace={"P": space})


@spoil("pdf/colour-calibrated", 2)
def grey_through_a_default_space(pdf: Pdf) -> None:
    space = Array([Name.CalGray, Dictionary(WhitePoint=Array([0.95, 1, 1.09]))])
    draw(pdf, 2, b"0.5 g 100 100 50 50 re f", ColorSpace={"DefaultGray": space})


@spoil("pdf/group-rgb", 2, demand=replace(DEMAND, profile=Profile.NONE))
def a_page_blended_for_screens(pdf: Pdf) -> None:
    pdf.pages[2].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)


def _separation(pdf: Pdf, name: str) -> Array:
    tint = pdf.make_indirect(
        Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0] * 4), C1=Array([0, 1, 1, 0]))
    )
    return Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, tint])


@spoil("pdf/spot", 2)
def an_ink_nobody_pays_for(pdf: Pdf) -> None:
    space = _separation(pdf, "PANTONE 185 C")
    draw(pdf, 2, b"/P cs 1 scn 100 100 50 50 re f", ColorSpace={"P": space})


@spoil("pdf/spot", 3)
def a_picture_in_an_ink_nobody_pays_for(pdf: Pdf) -> None:
    draw(pdf, 3, PLACED % b"R", XObject={"R": image(pdf, picture(), _separation(pdf, "Vàng kim"))})


@spoil("pdf/registration", 2)
def a_line_in_all_inks(pdf: Pdf) -> None:
    draw(pdf, 2, b"/A CS 0.6 SCN 100 100 m 100 120 l S", ColorSpace={"A": _separation(pdf, "All")})


@spoil("pdf/registration", 2)
def text_in_all_inks(pdf: Pdf) -> None:
    draw(pdf, 2, b"/A cs 0.6 scn " + line(colour=b""), ColorSpace={"A": _separation(pdf, "All")})
