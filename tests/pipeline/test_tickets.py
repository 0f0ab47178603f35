"""The sheets of paper that go with a book: one page of A4 each, whatever they have to tell."""

import re
from dataclasses import replace
from pathlib import Path

from builder.edition import BookPlan
from builder.model import Length, PrintSpec, Trim
from builder.pipeline.tickets import licence_pdf, ticket_pdf
from builder.press.inspect import page_count
from builder.reports.job_ticket import JobTicket, TicketFile
from builder.workspace import Root
from tests.book.making import IMPRINT, plan_of, stories
from tests.factory import REPOSITORY
from tests.press.making import Memory
from tests.press.printing import run

TRIM = Trim(Length(145), Length(205))
NAME = "ky-niem-bay-muoi-lam-nam-giai-phong-thu-do"
WORDY = "Trung tâm Thông tin, Tư liệu và Xuất bản của Ban Thi đua, Khen thưởng và Ban Tuyên giáo và Dân vận Thành ủy"
SPEC = PrintSpec(paper=f"Giấy ngà 80 g/m², {WORDY}", contact=f"{WORDY}, 024 3827 1234", marks=True)


def plan() -> BookPlan:
    imprint = replace(IMPRINT, printer=f"Công ty cổ phần In {WORDY}", publisher=WORDY, address=f"Số 1, {WORDY}")
    title = {"title": "Những bông hoa đẹp giữa vườn hoa người tốt việc tốt", "subtitle": WORDY}
    return plan_of(*stories(2), id=NAME, unit=WORDY, summary=f"{WORDY}. " * 4, imprint=imprint, print=SPEC, **title)


def ticket(book: BookPlan) -> JobTicket:
    files = tuple(
        TicketFile(f"{NAME}-{end}.pdf", "ruột sách, để in", 1_200, TRIM, 530_000_000, "0123456789abcdef" * 4)
        for end in ("interior", "cover")
    )
    return JobTicket(
        book.edition,
        1_200,
        Length(56.3),
        standard="PDF/X-1a:2003",
        condition="FOGRA39",
        verdict="ruột chưa in được: 12 lỗi, 30 cảnh báo; bìa chưa in được: 2 lỗi",
        passed=False,
        files=files,
        notes=tuple(f"Gáy tính tạm với giấy 80 g/m² ({n}). Xin nhà in cho biết số thật của giấy." for n in range(5)),
    )


def test_a_ticket_with_everything_at_its_longest_stays_on_one_page(tmp_path: Path) -> None:
    book = plan()
    path = tmp_path / "ticket.pdf"
    path.write_bytes(ticket_pdf(Root(REPOSITORY), Memory(), book, ticket(book)))
    text = run("pdftotext", path, "-")
    assert page_count(path.read_bytes()) == 1
    assert text.count("Gáy tính tạm") == 5
    assert "Bên đặt in" in text


def test_every_row_of_the_ticket_has_its_heading_and_its_value(tmp_path: Path) -> None:
    path = tmp_path / "ticket.pdf"
    path.write_bytes(ticket_pdf(Root(REPOSITORY), Memory(), plan(), ticket(plan())))
    rows = re.split(r"^ +TR", run("pdfinfo", "-struct", path), flags=re.MULTILINE)[1:]
    headed = [row for row in rows if re.search(r"^ +TH", row, re.MULTILINE)]
    assert len(headed) == 21
    assert all(re.search(r"^ +TD", row, re.MULTILINE) for row in headed)


def test_the_facts_for_the_licence_fit_on_one_page(tmp_path: Path) -> None:
    path = tmp_path / "licence.pdf"
    path.write_bytes(licence_pdf(Root(REPOSITORY), Memory(), plan(), 1_200, 60_000_000))
    assert "138/2025/NĐ-CP" in run("pdftotext", path, "-")
    assert "tài liệu không kinh doanh (Mẫu số 04," in run("pdftotext", "-layout", path, "-")
