"""What a camera or an editing program wrote into a photo beside the picture: place, machine, people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from PIL import ExifTags, Image, IptcImagePlugin
from PIL.ImageFile import ImageFile

from builder.model.picture import Device

_AUTHOR_TAGS: Final = (ExifTags.Base.Artist, ExifTags.Base.XPAuthor)
_OWNER, _BODY_SERIAL, _LENS_SERIAL = 0xA430, 0xA431, 0xA435
"""CameraOwnerName, BodySerialNumber, LensSerialNumber of EXIF 2.3."""
_LATITUDE, _LONGITUDE = ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLongitude
_BY_LINE = (2, 80)
"""The author in IPTC's record 2."""

_XMP_SERIAL = re.compile(r"SerialNumber(?:=[\"']|>)([^\"'<]{1,80})")
_XMP_AUTHOR = re.compile(r"(?:<dc:creator>\s{0,40}<rdf:Seq>\s{0,40}<rdf:li[^>]{0,80}>|OwnerName=[\"'])([^\"'<]{1,80})")
_LONGEST = 80
TURNED: Final = frozenset({5, 6, 7, 8})
"""Orientations in which width and height change places."""
_UTF16 = "utf-16-le"


def orientation_of(image: ImageFile) -> int:
    """EXIF's number for how the camera was held, 1 to 8; 1 where it is missing or no such number."""
    said = _exif(image).get(ExifTags.Base.Orientation, 1)
    return said if isinstance(said, int) and 1 <= said <= 8 else 1  # noqa: PLR2004  # EXIF's eight numbers


def _exif(image: ImageFile) -> Image.Exif:
    """The EXIF of an opened file, asked of the common method: that of PNG unpacks the picture in search of it."""
    return Image.Image.getexif(image)


def has_position(image: ImageFile) -> bool:
    """Whether the file tells where the picture was taken. Many cameras leave an empty place: that tells nothing."""
    gps = _exif(image).get_ifd(ExifTags.IFD.GPSInfo)
    return (_LATITUDE in gps and _LONGITUDE in gps) or "GPSLatitude" in _xmp(image)


def device_of(image: ImageFile) -> Device:
    """The camera and the people behind it, as EXIF, IPTC and XMP name them."""
    exif = _exif(image)
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    xmp = _xmp(image)
    return Device(
        make=_first(exif, ExifTags.Base.Make),
        model=_first(exif, ExifTags.Base.Model),
        serial=_first(inner, _BODY_SERIAL, _LENS_SERIAL) or _found(_XMP_SERIAL, xmp),
        author=_first(exif, *_AUTHOR_TAGS)
        or _first(inner, _OWNER)
        or _clean((IptcImagePlugin.getiptcinfo(image) or {}).get(_BY_LINE))
        or _clean(image.info.get("Author"))
        or _found(_XMP_AUTHOR, xmp),
    )


def _first(tags: Mapping[int, object] | Image.Exif, *wanted: int) -> str:
    return next((text for tag in wanted if (text := _clean(tags.get(tag), wide=tag == ExifTags.Base.XPAuthor))), "")


def _clean(value: object, *, wide: bool = False) -> str:
    """A text on one line. EXIF has ASCII only; what is not is UTF-8, which Pillow reads as Latin-1."""
    if isinstance(value, list):
        value = next(iter(value), "")
    if isinstance(value, bytes):
        text = value.decode(_UTF16 if wide else "utf-8", "replace")
    else:
        text = value if isinstance(value, str) else ""
        text = _as_utf8(text)
    words = "".join(c if c.isprintable() else " " for c in text).split()
    return " ".join(words)[:_LONGEST]


def _as_utf8(text: str) -> str:
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def _xmp(image: ImageFile) -> str:
    found = image.info.get("xmp", b"")
    return found.decode("utf-8", "replace") if isinstance(found, bytes) else str(found)


def _found(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return _clean(match[1]) if match else ""
