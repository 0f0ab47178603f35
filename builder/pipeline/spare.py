"""Which stories could give a page back: those whose last page holds a few lines only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from builder.book.geometry import LINE_PT
from builder.edition import BookPlan

from .bookwork import BoundBook

FEW = 6
"""Lines an author can be asked to do without."""
_NAMED = 10


@dataclass(frozen=True, slots=True)
class ShortEnd:
    """A story whose last page, ``folio``, is filled to ``lines`` lines, those of its author and date included.

    Fewer may be enough to save the page: where only a line or two stood there its opening was given more room.
    """

    title: str
    folio: int
    lines: int

    @property
    def line(self) -> str:
        """“bớt nhiều nhất 3 dòng ở bài “Bát cháo đầu ngày” (trang 61)”."""
        return f"bớt nhiều nhất {self.lines} dòng ở bài “{self.title}” (trang {self.folio})"


def short_ends(plan: BookPlan, bound: BoundBook) -> tuple[ShortEnd, ...]:
    """The stories that end with at most ``FEW`` lines on a page of their own, shortest first."""
    return tuple(sorted(_ends(plan, bound), key=lambda end: (end.lines, end.folio)))


def _ends(plan: BookPlan, bound: BoundBook) -> Iterator[ShortEnd]:
    book = bound.composed
    pages = {story.id: book.chunks[f"story/{story.id}"].pages for story in plan.stories}
    last = {story.id: bound.folios[story.id] + pages[story.id] - 1 for story in plan.stories if pages[story.id] > 1}
    for story in plan.stories:
        if story.id in last:
            lines = ceil((bound.depths[last[story.id] - 1] - book.geometry.head.pt) / LINE_PT)
            if lines <= FEW:
                yield ShortEnd(story.title, last[story.id], lines)


def advice(ends: Sequence[ShortEnd], pages: int, fillers: int, signature: int) -> tuple[str, ...]:
    """How to save a signature: how many pages are over the last full one, and which stories could do with less.

    Nothing where the last signature is full of text, or where there is none before it.
    """
    whole, over = divmod(pages - fillers, signature)
    if not (whole and over):
        return ()
    if not ends:
        return (f"Thừa {over} trang so với {whole} tay; không bài nào có trang cuối chỉ vài dòng để bớt.",)
    most = min(len(ends), over)
    enough = "vừa đủ" if most == over else f"chưa đủ {over} trang"
    head = f"Thừa {over} trang so với {whole} tay; sửa ngắn {most} bài thì bớt được nhiều nhất {most} trang, {enough}:"
    named = [f"  {end.line}" for end in ends[: min(most, _NAMED)]]
    rest = [f"  và {most - _NAMED} bài nữa"] if most > _NAMED else []
    return (head, *named, *rest)
