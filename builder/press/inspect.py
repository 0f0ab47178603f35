"""Small questions to a PDF."""

from __future__ import annotations

import io
from pathlib import Path

from pikepdf import AccessMode, Array, Pdf


def page_count(pdf: bytes) -> int:
    """How many pages it has."""
    with Pdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)


def identity(path: Path) -> str:
    """The identity a file names for itself (PDF Reference 1.4, 10.3); empty if it has none, or was changed since."""
    with Pdf.open(path, access_mode=AccessMode.stream) as document:
        first, last, *_ = *document.trailer.get("/ID", Array()), b"", b""
    return bytes(first).hex() if bytes(first) == bytes(last) else ""
