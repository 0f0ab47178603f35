from __future__ import annotations

import io
import struct
from typing import Any

import pytest
from PIL import ExifTags, Image, ImageCms, ImageOps
from PIL.PngImagePlugin import PngInfo

from builder.model.picture import Device
from builder.press.picture_facts import picture_facts
from builder.press.picture_structure import StructureError
from builder.press.strip_metadata import strip_metadata

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
FORMS = pytest.mark.parametrize(("form", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png")])


def told(orientation: int = 1) -> Image.Exif:
    made = Image.Exif()
    made[ExifTags.Base.Orientation] = orientation
    made[ExifTags.Base.Artist] = "Le An"
    made.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (21.0, 2.0, 0.5), 3: "E", 4: (105.0, 51.0, 1.0)})
    made.get_ifd(ExifTags.IFD.Exif)[0xA431] = "SERIAL-77"
    return made


def photo(form: str, mode: str = "RGB", **options: Any) -> bytes:
    target = io.BytesIO()
    image = Image.linear_gradient("L").resize((90, 60)).rotate(30).convert(mode)
    image.save(target, form, icc_profile=PROFILE, **options)
    return target.getvalue()


def pixels(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as image:
        return image.tobytes()


@FORMS
@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_picture_stays_to_the_last_pixel_and_upright(form: str, name: str, orientation: int) -> None:
    data = photo(form, exif=told(orientation))
    made = strip_metadata(data)
    assert pixels(made) == pixels(data)
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(made)) as after:
        assert ImageOps.exif_transpose(after).tobytes() == ImageOps.exif_transpose(before).tobytes()
        assert after.info["icc_profile"] == PROFILE
        assert set(after.getexif()) == (set() if orientation == 1 else {ExifTags.Base.Orientation})
    facts = picture_facts(name, made)
    assert (facts.orientation, facts.has_gps, facts.device, facts.trouble) == (orientation, False, Device(), None)
    assert b"SERIAL-77" not in made


@FORMS
def test_stripping_twice_is_stripping_once_and_a_clean_photo_stays_as_it_is(form: str, name: str) -> None:
    once = strip_metadata(photo(form, exif=told(6)))
    assert strip_metadata(once) == once
    clean = photo(form)
    assert strip_metadata(clean) == clean
    assert picture_facts(name, clean).trouble is None


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("progressive", [True, False])
def test_jpegs_of_all_kinds_keep_their_colours(mode: str, *, progressive: bool) -> None:
    data = photo("JPEG", mode, progressive=progressive, exif=told(), comment=b"Nha rieng", xmp=b"<x>GPSLatitude</x>")
    made = strip_metadata(data)
    assert pixels(made) == pixels(data)
    assert b"Nha rieng" not in made
    assert b"GPSLatitude" not in made


def test_what_stands_behind_a_jpeg_goes() -> None:
    data = photo("JPEG", exif=told())
    more = photo("JPEG", exif=told())
    assert strip_metadata(data + more) == strip_metadata(data)


def test_iptc_and_the_list_of_previews_go() -> None:
    plain = photo("JPEG")
    held = b"".join(
        marker + struct.pack(">H", len(body) + 2) + body
        for marker, body in ((b"\xff\xed", b"Photoshop 3.0\0Le An"), (b"\xff\xe2", b"MPF\0Le An"))
    )
    assert strip_metadata(plain[:2] + held + plain[2:]) == plain


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "I;16"])
def test_pngs_of_all_kinds(mode: str) -> None:
    info = PngInfo()
    info.add_text("Author", "Le An")
    info.add_itxt("XML:com.adobe.xmp", "<x>GPSLatitude</x>")
    data = photo("PNG", mode, pnginfo=info, exif=told())
    made = strip_metadata(data)
    assert pixels(made) == pixels(data)
    assert b"Le An" not in made
    assert b"GPSLatitude" not in made


@pytest.mark.parametrize("data", [b"", b"no picture", photo("JPEG")[:-2], photo("PNG")[:-12]])
def test_what_is_damaged_is_left_alone(data: bytes) -> None:
    with pytest.raises(StructureError):
        strip_metadata(data)


def test_another_kind_of_picture_is_left_alone() -> None:
    target = io.BytesIO()
    Image.new("L", (2, 2)).save(target, "WEBP")
    with pytest.raises(StructureError, match="unsupported"):
        strip_metadata(target.getvalue())
