"""Room that numbers leave: behind one with fewer figures than there is room for, the rest of its line moves up.

Listings are broken into lines as if every number had all its figures, with figure spaces behind the mark that follows
it, so that another number moves nothing to another line. On paper these spaces would be holes. Where numbers are filled
in after setting (``fill``) the holes close there; everywhere else they close here, before the pages are drawn, so that
links move with what they lie on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from weasyprint.formatting_structure.boxes import (  # type: ignore[import-untyped]  # ships no types
    InlineBox,
    LineBox,
    TextBox,
)
from weasyprint.text import line_break  # type: ignore[import-untyped]

FIGURE_SPACE: Final = "\u2007"

Box = Any


def close_rooms(document: Any) -> None:  # noqa: ANN401 - WeasyPrint ships no types
    """Close the rooms of a ``weasyprint`` document that is laid out: boxes behind them move to the left."""
    boxes = [page._page_box for page in document.pages]  # noqa: SLF001 - its only way to the boxes
    for line in (line for box in boxes for line in _lines(box)):
        _moved(line.children, 0.0)
    # a page notes where its links lie when it is made
    document.pages = [type(page)(box) for page, box in zip(document.pages, boxes, strict=True)]


def _lines(box: Box) -> Iterator[Box]:
    for child in getattr(box, "children", ()):
        if isinstance(child, LineBox):
            yield child
        else:
            yield from _lines(child)


def _moved(boxes: list[Box], gained: float) -> float:
    """Move boxes to the left by what was gained before them; what is gained behind the last."""
    for box in boxes:
        before = gained
        if isinstance(box, InlineBox):
            box.position_x -= before
            gained = _moved(box.children, before)
            box.width -= gained - before
        else:
            box.translate(-before)
            gained += _room(box) if isinstance(box, TextBox) else 0.0
    return gained


def _room(box: Box) -> float:
    """How wide the figure spaces at the end of a text are (CSS pixels)."""
    text = box.text
    spaces = len(text) - len(text.rstrip(FIGURE_SPACE))
    return float(line_break.split_first_line(FIGURE_SPACE * spaces, box.style, None, None, 0)[3]) if spaces else 0.0
