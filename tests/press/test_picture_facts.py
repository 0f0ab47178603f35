from __future__ import annotations

import io
import struct
import tracemalloc
import zlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageFile
from PIL.PngImagePlugin import PngInfo

from builder.model.picture import MAX_BYTES, Device, TroubleKind
from builder.press.picture_facts import picture_facts
from builder.press.picture_structure import PNG_START, png_chunk

XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="21,2N" aux:SerialNumber="X99">'
    b"<dc:creator> <rdf:Seq> <rdf:li>L\xc3\xaa An</rdf:li></rdf:Seq></dc:creator></rdf:Description></x:xmpmeta>"
)


def photo(size: tuple[int, int] = (60, 40), mode: str = "RGB", form: str = "JPEG", **options: Any) -> bytes:
    target = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(target, form, **options)
    return target.getvalue()


def exif(orientation: int = 1, *, gps: bool = False, owner: str = "", serial: str = "") -> Image.Exif:
    made = Image.Exif()
    made[ExifTags.Base.Orientation] = orientation
    made[ExifTags.Base.Make], made[ExifTags.Base.Model] = "Canon", "Canon EOS R6"
    if gps:
        made.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (21.0, 2.0, 0.5), 3: "E", 4: (105.0, 51.0, 1.0)})
    told = {0xA430: owner, 0xA431: serial}
    made.get_ifd(ExifTags.IFD.Exif).update({tag: text for tag, text in told.items() if text})
    return made


def claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is this large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return PNG_START + png_chunk(b"IHDR", head) + png_chunk(b"IDAT", zlib.compress(b"0" * 99)) + png_chunk(b"IEND", b"")


def trouble(name: str, data: bytes) -> tuple[TroubleKind, str] | None:
    found = picture_facts(name, data).trouble
    return (found.kind, found.detail) if found else None


def test_a_plain_photo() -> None:
    data = photo()
    facts = picture_facts("a.JPG", data)
    assert (facts.width_px, facts.height_px, facts.format, facts.mode) == (60, 40, "JPEG", "RGB")
    assert (facts.orientation, facts.has_gps, facts.device, facts.trouble) == (1, False, Device(), None)
    assert facts.size_bytes == len(data)
    assert facts.digest == picture_facts("b.jpeg", data).digest != picture_facts("a.jpg", photo(quality=50)).digest


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("progressive", [True, False])
def test_jpegs_of_all_kinds(mode: str, *, progressive: bool) -> None:
    facts = picture_facts("a.jpg", photo(mode=mode, progressive=progressive, icc_profile=b"p" * 90_000))
    assert (facts.mode, facts.trouble) == (mode, None)


