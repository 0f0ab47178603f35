"""Books for tests: an edition with only what a test names, a setter that sets nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from builder.book import Chunk, Desk, PhotoFile, SetChunk, desk_for
from builder.catalogue import Library
from builder.edition import BookPlan, plan
from builder.model import Credit, Edition, EditionKind, Imprint, Occasion, Photo, PrintSpec, SectionBy, Selection, Story
from builder.workspace import template_environment
from tests.factory import REPOSITORY, story

FOREWORD = "# Lời nói đầu\n\nMột cuốn sách *nhỏ* về những người không quen được viết.\n\n> **Nguồn:** sổ tay.\n"
IMPRINT = Imprint(
    regime="publisher",
    publisher="Nhà xuất bản Hà Nội",
    registration="1711-2021/CXBIPH/05-130/HN",
    isbn="978-604-55-9560-2",
    print_run=1516,
    printer="Công ty cổ phần In Hà Nội",
    year=2024,
    price="Sách không bán",
    credits=(Credit("Biên tập", "Lê Thị B"),),
)


def edition(**changes: Any) -> Edition:
    """An edition of everything, by district, in sheets of eight pages."""
    values: dict[str, Any] = {
        "id": "sach-thu",
        "title": "Những bông hoa đẹp",
        "subtitle": "Tập 28",
        "kind": EditionKind.VOLUME,
        "series": "Những bông hoa đẹp",
        "selection": Selection(),
        "sections": SectionBy.DISTRICT,
        "accent": "lotus",
        "front": ("half-title", "title", "imprint", "loi-noi-dau", "contents"),
        "back": ("persons", "units", "colophon"),
        "imprint": IMPRINT,
        "print": PrintSpec(signature=8),
        "volume": 28,
        "unit": "Quận Long Biên",
        "occasion": Occasion("ngày thành lập quận Long Biên", date(2003, 11, 6), date(2023, 11, 6)),
        "texts": (("loi-noi-dau", FOREWORD),),
    }
    return Edition(**(values | changes))


def stories(count: int = 6) -> list[Story]:
    """Stories of two districts, each with its own name."""
    names = ("An", "Ánh", "Bình", "Đạt", "Hoa", "Uyên", "Ước", "Yến")
    districts = ("quan-long-bien", "huyen-gia-lam")
    return [
        story(
            f"tap-28/bai-{n}",
            title=f"Chuyện thứ {n}",
            person=f"Nguyễn Thị {names[n % len(names)]}",
            unit=f"Tổ dân phố số {n}",
            district=districts[n % 3 == 0],
            author="Trần Văn Nam",
            written_on="2022-03-05",
        )
        for n in range(count)
    ]


def plan_of(*held: Story, **changes: Any) -> BookPlan:
    """The plan of an edition that takes these stories."""
    return plan(edition(**changes), Library.of(held))


def desk(photo: Callable[[Photo], PhotoFile] | None = None, **changes: Any) -> Desk:
    """The desk of an edition, with the repository's templates."""
    templates = template_environment(REPOSITORY / "theme" / "book" / "templates")
    return desk_for(edition(**changes), templates, photo or _portrait_sized)


def _portrait_sized(photo: Photo) -> PhotoFile:
    return PhotoFile(f"/photos/{photo.file}", b"digest", 900, 1200)


def setter(sheets: Callable[[Chunk], int]) -> Callable[[Iterable[Chunk]], list[SetChunk]]:
    """A setter that only counts: ``sheets`` tells how many pages a chunk fills, its running head not counted."""
    return lambda chunks: [SetChunk(chunk, b"", sheets(chunk) + bool(chunk.head)) for chunk in chunks]
