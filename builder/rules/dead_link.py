"""A link from a story to another one that is not there, or will not be when the site is built."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from builder.model import Severity, Status

from .rule import Remark, Scope, rule
from .stock import Stock, StockEntry
from .words import quote


@rule(
    "link/dead",
    Severity.WARNING,
    scope=Scope.STOCK,
    source="Người đọc bấm vào phải tới được bài",
    sees=("stands", "status", "links"),
)
def dead(stock: Stock) -> Iterator[Remark]:
    """Liên kết dẫn đến bài không có trên trang.

    Bài được dẫn tới đã đổi tên tệp, đã rút lại, hay còn là bản nháp: người đọc bấm vào chỉ gặp trang báo không có.

    Cách sửa: sửa địa chỉ theo tên tệp của bài, chờ bài ấy được đăng, hoặc bỏ liên kết.

    Sai: `[bài về bà Hoà](https://ten-mien/bai/tap-28/khong-co/)`
    Đúng: `[bài về bà Hoà](https://ten-mien/bai/tap-28/do-thi-hoa/)`
    """
    linked = [(entry, link, span) for entry in stock.entries for link, span in entry.links if entry.stands]
    if not linked:
        return
    known = {_id_of(entry): entry for entry in stock.entries}
    for entry, link, span in linked:
        trouble = _trouble(link, known)
        if trouble:
            hint = "Sửa địa chỉ, hoặc bỏ liên kết."
            yield Remark(span, f"Liên kết dẫn đến bài {quote(link)} {trouble}.", hint, path=entry.path)


def _id_of(entry: StockEntry) -> str:
    path = PurePosixPath(entry.path)
    return f"{path.parent.name}/{path.stem}"


def _trouble(link: str, known: Mapping[str, StockEntry]) -> str:
    """Why the story cannot be read there; nothing if it can."""
    if link not in known:
        return "không có trong kho"
    status = known[link].status
    if status == Status.WITHDRAWN:
        return "đã rút lại"
    return "" if Status(status).published else "còn là bản nháp"


DEAD_LINK_RULES = (dead,)
