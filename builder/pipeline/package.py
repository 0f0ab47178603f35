"""The package of a book: interior, cover, screen PDF, report, ticket; all of them, or the last good ones stay.

Everything is made in a folder beside the book's own and moved there when the last file is done, so that a ticket
never lies beside files it does not speak of.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from builder.book.cover_geometry import USUAL_BULK, USUAL_GSM, cover_geometry
from builder.book.imprint import LICENSED, SAMPLE
from builder.edition import BookPlan
from builder.model import Binding, Edition
from builder.reports.job_ticket import JobTicket, TicketFile, as_ticket_json
from builder.reports.preflight import PreflightReport, as_package_html, as_package_json
from builder.workspace import Cache, Root, file_sha256, one_at_a_time, write_atomic

from .books import MadeBook, made_book, plan_book, see_ready, story_map
from .workshop import Workshop

if TYPE_CHECKING:
    from .bookwork import BookKit, BoundBook
    from .cover import MadeCover
    from .screen import MadeScreen

Watch = Callable[[str], AbstractContextManager[Callable[[int, int], None]]]
"""Opens a show of progress for a piece of work with this name."""

INTERIOR, COVER, SCREEN, LICENCE = "interior.pdf", "cover.pdf", "screen.pdf", "licence-sheet.pdf"
_IMPRINT = "edition/imprint"
_MAP, _TICKET, _TICKET_DATA = "interior.json", "job-ticket.pdf", "job-ticket.json"
_REPORT, _REPORT_DATA = "preflight.html", "preflight.json"
_TITLES = {
    INTERIOR: "ruột sách, để in",
    COVER: "bìa, để in",
    SCREEN: "bản đọc trên màn hình",
    _REPORT: "kết quả soát trước khi in",
    _REPORT_DATA: "kết quả soát, cho máy đọc",
    _TICKET: "phiếu đặt in",
    _TICKET_DATA: "phiếu đặt in, cho máy đọc",
    LICENCE: "số liệu xin giấy phép (Mẫu số 04)",
    _MAP: "bảng số trang các bài",
}
"""The files of a package by the end of their names, in the order they are told."""


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file of a package: where, what it is."""

    path: Path
    what: str


@dataclass(frozen=True, slots=True)
class Package:
    """A whole package on disk; ``passed`` tells whether the files for print hold no error."""

    book: MadeBook
    files: tuple[MadeFile, ...]
    verdicts: tuple[str, ...]
    notes: tuple[str, ...]
    passed: bool


@dataclass(frozen=True, slots=True)
class _Pieces:
    """What is set and joined; only the interior is on disk yet, and ``sha256`` is that of its file."""

    bound: BoundBook
    sha256: str
    cover: MadeCover
    screen: MadeScreen


def make_package(
    workshop: Workshop, edition_id: str, watch: Watch | None = None, *, variant: str | None = None
) -> Package:
    """Make everything a book needs on its way to print and screen, below ``build/books``.

    Args:
        workshop: the stock, loaded for print.
        edition_id: the book.
        watch: shows how far the work is.
        variant: a kind of PDF for this time (``pdf/x-4``) in place of the edition's own.

    Raises:
        BuilderError: as ``plan_book``; a story may not be printed yet; a piece cannot be made. The last package is
            left as it is.
    """
    see_ready(workshop, edition_id)
    plan = _of_variant(plan_book(workshop, edition_id), variant)
    look = watch or _unseen
    folder = workshop.root.build / "books" / edition_id
    with Cache(workshop.root.cache / "books.sqlite") as cache, _workplace(folder) as place:
        pieces = _pieces(workshop, plan, cache, place, look)
        _write(place, edition_id, _set_files(plan, pieces))
        reports = _examined(workshop.root, cache, plan, place, look)
        _write(place, edition_id, _paper(workshop.root, cache, plan, pieces, reports))
        files = _moved(place, folder, edition_id)
    book = made_book(plan, pieces.bound, folder / f"{edition_id}-{INTERIOR}")
    verdicts = tuple(f"{report.file}: {report.verdict}" for report in reports)
    notes = (*pieces.cover.messages, *pieces.screen.messages, *_untold(workshop, edition_id))
    return Package(book, files, verdicts, notes, all(report.passed for report in reports))


def _untold(workshop: Workshop, edition_id: str) -> Iterator[str]:
    """That the imprint page lacks what the law wants there: no error, a licence is asked for with a book in hand."""
    path = workshop.editions[edition_id].file.path
    gaps = sum(finding.rule == _IMPRINT and finding.path == path for finding in workshop.findings)
    if gaps:
        law = "Điều 27 Luật Xuất bản 19/2012/QH13"
        yield f"Trang xi-nhê còn thiếu {gaps} mục mà {law} buộc ghi; xem từng mục: hoa check {path} --stage print."


def _unseen(_: str) -> AbstractContextManager[Callable[[int, int], None]]:
    return nullcontext(lambda _done, _total: None)


def _of_variant(plan: BookPlan, variant: str | None) -> BookPlan:
    if variant is None:
        return plan
    return replace(plan, edition=replace(plan.edition, print=replace(plan.edition.print, variant=variant)))


def _pieces(workshop: Workshop, plan: BookPlan, cache: Cache, place: Path, look: Watch) -> _Pieces:
    """Set and join all pieces. The interior is written into the workplace at once: it may be large."""
    # WeasyPrint takes half a second to import: only those who make books pay for it.
    from .bookwork import bind, book_kit  # noqa: PLC0415
    from .cover import make_cover  # noqa: PLC0415
    from .screen import make_screen, stories_address  # noqa: PLC0415

    kit: BookKit = replace(book_kit(workshop.root, cache), prints=workshop.wholes)
    with look(f"Dàn sách {plan.edition.id}") as progress:
        bound = bind(plan, kit, progress, into=place / f"{plan.edition.id}-{INTERIOR}")
    cover = make_cover(workshop, plan, bound.pages, kit)
    with look("Dàn bản xem màn hình") as progress:
        screen = make_screen(plan, bound, kit, stories_address(workshop.root), progress)
    return _Pieces(bound, file_sha256(place / f"{plan.edition.id}-{INTERIOR}"), cover, screen)


