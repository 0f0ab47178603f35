"""A good PDF/X-1a file of four pages, made by hand, and the tools to spoil it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from functools import cache

import pikepdf
from fontTools import subset  # type: ignore[import-untyped]  # ships no types
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import Image

from builder.model import Length, Trim
from builder.press.preflight.demand import Demand, Profile
from tests.factory import REPOSITORY

TRIM = Trim(Length(145), Length(205))
BLEED = Length(3)
DEMAND = Demand(Profile.X1A, TRIM, BLEED, 300, 4, ("Literata",))
WIDTH, HEIGHT = (side.pt + 2 * BLEED.pt for side in (TRIM.width, TRIM.height))
TEXT = "Giếng nước đầu ngõ, bà Hoà quẩy đôi thùng"
BLACK = b"0 0 0 1 k "


@cache
def font_data(name: str, letters: str = "") -> bytes:
    """A font, cut to some letters if any are given; glyphs keep their numbers."""
    font = TTFont(REPOSITORY / "assets" / "fonts" / name, recalcTimestamp=False)
    if letters:
        options = subset.Options(retain_gids=True, layout_features=[], notdef_outline=True)
        subsetter = subset.Subsetter(options)
        subsetter.populate(text=letters)
        subsetter.subset(font)
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()


@cache
def glyphs(name: str) -> dict[str, int]:
    """Glyph numbers by letter."""
    with TTFont(REPOSITORY / "assets" / "fonts" / name, lazy=True) as font:
        return {chr(code): font.getGlyphID(glyph) for code, glyph in font.getBestCmap().items()}


LITERATA = "literata/Literata-Regular.ttf"
OTHER = "be-vietnam-pro/BeVietnamPro-Regular.ttf"


def to_unicode(pairs: Iterable[tuple[int, str]]) -> bytes:
    """A ToUnicode map."""
    rows = [f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for code, text in pairs]
    return "\n".join(["begincmap", f"{len(rows)} beginbfchar", *rows, "endbfchar", "endcmap"]).encode()


def make_font(pdf: Pdf, file: str = LITERATA, name: str = "ABCDEF+Literata-Regular") -> pikepdf.Object:
    """A composite font with what the text needs."""
    letters = "".join(sorted(set(TEXT)))
    data = font_data(file, letters)
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name(f"/{name}"), Flags=4, FontBBox=Array([-200, -300, 1200, 1100]),
        ItalicAngle=0, Ascent=1000, Descent=-300, CapHeight=700, StemV=80,
        FontFile2=pdf.make_indirect(Stream(pdf, data, Length1=len(data))),
    )  # fmt: skip
    inner = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name(f"/{name}"), CIDToGIDMap=Name.Identity, DW=550,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
    )  # fmt: skip
    cmap = to_unicode((glyphs(file)[letter], letter) for letter in letters)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name(f"/{name}"), Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(inner)]), ToUnicode=pdf.make_indirect(Stream(pdf, cmap)),
        )
    )  # fmt: skip


def shown(file: str = LITERATA, text: str = TEXT) -> bytes:
    """A text as the font's codes."""
    return b"<" + b"".join(b"%04x" % glyphs(file)[letter] for letter in text) + b"> Tj"


def line(size: float = 10, colour: bytes = BLACK, font: str = "F1", file: str = LITERATA, text: str = TEXT) -> bytes:
    """A line of text in the middle of the page."""
    return colour + f"BT /{font} {size} Tf 60 300 Td ".encode() + shown(file, text) + b" ET\n"


def picture(mode: str = "L", size: tuple[int, int] = (300, 200)) -> bytes:
    """A JPEG with nothing remarkable in it."""
    target = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(target, "JPEG", quality=90)
    return target.getvalue()


def image(pdf: Pdf, data: bytes, space: object = Name.DeviceGray, **more: object) -> pikepdf.Object:
    """An image object of 300 × 200 pixels."""
    entries = {"Subtype": Name.Image, "Width": 300, "Height": 200, "BitsPerComponent": 8, "ColorSpace": space}
    return pdf.make_indirect(Stream(pdf, data, **{"Filter": Name.DCTDecode, **entries, **more}))


def separated(pdf: Pdf) -> pikepdf.Object:
    """A picture of the same size in four inks, as plain numbers."""
    data = Image.linear_gradient("L").resize((300, 200)).convert("CMYK").tobytes()
    entries = {"Subtype": Name.Image, "Width": 300, "Height": 200, "BitsPerComponent": 8}
    return pdf.make_indirect(Stream(pdf, data, ColorSpace=Name.DeviceCMYK, **entries))


