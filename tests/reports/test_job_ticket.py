"""The job ticket and the licence sheet as values."""

import json
from dataclasses import replace
from typing import Any

import pytest

from builder.model import Binding, Inks, Length, PrintSpec, Trim
from builder.reports.job_ticket import JobTicket, Rows, TicketFile, as_ticket_json, in_groups, ticket_rows
from builder.reports.licence_sheet import licence_rows
from tests.book.making import IMPRINT, edition

TRIM = Trim(Length(145), Length(205))
FILE = TicketFile("sach-thu-interior.pdf", "ruột sách, để in", 80, TRIM, 5_300_000, "0123456789abcdef" * 4)


def ticket(**changes: Any) -> JobTicket:
    spec = PrintSpec(signature=16, paper="Giấy ngà 80 g/m²", paper_gsm=80, paper_bulk=1.25)
    values: dict[str, Any] = {
        "edition": edition(print=replace(spec, **changes)),
        "pages": 80,
        "spine": Length(4.8),
        "standard": "PDF/X-1a:2003",
        "condition": "FOGRA39",
        "verdict": "ruột in được: không có lỗi",
        "passed": True,
        "files": (FILE,),
        "notes": ("Chưa có ISBN: bìa không có mã vạch.",),
    }
    return JobTicket(**values)


def told(groups: tuple[Rows, ...]) -> dict[tuple[str, str], str]:
    return {(group.heading, label): value for group in groups for label, value in group.rows}


def test_the_ticket_tells_the_shop_what_it_needs() -> None:
    rows = told(ticket_rows(ticket()))
    assert rows["Sách", "Khổ thành phẩm"] == "145 × 205 mm"
    assert rows["Sách", "Tràn lề"] == "3 mm mỗi cạnh, không vẽ dấu cắt"
    assert rows["Ruột", "Tay sách"] == "5 tay 16 trang"
    assert rows["Ruột", "Mực"] == "4/4 (bốn màu hai mặt)"
    assert rows["Ruột", "Giấy"] == "Giấy ngà 80 g/m², độ xốp 1,25 cm³/g"
    assert rows["Bìa", "Mực"] == "4/0 (bốn màu một mặt)"
    assert rows["Bìa", "Gáy"] == "4,8 mm, nhà in xác nhận lại"
    assert rows["Bìa", "Bìa trải phẳng"] == "294,8 × 205 mm"
    assert rows["Đặt in", "Số lượng in"] == "1.516 bản"
    assert rows["Đặt in", "Cơ sở in"] == "Công ty cổ phần In Hà Nội"


def test_what_nobody_told_is_left_to_be_filled_in() -> None:
    rows = told(ticket_rows(replace(ticket(), edition=edition(imprint=replace(IMPRINT, print_run=None, printer="")))))
    empty = {label for (_, label), value in rows.items() if not value}
    assert empty == {"Giấy", "Giấy bìa, gia công", "Số lượng in", "Cơ sở in", "Đầu mối", "Ngày giao sách"}


def test_a_book_of_one_ink_that_is_stapled() -> None:
    rows = told(ticket_rows(replace(ticket(inks=Inks.BLACK, binding=Binding.STAPLED), spine=Length(0), pages=84)))
    assert rows["Ruột", "Mực"] == "1/1 (một màu đen hai mặt)"
    assert rows["Ruột", "Tay sách"] == "5 tay 16 trang và lẻ 4 trang"
    assert rows["Bìa", "Gáy"] == "không có gáy"
    assert rows["Bìa", "Đóng sách"] == "Ghim giữa"


def test_the_data_hold_numbers_and_null_for_what_is_not_known() -> None:
    data = json.loads(as_ticket_json(ticket(contact="Phòng Nội vụ, 024 3827 1234")))
    assert (data["trim_mm"], data["bleed_mm"], data["ink_limit_percent"]) == ([145, 205], 3, 300)
    assert data["interior"]["signatures"] == 5
    assert data["cover"] == {"inks": "4/0", "binding": "keo", "spine_mm": 4.8}
    assert data["contact"] == "Phòng Nội vụ, 024 3827 1234"
    assert data["files"][0]["sha256"] == FILE.sha256
    assert data["preflight"] == {"passed": True, "verdict": "ruột in được: không có lỗi"}
    assert json.loads(as_ticket_json(ticket()))["contact"] is None


def test_files_and_checksums_for_the_eye() -> None:
    assert FILE.facts == "80 trang 145 × 205 mm, 5,3 MB"
    assert in_groups(FILE.sha256) == " ".join(["01234567", "89abcdef"] * 4)


@pytest.mark.parametrize(("publisher", "applicant"), [("", "Quận Long Biên"), ("UBND quận", "UBND quận")])
def test_the_licence_sheet_has_every_line_of_the_form(publisher: str, applicant: str) -> None:
    book = edition(imprint=replace(IMPRINT, regime="non-commercial", publisher=publisher))
    rows = told(licence_rows(book, 80, 607_232))
    assert list(rows) == [
        ("Bên đề nghị", "Cơ quan, tổ chức đề nghị"),
        ("Bên đề nghị", "Cơ quan chủ quản"),
        ("Bên đề nghị", "Địa chỉ"),
        ("Bên đề nghị", "Điện thoại"),
        ("Tài liệu", "Tên tài liệu"),
        ("Tài liệu", "Hình thức tài liệu"),
        ("Tài liệu", "Số trang"),
        ("Tài liệu", "Dung lượng (bản điện tử)"),
        ("Tài liệu", "Phụ bản"),
        ("Tài liệu", "Khuôn khổ"),
        ("Tài liệu", "Số lượng in"),
        ("Tài liệu", "Ngữ xuất bản"),
        ("Tài liệu", "Tên, địa chỉ cơ sở in"),
        ("Tài liệu", "Mục đích xuất bản"),
    ]
    assert rows["Bên đề nghị", "Cơ quan, tổ chức đề nghị"] == applicant
    assert rows["Tài liệu", "Số trang"] == "80 trang ruột, không kể bìa"
    assert rows["Tài liệu", "Dung lượng (bản điện tử)"] == "607.232 byte"
    assert rows["Tài liệu", "Khuôn khổ"] == "14,5 × 20,5 cm"
