"""Titles in their places: broken into lines of even length at a story's head, cut to one line above a page."""

from __future__ import annotations

from itertools import chain

from builder.model import Edition
from builder.vietnamese.typo import NO_BREAK, typeset

_LINE = 25
_LONG_LINE = 38
_LINES = 3
_HEAD_LETTERS = 68
_ELLIPSIS = "…"


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
    """Break words into as few lines of ``most`` letters as can be, then make the longest of them short."""
    fewest = len(_filled(words, most))
    width = next(width for width in range(1, most + 1) if len(_filled(words, width)) <= fewest)
    return tuple(_filled(words, width))


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
