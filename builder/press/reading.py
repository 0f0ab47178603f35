"""Reading back what is printed: the text of our own pages, by way of each font's table from glyphs to letters.

It reads what ``join`` and ``stitch`` write (text as hexadecimal glyph numbers, strips as forms) and nothing else: a
page's own text, without running head and folio.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from pikepdf import AccessMode, Object, Pdf

from .spell import digest
from .union import glyph_texts

_STEP = re.compile(rb"/(\w+) [-+.\d]+ Tf|\[([^\]]*)\] ?TJ")
_GLYPHS = re.compile(rb"<([0-9a-fA-F]+)>")
_GLYPH = struct.Struct(">H")


def page_texts(pdf: bytes | Path, folios: Iterable[int], known: Mapping[str, str] | None = None) -> dict[int, str]:
    """The text of pages (from 1) in the order it is drawn, its runs parted by spaces.

    A page is read from its bytes each time; what these say is looked up where it is ``known``, by the drawing's hash.
    """
    # as a stream: a file mapped into memory counts as memory, photos and all
    source = pdf if isinstance(pdf, Path) else io.BytesIO(pdf)
    with Pdf.open(source, access_mode=AccessMode.stream) as document:
        fonts: dict[tuple[int, int], Mapping[int, str]] = {}
        pages = list(document.pages)  # asked for one by one, each would list all of them
        return {folio: _text(pages[folio - 1].obj, fonts, known or {}) for folio in folios}


def _text(page: Object, fonts: dict[tuple[int, int], Mapping[int, str]], known: Mapping[str, str]) -> str:
    parts = page.Contents.as_list()
    if known:
        for part in parts:
            text = known.get(digest(part.read_raw_bytes()))
            if text is not None:
                return text
    drawing = b"\n".join(part.read_bytes() for part in parts)
    return drawn_text(drawing, lambda key: _letters(page.Resources.Font[key], fonts))


def drawn_text(drawing: bytes, letters_of: Callable[[str], Mapping[int, str]]) -> str:
    """The text of a content stream; ``letters_of`` gives a font's letters by its name among the resources."""
    return " ".join(_runs(drawing, letters_of))


def _runs(drawing: bytes, letters_of: Callable[[str], Mapping[int, str]]) -> Iterator[str]:
    letters: Mapping[int, str] = {}
    for font, shown in _STEP.findall(drawing):
        if font:
            letters = letters_of(f"/{font.decode()}")
        else:
            glyphs = bytes.fromhex(b"".join(_GLYPHS.findall(shown)).decode())
            yield "".join([letters.get(glyph, "\ufffd") for (glyph,) in _GLYPH.iter_unpack(glyphs)])


def _letters(font: Object, fonts: dict[tuple[int, int], Mapping[int, str]]) -> Mapping[int, str]:
    if font.objgen not in fonts:
        fonts[font.objgen] = dict(glyph_texts(font.ToUnicode.read_bytes()))
    return fonts[font.objgen]
