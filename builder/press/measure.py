"""How long a line of letters is, without setting it."""

from __future__ import annotations

import io

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # ships no types

from .fonts import Fonts


def line_length(fonts: Fonts, name: str, text: str) -> float:
    """The length of a line in ems of a font (a file of ``fonts``), kerning left out, which hardly changes a whole line.

    A letter the font does not have counts as an em; setting the line tells of it.
    """
    with TTFont(io.BytesIO(fonts.files[name]), lazy=True) as font:
        glyphs, widths, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        units = [int(widths[glyphs[ord(letter)]][0]) if ord(letter) in glyphs else int(em) for letter in text]
        return sum(units) / int(em)
