"""Examining a file from end to end: reading, inking, checking."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
from pikepdf import Pdf

from builder.model import Severity

from .check import Flaw
from .checks import CHECKS
from .complaints import told
from .demand import Demand
from .destinations import finder
from .document import read_document
from .dossier import DocumentFacts, Dossier, PageInk
from .fonts import judge_fonts
from .gallery import Gallery
from .ledger import FontLedger
from .names import readable
from .pages import read_pages
from .raster import RasterError, ink_pages

_HEADER = b"%PDF-"

for _engine in ("fontTools", "pikepdf"):
    # What they log of a broken file goes to the terminal in English; what matters of it is told as a flaw.
    logging.getLogger(_engine).addHandler(logging.NullHandler())

Progress = Callable[[int, int], None]
"""Told how many steps are done, of how many."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A line of the outline: what begins on which page (index from 0)."""

    title: str
    page: int


@dataclass(frozen=True, slots=True)
class Examination:
    """What came of it: the flaws, worst first, the pages with their labels, the outline, how many checks looked."""

    flaws: tuple[Flaw, ...]
    labels: tuple[str, ...]
    outline: tuple[Opening, ...]
    checks: int = len(CHECKS)


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
        return _closed(
            "pdf/damaged", f"Tệp không đọc được: {told(str(error))}.", "Xuất lại tệp PDF từ phần mềm dàn trang."
        )
    flaws = sorted((flaw for check in CHECKS for flaw in check.flaws(dossier)), key=lambda flaw: flaw.sort_key)
    return Examination(tuple(flaws), labels, outline)


def _closed(check: str, message: str, remedy: str) -> Examination:
    return Examination((Flaw(check, Severity.ERROR, None, message, remedy),), (), (), 0)


def _dossier(path: Path, pdf: Pdf, demand: Demand, progress: Progress) -> Dossier:
    count, ledger = len(pdf.pages), FontLedger()
    document = _with_head(
        read_document(pdf), path
    )  # before the pages: what qpdf says of their content is told page by page
    pages = read_pages(pdf, (ledger, Gallery()), lambda done: progress(done, 2 * count))
    inks: tuple[PageInk, ...] = ()
    trouble = None
    try:
        inks = ink_pages(path, pages, lambda done: progress(count + done, 2 * count))
    except RasterError as error:
        trouble = error.trouble
    return Dossier(demand, document, pages, judge_fonts(ledger), inks, trouble)


def _with_head(document: DocumentFacts, path: Path) -> DocumentFacts:
    """A file must begin with its header (PDF Reference 1.4, 3.4.1); readers pass over what a download put before it."""
    with path.open("rb") as file:
        if file.read(len(_HEADER)) == _HEADER:
            return document
    return replace(document, warnings=(*document.warnings, "có dữ liệu lạ trước dòng mở đầu %PDF"))


def _labels(pdf: Pdf) -> list[str]:
    """What each page is called; where the labels are broken, its place in the file, which reports give anyway."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        try:
            return [readable(str(page.label)) for page in pdf.pages]
        except (UserWarning, LookupError, TypeError, ValueError):
            return [str(index + 1) for index in range(len(pdf.pages))]


def _outline(pdf: Pdf) -> list[Opening]:
    """All lines of the outline that lead to a page, in page order; a broken outline tells nothing."""
    try:
        with pdf.open_outline() as outline:
            find = finder(pdf)
            found = [opening for item in outline.root for opening in _openings(item, find)]
    except (pikepdf.PdfError, pikepdf.OutlineStructureError, AttributeError, LookupError, TypeError, ValueError):
        return []
    return sorted(found, key=lambda opening: opening.page)


def _openings(item: pikepdf.OutlineItem, find: Callable[[pikepdf.OutlineItem], int | None]) -> list[Opening]:
    page = find(item)
    mine = [] if page is None else [Opening(readable(item.title), page)]
    return [*mine, *(opening for child in item.children for opening in _openings(child, find))]
