"""The large initial a text opens with: which texts take one, and where it stands.

Letters bring white at their sides, and at 52 points one sees it: an H would stand a millimetre within the margin, an X
at it, and the words beside them at unlike distances. Here each stands with its stem on the margin and the words at one
distance from its ink.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from builder.model import Length
from builder.render import plain_text

LETTERS_A_MM: Final = 0.585
"""Letters of running text on a millimetre of the measure, on the average."""
SIZE_PT: Final = 52.0
"""Theme/book/book.css."""
_BESIDE_PT: Final = 5.7
"""From the ink of an initial to the words beside it."""
_DASHES: Final = ("–", "—", "-")
_QUOTES: Final = '“‘«"'
_NO_PARAGRAPH: Final = re.compile(r"(?:[-*+>#]|\d+[.)])\s")
_PARAGRAPH_END: Final = re.compile(r"\n\s*\n")
_TAILED: Final = "QẠẶẬẸỆỊỌỘỢỤỰỴ"
"""Initials that reach below their line, into the one that would run under them."""
_INITIAL: Final = re.compile(r'<span class="cap">((?:[“‘«"]|&quot;)?)(\w)')

SIDES: Final = {
    "A": (15, 15), "B": (62, 43), "C": (50, 54), "D": (62, 50), "Đ": (27, 50), "E": (62, 53), "G": (50, 33),
    "H": (62, 62), "I": (62, 62), "K": (62, 18), "L": (62, 60), "M": (66, 59), "N": (62, 62), "O": (50, 50),
    "Ơ": (50, 0), "P": (62, 25), "Q": (50, -117), "R": (62, 26), "S": (56, 58), "T": (42, 42), "U": (49, 46),
    "Ư": (49, 0), "V": (21, 21), "X": (15, 14), "Y": (21, 21),
}  # fmt: skip
"""The white on the left and on the right of Literata's capitals, in thousandths of their size."""
_ROUND: Final = "CGOƠQS"
_OVER: Final = 12
"""By how much round letters stand out beyond a margin for the eye to see them on it."""
_SEEN: Final = {"Đ": (45, 50), "Q": (50, -27)}
"""Sides that are not what the eye sees: the bar of Đ hangs out half, words stand close to the tip of the tail of Q."""


def takes_cap(text: str, measure: Length) -> bool:
    """Whether a text (Markdown) may open with a large initial.

    One that opens with a figure, a speaker's dash or a list may not; nor one whose first paragraph ends beside the
    initial, for what follows would have to creep in there, too.
    """
    opening = _PARAGRAPH_END.split(text.lstrip(), maxsplit=1)[0]
    if _NO_PARAGRAPH.match(opening):
        return False
    first = plain_text(opening)
    letter = first.lstrip(_QUOTES)
    lines = 3 if letter.startswith(tuple(_TAILED)) else 2
    told = not first.startswith(_DASHES) and not letter[:1].isdigit()
    return told and len(first) > lines * measure.mm * LETTERS_A_MM


def set_initial(html: str) -> str:
    """Put the initial of a rendered body in its place; give a tail its room, and keep quotes before it small."""
    return _INITIAL.sub(_placed, html, count=1)


def _placed(found: re.Match[str]) -> str:
    quote, letter = found.groups()
    left, right = _sides(letter)
    margins = f"margin-left: {-left * SIZE_PT / 1000:.2f}pt; margin-right: {_BESIDE_PT - right * SIZE_PT / 1000:.2f}pt"
    named = "cap deep" if letter in _TAILED else "cap"
    before = f'<span class="quote">{quote}</span>' if quote else ""
    return f'<span class="{named}" style="{margins}">{before}{letter}'


def _sides(letter: str) -> tuple[int, int]:
    """The white beside a letter as the eye sees it; marks above and below it do not count."""
    parts = unicodedata.normalize("NFD", letter.upper())
    plain = unicodedata.normalize("NFC", parts[0] + ("\u031b" if "\u031b" in parts else ""))
    left, right = _SEEN.get(plain, SIDES.get(plain, (0, 0)))
    return left + _OVER * (plain in _ROUND), right
