"""The last hand on a PDF: title, dates, page labels, outline; then bytes that are the same every time.

What makes a file PDF/X (output intent, its identifiers, separated colour) is added here too, once the pictures are
separated; until then nothing here claims it.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pikepdf import Dictionary, Name, ObjectStreamMode, OutlineItem, Pdf, String

_OLD = "pdf/x-1a"
"""The variant that stays within PDF 1.4: no object streams."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline: what, on which page (from 1), how deep (0 is the top)."""

    title: str
    page: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says of itself. ``day`` stands for the time of making, which must not depend on the clock."""

    title: str
    author: str
    day: date
    variant: str


def finish(pdf: Pdf, facts: Facts, bookmarks: Sequence[Bookmark] = ()) -> bytes:
    """Label, describe and save: the same pages and facts give the same bytes."""
    _describe(pdf, facts)
    _label(pdf)
    _outline(pdf, bookmarks)
    target = io.BytesIO()
    old = facts.variant == _OLD
    pdf.save(
        target,
        deterministic_id=True,
        force_version="1.4" if old else "1.6",
        object_stream_mode=ObjectStreamMode.disable if old else ObjectStreamMode.generate,
        compress_streams=True,
        stream_decode_level=None,
    )
    return target.getvalue()


def _describe(pdf: Pdf, facts: Facts) -> None:
    when = String(f"D:{facts.day:%Y%m%d}000000+07'00'")
    info = pdf.docinfo
    info.Title = String(facts.title)
    if facts.author:
        info.Author = String(facts.author)
    info.CreationDate = when
    info.ModDate = when
    info.Trapped = Name.False_ if hasattr(Name, "False_") else Name("/False")
    pdf.Root.Lang = String("vi")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _label(pdf: Pdf) -> None:
    """Folios are plain numbers from the first page on."""
    pdf.Root.PageLabels = Dictionary(Nums=[0, Dictionary(S=Name.D)])


def _outline(pdf: Pdf, bookmarks: Sequence[Bookmark]) -> None:
    if not bookmarks:
        return
    with pdf.open_outline() as outline:
        for mark in bookmarks:
            item = OutlineItem(mark.title, mark.page - 1)
            level = outline.root[-1].children if mark.level and outline.root else outline.root
            level.append(item)