@pytest.mark.parametrize(("mode", "read"), [("1", "1"), ("L", "L"), ("P", "P"), ("RGBA", "RGBA"), ("I;16", "I;16")])
def test_pngs_of_all_kinds(mode: str, read: str) -> None:
    facts = picture_facts("a.png", photo(mode=mode, form="PNG"))
    assert (facts.format, facts.mode, facts.trouble) == ("PNG", read, None)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize(("form", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png")])
def test_size_is_that_of_the_picture_held_upright(orientation: int, form: str, name: str) -> None:
    facts = picture_facts(name, photo(form=form, exif=exif(orientation)))
    assert facts.orientation == orientation
    assert (facts.width_px, facts.height_px) == ((40, 60) if orientation > 4 else (60, 40))


@pytest.mark.parametrize(("form", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png")])
def test_what_the_camera_wrote(form: str, name: str) -> None:
    facts = picture_facts(name, photo(form=form, exif=exif(gps=True, owner="Le An", serial="0123")))
    assert facts.has_gps
    assert facts.device == Device("Canon", "Canon EOS R6", "0123", "Le An")
    assert facts.device.name == "Canon EOS R6"


def test_a_vietnamese_name_is_read_as_utf_8() -> None:
    data = photo(exif=exif(owner="L__ An")).replace(b"L__ An", "Lê An".encode())
    assert picture_facts("a.jpg", data).device.author == "Lê An"


def test_an_empty_place_is_no_place() -> None:
    made = exif()
    made.get_ifd(ExifTags.IFD.GPSInfo).update({0: b"\2\2\0\0"})
    assert not picture_facts("a.jpg", photo(exif=made)).has_gps


def test_what_editing_programs_wrote() -> None:
    facts = picture_facts("a.jpg", photo(xmp=XMP))
    assert (facts.has_gps, facts.device) == (True, Device(serial="X99", author="Lê An"))
    by_line = b"\x1c\x02\x50" + struct.pack(">H", 7) + "Lê An\n".encode()
    block = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(by_line)) + by_line
    segment = b"\xff\xed" + struct.pack(">H", len(block) + 2) + block
    plain = photo()
    assert picture_facts("a.jpg", plain[:2] + segment + plain[2:]).device.author == "Lê An"


def test_a_png_may_tell_behind_the_picture() -> None:
    info = PngInfo()
    info.add_text("Author", "Le An")
    data = photo(form="PNG")
    told = PNG_START + png_chunk(b"eXIf", exif(6, gps=True).tobytes()[6:]) + photo(form="PNG", pnginfo=info)[8:]
    late = data[:-12] + told[8 : told.index(b"IHDR") - 4] + png_chunk(b"tEXt", b"Author\0Le An") + data[-12:]
    facts = picture_facts("a.png", late)
    assert (facts.orientation, facts.has_gps, facts.device.author) == (6, True, "Le An")


@pytest.mark.parametrize(
    ("name", "data", "kind", "detail"),
    [
        ("a.jpg", b"", TroubleKind.EMPTY, ""),
        ("a.jpg", "Bà Hoa đứng trên bến".encode(), TroubleKind.NOT_A_PICTURE, ""),
        ("a.jpg", b"\0" * 5000, TroubleKind.NOT_A_PICTURE, ""),
        ("a.jpg", photo(form="PNG"), TroubleKind.DISGUISED, "PNG"),
        ("a.png", photo(), TroubleKind.DISGUISED, "JPEG"),
        ("a.jfif", photo(), TroubleKind.DISGUISED, "JPEG"),
        ("a", photo(), TroubleKind.DISGUISED, "JPEG"),
        ("a.jpg", b"%PDF-1.7\n", TroubleKind.DISGUISED, "PDF"),
        ("a.jpg", b"%!PS-Adobe-3.0 EPSF-3.0\n", TroubleKind.DISGUISED, "EPS"),
        ("a.jpg", b"PK\x03\x04word/document.xml", TroubleKind.DISGUISED, "ZIP"),
        ("a.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", TroubleKind.DISGUISED, "HEIC"),
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", TroubleKind.UNSUPPORTED, "HEIC"),
        ("a.gif", photo(form="GIF", mode="L"), TroubleKind.UNSUPPORTED, "GIF"),
        ("a.webp", photo(form="WEBP"), TroubleKind.UNSUPPORTED, "WebP"),
        ("a.tif", photo(form="TIFF"), TroubleKind.UNSUPPORTED, "TIFF"),
        ("a.svg", b'<?xml version="1.0"?>\n<svg/>', TroubleKind.UNSUPPORTED, "SVG"),
        ("a.jpg", photo()[:4], TroubleKind.DAMAGED, ""),
        ("a.png", PNG_START, TroubleKind.DAMAGED, ""),
        ("a.jpg", b"\xff" * 400_000, TroubleKind.NOT_A_PICTURE, ""),
        ("a.jpg", b"\xff\xd8\xff\xd9", TroubleKind.DAMAGED, ""),
        ("a.jpg", b"\xff\xd8" + b"\xff\xd0" * 400_000, TroubleKind.DAMAGED, ""),
        ("a.jpg", b"\xff\xd8\xff\xda\0\2" + b"\xff" * 4_000_000, TroubleKind.DAMAGED, ""),
        ("a.png", claiming(30_000, 30_000), TroubleKind.TOO_MANY_PIXELS, ""),
        ("a.png", claiming(10_001, 10_000), TroubleKind.TOO_MANY_PIXELS, ""),
        ("a.png", claiming(0, 10), TroubleKind.DAMAGED, ""),
    ],
)
def test_what_is_no_photo(name: str, data: bytes, kind: TroubleKind, detail: str) -> None:
    assert trouble(name, data) == (kind, detail)


@pytest.mark.parametrize("switched", [False, True], ids=["strict", "as WeasyPrint leaves it"])
@pytest.mark.parametrize("cut", [0.1, 0.5, 0.99])
@pytest.mark.parametrize(("form", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png")])
def test_a_cut_photo_is_found(
    form: str, name: str, cut: float, monkeypatch: pytest.MonkeyPatch, *, switched: bool
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", switched)
    data = photo((400, 300), form=form)
    assert trouble(name, data[: int(len(data) * cut)]) == (TroubleKind.DAMAGED, "")
    assert trouble(name, data[: int(len(data) * cut)].ljust(len(data), b"\0")) == (TroubleKind.DAMAGED, "")
    assert trouble(name, data) is None


def test_a_preview_within_does_not_hide_that_the_photo_is_cut() -> None:
    preview = b"Exif\0\0" + photo((16, 16))
    whole = photo((400, 300))
    data = whole[:2] + b"\xff\xe1" + struct.pack(">H", len(preview) + 2) + preview + whole[2:]
    assert trouble("a.jpg", data[:-100]) == (TroubleKind.DAMAGED, "")


def test_a_film_behind_the_photo_is_no_trouble() -> None:
    assert trouble("a.jpg", photo() + b"ftypmp42" + b"\xff\xda" * 5000) is None


def test_a_claim_of_900_million_pixels_costs_no_memory() -> None:
    data = claiming(30_000, 30_000)
    tracemalloc.start()
    facts = picture_facts("a.png", data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (facts.width_px, facts.height_px) == (30_000, 30_000)
    assert peak < 1_000_000


def test_a_hundred_million_pixels_are_allowed_and_not_unpacked() -> None:
    assert picture_facts("a.png", claiming(10_000, 10_000)).trouble is None


def test_ten_thousand_passes_over_a_picture_are_refused() -> None:
    data = photo(progressive=True)
    scan = data[data.index(b"\xff\xda") : -2]
    assert trouble("a.jpg", data[:-2] + scan * 2000 + data[-2:]) == (TroubleKind.DAMAGED, "")


def test_a_mountain_of_exif_is_refused() -> None:
    part = b"\xff\xe1" + struct.pack(">H", 65_000 + 2) + b"Exif\0\0" + b"\0" * 64_994
    data = photo()
    assert trouble("a.jpg", data[:2] + part * 3 + data[2:]) == (TroubleKind.DAMAGED, "")


def test_the_bytes_too_many_are_not_looked_at() -> None:
    facts = picture_facts("a.jpg", photo().ljust(MAX_BYTES + 1, b"\0"))
    assert facts.trouble is not None
    assert (facts.trouble.kind, facts.size_bytes, facts.digest) == (TroubleKind.TOO_LARGE, MAX_BYTES + 1, "")


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_whatever_is_done_to_a_photo_nothing_is_raised(data: st.DataObject) -> None:
    form, name = data.draw(st.sampled_from([("JPEG", "a.jpg"), ("PNG", "a.png")]))
    whole = bytearray(photo(form=form, exif=exif(6, gps=True, owner="Le An", serial="12"), xmp=XMP))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    facts = picture_facts(name, bytes(whole))
    assert facts.size_bytes == len(whole)
    assert facts.trouble or min(facts.width_px, facts.height_px) > 0


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    for start in (b"", b"\xff\xd8\xff", PNG_START):
        assert picture_facts("a.jpg", start + data).trouble is not None
