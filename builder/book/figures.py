"""Photographs as templates see them: the picture in its place on the grid, its caption below or beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from builder.model import Photo
from builder.vietnamese.typo import typeset

from .geometry import HANG_PT, LINE_PT, PageGeometry
from .markup import closed, together
from .pictures import Picture, beside

EMBLEM_PT: Final = 12 * LINE_PT
"""Room for the flower or the portrait at a story's head (theme/book/book.css)."""
_PORTRAIT_FOOT_PT: Final = EMBLEM_PT - HANG_PT - 11.5 * LINE_PT
"""What a portrait leaves free above the title, whatever its height."""
_WORKS: Final = ("ảnh", "tranh", "hình")
"""What a credit may begin with that says itself what is credited."""
_GAP_MM: Final = 4.0
_LETTERS_A_MM: Final = 0.66
"""Letters of a caption that surely fit on a millimetre."""
_GAP_PT, _LINE_PT, _UNDER_PT = LINE_PT / 4, LINE_PT * 3 / 4, 2.7
"""Of captions: the gap above one, the line, what is below the feet of its letters (theme/book/book.css)."""


@dataclass(frozen=True, slots=True)
class FigureView:
    """A photo as the template sees it: address, alternative text, size in CSS, caption, credit.

    ``top`` is the space in points above the picture within its block, ``after`` the one that brings the text after it
    back to the grid, ``lines`` the lines of a caption below it. A caption beside it begins ``left`` (CSS) of its edge
    and stands on its foot.
    """

    url: str
    alt: str
    width: str
    height: str
    caption: str
    credit: str
    top: float
    after: float
    lines: int = 0
    left: str = ""
    depth: float = 0.0
    """Lines of the page it takes with the space around it."""
    apart: bool = False
    """Whether the credit is longer than a line, so that it begins on its own."""

    @property
    def near(self) -> bool:
        """Whether ``after`` alone parts the text from the figure well enough."""
        return self.after > LINE_PT / 2

    @property
    def caption_height(self) -> float:
        """Points for a caption below the picture."""
        return round(self.lines * _LINE_PT, 2)

    @property
    def foot(self) -> float:
        """Points from the foot of the block to that of a caption beside the picture."""
        return round(self.after - _UNDER_PT, 2)


def portrait_view(photo: Photo, picture: Picture, page: PageGeometry) -> FigureView:
    """The picture at a story's head: however high, its foot stands where that of all others does."""
    width, height = picture.size
    caption, credit = _told(photo, page.measure.mm)
    named = f"Ảnh đầu bài: {caption}" if caption else ""
    top = round(max(HANG_PT, EMBLEM_PT - _PORTRAIT_FOOT_PT - height.pt), 2)
    return FigureView(picture.url, photo.alt, width.css, height.css, named, credit, top, 0.0)


def figure_view(photo: Photo, picture: Picture, page: PageGeometry) -> FigureView:
    """A picture in or after the text; it begins at the height of capitals, what follows it is on the grid again."""
    width, height = picture.size
    column = page.measure.mm - width.mm - _GAP_MM
    caption, credit = _told(photo, column)
    aside = bool(caption or credit) and beside(picture, page)
    aside = aside and _lines_with(caption, credit, column) * _LINE_PT <= height.pt
    if not aside:
        caption, credit = _told(photo, page.measure.mm)
    lines = 0 if aside else _lines_with(caption, credit, page.measure.mm)
    used = HANG_PT + height.pt + (_GAP_PT + lines * _LINE_PT if lines else 0)
    after = round(-used % LINE_PT, 2)
    left = f"calc({width.css} + {_GAP_MM:g}mm)" if aside else ""
    near = after > LINE_PT / 2
    depth = 1 + -(-used // LINE_PT) + (not near)
    apart = len(credit) > _a_line(column if aside else page.measure.mm)
    return FigureView(
        picture.url, photo.alt, width.css, height.css, caption, credit, HANG_PT, after, lines, left, depth, apart
    )


def _told(photo: Photo, width_mm: float) -> tuple[str, str]:
    """Caption and credit, ready for the press; a credit that fits on one line is not broken."""
    named = photo.credit.casefold().startswith(_WORKS)
    credit = photo.credit if named or not photo.credit else f"Ảnh: {photo.credit}"
    caption = closed(typeset(photo.caption))
    return caption, together(credit) if len(credit) <= _a_line(width_mm) else closed(credit)


def _lines_with(caption: str, credit: str, width_mm: float) -> int:
    """Lines of a caption with its credit, this on the last of them or on lines of its own."""
    lines = _lines(caption, width_mm)
    last = len(caption) - (lines - 1) * _a_line(width_mm)
    alone = not caption or last + 1 + len(credit) > _a_line(width_mm)
    return lines + (_lines(credit, width_mm) if credit and alone else 0)


def _lines(text: str, width_mm: float) -> int:
    return -(-len(text) // _a_line(width_mm))


def _a_line(width_mm: float) -> int:
    """Letters of a caption that surely fit on a line."""
    return max(1, int(width_mm * _LETTERS_A_MM))
