"""The data of pictures: whether what the file holds is the picture it tells of.

A copy that broke off, or inks counted otherwise than they are stored, prints as grey patches or not at all, and
Ghostscript passes over it in silence. Only the frame is read: no pixel of a JPEG is decoded.
"""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Object, Stream

from .colour import Space
from .names import spelled

_START, _END, _SCAN = b"\xff\xd8", b"\xff\xd9", 0xDA
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers that open a frame (ITU-T T.81, table B.1), which tells size and components."""
_ALONE = frozenset({0x01, 0xFF, *range(0xD0, 0xD8)})
_CODED = frozenset({"/DCTDecode", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode", "/DCT", "/CCF"})
"""Filters whose data only a decoder of pictures reads."""
_CUT = "dữ liệu bị cụt"


class Gallery:
    """What is known of the pictures of a file, each looked at once however many pages show it."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], str] = {}

    def damage(self, image: Stream, space_of: Callable[[Object | None], Space]) -> str:
        """Why an image cannot be drawn as told, in Vietnamese; empty if nothing speaks against it."""
        if image.objgen not in self._known:
            stencil = bool(image.get("/ImageMask", False))
            parts = 1 if stencil else space_of(image.get("/ColorSpace")).components
            self._known[image.objgen] = _damage(image, parts, 1 if stencil else _number(image, "/BitsPerComponent", 8))
        return self._known[image.objgen]


def proxied(image: Stream) -> bool:
    """Whether another picture is to stand in print in its place (PDF Reference 1.4, 4.8.4 and 10.10.6)."""
    others = image.get("/Alternates")
    named: list[Object] = list(others.as_list()) if isinstance(others, Array) else []
    return "/OPI" in image or any(isinstance(one, Dictionary) and one.get("/DefaultForPrinting") for one in named)


def _number(image: Stream, key: str, usual: int) -> int:
    found = image.get(key, usual)
    return found if isinstance(found, int) else usual


def _damage(image: Stream, parts: int, bits: int) -> str:
    filters = _filters(image)
    size = (_number(image, "/Width", 1), _number(image, "/Height", 1))
    try:
        if filters == ["/DCTDecode"]:
            return jpeg_damage(image.read_raw_bytes(), size, parts)
        if _CODED.isdisjoint(filters):
            wanted = size[1] * -(-size[0] * parts * bits // 8)
            return _CUT if len(image.read_bytes()) < wanted else ""
    except pikepdf.PdfError:
        return "dữ liệu nén hỏng"
    return ""


def _filters(image: Stream) -> list[str]:
    held = image.get("/Filter")
    return [spelled(one) for one in (held.as_list() if isinstance(held, Array) else [] if held is None else [held])]


def jpeg_damage(data: bytes, size: tuple[int, int], parts: int) -> str:
    """Why a JPEG is not the picture of this size (pixels) and so many components; empty if it is."""
    if not data.startswith(_START):
        return "dữ liệu không phải JPEG"
    frame, scan = _frame(data)
    if frame is None or scan < 0 or data.find(_END, scan) < 0:
        return _CUT
    height, width, count = frame
    if count != parts:
        return f"tệp ghi {parts} thành phần màu, ảnh JPEG có {count}"
    if (width, height) != size and height:  # a height of 0 is told later, in the scan
        return f"tệp ghi {size[0]} × {size[1]} điểm, ảnh JPEG có {width} × {height}"
    return ""


def _frame(data: bytes) -> tuple[tuple[int, int, int] | None, int]:
    """Height, width and components as the frame tells them, and where the scan begins (−1 if nowhere)."""
    at, frame = len(_START), None
    while at + 4 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004  # every marker begins so
        marker = data[at + 1]
        if marker in _ALONE:
            at += 1 if marker == 0xFF else 2  # noqa: PLR2004  # filling before a marker
            continue
        if marker in _FRAMES and at + 10 <= len(data):
            frame = (int.from_bytes(data[at + 5 : at + 7]), int.from_bytes(data[at + 7 : at + 9]), data[at + 9])
        if marker == _SCAN:
            return frame, at
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return frame, -1
