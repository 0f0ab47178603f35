"""Lines broken and drawn by adding up words: what stands in for three of WeasyPrint's functions where words are plain.

Lines come out as WeasyPrint's own, break for break and operator for operator.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Any, Final

from weasyprint.draw import text as drawing  # type: ignore[import-untyped]  # ships no types
from weasyprint.text import line_break  # type: ignore[import-untyped]
from weasyprint.text.ffi import FROM_UNITS, TO_UNITS  # type: ignore[import-untyped]

from .words import NO_BREAK, Glyph, Hand, Style, Word, hand_of, run

Context = Any
Stream = Any
TextBox = Any
BlockEllipsis = Any
Matrix = Any
Line = tuple[line_break.Layout, int, int | None, float, float, float]
"""A line as WeasyPrint wants it: layout, bytes on it, bytes up to the next, width, height, baseline in pixels."""

_split_first_line = line_break.split_first_line
_create_layout = line_break.create_layout
_draw_first_line = drawing.draw_first_line

_SOFT_HYPHEN: Final = "\u00ad"
_PIXEL: Final = 1024
"""Pango's units in a pixel."""
WIDEST: Final = 2**21
"""From so many pixels on WeasyPrint sets no limit to a line."""


class Counted(line_break.Layout):  # type: ignore[misc]  # WeasyPrint ships no types
    """A line of plain words in the place of a layout of Pango's, which is made only if somebody needs it after all."""

    def __init__(self, hand: Hand, words: Sequence[Word], text: str, spacing: float, max_width: float | None) -> None:
        self.hand = hand
        self.words = words
        self.text = text
        self.justification_spacing = spacing
        self.max_width = max_width
        self.first_line_direction = 0

    def deactivate(self) -> None:
        """There is nothing to let go."""

    def reactivate(self, style: Style) -> None:
        """There is nothing to call back yet."""

    def revive(self, style: Style) -> None:
        """Be a layout of Pango's from now on."""
        super().reactivate(style)

    def shown(self) -> str | None:
        """What an operator of text is given to show the line; None where only Pango knows how it comes out."""
        ends_open, hand = self.text[-1] == " ", self.hand
        added = int(self.justification_spacing * TO_UNITS)
        if added and not ends_open:
            joint = ""
            if NO_BREAK in self.text:
                if any("" in word.runs for word in self.words):
                    return None  # spaces beside spaces share what they are widened by
                joint = run(_widened(hand, hand.joint, added))
            space = run(_widened(hand, hand.space, added))
            return space.join([joint.join(word.runs) for word in self.words])
        if self.justification_spacing:
            return None
        space = hand.shown([hand.space])
        return run(space.join([*(word.shown for word in self.words), *([""] if ends_open else [])]))


def split_first_line(
    text: str, style: Style, context: Context, max_width: float | None, spacing: float, **manner: bool
) -> Line:
    """``weasyprint.text.line_break.split_first_line``."""
    hand = hand_of(style)
    limit = _limit(max_width) if style["white_space"] == "normal" else inf
    measured = bool(manner.get("minimum")) and not limit and _SOFT_HYPHEN not in text
    counted = hand and _counted(hand, text, limit, measured=measured)
    if hand and counted:
        words, shown, width, broken = counted
        length, laid = len(shown.encode()), Counted(hand, words, shown, spacing, max_width)
        return laid, length, length + 1 if broken else None, width * FROM_UNITS, hand.height, hand.baseline
    made: Line = _split_first_line(text, style, context, max_width, spacing, **manner)
    return made


def create_layout(
    text: str, style: Style, context: Context, max_width: float | None, justification_spacing: float
) -> line_break.Layout:
    """``weasyprint.text.line_break.create_layout``, where it makes the spaces of a broken line wider."""
    hand = hand_of(style)
    texts = text.removesuffix(" ").split(" ")
    if hand:
        hand.meet(texts)
        words = [word for one in texts if (word := hand.words[one])]
        if len(words) == len(texts):
            return Counted(hand, words, text, justification_spacing, max_width)
    return _create_layout(text, style, context, max_width, justification_spacing)


def draw_first_line(
    stream: Stream, textbox: TextBox, text_overflow: str, block_ellipsis: BlockEllipsis, matrix: Matrix
) -> list[Any]:
    """``weasyprint.draw.text.draw_first_line``, where a line of plain words is shown in no plain way."""
    laid = textbox.pango_layout
    if isinstance(laid, Counted):
        laid.revive(textbox.style)
    emojis: list[Any] = _draw_first_line(stream, textbox, text_overflow, block_ellipsis, matrix)
    return emojis


def _limit(max_width: float | None) -> float:
    return inf if max_width is None or max_width >= WIDEST else int(max(0, max_width) * TO_UNITS)


def _counted(hand: Hand, text: str, limit: float, *, measured: bool) -> tuple[list[Word], str, int, bool] | None:
    """The words of a text's first line, its text, its width, whether another follows.

    None if not all that has to be looked at for it is plain. A word that is only ``measured`` needs no room.
    """
    texts = text.split(" ")
    ends_open = not texts[-1]
    if ends_open:
        texts.pop()
    words, width = _fitting(hand, texts[:2] if measured else texts, limit, measured=measured)
    broken = len(words) < len(texts)
    if broken:
        text = " ".join([word.text for word in words])
    elif ends_open:
        width += hand.space.width
    if not words or (width > limit and not (measured and (broken or not ends_open))):
        return None  # what is too wide even so hangs over in ways of its own
    return words, text, width, broken


def _fitting(hand: Hand, texts: Sequence[str], limit: float, *, measured: bool) -> tuple[list[Word], int]:
    """As many words as go on a line, and how wide they are; none if one of them, or the next, is not plain."""
    words: list[Word] = []
    known, space = hand.words, hand.space.width
    width = -space
    for text in texts:
        if text not in known:
            hand.meet(texts)
        word = known[text]
        if word is None or (words and not hand.parted(words[-1], word)):
            return [], 0
        if width + space + word.width > limit and (words or not measured):
            break
        width += space + word.width
        words.append(word)
    return words, width


def _widened(hand: Hand, space: Glyph, added: int) -> str:
    """A space made wider as Pango does it: half on its left, in whole pixels where the whole is whole pixels."""
    left = int(added / 2)
    if added % _PIXEL == 0:
        left = (left + _PIXEL // 2) // _PIXEL * _PIXEL
    offset = left / hand.size
    moved = f">{-offset}<" if offset else ""
    return f"{moved}{space.number:04x}{hand.kerned(space, space.width + added, offset)}"
