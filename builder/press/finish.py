"""The last hand on a PDF: it becomes PDF/X, with labels and an outline; then bytes that are the same every time."""

from __future__ import annotations

import io
from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, OutlineItem, Pdf, Stream, String

from .facts import Bookmark, Facts
from .opaque import make_opaque
from .xmp import inform, packet

_INKS = 4


def finish(pdf: Pdf, facts: Facts, bookmarks: Sequence[Bookmark] = ()) -> bytes:
    """Declare, label and save: the same pages and facts give the same bytes.

    Raises:
        BuilderError: something shines through, which PDF/X-1a does not allow and our presses do not expect.
    """
    make_opaque(pdf)
    declare(pdf, facts)
    outline(pdf, bookmarks)
    target = io.BytesIO()
    old = facts.standard.version == "1.4"
    pdf.save(
        target,
        deterministic_id=True,
        force_version=facts.standard.version,
        object_stream_mode=ObjectStreamMode.disable if old else ObjectStreamMode.generate,
        compress_streams=True,
        stream_decode_level=None,
    )
    return target.getvalue()


def declare(pdf: Pdf, facts: Facts) -> None:
    """Say in the catalogue what the file is: which PDF/X, for which press, of what title, with which page labels."""
    _intend(pdf, facts)
    _describe(pdf, facts)
    label(pdf)


def _intend(pdf: Pdf, facts: Facts) -> None:
    """Say for which press the inks are meant, and carry its profile (ISO 15930-4, 6.2.2: output intents)."""
    condition = facts.condition
    profile = pdf.make_indirect(Stream(pdf, condition.profile, N=_INKS))
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(condition.identifier),
        OutputCondition=String(condition.words),
        Info=String(condition.words),
        DestOutputProfile=profile,
    )
    if condition.registry:
        intent.RegistryName = String(condition.registry)
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _describe(pdf: Pdf, facts: Facts) -> None:
    """The same facts twice: in the document information, and as XMP."""
    inform(pdf, facts.title, facts.author, facts.day)
    info = pdf.docinfo
    info.Trapped = Name("/False")
    info.GTS_PDFXVersion = String(facts.standard.label)
    if facts.standard.conformance:
        info.GTS_PDFXConformance = String(facts.standard.label)
    pdf.Root.Metadata = pdf.make_indirect(Stream(pdf, packet(facts, pdf), Type=Name.Metadata, Subtype=Name.XML))
    pdf.Root.Lang = String("vi")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def label(pdf: Pdf) -> None:
    """Folios are plain numbers from the first page on."""
    pdf.Root.PageLabels = Dictionary(Nums=[0, Dictionary(S=Name.D)])


def outline(pdf: Pdf, bookmarks: Sequence[Bookmark]) -> None:
    """Lines of the outline; a deeper one belongs to the last of the top before it."""
    if not bookmarks:
        return
    with pdf.open_outline() as lines:
        for mark in bookmarks:
            item = OutlineItem(mark.title, mark.page - 1)
            level = lines.root[-1].children if mark.level and lines.root else lines.root
            level.append(item)
