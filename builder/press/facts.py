"""What a PDF says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .condition import PrintCondition


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline: what, on which page (from 1), how deep (0 is the top)."""

    title: str
    page: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """Title, author, variant (``pdf/x-1a`` or ``pdf/x-4``), the printing condition it is made for.

    ``day`` stands for the time of making, which must not depend on the clock.
    """

    title: str
    author: str
    day: date
    variant: str
    condition: PrintCondition

    @property
    def standard(self) -> Standard:
        """The standard the variant names."""
        return STANDARDS[self.variant]


@dataclass(frozen=True, slots=True)
class Standard:
    """A part of PDF/X: what files call it, the PDF version it rests on, whether it lets anything shine through."""

    label: str
    version: str
    transparent: bool
    conformance: bool
    """Whether the label stands as GTS_PDFXConformance too (the parts before PDF/X-4)."""


STANDARDS = {
    "pdf/x-1a": Standard("PDF/X-1a:2003", "1.4", transparent=False, conformance=True),
    "pdf/x-4": Standard("PDF/X-4", "1.6", transparent=True, conformance=False),
}
"""ISO 15930-4:2003 and ISO 15930-7:2010."""
