"""Where photos stand that a story does not place itself: between paragraphs, on a page that has room for them.

Behind the signature such a photo would mostly stand alone on a page. Lines are counted by letters, which tells the
place on the page to within a line or two; a photo goes only where it fits with these to spare.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from .geometry import PageGeometry
from .initials import LETTERS_A_MM

_SPARE: Final = 3.0
"""Lines by which the count may be wrong on the pages a story has."""
_BETWEEN: Final = re.compile(r"(?<=</p>)\n(?=<p>(?![–“]))")
"""Where a photo parts nothing: between two paragraphs, the second of them no speech."""
_TAG: Final = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Loose:
    """A photo without a place: its HTML, and the lines it takes with its caption and the space around it."""

    html: str
    lines: float


def place_loose(body: str, loose: Iterable[Loose], page: PageGeometry, head: float) -> tuple[Markup, list[Markup]]:
    """Put photos into a rendered body.

    Args:
        body: the HTML of a story's text, ready for the press.
        loose: the photos, in the order they are to stand in.
        page: the page they are laid out for.
        head: lines that a story's head takes on its first page.

    Returns:
        The body with the photos that found a place, and those that found none.
    """
    waiting, made, used = list(loose), "", head
    pieces = _BETWEEN.split(body)
    for number, piece in enumerate(pieces):
        made += f"\n{piece}" if made else piece
        used += _lines(piece, page)
        fits = _SPARE / 2 <= used % page.lines <= page.lines - waiting[0].lines - _SPARE if waiting else False
        if fits and used >= page.lines and number < len(pieces) - 1 and not piece.endswith(":</p>"):
            photo = waiting.pop(0)
            made += f"\n{photo.html}"
            used += photo.lines
    return Markup(made), [Markup(photo.html) for photo in waiting]  # noqa: S704 - both come from our own templates


def _lines(html: str, page: PageGeometry) -> float:
    """Lines a piece of text fills; its paragraphs, entries and headings each end one."""
    a_line = page.measure.mm * LETTERS_A_MM
    paragraphs = (_TAG.sub("", line) for line in html.split("\n"))
    return float(sum(-(-len(words) // a_line) for words in paragraphs if words))
