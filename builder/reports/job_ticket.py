"""The job ticket (phiếu đặt in): what a print shop has to know of a book, as values, as JSON and as rows for a page.

What nobody has told yet stays empty, and becomes a dotted line to be filled in by hand.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from builder.model import Binding, Edition, Inks, Length, Trim
from builder.vietnamese.numbers import count, file_size

_BINDINGS = {Binding.GLUED: "Keo, gáy vuông", Binding.STAPLED: "Ghim giữa"}
_INKS = {Inks.CMYK: ("4/4", "bốn màu hai mặt"), Inks.BLACK: ("1/1", "một màu đen hai mặt")}
_COVER_INKS = ("4/0", "bốn màu một mặt")


@dataclass(frozen=True, slots=True)
class TicketFile:
    """A file handed over: its name, what it is, its pages and the finished size of one, its bytes and their SHA-256."""

    name: str
    what: str
    pages: int
    trim: Trim
    size: int
    sha256: str

    @property
    def facts(self) -> str:
        """“80 trang 145 × 205 mm, 5,3 MB”."""
        return f"{count('trang', self.pages)} {millimetres(self.trim)}, {file_size(self.size)}"


@dataclass(frozen=True, slots=True)
class JobTicket:
    """Everything on the ticket.

    ``standard`` is the kind of PDF, ``condition`` the printing condition the inks are meant for, ``verdict`` what the
    examination before print said, ``notes`` what was taken for granted or left off.
    """

    edition: Edition
    pages: int
    spine: Length
    standard: str
    condition: str
    verdict: str
    passed: bool
    files: tuple[TicketFile, ...]
    notes: tuple[str, ...] = ()


Row = tuple[str, str]
"""A label and its value; an empty value is to be filled in by hand."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows under a heading."""

    heading: str
    rows: tuple[Row, ...]


def ticket_rows(ticket: JobTicket) -> tuple[Rows, ...]:
    """The ticket for people, group by group."""
    return (Rows("Sách", _book(ticket)), Rows("Ruột", _interior(ticket)), Rows("Bìa", _cover(ticket)), _order(ticket))


def book_name(edition: Edition) -> str:
    """“Những bông hoa đẹp – Tập 28 – Số đặc biệt”."""
    return f"{edition.title} – {edition.subtitle}" if edition.subtitle else edition.title


def _book(ticket: JobTicket) -> tuple[Row, ...]:
    edition = ticket.edition
    spec = edition.print
    return (
        ("Mã sách", edition.id),
        ("Đơn vị làm sách", edition.unit),
        ("Khổ thành phẩm", millimetres(spec.trim)),
        ("Tràn lề", f"{_mm(spec.bleed)} mm mỗi cạnh" + (", có dấu cắt" if spec.marks else ", không vẽ dấu cắt")),
        ("Loại tệp", f"{ticket.standard}, {ticket.condition}"),
        ("Tổng lượng mực", f"không quá {spec.ink_limit} %"),
    )


def _interior(ticket: JobTicket) -> tuple[Row, ...]:
    spec = ticket.edition.print
    inks, words = _INKS[spec.inks]
    return (
        ("Số trang", count("trang", ticket.pages)),
        ("Tay sách", signatures(ticket.pages, spec.signature)),
        ("Mực", f"{inks} ({words})"),
        ("Giấy", _paper(ticket.edition)),
    )


def _cover(ticket: JobTicket) -> tuple[Row, ...]:
    spec = ticket.edition.print
    inks, words = _COVER_INKS
    flat = Trim(Length(2 * spec.trim.width.mm + ticket.spine.mm), spec.trim.height)
    return (
        ("Đóng sách", _BINDINGS[spec.binding]),
        ("Gáy", f"{_mm(ticket.spine)} mm, nhà in xác nhận lại" if ticket.spine.mm else "không có gáy"),
        ("Bìa trải phẳng", millimetres(flat)),
        ("Mực", f"{inks} ({words})"),
        ("Giấy bìa, gia công", ""),
    )


def _order(ticket: JobTicket) -> Rows:
    imprint = ticket.edition.imprint
    rows = (
        ("Số lượng in", count("bản", imprint.print_run) if imprint.print_run else ""),
        ("Cơ sở in", imprint.printer),
        ("Đầu mối", ticket.edition.print.contact),
        ("Ngày giao sách", ""),
    )
    return Rows("Đặt in", rows)


def signatures(pages: int, signature: int) -> str:
    """“5 tay 16 trang”."""
    whole, over = divmod(pages, signature)
    return f"{whole} tay {signature} trang" + (f" và lẻ {over} trang" if over else "")


def _paper(edition: Edition) -> str:
    spec = edition.print
    known = [spec.paper] if spec.paper else []
    if spec.paper_gsm and f"{spec.paper_gsm:g}" not in spec.paper:
        known.append(f"{_number(spec.paper_gsm)} g/m²")
    if spec.paper_bulk:
        known.append(f"độ xốp {_number(spec.paper_bulk)} cm³/g")
    return ", ".join(known)


def millimetres(trim: Trim) -> str:
    """“145 × 205 mm”."""
    return f"{_mm(trim.width)} × {_mm(trim.height)} mm"


def _mm(length: Length) -> str:
    return _number(round(length.mm, 2))


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def in_groups(sha256: str) -> str:
    """A checksum for the eye: eight groups of eight."""
    return " ".join(sha256[n : n + 8] for n in range(0, len(sha256), 8))


def as_ticket_json(ticket: JobTicket) -> str:
    """For programs: one object; lengths in millimetres, sizes in bytes, ``null`` for what is not known yet."""
    return json.dumps(_value(ticket), ensure_ascii=False, indent=1) + "\n"


def _value(ticket: JobTicket) -> dict[str, Any]:
    edition = ticket.edition
    spec, imprint = edition.print, edition.imprint
    return {
        "edition": edition.id,
        "title": book_name(edition),
        "unit": edition.unit or None,
        "trim_mm": _sides(spec.trim),
        "bleed_mm": spec.bleed.mm,
        "crop_marks": spec.marks,
        "standard": ticket.standard,
        "profile": spec.profile,
        "condition": ticket.condition,
        "ink_limit_percent": spec.ink_limit,
        "interior": {
            "pages": ticket.pages,
            "signature": spec.signature,
            "signatures": ticket.pages / spec.signature,
            "inks": _INKS[spec.inks][0],
            "paper": _paper(edition) or None,
        },
        "cover": {"inks": _COVER_INKS[0], "binding": spec.binding.value, "spine_mm": ticket.spine.mm},
        "print_run": imprint.print_run,
        "printer": imprint.printer or None,
        "contact": spec.contact or None,
        "preflight": {"passed": ticket.passed, "verdict": ticket.verdict},
        "notes": list(ticket.notes),
        "files": _files(ticket.files),
    }


def _files(files: Sequence[TicketFile]) -> list[dict[str, Any]]:
    return [
        {
            "name": file.name,
            "what": file.what,
            "pages": file.pages,
            "trim_mm": _sides(file.trim),
            "bytes": file.size,
            "sha256": file.sha256,
        }
        for file in files
    ]


def _sides(trim: Trim) -> list[float]:
    return [round(trim.width.mm, 2), round(trim.height.mm, 2)]
