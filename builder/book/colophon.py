"""The colophon: how the book was made, on its last page."""

from __future__ import annotations

from collections.abc import Iterator

from builder.edition import BookPlan
from builder.flower import LABELS, Kind
from builder.model import Inks
from builder.vietnamese.numbers import count
from builder.vietnamese.typo import typeset

from .chunk import Chunk, ChunkKind
from .flowers import story_kind
from .imprint import SAMPLE, paper_size
from .markup import together
from .page import Desk

_WHOLE_YEAR = len(Kind)


def colophon_chunk(desk: Desk, plan: BookPlan) -> Chunk:
    """Lay out the colophon."""
    lines = [typeset(line) for line in _sentences(plan)]
    return desk.chunk("colophon", ChunkKind.COLOPHON, name="trang cuối sách", lines=lines)


def _sentences(plan: BookPlan) -> Iterator[str]:
    edition = plan.edition
    yield (
        f"Chữ trong sách là Literata của TypeTogether và {together('Be Vietnam Pro')} của "
        f"{together('Yellow Type Foundry')}, hai bộ chữ mở theo giấy phép SIL, có đủ dấu tiếng Việt."
    )
    yield _flowers(plan)
    paper = f", {edition.print.paper[:1].lower()}{edition.print.paper[1:]}" if edition.print.paper else ""
    yield f"{count('bài', len(plan.stories))}, khổ {paper_size(edition)}{paper}."
    if edition.sample:
        yield SAMPLE


def _flowers(plan: BookPlan) -> str:
    kinds = [kind for kind in Kind if kind in {story_kind(story) for story in plan.stories}]
    names = ", ".join(together(LABELS[kind].removeprefix("Hoa ")) for kind in kinds)
    if len(kinds) == _WHOLE_YEAR:
        names = f"đủ mười hai loài của một năm Hà Nội: {names}"
    paint = "sắc xám phẳng" if plan.edition.print.inks is Inks.BLACK else "màu phẳng"
    return (
        f"Hoa đầu bài do máy vẽ bằng đường cong và {paint}, theo tháng bài được viết hoặc người ấy được khen. "
        f"Sách này có hoa {names}."
    )
