"""Titles in their places: broken into lines of even length at a story's head, cut to one line above a page."""

from __future__ import annotations

import re
from itertools import chain, product
from operator import itemgetter

from builder.model import Edition
from builder.vietnamese.typo import NO_BREAK, typeset

_LINE = 25
_LONG_LINE = 38
_LINES = 3
_HEAD_LETTERS = 68
_ELLIPSIS = "…"
_GIVE = 5
"""Letters by which a line may be longer than evenness asks for, to end where the sense does."""
_OVER, _COUNTED, _LEAN, _NUMBER, _NAME, _STOP, _OPENS = 1.5, 3.0, 10.0, 15.0, 10.0, -3.0, -6.2
"""The cost of a letter too many; of an end behind “hai”, behind “những”, within a number (or behind “số”) or a name; of
one behind a comma, before “ở”."""
_STOPS = (",", ":", ";", "–")
_NUMERAL = re.compile("một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|vạn|triệu")
_NUMBERED = re.compile("số|thứ|tập|lớp|hạng|khóa|khoá")
"""Words whose number, written out, does not begin a line: in “chuyến xe số chín ở phố” it counts nothing behind it."""
_LEANING = re.compile(
    "những|các|mọi|mỗi|từng|và|với|cùng|của|cho|để|từ|tới|đến|ở|trong|ngoài|trên|dưới|giữa|bên|theo|về|vì|bởi|là|mà|"
    "thì|không|chưa|chẳng|đã|đang|sẽ|được|bị|như|khi|lúc|nơi"
)
"""Words that open a phrase: a line of a title does not end behind them if it need not."""
_PLACING = re.compile("và|với|cùng|của|cho|để|từ|tới|đến|ở|trong|ngoài|trên|dưới|giữa|bên|theo|về|vì|như")
"""Those that open one which may well have a line to itself."""


def title_lines(title: str) -> tuple[tuple[str, ...], bool]:
    """The lines a story's title stands in, and whether it is so long that it wants the smaller size.

    Lines are made as even as words allow: a last line of one syllable is what a compositor would mend by hand.
    """
    words = typeset(title).split(" ")
    lines = even_lines(words, _LINE)
    if len(lines) <= _LINES:
        return lines, False
    return even_lines(words, _LONG_LINE), True


def name_rows(name: str, honorific: str, most: int) -> tuple[str, ...]:
    """A name, as it stands behind its honorific, on rows of ``most`` letters; a long one first parts from it."""
    if len(name) <= most:
        return (name,)
    parts = (part for part in (honorific, name.removeprefix(honorific).lstrip()) if part)
    return tuple(chain.from_iterable(even_lines(part.split(" "), most) for part in parts))


def even_lines(words: list[str], most: int) -> tuple[str, ...]:
    """Break words into as few lines of ``most`` letters as can be, the longest of them as short as can be.

    Where that leaves a choice, lines end at a comma or a dash rather than behind a word that leans on the next one
    (“những | lần”), and what is short stands above what is long.
    """
    fewest = len(_filled(words, most))
    width = next(width for width in range(1, most + 1) if len(_filled(words, width)) <= fewest)
    lines = _best(words, fewest, max(width, *map(len, words)), most)
    return tuple(lines)


def _best(words: list[str], count: int, width: int, most: int) -> list[str]:
    """The break into ``count`` lines that is worth most; lines may be a few letters longer than ``width``."""
    widest = min(most, width + _GIVE)
    found: dict[tuple[int, int], tuple[float, list[str]]] = {(0, 0): (0.0, [])}
    for line, end in product(range(1, count + 1), range(1, len(words) + 1)):
        ways = (_joined(found.get((line - 1, start)), words[start:end], width, widest) for start in range(end))
        best = min((way for way in ways if way), default=None, key=itemgetter(0))
        if best:
            found[line, end] = best
    return found[count, len(words)][1]


def _joined(
    before: tuple[float, list[str]] | None, words: list[str], width: int, widest: int
) -> tuple[float, list[str]] | None:
    """Lines so far with one more, and what they cost; none if it is too long and could be shorter."""
    line = " ".join(words)
    if before is None or (len(line) > widest and len(words) > 1):
        return None
    cost, lines = before
    return cost + _cost(line, lines, width), [*lines, line]


def _cost(line: str, above: list[str], width: int) -> float:
    """What a line costs for its length, and for the end of the line above it."""
    length = _OVER * (len(line) - width) if len(line) > width else ((width - len(line)) / width) ** 2
    if not above:
        return length
    top_heavy = 0.01 * (len(above[-1]) > len(line))
    return length + top_heavy + _parted(above[-1].rpartition(" ")[2], line.partition(" ")[0])


def _parted(end: str, start: str) -> float:
    """What it costs to end a line behind one word and to begin the next with another."""
    before, after = end.casefold(), start.casefold()
    if _NUMBERED.fullmatch(before) and _NUMERAL.fullmatch(after):
        return _NUMBER
    if _NUMERAL.fullmatch(before) and not _PLACING.fullmatch(after):
        return _NUMBER if _NUMERAL.fullmatch(after) else _COUNTED
    if _LEANING.fullmatch(before):
        return _LEAN
    if end.endswith(_STOPS):
        return _STOP
    if end[:1].isupper() and start[:1].isupper():
        return _NAME
    return _OPENS if _PLACING.fullmatch(after) else 0.0


def _filled(words: list[str], width: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def running_head(title: str) -> str:
    """A title short enough to stand on one line above a page; a long one ends in an ellipsis at a whole word."""
    text = typeset(title).replace(NO_BREAK, " ")
    if len(text) <= _HEAD_LETTERS:
        return text
    cut = text[:_HEAD_LETTERS].rsplit(" ", 1)[0] if " " in text[:_HEAD_LETTERS] else text[:_HEAD_LETTERS]
    return cut.rstrip(" ,;:–-") + _ELLIPSIS


def edition_head(edition: Edition) -> str:
    """What stands above left-hand pages: the book, with its number in the series."""
    number = f" · Tập {edition.volume}" if edition.volume is not None else ""
    return running_head(edition.title) + number
