"""The imprint page (Law 19/2012/QH13, art. 27): plain, exact, and only what is known."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model import Edition, Imprint
from builder.vietnamese.numbers import group
from builder.vietnamese.typo import typeset

from .chunk import Chunk, ChunkKind
from .page import Desk

NOT_FOR_SALE = "Xuất bản phẩm không bán"
SAMPLE = "Sách mẫu: mọi nhân vật trong sách đều hư cấu."
LICENSED = "non-commercial"
"""The regime of documents that are licensed and not sold (NĐ 138/2025)."""


def imprint_chunk(desk: Desk) -> Chunk:
    """The imprint page as groups of lines; an empty group leaves no gap."""
    edition = desk.edition
    blocks = [list(block) for block in (_book(edition), _house(edition.imprint), _people(edition.imprint))]
    blocks += [list(_numbers(edition.imprint)), list(_printing(edition))]
    return desk.chunk(
        "imprint",
        ChunkKind.IMPRINT,
        name="trang xi-nhê",
        blocks=[[typeset(line) for line in block] for block in blocks if block],
        closing=[line for line in (price_line(edition.imprint), SAMPLE if edition.sample else "") if line],
    )


def price_line(imprint: Imprint) -> str:
    """The price, or that the book is not for sale, which a licensed document must say."""
    if imprint.regime == LICENSED:
        return NOT_FOR_SALE
    return imprint.price


def _book(edition: Edition) -> Iterator[str]:
    yield edition.title
    if edition.subtitle:
        yield edition.subtitle
    if edition.unit:
        yield edition.unit


def _house(imprint: Imprint) -> Iterator[str]:
    if imprint.publisher:
        yield imprint.publisher
    if imprint.address:
        yield f"Địa chỉ: {imprint.address}"
    if imprint.year:
        yield f"Năm xuất bản: {imprint.year}"


def _people(imprint: Imprint) -> Iterator[str]:
    for credit in imprint.credits:
        yield f"{credit.role}: {credit.name}"


def _numbers(imprint: Imprint) -> Iterator[str]:
    named = (
        ("Số xác nhận đăng ký xuất bản", imprint.registration),
        ("Quyết định xuất bản số", imprint.decision),
        ("Giấy phép xuất bản số", imprint.licence),
        ("ISBN", imprint.isbn),
    )
    for label, value in named:
        if value:
            yield f"{label}: {value}"


def _printing(edition: Edition) -> Iterator[str]:
    imprint = edition.imprint
    copies = f"In {group(imprint.print_run)} bản, khổ" if imprint.print_run else "Khổ"
    yield f"{copies} {paper_size(edition)}" + (f", tại {imprint.printer}" if imprint.printer else "")
    if imprint.deposit:
        yield f"In xong và nộp lưu chiểu: {imprint.deposit}"


def paper_size(edition: Edition) -> str:
    """“14,5 × 20,5 cm”."""
    width, height = (
        f"{side.mm / 10:g}".replace(".", ",") for side in (edition.print.trim.width, edition.print.trim.height)
    )
    return f"{width} × {height} cm"
