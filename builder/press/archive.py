"""The last hand on a PDF for screens: it becomes PDF/A-3 with tags; then bytes that are the same every time."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream, String

from builder.model import BuilderError

from .archive_checks import archive_faults
from .facts import Bookmark
from .finish import label, outline
from .opaque import make_opaque
from .xmp import archive_packet, inform

_NAMED = 3
_LIGHTS = 3
_SRGB = "sRGB IEC61966-2.1"


@dataclass(frozen=True, slots=True)
class ScreenFacts:
    """What a PDF for screens says of itself; ``day`` stands for the time of making, which no clock decides."""

    title: str
    author: str
    day: date


def archive(pdf: Pdf, facts: ScreenFacts, bookmarks: Sequence[Bookmark] = ()) -> bytes:
    """Declare, label and save a tagged PDF: the same pages and facts give the same bytes.

    Raises:
        BuilderError: something shines through, or the file is not what PDF/A-3 and its tags ask for.
    """
    make_opaque(pdf)
    _intend(pdf)
    _describe(pdf, facts)
    label(pdf)
    outline(pdf, bookmarks)
    target = io.BytesIO()
    pdf.save(
        target,
        deterministic_id=True,
        force_version="1.7",
        object_stream_mode=ObjectStreamMode.generate,
        compress_streams=True,
        stream_decode_level=None,
    )
    made = target.getvalue()
    faults = archive_faults(made)
    if faults:
        more = f" (và {len(faults) - _NAMED} chỗ nữa)" if len(faults) > _NAMED else ""
        msg = f"Tệp PDF “{facts.title}” chưa đạt chuẩn lưu trữ PDF/A-3: {'; '.join(faults[:_NAMED])}{more}."
        raise BuilderError(msg, "Xem lại kiểu chữ và mẫu trang trong theme; màu trên màn hình là RGB.")
    return made


@cache
def srgb_profile() -> bytes:
    """The profile of sRGB by the ICC, as WeasyPrint brings it along."""
    return files("weasyprint.pdf").joinpath("sRGB2014.icc").read_bytes()


def _intend(pdf: Pdf) -> None:
    """Say what the colours mean (ISO 19005-3, 6.2.3)."""
    profile = pdf.make_indirect(Stream(pdf, srgb_profile(), N=_LIGHTS))
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(_SRGB),
        Info=String(_SRGB),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _describe(pdf: Pdf, facts: ScreenFacts) -> None:
    """The same facts twice: in the document information, and as XMP."""
    inform(pdf, facts.title, facts.author, facts.day)
    packet = archive_packet(facts.title, facts.author, facts.day, pdf)
    pdf.Root.Metadata = pdf.make_indirect(Stream(pdf, packet, Type=Name.Metadata, Subtype=Name.XML))
    pdf.Root.Lang = String("vi")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if "/MarkInfo" not in pdf.Root:
        pdf.Root.MarkInfo = Dictionary(Marked=True)
