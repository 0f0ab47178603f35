"""Small questions to a PDF."""

from __future__ import annotations

import io

from pikepdf import Pdf


def page_count(pdf: bytes) -> int:
    """How many pages it has."""
    with Pdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)
