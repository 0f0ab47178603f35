"""Spoilt files as they come from elsewhere: broken off on the way, made by old programs, leaning on other files."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, Stream, String

from tests.press.preflight.making import PLACED, draw, good, image, line, make_font, picture
from tests.press.preflight.spoiling import SPOILS, Spoil, painted, spoil

SPOILS.append(Spoil("damaged: words before the file", "pdf/damaged", lambda: b"HTTP/1.1 200 OK\r\n\r\n" + good()))
SPOILS.append(Spoil("damaged: broken off in the middle", "pdf/damaged", lambda: good()[: len(good()) // 2]))
SPOILS.append(Spoil("damaged: nothing at all", "pdf/damaged", lambda: b""))

painted("pdf/damaged", "a font that is not there", b"BT /Nope 10 Tf 60 300 Td (abc) Tj ET")
painted("pdf/damaged", "a state that is not there", b"/Nope gs 0 0 0 1 k 100 100 50 50 re f")
painted("pdf/damaged", "a gradient that is not there", b"/Nope sh")
painted("pdf/damaged", "a pattern that is not there", b"/Pattern cs /Nope scn 100 100 50 50 re f")
painted("pdf/hairline", "a line drawn as a strip", b"0 0 0 1 k 100 100 m 200 100 l 200 100.1 l 100 100.1 l f")
painted("pdf/hairline", "a slanting strip", b"0 0 0 1 k 100 100 m 200 200 l 200.1 199.9 l 100.1 99.9 l h f")
painted("pdf/hairline", "a thin area before a broad one", b"0 0 0 1 k 99 99 90 0.1 re 99 120 90 90 re f")


@spoil("pdf/no-pages")
def no_page_at_all(pdf: Pdf) -> None:
    while len(pdf.pages):
        del pdf.pages[0]
    del pdf.Root.Outlines


@spoil("pdf/damaged", 2)
def a_word_where_only_values_stand(pdf: Pdf) -> None:
    form = Stream(pdf, b"0 0 0 1 k [1 t 2] 0 d 0 0 9 9 re f", Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    draw(pdf, 2, b"/W Do", XObject={"W": pdf.make_indirect(form)})


@spoil("pdf/user-unit", 2)
def a_unit_as_large_as_the_page(pdf: Pdf) -> None:
    pdf.pages[2].obj.UserUnit = 3


def _placed(pdf: Pdf, data: bytes, **more: object) -> Object:
    held = image(pdf, data, **more)
    draw(pdf, 3, PLACED % b"R", XObject={"R": held})
    return held


@spoil("pdf/image-damaged", 3)
def a_photo_that_broke_off(pdf: Pdf) -> None:
    _placed(pdf, picture()[:-900])


@spoil("pdf/image-damaged", 3)
def a_photo_that_is_none(pdf: Pdf) -> None:
    _placed(pdf, b"khong phai anh")


@spoil("pdf/image-damaged", 3)
def a_photo_in_four_inks_told_as_grey(pdf: Pdf) -> None:
    _placed(pdf, picture("CMYK"))


@spoil("pdf/image-damaged", 3)
def a_photo_of_another_size(pdf: Pdf) -> None:
    _placed(pdf, picture(size=(150, 100)))


@spoil("pdf/image-damaged", 3)
def a_plain_photo_of_half_its_lines(pdf: Pdf) -> None:
    held = _placed(pdf, b"")
    held.write(bytes([128]) * 300 * 100)


@spoil("pdf/image-depth", 3)
def a_photo_of_sixteen_bits(pdf: Pdf) -> None:
    held = _placed(pdf, b"")
    held.write(bytes([128]) * 300 * 200 * 2)
    held.BitsPerComponent = 16


@spoil("pdf/proxy", 3)
def a_photo_with_another_for_print(pdf: Pdf) -> None:
    held = _placed(pdf, picture())
    held.Alternates = Array([Dictionary(Image=image(pdf, picture()), DefaultForPrinting=True)])


@spoil("pdf/proxy", 2)
def a_form_in_place_of_another_file(pdf: Pdf) -> None:
    form = Stream(pdf, b"0 0 0 1 k 100 100 50 50 re f", Subtype=Name.Form, BBox=Array([0, 0, 400, 400]))
    form.Ref = Dictionary(F=String("anh-that.pdf"), Page=0)
    draw(pdf, 2, b"/O Do", XObject={"O": pdf.make_indirect(form)})


@spoil("pdf/proxy", 2)
def a_form_for_the_picture_server(pdf: Pdf) -> None:
    form = Stream(pdf, b"0 0 0 1 k 100 100 50 50 re f", Subtype=Name.Form, BBox=Array([0, 0, 400, 400]))
    form.OPI = Dictionary({"/2.0": Dictionary(Type=Name.OPI)})
    draw(pdf, 2, b"/O Do", XObject={"O": pdf.make_indirect(form)})


@spoil("pdf/halftone", 2)
def dots_of_its_own(pdf: Pdf) -> None:
    state = Dictionary(HT=Dictionary(Type=Name.Halftone, HalftoneType=6, Width=2, Height=2))
    draw(pdf, 2, b"/H gs 0 0 0 1 k 100 100 50 50 re f", ExtGState={"H": state})


@spoil("pdf/halftone", 2)
def dots_by_name(pdf: Pdf) -> None:
    dots = Dictionary(Type=Name.Halftone, HalftoneType=1, HalftoneName=String("Tram riêng"), Frequency=60, Angle=45)
    dots.SpotFunction = Name.Round
    draw(pdf, 2, b"/H gs 0 0 0 1 k 100 100 50 50 re f", ExtGState={"H": Dictionary(HT=dots)})


@spoil("pdf/action")
def a_program_on_opening(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.Launch, F=String("a.exe"))


@spoil("pdf/action")
def an_address_in_the_outline(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[0].children.append(OutlineItem("Trang mạng", action=_address()))


def _address() -> Dictionary:
    return Dictionary(S=Name.URI, URI=String("https://example.org"))


@spoil("pdf/image-ppi", 2)
def a_photo_in_a_tile_that_is_made_large(pdf: Pdf) -> None:
    """The tile stands in a form: its matrix counts from there."""
    held = image(pdf, picture())
    tile = Stream(pdf, b"q 72 0 0 48 0 0 cm /I Do Q", PatternType=1, PaintType=1, TilingType=1)
    tile.BBox, tile.XStep, tile.YStep = Array([0, 0, 72, 48]), 72, 48
    tile.Resources = Dictionary(XObject=Dictionary(I=held))
    inner = Dictionary(Pattern=Dictionary(P=pdf.make_indirect(tile)))
    form = Stream(pdf, b"/Pattern cs /P scn 0 0 50 50 re f", Subtype=Name.Form, BBox=Array([0, 0, 50, 50]))
    form.Matrix, form.Resources = Array([4, 0, 0, 4, 100, 100]), inner
    draw(pdf, 2, b"/O Do", XObject={"O": pdf.make_indirect(form)})


@spoil("pdf/spot", 2)
def a_spot_named_in_another_script(pdf: Pdf) -> None:
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0] * 4), C1=Array([0, 1, 0, 0]))
    plate = Array([Name.Separation, Object.parse(b"/#CB#CE#CC#E5"), Name.DeviceCMYK, tint])
    draw(pdf, 2, b"/S cs 1 scn 100 100 50 50 re f", ColorSpace={"S": plate})


@spoil("pdf/font-foreign", 2)
def a_font_named_in_another_script(pdf: Pdf) -> None:
    font = pdf.pages[2].obj.Resources.XObject.X.Resources.Font.F1
    for held in (font, font.DescendantFonts[0]):
        held.BaseFont = Object.parse(b"/#CB#CE#CC#E5")
    draw(pdf, 2, line(font="F2"), Font={"F2": font})
    for index in (0, 1, 3):
        pdf.pages[index].obj.Resources.Font.F1 = make_font(pdf)


@spoil("pdf/annotation", 2)
def a_note_of_an_unheard_kind(pdf: Pdf) -> None:
    pdf.pages[2].obj.Annots = Array([Object.parse(b"<</Subtype/#CB#CE /Rect[0 0 90 90]>>")])


@spoil("pdf/trapped")
def told_in_another_script(pdf: Pdf) -> None:
    pdf.docinfo["/Trapped"] = Object.parse(b"/#CB#CE")
    pdf.trailer.Info = pdf.make_indirect(Dictionary({**dict(pdf.docinfo.items()), "/Nguồn": String(line().hex())}))
