"""From the workshop to its books: the plan of each, and its interior on disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from builder.edition import BookPlan, plan
from builder.model import BuilderError, Severity
from builder.workspace import Cache, write_atomic

from .workshop import EDITION_FILE, Workshop


@dataclass(frozen=True, slots=True)
class MadeBook:
    """A book on disk: its interior, its pages and its stories."""

    edition: str
    path: Path
    pages: int
    stories: int

    @property
    def line(self) -> str:
        """“tap-28: 16 bài, 80 trang”."""
        return f"Sách {self.edition}: {self.stories} bài, {self.pages} trang."


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


def make_book(workshop: Workshop, edition_id: str, progress: Callable[[int, int], None] | None = None) -> MadeBook:
    """Make the interior of a book below ``build/books``. ``progress`` is told how many pieces are set, of how many.

    Raises:
        BuilderError: as ``plan_book``; a piece cannot be set; the book does not hold every story it chose.
    """
    # WeasyPrint takes half a second to import: only those who make books pay for it.
    from .bookwork import bind, book_kit  # noqa: PLC0415

    book = plan_book(workshop, edition_id)
    root = workshop.root
    with Cache(root.cache / "books.sqlite") as cache:
        bound = bind(book, book_kit(root, cache), progress)
    lost = [story.id for story in book.stories if story.id not in bound.folios]
    if lost:
        msg = f"Sách “{edition_id}” thiếu các bài: {', '.join(lost)}."
        raise BuilderError(msg, "Xóa thư mục .cache rồi làm lại; nếu vẫn thiếu, báo người viết phần mềm.")
    path = root.build / "books" / edition_id / f"{edition_id}-interior.pdf"
    write_atomic(path, bound.pdf)
    return MadeBook(edition_id, path, bound.pages, len(book.stories))
