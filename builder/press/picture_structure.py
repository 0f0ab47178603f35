"""JPEG and PNG files as the pieces they are made of, without unpacking a pixel.

Whether a file is whole is told here and not by decoding it: that costs a tenth, needs no memory, and does not hang on
Pillow's global switch for cut files, which other libraries turn on (WeasyPrint does, on import).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

PNG_START = b"\x89PNG\r\n\x1a\n"
SCAN, END = b"\xda", b"\xd9"

_BARE = frozenset({b"\x01", *(bytes([code]) for code in range(0xD0, 0xDA))})
"""Markers without a length: they stand alone."""
_MARKER = re.compile(rb"\xff([\x01-\xfe])")
_AFTER_SCAN = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
"""The first marker that is no part of the compressed data: not a stuffed zero, not a restart."""
_CHUNK_FRAME = 12
"""Length, name and check sum of a PNG chunk."""


class StructureError(ValueError):
    """A file that ends too early, or whose pieces do not fit together."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment of a JPEG (``kind``: the byte of its marker) or a chunk of a PNG (``kind``: its name).

    ``raw`` is all of it as it stands in the file, ``payload`` what it holds. The compressed data behind the header of
    a scan belongs to the scan.
    """

    kind: bytes
    raw: memoryview
    payload: memoryview


def jpeg_segments(data: bytes) -> Iterator[Piece]:
    """The segments up to the end of the picture; whatever follows (previews, a film) is left out.

    Raises:
        StructureError: the file ends before the picture does.
    """
    view, at = memoryview(data), 0
    while marker := _MARKER.search(data, at):
        start, after, body = marker.start(), marker.end(), marker.end() + 2
        bare = marker[1] in _BARE
        held = after if bare else after + int.from_bytes(data[after:body])
        if not bare and not body <= held <= len(data):
            break
        at = _scan_end(data, held) if marker[1] == SCAN else held
        yield Piece(marker[1], view[start:at], view[min(body, held) : held])
        if marker[1] == END:
            return
    msg = "the picture does not end"
    raise StructureError(msg)


def _scan_end(data: bytes, start: int) -> int:
    after = _AFTER_SCAN.search(data, start)
    return after.start() if after else len(data)


def png_chunks(data: bytes) -> Iterator[Piece]:
    """The chunks up to the end of the picture, each with its check sum proved.

    Raises:
        StructureError: a chunk is cut or damaged, or the last one is missing.
    """
    view, at = memoryview(data), len(PNG_START)
    while at + _CHUNK_FRAME <= len(data):
        end = at + _CHUNK_FRAME + int.from_bytes(view[at : at + 4])
        if end > len(data) or zlib.crc32(view[at + 4 : end - 4]) != int.from_bytes(view[end - 4 : end]):
            break
        name = data[at + 4 : at + 8]
        yield Piece(name, view[at:end], view[at + 8 : end - 4])
        if name == b"IEND":
            return
        at = end
    msg = "a chunk is damaged or missing"
    raise StructureError(msg)


def png_chunk(name: bytes, payload: bytes) -> bytes:
    """A PNG chunk as it stands in a file."""
    return len(payload).to_bytes(4) + name + payload + zlib.crc32(name + payload).to_bytes(4)
