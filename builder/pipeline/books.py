"""From the workshop to the plans of its books."""

from __future__ import annotations

from builder.edition import BookPlan, plan
from builder.model import BuilderError, Severity

from .workshop import EDITION_FILE, Workshop


def plan_book(workshop: Workshop, edition_id: str) -> BookPlan:
    """The plan of one book.

    Raises:
        BuilderError: there is no such edition, it has errors, or it chooses no story.
    """
    file = workshop.editions.get(edition_id)
    if file is None:
        known = ", ".join(workshop.editions) or "chưa có sách nào"
        msg = f"Không có sách “{edition_id}”."
        raise BuilderError(msg, f"Các sách trong thư mục editions: {known}.")
    errors = [f for f in workshop.findings if f.path == file.file.path and f.severity is Severity.ERROR]
    if file.edition is None or errors:
        reason = errors[0].message if errors else f"Tệp {EDITION_FILE} không đọc được."
        line = errors[0].span.line if errors else 1
        msg = f"{file.file.path}:{line}: {reason}"
        raise BuilderError(msg, f"Chạy “hoa check” để xem mọi lỗi của sách “{edition_id}”.")
    return plan(file.edition, workshop.library)


def plan_books(workshop: Workshop) -> tuple[BookPlan, ...]:
    """The plans of all books, in order of their ids."""
    return tuple(plan_book(workshop, edition_id) for edition_id in workshop.editions)
