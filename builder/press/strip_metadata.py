"""A photo's file without what the camera wrote beside the picture; the picture itself is not touched.

Only what a picture needs to be shown is kept: pixels, colours, and how the camera was held. The previews and films
some phones put behind the picture tell places of their own and go, too.
"""

from __future__ import annotations

from PIL import ExifTags, Image

from .picture_facts import kind_of, picture_facts
from .picture_structure import PNG_START, Piece, StructureError, jpeg_segments, png_chunk, png_chunks

_JPEG_TOLD = frozenset({bytes([code]) for code in (*range(0xE0, 0xF0), 0xFE)})
"""Application segments and comments."""
_JFIF = 0xE0
_JPEG_NEEDED = {b"\xe0": b"JFIF\0", b"\xe2": b"ICC_PROFILE\0", b"\xee": b"Adobe"}
"""The few of them that say how colours are to be read."""
_PNG_NEEDED = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"cICP", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"pHYs"}
)


def strip_metadata(data: bytes) -> bytes:
    """The same JPEG or PNG picture without EXIF, IPTC, XMP, comments and previews; how it was held is kept.

    Raises:
        StructureError: it is neither, or it is damaged: then nothing can be promised of it.
    """
    kind = kind_of(data)
    facts = picture_facts(f"photo.{kind}", data)
    if facts.trouble:
        msg = f"not to be stripped: {facts.trouble.kind}"
        raise StructureError(msg)
    held = _held(facts.orientation)
    return _jpeg(data, held) if kind == "JPEG" else _png(data, held)


def _held(orientation: int) -> bytes:
    """EXIF that says nothing but how the camera was held; none for an upright picture."""
    if orientation == 1:
        return b""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    return exif.tobytes()


def _jpeg(data: bytes, held: bytes) -> bytes:
    start, *rest = (piece.raw for piece in jpeg_segments(data) if _needed(piece))
    exif = b"\xff\xe1" + (len(held) + 2).to_bytes(2) + held if held else b""
    jfif = rest[:1] if rest and rest[0][1] == _JFIF else []
    return b"".join((start, *jfif, exif, *rest[len(jfif) :]))


def _needed(piece: Piece) -> bool:
    if piece.kind not in _JPEG_TOLD:
        return True
    sign = _JPEG_NEEDED.get(piece.kind)
    return sign is not None and bytes(piece.payload[: len(sign)]) == sign


def _png(data: bytes, held: bytes) -> bytes:
    head, *rest = (piece.raw for piece in png_chunks(data) if piece.kind in _PNG_NEEDED)
    exif = png_chunk(b"eXIf", held.removeprefix(b"Exif\0\0")) if held else b""
    return b"".join((PNG_START, head, exif, *rest))
