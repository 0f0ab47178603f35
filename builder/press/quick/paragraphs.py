"""Lines of a paragraph of plain words, made without the engine's long way: what stands in for its next line.

Most lines of a book are words of one font and nothing else, on the whole width of their column. WeasyPrint makes such
a line in a dozen steps that serve lines of all kinds, each of which copies boxes, asks styles and adds lengths that are
nought. Here a text is parted into its words once, and its lines are what all these steps come to.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import inf
from typing import Any, Final

from weasyprint.formatting_structure.boxes import LineBox, TextBox  # type: ignore[import-untyped]  # ships no types
from weasyprint.layout import inline  # type: ignore[import-untyped]
from weasyprint.text.ffi import FROM_UNITS, TO_UNITS  # type: ignore[import-untyped]

from .lines import WIDEST, Counted
from .styles import lengths_of, strut
from .words import NO_BREAK, Hand, Style, Word, hand_of

Box = Any
Context = Any
Skip = Any
Line = tuple[Box, Skip]
"""A line, and where the next one begins."""

_get_next_linebox = inline.get_next_linebox

_SLACK: Final = 1 + 1e-9
"""By how much WeasyPrint lets a line be too long."""
_NEVER: Final = 2**40
"""So wide in Pango's units is no line."""
_PLAIN: Final = (("position", "static"), ("float", "none"), ("direction", "ltr"))
_NO_LENGTH: Final = [
    f"{kind}_{side}{what}"
    for side in ("left", "right", "top", "bottom")
    for kind, what in (("margin", ""), ("padding", ""), ("border", "_width"))
]


@dataclass(frozen=True, slots=True)
class _Text:
    """A text parted into its words: where they begin in it (characters, bytes), and how far they reach (Pango's units).

    Words that are not plain are None, and fit on no line. ``reach`` counts a space behind every word; ``opened`` says
    that the text ends with one.
    """

    text: str
    words: Sequence[Word | None]
    reach: Sequence[int]
    chars: Sequence[int]
    begins: Sequence[int]
    at: Mapping[int, int]
    opened: bool


@dataclass(frozen=True, slots=True)
class _Manner:
    """How text of a style stands on lines of a style: what boxes of both are told, and how high its lines are."""

    hand: Hand
    lengths: Mapping[str, Any]
    text: Mapping[str, Any]
    line: Mapping[str, Any]
    foot: float
    top: float
    font_size: float
    justified: bool
    wraps: bool


def get_next_linebox(  # noqa: PLR0913, PLR0917 - what it stands in for takes as many
    context: Context,
    linebox: Box,
    position_y: float,
    bottom_space: float,
    skip_stack: Skip,
    containing_block: Box,
    absolute_boxes: list[Box],
    fixed_boxes: list[Box],
    first_letter_style: Style | None,
    first_line_style: Style | None,
) -> Line:
    """``weasyprint.layout.inline.get_next_linebox``."""
    if not (first_letter_style or first_line_style) and _alone(context, position_y):
        line = _next(context, linebox, position_y, skip_stack, containing_block)
        if line:
            return line
    made: Line = _get_next_linebox(
        context, linebox, position_y, bottom_space, skip_stack, containing_block,
        absolute_boxes, fixed_boxes, first_letter_style, first_line_style,
    )  # fmt: skip
    return made


def _alone(context: Context, position_y: float) -> bool:
    """Whether no float stands beside a line, or below it."""
    return all(
        shape.position_y < position_y >= shape.position_y + shape.margin_height() for shape in context.excluded_shapes
    )


def _next(context: Context, linebox: Box, position_y: float, skip_stack: Skip, block: Box) -> Line | None:
    """The next line; None if it is not plain."""
    index, skip = _place(skip_stack)
    box: Box = linebox.children[index] if index < len(linebox.children) else None
    manner = _manner(linebox.style, box.style) if type(box) is TextBox else None
    text = _text(context, box, manner) if manner else None
    first = text.at.get(skip) if text else None
    if not manner or not text or first is None:
        return None
    left = block.content_box_x()
    width = left + block.width - left
    max_x = (left + width) * _SLACK
    linebox.__dict__.update(position_x=left, position_y=position_y)
    room = max_x - (left + linebox.text_indent)
    words = _fitting(text, first, room, manner)
    end = first + len(words)
    ends = end == len(text.words)
    if not words or (ends and index + 1 < len(linebox.children)):
        return None
    shown = text.text[text.chars[first] : text.chars[end] - 1]
    laid = Counted(manner.hand, words, shown, box.justification_spacing, room)
    made = _text_box(box, laid, manner, (text.reach[end] - text.reach[first] - manner.hand.space.width) * FROM_UNITS)
    made.position_x = left + linebox.text_indent
    if made.position_x + made.width > max_x:
        return None
    made.position_y = manner.foot + (position_y - manner.top)
    line = _line_box(linebox, made, manner, starts=not index and not text.begins[first], ends=ends)
    if manner.justified and not ends:
        _justify(line, made, width)
    else:
        offset = inline.text_align(context, line, width, last=ends)
        line.position_x += offset
        made.position_x += offset
    return line, None if ends else {index: {text.begins[end]: None}}


