"""Text boxes of plain words drawn at once: what stands in for WeasyPrint's drawing of text."""

from __future__ import annotations

from itertools import chain
from typing import Any, Final

from pydyf import _to_bytes  # type: ignore[import-untyped]  # ships no types
from weasyprint import draw  # type: ignore[import-untyped]
from weasyprint.draw import text as drawing  # type: ignore[import-untyped]
from weasyprint.formatting_structure.boxes import LineBox, TextBox  # type: ignore[import-untyped]

from .lines import Counted

Stream = Any
BlockEllipsis = Any
Font = Any
Box = Any

_draw_text = drawing.draw_text
_draw_inline_level = draw.draw_inline_level

_UNCUT: Final = ("clip", "none")


def draw_text(stream: Stream, textbox: Box, offset_x: float, text_overflow: str, block_ellipsis: BlockEllipsis) -> None:
    """``weasyprint.draw.text.draw_text``: plain words are neither underlined nor struck through."""
    laid, style = textbox.pango_layout, textbox.style
    plain = type(laid) is Counted and (text_overflow, block_ellipsis) == _UNCUT and style["visibility"] == "visible"
    blank = not textbox.text.strip()
    shown = laid.shown() if plain and not blank else None
    if not plain or (shown is None and not blank):
        _draw_text(stream, textbox, offset_x, text_overflow, block_ellipsis)
        return
    stream.set_color(style["color"])
    stream.begin_text()
    if shown is not None:
        _show(stream, textbox, shown)
    stream.end_text()


def draw_inline_level(  # noqa: PLR0913, PLR0917 - what it stands in for takes as many
    stream: Stream,
    page: Box,
    box: Box,
    offset_x: float = 0,
    text_overflow: str = "clip",
    block_ellipsis: BlockEllipsis = "none",
) -> None:
    """``weasyprint.draw.draw_inline_level``: of a line with nothing around it only the text is drawn."""
    if type(box) is not LineBox or len(box.children) != 1 or not _bare(box):
        _draw_inline_level(stream, page, box, offset_x, text_overflow, block_ellipsis)
        return
    (child,) = box.children
    with stream.marked(child, "Span"):
        draw_text(stream, child, offset_x + child.position_x - box.position_x, box.text_overflow, box.block_ellipsis)


def _bare(line: Box) -> bool:
    """Whether a line holds nothing but plain words, and has neither background nor border."""
    (child,), style = line.children, line.style
    return (
        type(child) is TextBox
        and type(child.pango_layout) is Counted
        and line.background is None
        and not (line.border_top_width or line.border_right_width or line.border_bottom_width or line.border_left_width)
        and style["mask_border_source"][0] == style["border_image_source"][0] == "none"
    )


def _show(stream: Stream, textbox: Box, shown: str) -> None:
    hand = textbox.pango_layout.hand
    x, y = textbox.position_x, textbox.position_y + textbox.baseline
    stream.stream.append(b"1 0 0 -1 %b %b Tm" % (_to_bytes(x), _to_bytes(y)))
    font = stream._fonts.get(hand.key) or stream.add_font(hand.font)[0]  # noqa: SLF001 - WeasyPrint looks there too
    stream.set_font_size(font.hash, hand.size)
    _tell(font, textbox.pango_layout)
    stream.stream.append(b"[%b] TJ" % shown.encode())


def _tell(font: Font, laid: Counted) -> None:
    """Tell the PDF's font what is shown of it."""
    known = font.to_unicode.keys()
    told = [word.marks for word in laid.words if not word.glyphs <= known]
    if " " in laid.text:
        told.append((laid.hand.mark(laid.hand.space),))
    for mark in chain.from_iterable(told):
        font.to_unicode.setdefault(mark.number, mark.letters)
        font.widths.setdefault(mark.number, mark.width)
