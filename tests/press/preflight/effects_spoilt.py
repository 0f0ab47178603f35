"""Spoilt pictures, transparency, lines and ink."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image

from tests.press.preflight.making import (
    BLACK,
    BLEED,
    HEIGHT,
    PLACED,
    WIDTH,
    draw,
    image,
    line,
    picture,
    spoiled,
)
from tests.press.preflight.spoiling import SPOILS, Spoil, painted, spoil


@spoil("pdf/image-ppi", 1)
def a_photo_far_too_small(pdf: Pdf) -> None:
    draw(pdf, 1, b"q 200 0 0 133 100 100 cm /L Do Q", XObject={"L": image(pdf, picture())})


@spoil("pdf/image-ppi", 1, warning=True)
def a_photo_a_little_small(pdf: Pdf) -> None:
    draw(pdf, 1, b"q 72 0 0 72 100 100 cm /L Do Q", XObject={"L": image(pdf, picture())})


@spoil("pdf/image-ppi", 1)
def a_photo_turned_and_far_too_small(pdf: Pdf) -> None:
    draw(pdf, 1, b"q 0 200 -133 0 300 100 cm /L Do Q", XObject={"L": image(pdf, picture())})


def _bitonal(pdf: Pdf, **more: object) -> pikepdf.Object:
    data = b"\xaa" * (38 * 200)
    return pdf.make_indirect(Stream(pdf, data, Subtype=Name.Image, Width=300, Height=200, BitsPerComponent=1, **more))


@spoil("pdf/image-bitonal", 1)
def line_art_far_too_small(pdf: Pdf) -> None:
    draw(pdf, 1, b"q 144 0 0 96 100 100 cm /L Do Q", XObject={"L": _bitonal(pdf, ColorSpace=Name.DeviceGray)})


@spoil("pdf/image-bitonal", 1, warning=True)
def a_stencil_a_little_small(pdf: Pdf) -> None:
    draw(pdf, 1, BLACK + b"q 54 0 0 36 100 100 cm /L Do Q", XObject={"L": _bitonal(pdf, ImageMask=True)})


@spoil("pdf/image-soft-mask", 1)
def a_photo_with_soft_edges(pdf: Pdf) -> None:
    mask = image(pdf, picture())
    draw(pdf, 1, PLACED % b"L", XObject={"L": image(pdf, picture(), SMask=mask)})


@spoil("pdf/image-filter", 1)
def a_photo_in_jpeg_2000(pdf: Pdf) -> None:
    target = io.BytesIO()
    Image.linear_gradient("L").resize((300, 200)).save(target, "JPEG2000")
    draw(pdf, 1, PLACED % b"L", XObject={"L": image(pdf, target.getvalue(), Filter=Name.JPXDecode)})


@spoil("pdf/image-interpolate", 1, warning=True)
def a_photo_to_be_smoothed(pdf: Pdf) -> None:
    draw(pdf, 1, PLACED % b"L", XObject={"L": image(pdf, picture(), Interpolate=True)})


def _state(check: str, name: str, **entries: object) -> None:
    def change(pdf: Pdf) -> None:
        draw(pdf, 2, b"/S gs 0 0 0 0.5 k 100 100 50 50 re f", ExtGState={"S": Dictionary(entries)})

    SPOILS.append(Spoil(f"{check.removeprefix('pdf/')}: {name}", check, lambda: spoiled(change), 2))


_state("pdf/transparency-alpha", "half seen through", **{"/ca": 0.5})
_state("pdf/transparency-blend", "multiply", **{"/BM": Name.Multiply})
_state("pdf/transfer", "a curve", **{"/TR": Dictionary(FunctionType=2, Domain=Array([0, 1]), N=2)})


@spoil("pdf/transparency-mask", 2)
def a_soft_mask(pdf: Pdf) -> None:
    form = Stream(pdf, b"1 g 0 0 300 300 re f", Subtype=Name.Form, BBox=Array([0, 0, 400, 400]),
                  Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray))  # fmt: skip
    state = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=pdf.make_indirect(form)))
    draw(pdf, 2, b"/S gs 0 0 0 0.5 k 100 100 50 50 re f", ExtGState={"S": state})


@spoil("pdf/transparency-group", 2)
def a_group_of_a_form(pdf: Pdf) -> None:
    form = Stream(pdf, BLACK + b"0 0 50 50 re f", Subtype=Name.Form, BBox=Array([0, 0, 50, 50]),
                  Group=Dictionary(S=Name.Transparency))  # fmt: skip
    draw(pdf, 2, b"/G Do", XObject={"G": pdf.make_indirect(form)})


@spoil("pdf/transparency-group", 2)
def a_group_of_a_page(pdf: Pdf) -> None:
    pdf.pages[2].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)


@spoil("pdf/postscript", 2)
def a_drawing_in_postscript(pdf: Pdf) -> None:
    draw(pdf, 2, b"/P Do", XObject={"P": pdf.make_indirect(Stream(pdf, b"newpath", Subtype=Name.PS))})


def _white(name: str, content: bytes, **entries: object) -> None:
    def change(pdf: Pdf) -> None:
        tint = b"0 0 0 0.5 k 50 250 300 100 re f /S gs "
        draw(pdf, 2, tint + content, ExtGState={"S": Dictionary(entries)})

    SPOILS.append(Spoil(f"overprint-white: {name}", "pdf/overprint-white", lambda: spoiled(change), 2))


_white("text", line(colour=b"0 0 0 0 k "), **{"/OP": True, "/op": True, "/OPM": 1})
_white("area, told for both at once", b"1 g 100 260 50 50 re f", **{"/OP": True, "/OPM": 1})

painted("pdf/hairline", "0.1 pt", b"0 0 0 1 K 0.1 w 100 100 m 200 100 l S")
painted("pdf/hairline", "as thin as can be", b"0 0 0 1 K 0 w 100 100 m 200 100 l S")
painted("pdf/hairline", "made thin by scaling", b"0 0 0 1 K q 0.1 0 0 0.1 0 0 cm 1 w 1000 1000 m 2000 1000 l S Q")
painted("pdf/hairline", "a rectangle", BLACK + b"100 100 200 0.1 re f")


@spoil("pdf/ink-limit", 2)
def four_inks_in_full(pdf: Pdf) -> None:
    draw(pdf, 2, b"1 1 1 0.6 k 100 100 80 80 re f")


@spoil("pdf/ink-limit", 2)
def two_areas_that_add_up(pdf: Pdf) -> None:
    state = Dictionary(OP=True, op=True, OPM=1)
    draw(pdf, 2, b"/S gs 1 1 0 0 k 100 100 80 80 re f 0 0 1 0.9 k 100 100 80 80 re f", ExtGState={"S": state})


@spoil("pdf/ink-limit", 3)
def a_photo_too_dark(pdf: Pdf) -> None:
    data = bytes([255, 255, 250, 200]) * (300 * 200)
    dark = Stream(pdf, data, Subtype=Name.Image, Width=300, Height=200, BitsPerComponent=8, ColorSpace=Name.DeviceCMYK)
    draw(pdf, 3, PLACED % b"D", XObject={"D": pdf.make_indirect(dark)})


@spoil("pdf/bleed-art", 2)
def an_area_that_stops_at_the_knife(pdf: Pdf) -> None:
    draw(pdf, 2, f"0 0 0 0.3 k {BLEED.pt} 100 60 60 re f".encode())


@spoil("pdf/bleed-art", 2)
def a_ground_that_stops_at_the_knife(pdf: Pdf) -> None:
    sides = (BLEED.pt, BLEED.pt, WIDTH - 2 * BLEED.pt, HEIGHT - 2 * BLEED.pt)
    pdf.pages[2].contents_add(b"0 0 0.1 0 k %f %f %f %f re f\n" % sides, prepend=True)


@spoil("pdf/blank", 2)
def nothing_on_the_page(pdf: Pdf) -> None:
    pdf.pages[2].obj.Contents = pdf.make_indirect(Stream(pdf, b""))


@spoil("pdf/blank", 2)
def only_white_on_the_page(pdf: Pdf) -> None:
    pdf.pages[2].obj.Contents = pdf.make_indirect(Stream(pdf, b"1 g 50 50 100 100 re f"))


@spoil("pdf/raster", 0)
def sheets_beyond_any_press(pdf: Pdf) -> None:
    for page in pdf.pages:
        page.obj.MediaBox = Array([0, 0, 14000, 14000])
