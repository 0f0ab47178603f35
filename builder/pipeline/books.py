"""From the workshop to its books: the plan of each, whether it may be printed, and its interior on disk."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from builder.edition import BookPlan, plan
from builder.edition.select import chosen
from builder.model import BuilderError, Edition, Selection, Severity, Status
from builder.workspace import Cache, write_atomic

from .records import Record
from .workshop import EDITION_FILE, Workshop

if TYPE_CHECKING:
    from .bookwork import BoundBook

_NAMED = 12
"""How many stories a message names."""
_WITHDRAWN = "đã rút lại"
_APPROVALS = frozenset({"approval/edition-missing", "approval/edition-changed"})
"""What is told last: a book is approved when its stories are."""


@dataclass(frozen=True, slots=True)
class MadeBook:
    """A book on disk: its interior, its stories, its pages, and how these make signatures.

    ``flowers`` counts the pages that carry a flower and no text, ``fillers`` those of them that only fill the last
    signature; ``advice`` says how to do with one signature less, where that is near.
    """

    edition: str
    path: Path
    pages: int
    stories: int
    signature: int
    flowers: int
    fillers: int
    proof: bool = False
    advice: tuple[str, ...] = ()

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


def make_ready() -> None:
    """Load what sets books, for one who is going to and has a moment: it takes half a second."""
    from builder.press.engine import load_engine  # noqa: PLC0415 - only those who make books pay for it

    load_engine()


def plan_books(workshop: Workshop) -> tuple[BookPlan, ...]:
    """The plans of all books, in order of their ids."""
    return tuple(plan_book(workshop, edition_id) for edition_id in workshop.editions)


def make_proof(workshop: Workshop, edition_id: str, progress: Callable[[int, int], None] | None = None) -> MadeBook:
    """Make a proof of a book's interior below ``build/books``.

    It takes what the workshop's stage gives, ready or not, says so on every page, and has a name of its own: the
    package of the book stays as it is. ``progress`` is told how many pieces are set, of how many. Beside the PDF
    stands a JSON file that says on which page each story opens.

    Raises:
        BuilderError: as ``plan_book``; a piece cannot be set; something is missing from the pages.
    """
    # WeasyPrint takes half a second to import: only those who make books pay for it.
    from .bookwork import bind, book_kit  # noqa: PLC0415

    book = plan_book(workshop, edition_id)
    root = workshop.root
    path = root.build / "books" / edition_id / f"{edition_id}-proof.pdf"
    with Cache(root.cache / "books.sqlite") as cache:
        kit = replace(book_kit(root, cache), prints=workshop.wholes)
        bound = bind(book, kit, progress, proof=True, into=path)
    write_atomic(path.with_suffix(".json"), story_map(book, bound))
    made = made_book(book, bound, path, proof=True)
    return replace(made, advice=(*_left_out(workshop, book), *made.advice))


def _left_out(workshop: Workshop, book: BookPlan) -> Iterator[str]:
    """Which stories of a book are not in its proof, because nobody can read them or they have errors."""
    there = {story.id for story in book.stories}
    held = [
        f"{record.id} ({'có lỗi' if record.path in workshop.stories else why})"
        for record in workshop.records
        if record.id not in there
        for why in _reasons(workshop, book.edition, record)
        if why != _WITHDRAWN
    ]
    if held:
        more = f" và {len(held) - _NAMED} bài nữa" if len(held) > _NAMED else ""
        yield f"Bản thảo còn thiếu {', '.join(held[:_NAMED])}{more}: chạy “hoa check” để xem lỗi."


def made_book(book: BookPlan, bound: BoundBook, path: Path, *, proof: bool = False) -> MadeBook:
    """What is told of a book whose interior lies at ``path``."""
    from .spare import advice, short_ends  # noqa: PLC0415 - as above

    signature = book.edition.print.signature
    return MadeBook(
        book.edition.id,
        path,
        bound.pages,
        len(book.stories),
        signature,
        bound.flowers,
        bound.fillers,
        proof,
        advice(short_ends(book, bound), bound.pages, bound.fillers, signature),
    )


def see_ready(workshop: Workshop, edition_id: str) -> None:
    """See that all of a book may be printed: its stories, and the book itself, approved and still what was approved.

    Raises:
        BuilderError: as ``plan_book``, or naming what holds the book up.
    """
    see_stories_ready(workshop, edition_id)
    _see_approved(workshop, edition_id)


def see_stories_ready(workshop: Workshop, edition_id: str) -> None:
    """See that the stories of a book may be printed: free of errors and approved, samples only in samples.

    Raises:
        BuilderError: as ``plan_book``, or naming the stories that hold the book up.
    """
    edition = _edition(workshop, edition_id)
    held = [f"{record.id} ({why})" for record in workshop.records for why in _reasons(workshop, edition, record)]
    if held:
        more = f" và {len(held) - _NAMED} bài nữa" if len(held) > _NAMED else ""
        msg = f"Sách “{edition_id}” chưa in được: {', '.join(held[:_NAMED])}{more}."
        raise BuilderError(
            msg, f"Sửa và duyệt các bài ấy, hoặc bỏ ra bằng exclude; xem thử: hoa book {edition_id} --proof."
        )


def _see_approved(workshop: Workshop, edition_id: str) -> None:
    path = workshop.editions[edition_id].file.path
    for finding in workshop.findings:
        if finding.path == path and finding.rule in _APPROVALS:
            msg = f"Sách “{edition_id}” chưa in được: {finding.message[:1].lower()}{finding.message[1:]}"
            raise BuilderError(msg, f"{finding.hint.rstrip('.')}; xem thử: hoa book {edition_id} --proof.")


def _reasons(workshop: Workshop, edition: Edition, record: Record) -> Iterator[str]:
    """Why a story that belongs to a book holds it up; at most one reason, and none for stories of other books.

    Nobody shall wonder why a story is missing from a printed book: one that was withdrawn is left out by ``exclude``.
    """
    story = workshop.stories.get(record.path)
    if story is None:
        if _may_belong(record, edition.selection):
            yield "không đọc được"
    elif story.status is Status.WITHDRAWN:
        if chosen(story, edition.selection):
            yield _WITHDRAWN
    elif chosen(story, edition.selection):
        if story.status is not Status.APPROVED:
            yield "chưa duyệt"
        elif record.path in workshop.faulty:
            yield _fault(workshop, record)
        elif story.sample is not edition.sample:
            yield "bài mẫu" if story.sample else "bài thật, mà sách mẫu nói mọi nhân vật đều hư cấu"


def _fault(workshop: Workshop, record: Record) -> str:
    errors = (found for found in workshop.findings if found.path == record.path and found.severity is Severity.ERROR)
    return "sửa sau khi duyệt" if {found.rule for found in errors} == {"approval/changed"} else "có lỗi"


def _may_belong(record: Record, selection: Selection) -> bool:
    """Whether a selection may mean a story that cannot be read: nothing its header still tells speaks against it."""
    told = record.header
    if record.id in selection.exclude:
        return False
    if record.id in selection.ids:
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
    found = (f for f in workshop.findings if f.path == file.file.path and f.rule not in _APPROVALS)
    errors = [f for f in found if f.severity is Severity.ERROR]
    if file.edition is None or errors:
        reason = errors[0].message if errors else f"Tệp {EDITION_FILE} không đọc được."
        line = errors[0].span.line if errors else 1
        msg = f"{file.file.path}:{line}: {reason}"
        raise BuilderError(msg, f"Chạy “hoa check” để xem mọi lỗi của sách “{edition_id}”.")
    return file.edition


def story_map(book: BookPlan, bound: BoundBook, sha256: str = "") -> bytes:
    """What the PDF cannot say of itself: which story is on which page.

    Whose map it is, the hash of the file tells (SHA-256), or for a proof, which is made every minute, the identity
    that the file itself names.
    """
    told = {
        "edition": book.edition.id,
        "pages": bound.pages,
        "folios": {story.id: bound.folios[story.id] for story in book.stories},
        "titles": {story.id: story.title for story in book.stories},
        "people": {story.id: story.person for story in book.stories},
    } | ({"sha256": sha256} if sha256 else {"id": bound.identity})
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
