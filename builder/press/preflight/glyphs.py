"""The font program itself: whether what the pages ask of it is really drawn there.

A subset that does not belong to the text (two pieces of one family under one name) prints garbage and looks sound from
outside; only the outlines tell.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from dataclasses import dataclass

import pikepdf
from fontTools.cffLib import CFFFontSet  # type: ignore[import-untyped]  # ships no types
from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]
from pikepdf import Dictionary, Name, Object, Stream

from .ledger import descendant
from .names import spelled


@dataclass(frozen=True)
class Program:
    """A font program of a composite font.

    Attributes:
        holds: whether there is an outline (or, for a space, a glyph) for a code; given whether it must be visible;
            raises BrokenProgramError where the outline cannot be read.
        own: the characters of a code by the program's own table; none where it has no table.
    """

    holds: Callable[[int, bool], bool]
    own: Callable[[int], frozenset[str]]


_DAMAGE = (
    pikepdf.PdfError, TTLibError, struct.error,
    AssertionError, AttributeError, EOFError, LookupError, TypeError, ValueError,
)  # fmt: skip
"""What fontTools lets through when a font is cut short or not a font."""


class BrokenProgramError(Exception):
    """A font program that cannot be read."""


def program_stream(font: Object) -> Stream | None:
    """The embedded program of a font, if there is one."""
    descriptor = descendant(font).get("/FontDescriptor")
    if not isinstance(descriptor, Dictionary):
        return None
    found = (descriptor.get(key) for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return next((stream for stream in found if isinstance(stream, Stream)), None)


def read_program(font: Object) -> Program | None:
    """The program of a composite font whose codes are glyphs (Identity); of any other font None.

    Raises:
        BrokenProgramError: it is damaged.
    """
    stream = program_stream(font)
    if stream is None or not spelled(font.get("/Encoding", "")).startswith("/Identity"):
        return None
    try:
        data = stream.read_bytes()
        if stream.get("/Subtype") == Name.CIDFontType0C:
            return _bare_cff(data)
        return _open_type(data, _glyph_numbers(descendant(font)))
    except _DAMAGE as error:
        raise BrokenProgramError(str(error) or type(error).__name__) from error


def _glyph_numbers(inner: Object) -> Callable[[int], int]:
    """From codes to glyphs: CIDToGIDMap."""
    table = inner.get("/CIDToGIDMap")
    if not isinstance(table, Stream):
        return int
    data = table.read_bytes()
    return lambda code: int.from_bytes(data[2 * code : 2 * code + 2])


def _open_type(data: bytes, glyph_of: Callable[[int], int]) -> Program:
    font = TTFont(io.BytesIO(data), lazy=True)
    count = font["maxp"].numGlyphs
    own: dict[int, set[str]] = {}
    cmap = (font.getBestCmap() or {}) if "cmap" in font else {}
    for char, name in cmap.items():
        own.setdefault(font.getGlyphID(name), set()).add(chr(char))
    outlines = font.get("glyf")
    names = font.getGlyphOrder()

    def holds(code: int, visible: bool) -> bool:  # noqa: FBT001  # the protocol of Program
        glyph = glyph_of(code)
        if not 0 < glyph < count:
            return False
        try:
            return not visible or outlines is None or outlines[names[glyph]].numberOfContours != 0
        except _DAMAGE as error:  # outlines are read only when asked for
            raise BrokenProgramError(str(error)) from error

    return Program(holds, lambda code: frozenset(own.get(glyph_of(code), ())))


def _bare_cff(data: bytes) -> Program:
    """A CFF font without tables: codes are its CIDs, or its glyph numbers if it has none."""
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    top = fonts[0]
    names = set(top.charset)
    keyed = hasattr(top, "ROS")

    def holds(code: int, visible: bool) -> bool:  # noqa: ARG001, FBT001  # empty charstrings are not told from drawn ones
        return f"cid{code:05d}" in names if keyed else 0 < code < len(top.charset)

    return Program(holds, lambda _: frozenset())
