"""From the workshop to its books: the plan of each, whether it may be printed, and its interior on disk."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from builder.edition import BookPlan, plan
from builder.edition.select import chosen
from builder.model import BuilderError, Edition, Selection, Severity, Status
from builder.rules import Copy
from builder.workspace import Cache, write_atomic

from .workshop import EDITION_FILE, Workshop

if TYPE_CHECKING:
    from .bookwork import BoundBook

_NAMED = 12
"""How many stories a message names."""


@dataclass(frozen=True, slots=True)
class MadeBook:
    """A book on disk: its interior, its stories, its pages, and how these make signatures.

    ``flowers`` counts the pages that carry a flower and no text, ``fillers`` those of them that only fill the last
    signature.
    """

    edition: str
    path: Path
    pages: int
    stories: int
    signature: int
    flowers: int
    fillers: int
    proof: bool = False

    @property
    def line(self) -> str:
        """“Sách tap-28: 16 bài, 80 trang = 5 tay 16; 14 trang hoa, 3 để đủ tay cuối (bớt 13 trang thì còn 4 tay).”."""
        what = "Bản thảo sách" if self.proof else "Sách"
        return (
            f"{what} {self.edition}: {self.stories} bài, {self.pages} trang = {self._signatures}; "
            f"{self.flowers} trang hoa, {self._filled}."
        )

    @property
    def _signatures(self) -> str:
        whole, over = divmod(self.pages, self.signature)
        return f"{whole} tay {self.signature}" + (f" và lẻ {over} trang" if over else "")

    @property
    def _filled(self) -> str:
        if not self.fillers:
            return "tay cuối vừa đủ"
        whole, over = divmod(self.pages - self.fillers, self.signature)
        fewer = f" (bớt {over} trang thì còn {whole} tay)" if whole else ""
        return f"{self.fillers} để đủ tay cuối{fewer}"


def plan_book(workshop: Workshop, edition_id: str) -> BookPlan:
    """The plan of one book.

    Raises:
        BuilderError: there is no such edition, it has errors, or it chooses no story.
    """
    return plan(_edition(workshop, edition_id), workshop.library)


def plan_books(workshop: Workshop) -> tuple[BookPlan, ...]:
    """The plans of all books, in order of their ids."""
    return tuple(plan_book(workshop, edition_id) for edition_id in workshop.editions)


def make_book(
    workshop: Workshop, edition_id: str, progress: Callable[[int, int], None] | None = None, *, proof: bool = False
) -> MadeBook:
    """Make the interior of a book below ``build/books``. ``progress`` is told how many pieces are set, of how many.

    A proof takes what the workshop's stage gives, ready or not, says so on every page, and has a name of its own.
    Beside the PDF stands a JSON file that says on which page each story opens.

    Raises:
        BuilderError: as ``plan_book``; a story may not be printed yet; a piece cannot be set; something is missing
            from the pages.
    """
    # WeasyPrint takes half a second to import: only those who make books pay for it.
    from .bookwork import bind, book_kit  # noqa: PLC0415

    if not proof:
        see_ready(workshop, edition_id)
    book = plan_book(workshop, edition_id)
    root = workshop.root
    with Cache(root.cache / "books.sqlite") as cache:
        bound = bind(book, book_kit(root, cache), progress, proof=proof)
    path = root.build / "books" / edition_id / f"{edition_id}-{'proof' if proof else 'interior'}.pdf"
    write_atomic(path, bound.pdf)
    write_atomic(path.with_suffix(".json"), _map(book, bound))
    return MadeBook(
        edition_id,
        path,
        bound.pages,
        len(book.stories),
        book.edition.print.signature,
        bound.flowers,
        bound.fillers,
        proof,
    )


def see_ready(workshop: Workshop, edition_id: str) -> None:
    """See that all of a book may be printed: chosen stories free of errors and approved, samples only in samples.

    Raises:
        BuilderError: as ``plan_book``, or naming the stories that hold the book up.
    """
    edition = _edition(workshop, edition_id)
    held = [f"{copy.manuscript.id} ({why})" for copy in workshop.copies for why in _reasons(workshop, edition, copy)]
    if held:
        more = f" và {len(held) - _NAMED} bài nữa" if len(held) > _NAMED else ""
        msg = f"Sách “{edition_id}” chưa in được: {', '.join(held[:_NAMED])}{more}."
        raise BuilderError(
            msg, f"Sửa và duyệt các bài ấy, hoặc bỏ ra bằng exclude; xem thử: hoa book {edition_id} --proof."
        )


def _reasons(workshop: Workshop, edition: Edition, copy: Copy) -> Iterator[str]:
    """Why a story that belongs to a book holds it up; at most one reason, and none for stories of other books."""
    story = copy.story
    if story is None:
        if _may_belong(copy, edition.selection):
            yield "không đọc được"
    elif story.status is not Status.WITHDRAWN and chosen(story, edition.selection):
        if story.status is not Status.APPROVED:
            yield "chưa duyệt"
        elif copy.manuscript.path in workshop.faulty:
            yield "có lỗi"
        elif story.sample and not edition.sample:
            yield "bài mẫu"


def _may_belong(copy: Copy, selection: Selection) -> bool:
    """Whether a selection may mean a story that cannot be read: nothing its header still tells speaks against it."""
    told = copy.manuscript.header or {}
    if told.get("status") == Status.WITHDRAWN or copy.manuscript.id in selection.exclude:
        return False
    if copy.manuscript.id in selection.ids:
        return True
    wanted = (
        ("volume", selection.volumes),
        ("district", selection.districts),
        ("field", selection.fields),
        ("year", range(selection.years[0], selection.years[1] + 1) if selection.years else ()),
    )
    narrowed = any(allowed for _, allowed in wanted) or not selection.ids
    return narrowed and all(not allowed or told.get(key) is None or told[key] in allowed for key, allowed in wanted)


def _edition(workshop: Workshop, edition_id: str) -> Edition:
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
    return file.edition


def _map(book: BookPlan, bound: BoundBook) -> bytes:
    """What the PDF cannot say of itself: which story is on which page."""
    told = {
        "edition": book.edition.id,
        "pages": bound.pages,
        "folios": {story.id: bound.folios[story.id] for story in book.stories},
        "titles": {story.id: story.title for story in book.stories},
        "people": {story.id: story.person for story in book.stories},
        "sha256": hashlib.sha256(bound.pdf).hexdigest(),
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
