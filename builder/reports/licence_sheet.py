"""The fact sheet for the licence of a document that is not sold: what the book knows of Mẫu số 04.

Mẫu số 04 of NĐ 138/2025 asks for: applicant, governing body, address, phone; title; form; pages (or bytes); inserts;
format in cm; print run; language; printer's name and address; purpose; summary; and two stamped manuscripts, with a
written opinion where one is required. The sheet is not the form: its lines are copied into it.
"""

from __future__ import annotations

from builder.model import Edition, Length
from builder.vietnamese.numbers import count, group

from .job_ticket import Row, Rows, book_name

FORM = "Mẫu số 04, Nghị định 138/2025/NĐ-CP"


def licence_rows(edition: Edition, pages: int, screen_bytes: int) -> tuple[Rows, ...]:
    """The lines of the form, in its order; an empty value is to be filled in by hand.

    ``screen_bytes`` is the size of the file a reader on a screen would be given.
    """
    imprint = edition.imprint
    applicant: tuple[Row, ...] = (
        ("Cơ quan, tổ chức đề nghị", imprint.publisher or edition.unit),
        ("Cơ quan chủ quản", ""),
        ("Địa chỉ", imprint.address),
        ("Điện thoại", ""),
    )
    work: tuple[Row, ...] = (
        ("Tên tài liệu", book_name(edition)),
        ("Hình thức tài liệu", "Sách in"),
        ("Số trang", f"{count('trang', pages)} ruột, không kể bìa"),
        ("Dung lượng (bản điện tử)", f"{group(screen_bytes)} byte"),
        ("Phụ bản", "Không"),
        ("Khuôn khổ", f"{_cm(edition.print.trim.width)} × {_cm(edition.print.trim.height)} cm"),
        ("Số lượng in", count("bản", imprint.print_run) if imprint.print_run else ""),
        ("Ngữ xuất bản", "Tiếng Việt"),
        ("Tên, địa chỉ cơ sở in", imprint.printer),
        ("Mục đích xuất bản", ""),
    )
    return (Rows("Bên đề nghị", applicant), Rows("Tài liệu", work))


def _cm(length: Length) -> str:
    return f"{length.mm / 10:g}".replace(".", ",")
