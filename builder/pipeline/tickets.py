"""Sheets of paper that go with a book: the job ticket, the facts for the licence. One page of A4 each, as PDF."""

from __future__ import annotations

from functools import partial

from builder.edition import BookPlan
from builder.model import BuilderError, Edition, Length, Trim
from builder.press.archive import ScreenFacts, archive
from builder.press.fonts import Fonts
from builder.press.inspect import page_count
from builder.press.join import BookPage, Paper, join
from builder.press.outfit import Outfit, font_names
from builder.press.pool import PressRoom
from builder.press.screen_photo import ScreenPhotos
from builder.press.sheet import Sheet, Store
from builder.press.tagging import tag
from builder.reports.job_ticket import JobTicket, book_name, in_groups, ticket_rows
from builder.reports.licence_sheet import FORM, licence_rows
from builder.workspace import Root, template_environment

from .bookwork import day_of

_A4 = Trim(Length(210), Length(297))
_TICKET, _LICENCE = "Phiếu đặt in", "Số liệu xin giấy phép"


def ticket_pdf(root: Root, store: Store, plan: BookPlan, ticket: JobTicket) -> bytes:
    """The job ticket.

    Raises:
        BuilderError: the theme lacks a file, something cannot be set, or it does not fit on a page.
    """
    files = [
        {"name": file.name, "what": file.what, "facts": file.facts, "sum": in_groups(file.sha256)}
        for file in ticket.files
    ]
    return _sheet(root, store, plan, "job-ticket", _TICKET, ticket=ticket, groups=ticket_rows(ticket), files=files)


def licence_pdf(root: Root, store: Store, plan: BookPlan, pages: int, screen_bytes: int) -> bytes:
    """The facts for the licence of a document that is not sold.

    Raises:
        BuilderError: as for the ticket.
    """
    groups = licence_rows(plan.edition, pages, screen_bytes)
    values = {"groups": groups, "summary": plan.edition.summary, "form": FORM}
    return _sheet(root, store, plan, "licence-sheet", _LICENCE, **values)


def _sheet(root: Root, store: Store, plan: BookPlan, template: str, title: str, **values: object) -> bytes:
    edition = plan.edition
    book = book_name(edition)
    page = template_environment(root.theme / "report").get_template(f"{template}.html")
    fill = partial(page.render, title=f"{title}: {book}", series=edition.series, book=book, **values)
    outfit = _outfit(root, edition)
    with PressRoom(outfit, store, workers=1) as room:
        (made,) = room.set([Sheet(title.lower(), fill(tight=False))])
        if page_count(made) != 1:
            (made,) = room.set([Sheet(title.lower(), fill(tight=True))])
    if page_count(made) != 1:
        msg = f"{title} của sách “{edition.id}” không vừa một trang A4."
        raise BuilderError(msg, "Viết ngắn lại các mục summary, contact, paper, printer trong edition.yml.")
    pages = [BookPage(template, 0, Length(0))]
    joined = join({template: made}, {template: title.lower()}, pages, Paper(_A4, Length(0)), outfit.fonts)
    tag(joined, {template: made}, pages)
    return archive(joined, ScreenFacts(f"{title}: {book}", edition.unit, day_of(plan)))


def _outfit(root: Root, edition: Edition) -> Outfit:
    files = (root.theme / "tokens.css", root.theme / "report" / "sheet.css")
    try:
        style = "\n".join(file.read_text(encoding="utf-8") for file in files)
    except OSError as error:
        msg = f"Không đọc được kiểu của phiếu: {error.filename}."
        raise BuilderError(msg, "Chép lại thư mục theme từ bản mẫu của bộ sách.") from error
    accent = f":root {{ --accent: var(--{edition.accent}) }}\n"
    fonts = Fonts.below(root.fonts, font_names(style))
    return Outfit(f"{style}\n{accent}", fonts, ScreenPhotos(b""), tagged=True)