def _fitting(text: _Text, first: int, room: float, manner: _Manner) -> list[Word]:
    """As many words as go on a line; none if one of them, or the next, is not plain, or the line ends with a space."""
    limit = inf if room >= WIDEST or not manner.wraps else int(max(0, room) * TO_UNITS)
    end = bisect_right(text.reach, limit + text.reach[first] + manner.hand.space.width, first + 1) - 1
    if text.opened if end == len(text.words) else not text.words[end]:
        return []
    words = [word for word in text.words[first:end] if word]
    return words if len(words) == end - first else []


def _place(skip_stack: Skip) -> tuple[int, int]:
    """Which child a line begins in, and at which of its bytes; -1 if it is deeper within."""
    if skip_stack is None:
        return 0, 0
    ((index, within),) = skip_stack.items()
    if within is None:
        return index, 0
    ((skip, deeper),) = within.items()
    return index, skip if deeper is None else -1


def _text(context: Context, box: Box, manner: _Manner) -> _Text:
    """The text of a box, parted. The box learns its lengths."""
    known: dict[Box, _Text] = context.__dict__.setdefault("texts", {})
    found = known.get(box)
    if found is None or found.text is not box.text:
        box.__dict__.update(manner.lengths)
        found = known[box] = _parted(box.text, manner.hand)
    return found


def _parted(text: str, hand: Hand) -> _Text:
    inner = text.lstrip(" ")
    opened = inner.endswith(" ")
    texts = inner.removesuffix(" ").split(" ")
    hand.meet(texts)
    words = [hand.words[one] for one in texts]
    if not all(map(hand.parted, words, words[1:])):
        words[1:] = [word if hand.parted(before, word) else None for before, word in pairwise(words)]
    lead, space = len(text) - len(inner), hand.space.width
    reach = list(accumulate([word.width + space if word else _NEVER for word in words], initial=0))
    chars = list(accumulate([len(one) + 1 for one in texts], initial=lead))
    begins = list(accumulate([len(one.encode()) + 1 for one in texts], initial=lead))
    at = {begin: number for number, begin in enumerate(begins[:-1])} | dict.fromkeys(range(lead + 1), 0)
    return _Text(text, words, reach, chars, begins, at, opened)


def _manner(line: Style, text: Style) -> _Manner | None:
    """How text of a style stands on lines of another; None if not in the plainest way."""
    known: tuple[Style, _Manner | None] | None = getattr(text, "manner", None)
    if known is None or known[0] is not line:
        known = text.manner = (line, _found(line, text))
    return known[1]


def _found(line: Style, text: Style) -> _Manner | None:
    hand, lengths = hand_of(text), lengths_of(text)
    if not hand or not (lengths and _plain(line) and _plain(text)) or text["vertical_align"] != "baseline":
        return None
    (line_height, ascent), (text_height, _), size = strut(line), strut(text), line["font_size"]
    leading, around = (text_height - hand.height) / 2, (line_height - size) / 2
    baseline = hand.baseline + leading
    foot, head = 0 - baseline, 0 - ascent
    bottom = foot + (hand.height + leading + leading)
    top, bottom = min(foot, head), max(bottom, head + (size + around + around))
    box = {"margin_top": leading, "margin_bottom": leading, "height": hand.height, "baseline": baseline}
    level = {"margin_top": 0, "margin_bottom": 0, "height": bottom - top, "baseline": -top}
    justified, wraps = line["text_align_all"] == "justify", text["white_space"] == "normal"
    return _Manner(hand, lengths, box, level, foot, top, size, justified, wraps)


def _plain(style: Style) -> bool:
    lengths = lengths_of(style)
    return (
        lengths is not None
        and not any(lengths[name] for name in _NO_LENGTH)
        and style["box_decoration_break"] == "slice"
        and all(style[name] == value for name, value in _PLAIN)
    )


def _text_box(box: Box, laid: Counted, manner: _Manner, width: float) -> Box:
    """The words of a line in a box of their own."""
    made = TextBox.__new__(TextBox)
    made.__dict__.update(box.__dict__)
    made.__dict__.update(manner.text)
    made.__dict__.update(text=laid.text, width=width, pango_layout=laid)
    return made


def _line_box(linebox: Box, made: Box, manner: _Manner, *, starts: bool, ends: bool) -> Box:
    """The line a box of text stands on."""
    line = LineBox.__new__(LineBox)
    linebox.width = made.position_x + made.width - linebox.position_x
    linebox.height = manner.font_size
    line.__dict__.update(linebox.__dict__)
    line.__dict__.update(manner.line)
    line.remove_decoration_sides = {side for side, cut in (("top", not starts), ("bottom", not ends)) if cut}
    line.children = [made]
    return line


def _justify(line: Box, made: Box, room: float) -> None:
    """Make the spaces of a line wider, so that it is as wide as its room."""
    spaces = made.text.count(" ") + made.text.count(NO_BREAK)
    if not spaces or line.width >= room:
        return
    laid, spacing = made.pango_layout, (room - line.width) / spaces
    made.justification_spacing = spacing
    made.pango_layout = Counted(laid.hand, laid.words, laid.text, spacing, None)
    made.width += spacing * spaces
    line.width += spacing * spaces
