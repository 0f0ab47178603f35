"""The report: by weight, then by page; the same for people, for programs and as a page."""

from __future__ import annotations

import json

from builder.model import Severity
from builder.reports.preflight import (
    PreflightReport,
    PressNote,
    as_preflight_html,
    as_preflight_json,
    as_preflight_text,
    page_row,
)


def note(check: str, page: int | None, severity: Severity = Severity.ERROR, message: str = "Sai.") -> PressNote:
    folio, story = ("xii", "Giếng nước") if page else ("", "")
    return PressNote(check, severity, page, folio, story, message, "Sửa.", "tap-28/do-thi-hoa" if page else "")


MANY = tuple(note("pdf/text-rgb", page, message="Chữ màu RGB.") for page in (3, 5, 6, 7, 8, 20))
NOTES = (
    note("pdf/hairline", 12, Severity.WARNING),
    note("pdf/trim-size", 40),
    note("pdf/trim-size", 4),
    note("pdf/title", None, message="<Title> thiếu."),
    *MANY,
)
REPORT = PreflightReport("sách.pdf", 48, (("Chuẩn", "PDF/X-1a"),), NOTES, 68)


def test_text_goes_by_weight_and_page() -> None:
    shown = as_preflight_text(REPORT)
    order = [
        "LỖI (9)",
        "cả tệp",
        "nhiều trang",
        "trang 4 (ghi số xii), “Giếng nước”",
        "trang 40",
        "CẢNH BÁO (1)",
        "trang 12",
    ]
    assert [shown.index(piece) for piece in order] == sorted(shown.index(piece) for piece in order)
    assert "Chữ màu RGB. (trang 3, 5–8, 20)  [pdf/text-rgb]" in shown
    assert shown.endswith("Chưa in được: 9 lỗi, 1 cảnh báo.")


def test_json_has_a_row_for_each_page() -> None:
    told = json.loads(as_preflight_json(REPORT))
    assert len(told["findings"]) == len(NOTES)
    assert told["passed"] is False
    assert told["asked"] == {"Chuẩn": "PDF/X-1a"}
    assert told["findings"][1] == {
        "check": "pdf/trim-size", "severity": "error", "page": 40, "folio": "xii", "story": "Giếng nước",
        "story_id": "tap-28/do-thi-hoa", "message": "Sai.", "remedy": "Sửa.",
    }  # fmt: skip


def test_the_page_needs_nothing_but_itself() -> None:
    page = as_preflight_html(REPORT, ":root { --paper: #fbf8f1; }")
    assert "&lt;Title&gt; thiếu." in page
    assert "--paper: #fbf8f1" in page
    assert "Trang 3, 5–8, 20." in page
    assert not [word for word in ("src=", "href=", "url(", "@import", "<script") if word in page]


def test_a_clean_file_is_told_so() -> None:
    clean = PreflightReport("a.pdf", 16, (), (), 68)
    assert clean.passed
    assert as_preflight_text(clean).endswith("In được: không có lỗi.")


def test_pages_in_a_row() -> None:
    assert page_row([]) == ""
    assert page_row([5, 3, 4, 9, 9]) == "3–5, 9"
