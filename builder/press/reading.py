"""Reading back what is printed: the text of our own pages, by way of each font's table from glyphs to letters.

It reads what ``join`` writes (text as hexadecimal glyph numbers, strips as forms) and nothing else: a page's own
text, without running head and folio.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping

from pikepdf import Object, Pdf

from .union import glyph_texts

_STEP = re.compile(rb"/(\w+) [-+.\d]+ Tf|\[([^\]]*)\] ?TJ")
_GLYPHS = re.compile(rb"<([0-9a-fA-F]+)>")
_DIGITS = 4


def page_texts(pdf: bytes, folios: Iterable[int]) -> dict[int, str]:
    """The text of pages (from 1) in the order it is drawn, its runs parted by spaces."""
    with Pdf.open(io.BytesIO(pdf)) as document:
        fonts: dict[tuple[int, int], Mapping[int, str]] = {}
        return {folio: " ".join(_runs(document.pages[folio - 1].obj, fonts)) for folio in folios}


def _runs(page: Object, fonts: dict[tuple[int, int], Mapping[int, str]]) -> Iterator[str]:
    letters: Mapping[int, str] = {}
    drawing = b"\n".join(part.read_bytes() for part in page.Contents)
    for font, shown in _STEP.findall(drawing):
        if font:
            letters = _letters(page.Resources.Font[f"/{font.decode()}"], fonts)
        else:
            glyphs = b"".join(_GLYPHS.findall(shown)).decode()
            yield "".join(
                letters.get(int(glyphs[n : n + _DIGITS], 16), "\ufffd") for n in range(0, len(glyphs), _DIGITS)
            )


def _letters(font: Object, fonts: dict[tuple[int, int], Mapping[int, str]]) -> Mapping[int, str]:
    if font.objgen not in fonts:
        fonts[font.objgen] = dict(glyph_texts(font.ToUnicode.read_bytes()))
    return fonts[font.objgen]
