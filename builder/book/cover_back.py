"""The room on the back of the cover: whether the words fit above the codes, and whose names stand below them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from builder.model import Length, Story

from .cover_geometry import CoverGeometry

NARROWEST: Final = Length(100)
"""Pages narrower than this have no room for a QR code with its address beside the bars and the price."""
_HEAD, _FOOT, _CODES_FOOT = Length(30), Length(30), Length(56)
"""What the back keeps free above its words, and below them without and with codes (theme/book/cover.css)."""
_MARGINS, _USUAL = 44.0, 101.0
"""Millimetres beside the words, and how wide these are on a page of 145 mm, for which letters are counted."""
_WORD_LINE_PT, _NAME_LINE_PT, _GAPS_PT, _PARAGRAPH_PT, _SAMPLE_PT = 16.0, 15.5, 52.0, 8.0, 44.0
_WORD_LETTERS, _NAME_LETTERS, _MOST_LETTERS = 50, (52, 25), 57
"""Letters on a line: of words, of names in one column and in two; and the most that a line of words may take."""
_MOST_PEOPLE: Final = 40


@dataclass(frozen=True, slots=True)
class BackRoom:
    """What is free on the back: points from the first word to what stands at the foot; the share of a usual line."""

    free: float
    share: float = 1.0

    @classmethod
    def of(cls, geometry: CoverGeometry, *, codes: bool) -> BackRoom:
        """The room on a cover, with or without codes at its foot."""
        foot = _CODES_FOOT if codes else _FOOT
        return cls(geometry.page.height.pt - _HEAD.pt - foot.pt, (geometry.page.width.mm - _MARGINS) / _USUAL)

    def rows(self, lines: Iterable[str], letters: int) -> int:
        """How many rows lines take, where a usual row holds so many letters."""
        held = max(1, int(letters * self.share))
        return sum(-(-len(line) // held) for line in lines)

    def holds(self, words: Sequence[str], *, sample: bool) -> bool:
        """Whether paragraphs fit, with the line that a sample has below them."""
        high = self.rows(words, _MOST_LETTERS) * _WORD_LINE_PT + (len(words) - 1) * _PARAGRAPH_PT
        return high + (_SAMPLE_PT if sample else 0) <= self.free


def people(stories: Iterable[Story], words: Sequence[str], room: BackRoom) -> tuple[tuple[str, ...], int]:
    """Whose stories these are, in reading order, each once, and the columns they stand in.

    Where the names are too many for the room that the words leave, none is told.
    """
    names = tuple(dict.fromkeys(story.person for story in stories))
    most = (room.free - _GAPS_PT - room.rows(words, _WORD_LETTERS) * _WORD_LINE_PT) / _NAME_LINE_PT
    for columns, letters in enumerate(_NAME_LETTERS, start=1):
        if len(names) <= _MOST_PEOPLE and room.rows(names, letters) / columns <= most:
            return names, columns
    return (), 1