PLACED = b"q 72 0 0 48 100 100 cm /%s Do Q\n"
"""300 × 200 pixels on 72 × 48 points: 300 an inch."""


def draw(pdf: Pdf, page: int, content: bytes, **resources: dict[str, object]) -> None:
    """Paint something more on a page. ``resources`` go by kind: ``XObject={"X": thing}``."""
    target = pdf.pages[page]
    target.contents_add(b"q\n" + content + b"\nQ")
    for kind, things in resources.items():
        held = dict(target.obj.Resources.get(f"/{kind}", Dictionary()).items())
        target.obj.Resources[f"/{kind}"] = Dictionary(held | {f"/{name}": thing for name, thing in things.items()})


def profile_data() -> bytes:
    """The colour profile of a press."""
    return (REPOSITORY / "assets" / "icc" / "FOGRA39L_coated.icc").read_bytes()


def _page(pdf: Pdf, font: pikepdf.Object, content: bytes, **objects: pikepdf.Object) -> None:
    media = Array([0, 0, round(WIDTH, 3), round(HEIGHT, 3)])
    trim = Array([round(side, 3) for side in (BLEED.pt, BLEED.pt, WIDTH - BLEED.pt, HEIGHT - BLEED.pt)])
    resources = Dictionary(Font=Dictionary(F1=font))
    if objects:
        resources.XObject = Dictionary({f"/{name}": thing for name, thing in objects.items()})
    pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
    made = pdf.pages[-1].obj
    made.MediaBox, made.BleedBox, made.TrimBox, made.Resources = media, media, trim, resources
    made.Contents = pdf.make_indirect(Stream(pdf, content))


def _identity(pdf: Pdf) -> None:
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String("Sách thử"), CreationDate=String("D:20240101000000+07'00'"), Trapped=Name("/False"),
            ModDate=String("D:20240101000000+07'00'"), GTS_PDFXVersion=String("PDF/X-1a:2003"),
        )
    )  # fmt: skip
    profile = pdf.make_indirect(Stream(pdf, profile_data(), N=4))
    pdf.Root.OutputIntents = Array([
        Dictionary(
            Type=Name.OutputIntent, S=Name("/GTS_PDFX"), OutputConditionIdentifier=String("FOGRA39"),
            RegistryName=String("http://www.color.org"), Info=String("Coated FOGRA39"), DestOutputProfile=profile,
        )
    ])  # fmt: skip


@cache
def good() -> bytes:
    """The good file: text, a tint that bleeds, a grey and a CMYK picture, a form with a line, labels, an outline."""
    pdf = Pdf.new()
    font = make_font(pdf)
    form = pdf.make_indirect(
        Stream(pdf, line() + b"0.5 w 0 0 0 1 K 60 280 m 200 280 l S", Subtype=Name.Form, BBox=Array([0, 0, 400, 400]),
               Matrix=Array([1, 0, 0, 1, 0, 50]), Resources=Dictionary(Font=Dictionary(F1=font)))
    )  # fmt: skip
    tint = f"0 0.01 0.05 0 k 0 0 {WIDTH:.3f} {HEIGHT:.3f} re f\n".encode()
    _page(pdf, font, line(14) + line())
    _page(pdf, font, tint + line() + PLACED % b"I", I=image(pdf, picture()))
    _page(pdf, font, b"/X Do", X=form)
    _page(pdf, font, line() + PLACED % b"I", I=separated(pdf))
    _identity(pdf)
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.r), 1, Dictionary(S=Name.D)]))
    with pdf.open_outline() as outline:
        outline.root += [pikepdf.OutlineItem("Lời nói đầu", 0), pikepdf.OutlineItem("Giếng nước", 1)]
    return saved(pdf)


def saved(pdf: Pdf, **more: object) -> bytes:
    """The bytes of a file."""
    target = io.BytesIO()
    usual = {"force_version": "1.4", "object_stream_mode": pikepdf.ObjectStreamMode.disable}
    pdf.save(target, **{**usual, **more})
    return target.getvalue()


def spoiled(spoil: Callable[[Pdf], object], **more: object) -> bytes:
    """The good file with one thing changed."""
    with Pdf.open(io.BytesIO(good())) as pdf:
        spoil(pdf)
        return saved(pdf, **more)
