"""Loose lines made even: a paragraph with a line that gapes is broken anew, in as many lines, its spaces shared out.

The engine fills every line as full as it goes; what is left for the line before the last may be so little that its
words stand wide apart. A compositor then carries a word over from each of the lines above. No line is added, so that
the page stays as it is and nothing is laid out again: the words of lines that are broken otherwise are put in their
boxes. The paragraph is told the same by no-break spaces, with which every engine would break it so.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from math import inf
from typing import Any, Final

from weasyprint.formatting_structure.boxes import TextBox  # type: ignore[import-untyped]  # ships no types
from weasyprint.text.ffi import FROM_UNITS, TO_UNITS  # type: ignore[import-untyped]

from .quick.lines import Counted
from .quick.words import NO_BREAK, Hand, Style, Word
from .stranded import blocks, lines

_LOOSE: Final = 0.2
"""What is added to a word space, in ems, from which on a line gapes."""
_BETTER: Final = 0.9
"""The loosest line of a paragraph broken anew is by so much less loose, or nothing is changed."""
_LEAST_LINES: Final = 3
"""With fewer there is no line above to take from."""
_TO_SPARE: Final = 2.0
"""By how much the engine may think a line wider than it is counted here (Pango's units)."""
_NEARLY_PX: Final = 0.01
_BETWEEN_WORDS: Final = re.compile(r"[ \n]+")

Box = Any
Element = Any


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of plain words: its box, that of its text, and how wide it may be (CSS pixels)."""

    box: Box
    text: Box
    width: float

    @property
    def words(self) -> Sequence[Word]:
        """Its words as they are."""
        words: Sequence[Word] = self.text.pango_layout.words
        return words

    @property
    def indent(self) -> float:
        """By how much its text is indented."""
        return float(self.text.position_x - self.box.position_x)


@dataclass(frozen=True, slots=True)
class _Row:
    """The words of a paragraph: how far they reach, a space behind each (Pango's units); the spaces within them."""

    reach: Sequence[int]
    inner: Sequence[int]
    space: int

    def width(self, start: int, end: int) -> int:
        """How wide some of them are on a line."""
        return self.reach[end] - self.reach[start] - self.space

    def spaces(self, start: int, end: int) -> int:
        """The spaces that can be made wider."""
        return end - start - 1 + self.inner[end] - self.inner[start]

    def added(self, start: int, end: int, room: float) -> float:
        """What each of them is made wider by; infinite where there is none, negative where there is no room."""
        spaces = self.spaces(start, end)
        return (room - self.width(start, end)) / spaces if spaces else inf


def even(document: Any) -> None:  # noqa: ANN401 - WeasyPrint ships no types
    """Break paragraphs of a ``weasyprint`` document anew that have a loose line: on its pages and in its tree."""
    for element, boxes in _paragraphs(document).items():
        if len(boxes) >= _LEAST_LINES and max(map(_loose, boxes[:-1])) > _LOOSE and (plain := _plain(boxes)):
            _break_anew(element, plain)


def _paragraphs(document: Any) -> dict[Element, list[Box]]:  # noqa: ANN401 - as above
    """The lines of each justified paragraph, on whatever pages they are."""
    found: dict[Element, list[Box]] = {}
    for page in document.pages:
        for block in blocks(page._page_box):  # noqa: SLF001 - its only way to the boxes
            if block.element_tag == "p" and _justified(block.style):
                found.setdefault(block.element, []).extend(lines(block))
    return found


def _justified(style: Style) -> bool:
    return bool(style["text_align_all"] == "justify" and style["text_align_last"] != "justify")


def _loose(line: Box) -> float:
    """What is added to the word spaces of a line, in ems."""
    text = line.children[0] if line.children else None
    return float(text.justification_spacing / text.style["font_size"]) if isinstance(text, TextBox) else 0.0


def _plain(boxes: Sequence[Box]) -> list[_Line]:
    """The lines of a paragraph, if they hold plain words and nothing else; none if one may be wider than is known."""
    widths = {box.position_x: float(box.width) for box in boxes[:-1]}
    held = [_Line(box, box.children[0], widths.get(box.position_x, 0.0)) for box in boxes if len(box.children) == 1]
    known = (
        len(held) == len(boxes)
        and all(type(getattr(line.text, "pango_layout", None)) is Counted for line in held)
        and all(abs(line.box.width - line.width) < _NEARLY_PX for line in held[:-1])
        and boxes[-1].position_x in widths
        and (len(widths) == 1 or not held[0].indent)  # beside an initial, indents are told otherwise
    )
    return held if known else []


def _break_anew(element: Element, held: Sequence[_Line]) -> None:
    hand = held[0].text.pango_layout.hand
    words = [word for line in held for word in line.words]
    told = _BETWEEN_WORDS.split(_text(element).strip(" \n"))
    if told != [word.text for word in words] or hand.joint.width != hand.space.width:
        return
    row = _row(words, hand.space.width)
    ends = [*accumulate(len(line.words) for line in held)]
    rooms = [(line.width - line.indent) * TO_UNITS for line in held]
    better = _better(row, rooms, ends)
    kept = better and _kept_apart(hand, words, row, rooms, better)
    if kept:
        _tell(element, " ".join(word.text for one in kept for word in one))
        for line, one in zip(held, kept, strict=True):
            _fill(line, hand, one, last=line is held[-1])


def _text(element: Element) -> str:
    """The text of a paragraph that holds nothing else, but for an initial before it."""
    initial = next(iter(element), None)
    if initial is None:
        return element.text or ""
    alone = len(element) == 1 and initial.get("class", "").startswith("cap") and not (element.text or "").strip()
    return initial.tail or "" if alone else ""


def _tell(element: Element, text: str) -> None:
    initial = next(iter(element), None)
    if initial is None:
        element.text = text
    else:
        initial.tail = text


def _row(words: Sequence[Word], space: int) -> _Row:
    reach = list(accumulate([word.width + space for word in words], initial=0))
    return _Row(reach, list(accumulate([word.text.count(NO_BREAK) for word in words], initial=0)), space)


def _better(row: _Row, rooms: Sequence[float], ends: Sequence[int]) -> Sequence[int]:
    """Where lines end so that spaces are as even as can be; nothing if that is hardly better than ``ends``."""
    loosest = max(row.added(start, end, room) for start, end, room in zip([0, *ends], ends[:-1], rooms, strict=False))
    most = loosest * _BETTER
    found: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for room in rooms[:-1]:
        here: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, before) in found.items():
            for end in _ends(row, start, room, ends[-1]):
                added = row.added(start, end, room)
                if added >= most:
                    break
                total = cost + added**3
                if end not in here or total < here[end][0]:
                    here[end] = total, (*before, end)
        found = here
    last = [way for start, way in found.items() if row.width(start, ends[-1]) <= rooms[-1]]
    return (*min(last)[1], ends[-1]) if last else ()


def _ends(row: _Row, start: int, room: float, count: int) -> Iterator[int]:
    """Where a line may end, the fullest first."""
    full = bisect_right(row.reach, room + row.reach[start] + row.space) - 1
    return iter(range(min(full, count - 1), start, -1))


def _kept_apart(
    hand: Hand, words: Sequence[Word], row: _Row, rooms: Sequence[float], ends: Sequence[int]
) -> list[list[Word]]:
    """The words of each line, the first joined to those behind it where the line before would have had room for it.

    Nothing if words are not plain when they are joined.
    """
    texts = [word.text for word in words]
    rows = [texts[: ends[0]]]
    for (above, start), end, room in zip(pairwise([0, *ends]), ends[1:], rooms, strict=False):
        taken = start + 1
        while taken < end and row.width(above, taken) <= room + _TO_SPARE:
            taken += 1
        rows.append([NO_BREAK.join(texts[start:taken]), *texts[taken:end]])
    hand.meet(chain.from_iterable(rows))
    plain = [[word for text in held if (word := hand.words[text])] for held in rows]
    return plain if [*map(len, plain)] == [*map(len, rows)] else []


def _fill(line: _Line, hand: Hand, words: Sequence[Word], *, last: bool) -> None:
    """Put words in the box of a line."""
    row, count = _row(words, hand.space.width), len(words)
    width = row.width(0, count) * FROM_UNITS
    spaces = row.spaces(0, count)
    spacing = 0 if last or not spaces else (line.width - line.indent - width) / spaces
    text = " ".join(word.text for word in words)
    laid = Counted(hand, words, text, spacing, line.text.pango_layout.max_width if last else None)
    line.text.__dict__.update(
        text=text, pango_layout=laid, justification_spacing=spacing, width=width + spacing * spaces
    )
    if last:
        line.box.width = line.indent + width
