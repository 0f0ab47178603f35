"""Looking into a photo's file: what it is, how large, whole or not, and what it tells beside the picture.

Nothing is unpacked. Files come from anyone: the size in bytes, then the size in pixels, then the pieces are looked at
before Pillow opens anything, and Pillow is given two formats only (its EPS, for one, starts Ghostscript).
"""

from __future__ import annotations

import hashlib
import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

import PIL
from PIL import Image

from builder.model.picture import MAX_BYTES, MAX_PIXELS, PictureFacts, Trouble, TroubleKind

from .picture_structure import PNG_START, SCAN, Piece, StructureError, jpeg_segments, png_chunk, png_chunks
from .picture_traces import TURNED, device_of, has_position, orientation_of

VERSION = f"facts-1 pillow-{PIL.__version__}"
"""Part of every key under which facts are kept: change it when this file changes its results."""

_ENDINGS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}
_SIGNS = (
    ("JPEG", rb"\xff\xd8\xff"),
    ("PNG", rb"\x89PNG\r\n\x1a\n"),
    ("HEIC", rb".{4}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)"),
    ("AVIF", rb".{4}ftypavi[fs]"),
    ("WebP", rb"RIFF.{4}WEBP"),
    ("GIF", rb"GIF8[79]a"),
    ("TIFF", rb"II\*\0|MM\0\*"),
    ("BMP", rb"BM.{4}\0{4}"),
    ("PSD", rb"8BPS"),
    ("EPS", rb"%!PS"),
    ("PDF", rb"%PDF-"),
    ("SVG", rb"\s{0,9}(?:<\?xml[^>]{0,200}>\s{0,9})?<svg"),
    ("HTML", rb"\s{0,9}<(?:!DOCTYPE html|html)"),
    ("ZIP", rb"PK\x03\x04"),
    ("DOC", rb"\xd0\xcf\x11\xe0"),
    ("EXE", rb"MZ.{56}"),
)
_KINDS = tuple((name, re.compile(sign, re.DOTALL | re.IGNORECASE)) for name, sign in _SIGNS)
_FRAMES = frozenset(bytes([code]) for code in range(0xC0, 0xD0)) - {b"\xc4", b"\xc8", b"\xcc"}
"""JPEG segments that give height and width."""
_EXIF = (b"\xe1", b"eXIf")
_MOST_EXIF = 128 * 1024
"""Bytes of EXIF; one segment holds 64 KB. Entries may share one large value, which Pillow 12 copies for each."""
_HELD = frozenset({SCAN, b"IDAT"})
"""The pieces that hold the picture itself."""
_TOLD = frozenset({b"IHDR", b"PLTE", b"tRNS", b"eXIf", b"tEXt", b"zTXt", b"iTXt"})
"""The PNG chunks in which a file tells of itself; they may also stand behind the picture."""
_MOST_SCANS = 100
"""Passes of a progressive JPEG; ten are usual. Each walks over all pixels: 100,000 of them keep a decoder for hours."""
_MOST_PIECES = 50_000


def picture_facts(name: str, data: bytes) -> PictureFacts:
    """The facts of a photo's file; whatever is wrong with it stands in ``trouble``, nothing is raised.

    Args:
        name: its name; only the ending counts.
        data: its bytes.
    """
    if len(data) > MAX_BYTES:
        return too_large(len(data))
    kind = kind_of(data)
    digest = hashlib.blake2b(data, digest_size=20).hexdigest()
    known = PictureFacts(format=kind, size_bytes=len(data), digest=digest)
    trouble = _unfit(name, kind, data)
    return replace(known, trouble=trouble) if trouble else _within(known, data)


def too_large(size: int) -> PictureFacts:
    """The facts of a file that is not to be read."""
    return PictureFacts(size_bytes=size, trouble=Trouble(TroubleKind.TOO_LARGE))


def unreadable() -> PictureFacts:
    """The facts of a file the disk does not give."""
    return PictureFacts(trouble=Trouble(TroubleKind.UNREADABLE))


def kind_of(data: bytes) -> str:
    """What a file is by its first bytes, ``JPEG`` or ``PDF``; empty if that is not known."""
    return next((name for name, sign in _KINDS if sign.match(data)), "")


def _unfit(name: str, kind: str, data: bytes) -> Trouble | None:
    """What its first bytes and its ending say against a file."""
    meant = _ENDINGS.get(PurePosixPath(name).suffix.lower())
    if not data:
        return Trouble(TroubleKind.EMPTY)
    if not kind:
        return Trouble(TroubleKind.NOT_A_PICTURE)
    if kind == meant:
        return None
    usable = kind in _ENDINGS.values()
    return Trouble(TroubleKind.DISGUISED if meant or usable else TroubleKind.UNSUPPORTED, kind)


def _within(known: PictureFacts, data: bytes) -> PictureFacts:
    """What stands in a file whose first bytes are right."""
    try:
        width, height = _size(known.format, data)
        known = replace(known, width_px=width, height_px=height)
        if width * height > MAX_PIXELS:
            return replace(known, trouble=Trouble(TroubleKind.TOO_MANY_PIXELS))
        return _opened(known, data)
    except Exception:  # noqa: BLE001  # of hostile bytes a parser raises anything, and all of it says one thing
        return replace(known, trouble=Trouble(TroubleKind.DAMAGED))


def _size(kind: str, data: bytes) -> tuple[int, int]:
    """Width and height as the file has them, after every piece has been walked over."""
    size, whole, scans, exif = (0, 0), False, 0, 0
    for count, piece in enumerate(_pieces(kind, data)):
        whole = whole or piece.kind in _HELD
        scans += piece.kind == SCAN
        exif += len(piece.payload) if piece.kind in _EXIF else 0
        if count > _MOST_PIECES or scans > _MOST_SCANS or exif > _MOST_EXIF:
            msg = "more pieces than any picture has"
            raise StructureError(msg)
        size = _frame(piece) or size
    if not whole or not min(size):
        msg = "no picture within"
        raise StructureError(msg)
    return size


def _pieces(kind: str, data: bytes) -> Iterator[Piece]:
    return jpeg_segments(data) if kind == "JPEG" else png_chunks(data)


def _frame(piece: Piece) -> tuple[int, int] | None:
    if piece.kind in _FRAMES:
        return int.from_bytes(piece.payload[3:5]), int.from_bytes(piece.payload[1:3])
    if piece.kind == b"IHDR":
        return int.from_bytes(piece.payload[:4]), int.from_bytes(piece.payload[4:8])
    return None


def _opened(known: PictureFacts, data: bytes) -> PictureFacts:
    head = data if known.format == "JPEG" else _png_head(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's remarks on untidy EXIF: what matters of them stands in the facts
        with Image.open(io.BytesIO(head), formats=(known.format,)) as image:
            orientation = orientation_of(image)
            width, height = reversed(image.size) if orientation in TURNED else image.size
            return replace(
                known,
                width_px=width,
                height_px=height,
                mode=image.mode,
                orientation=orientation,
                has_gps=has_position(image),
                device=device_of(image),
            )


def _png_head(data: bytes) -> bytes:
    """A PNG with all it tells in front: Pillow would unpack the picture to read what stands behind it."""
    told = (piece.raw for piece in png_chunks(data) if piece.kind in _TOLD)
    return b"".join((PNG_START, *told, png_chunk(b"IDAT", b"")))
