"""Examining a file from end to end: reading, inking, checking."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Pdf

from builder.model import Severity

from .check import Flaw
from .checks import CHECKS
from .demand import Demand
from .document import read_document
from .dossier import Dossier, PageInk
from .fonts import judge_fonts
from .ledger import FontLedger
from .pages import read_pages
from .raster import RasterError, ink_pages

Progress = Callable[[int, int], None]
"""Told how many steps are done, of how many."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A line of the outline: what begins on which page (index from 0)."""

    title: str
    page: int


@dataclass(frozen=True, slots=True)
class Examination:
    """What came of it: the flaws, worst first, the pages with their labels, and the outline."""

    flaws: tuple[Flaw, ...]
    labels: tuple[str, ...]
    outline: tuple[Opening, ...]


def examine(path: Path, demand: Demand, progress: Progress = lambda _done, _of: None) -> Examination:
    """Examine a file.

    Raises:
        BuilderError: there is no Ghostscript on this machine.
    """
    try:
        with Pdf.open(path) as pdf:
            dossier = _dossier(path, pdf, demand, progress)
            labels, outline = tuple(_labels(pdf)), tuple(_outline(pdf))
    except pikepdf.PasswordError:
        return _closed("pdf/encrypted", "Tệp có mật khẩu, không mở được.", "Bỏ mật khẩu rồi xuất lại.")
    except (pikepdf.PdfError, RuntimeError) as error:  # qpdf gives up on a page tree with a RuntimeError of its own
        return _closed("pdf/damaged", f"Tệp không đọc được: {error}.", "Xuất lại tệp PDF từ phần mềm dàn trang.")
    flaws = sorted((flaw for check in CHECKS for flaw in check.flaws(dossier)), key=lambda flaw: flaw.sort_key)
    return Examination(tuple(flaws), labels, outline)


def _closed(check: str, message: str, remedy: str) -> Examination:
    return Examination((Flaw(check, Severity.ERROR, None, message, remedy),), (), ())


def _dossier(path: Path, pdf: Pdf, demand: Demand, progress: Progress) -> Dossier:
    count, ledger = len(pdf.pages), FontLedger()
    document = read_document(pdf)  # before the pages: what qpdf says of their content is told page by page
    pages = read_pages(pdf, ledger, lambda done: progress(done, 2 * count))
    inks: tuple[PageInk, ...] = ()
    trouble = ""
    try:
        inks = ink_pages(path, pages, lambda done: progress(count + done, 2 * count))
    except RasterError as error:
        trouble = str(error)
    return Dossier(demand, document, pages, judge_fonts(ledger), inks, trouble)


def _labels(pdf: Pdf) -> list[str]:
    """What each page is called; where the labels are broken, its place in the file, which reports give anyway."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        try:
            return [str(page.label) for page in pdf.pages]
        except (UserWarning, LookupError, TypeError, ValueError):
            return [str(index + 1) for index in range(len(pdf.pages))]


def _outline(pdf: Pdf) -> list[Opening]:
    """All lines of the outline that lead to a page, in page order; a broken outline tells nothing."""
    places = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    try:
        with pdf.open_outline() as outline:
            found = [opening for item in outline.root for opening in _openings(item, places)]
    except (pikepdf.PdfError, pikepdf.OutlineStructureError, AttributeError, LookupError, TypeError, ValueError):
        return []
    return sorted(found, key=lambda opening: opening.page)


def _openings(item: pikepdf.OutlineItem, places: dict[tuple[int, int], int]) -> list[Opening]:
    page = _target(item, places)
    mine = [] if page is None else [Opening(item.title, page)]
    return [*mine, *(opening for child in item.children for opening in _openings(child, places))]


def _target(item: pikepdf.OutlineItem, places: dict[tuple[int, int], int]) -> int | None:
    """The page of a direct destination; named destinations are asked of nobody."""
    where: object = item.destination
    if where is None and item.action is not None:
        where = item.action.get("/D")
    if isinstance(where, pikepdf.Array) and len(where) and isinstance(where[0], pikepdf.Dictionary):
        return places.get(where[0].objgen)
    return None