def _set_files(plan: BookPlan, pieces: _Pieces) -> dict[str, bytes]:
    """What is not on disk yet, with the map of stories, which the examination reads."""
    return {
        COVER: pieces.cover.pdf,
        SCREEN: pieces.screen.pdf,
        _MAP: story_map(plan, pieces.bound, pieces.sha256),
    }


def _write(place: Path, edition_id: str, files: Mapping[str, bytes]) -> None:
    """Put files, named by the ends of their names, into the workplace."""
    for end, data in files.items():
        write_atomic(place / f"{edition_id}-{end}", data)


def _examined(root: Root, cache: Cache, plan: BookPlan, place: Path, look: Watch) -> tuple[PreflightReport, ...]:
    from .preflight import PROFILES, demand_of, preflight  # noqa: PLC0415 - as above

    reports = []
    for end in (INTERIOR, COVER):
        path = place / f"{plan.edition.id}-{end}"
        demand = replace(demand_of(root, plan.edition.id, path), profile=PROFILES[plan.edition.print.variant])
        with look(f"Soát {path.name}") as progress:
            reports.append(preflight(path, demand, progress, ours=True, store=cache))
    tokens = (root.theme / "tokens.css").read_text(encoding="utf-8")
    html = as_package_html(reports, f"sách {plan.edition.id}", tokens)
    files = {_REPORT: f"{html}\n".encode(), _REPORT_DATA: f"{as_package_json(reports)}\n".encode()}
    _write(place, plan.edition.id, files)
    return tuple(reports)


def _paper(
    root: Root, cache: Cache, plan: BookPlan, pieces: _Pieces, reports: tuple[PreflightReport, ...]
) -> dict[str, bytes]:
    """The ticket, and for a document that is not sold the facts for its licence, by the end of their names."""
    from .tickets import licence_pdf, ticket_pdf  # noqa: PLC0415 - as above

    ticket = _ticket(root, plan, pieces, reports)
    made = {_TICKET_DATA: as_ticket_json(ticket).encode(), _TICKET: ticket_pdf(root, cache, plan, ticket)}
    if plan.edition.imprint.regime == LICENSED:
        made[LICENCE] = licence_pdf(root, cache, plan, pieces.bound.pages, len(pieces.screen.pdf))
    return made


def _ticket(root: Root, plan: BookPlan, pieces: _Pieces, reports: tuple[PreflightReport, ...]) -> JobTicket:
    from .bookwork import condition_of, facts_of  # noqa: PLC0415 - as above

    edition = plan.edition
    condition = condition_of(root, edition.print.profile)
    flat = cover_geometry(edition, pieces.bound.pages).sheet
    cover = pieces.cover.pdf
    held = (
        (INTERIOR, pieces.bound.size, pieces.sha256, pieces.bound.pages, edition.print.trim),
        (COVER, len(cover), hashlib.sha256(cover).hexdigest(), 1, flat),
    )
    files = tuple(
        TicketFile(f"{edition.id}-{end}", _TITLES[end], pages, trim, size, known)
        for end, size, known, pages, trim in held
    )
    return JobTicket(
        edition,
        pieces.bound.pages,
        pieces.cover.spine,
        standard=facts_of(plan, condition).standard.label,
        condition=condition.label,
        verdict=_verdict(reports),
        passed=all(report.passed for report in reports),
        files=files,
        notes=tuple(_for_the_shop(edition)),
    )


def _for_the_shop(edition: Edition) -> Iterator[str]:
    """What a print shop should know beside the facts; what editors should know is told to them."""
    spec = edition.print
    if spec.binding is Binding.GLUED and not (spec.paper_gsm and spec.paper_bulk):
        gsm, bulk = spec.paper_gsm or USUAL_GSM, spec.paper_bulk or USUAL_BULK
        paper = f"giấy {gsm:g} g/m², độ xốp {bulk:g} cm³/g".replace(".", ",")
        yield f"Gáy tính tạm với {paper}. Xin nhà in cho biết số thật của giấy trước khi in bìa."
    if edition.sample:
        yield SAMPLE


def _verdict(reports: tuple[PreflightReport, ...]) -> str:
    """“ruột: in được: không có lỗi; bìa: chưa in được: 2 lỗi”."""
    return "; ".join(
        f"{what} {report.verdict[:1].lower()}{report.verdict[1:]}"
        for what, report in zip(("ruột", "bìa"), reports, strict=True)
    )


@contextmanager
def _workplace(folder: Path) -> Iterator[Path]:
    """An empty folder beside a book's own, gone when the work is over, however it ends.

    Who makes the same book at the same time waits: the two would write and clear away one another's files.
    """
    place = folder.with_name(f".{folder.name}.part")
    folder.mkdir(parents=True, exist_ok=True)
    with one_at_a_time(folder):
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        try:
            yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)


def _moved(place: Path, folder: Path, edition_id: str) -> tuple[MadeFile, ...]:
    """Move all files of a package where it lies, and take away what the last one had and this one has not."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for end, what in _TITLES.items():
        source, target = place / f"{edition_id}-{end}", folder / f"{edition_id}-{end}"
        if source.is_file():
            source.replace(target)
            made.append(MadeFile(target, what))
        else:
            target.unlink(missing_ok=True)
    return tuple(made)
