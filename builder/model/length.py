"""Lengths on paper carry their unit: a bare float is how a book comes out an inch too small."""

from __future__ import annotations

from dataclasses import dataclass

MM_PER_INCH = 25.4
PT_PER_INCH = 72.0


@dataclass(frozen=True, slots=True, order=True)
class Length:
    """A length in millimetres."""

    mm: float

    @property
    def pt(self) -> float:
        """The same length in PostScript points (1/72 inch)."""
        return self.mm * PT_PER_INCH / MM_PER_INCH

    @property
    def css(self) -> str:
        """The length as CSS writes it, ``145mm``."""
        return f"{self.mm:g}mm"

    @classmethod
    def from_pt(cls, pt: float) -> Length:
        """A length given in points."""
        return cls(pt * MM_PER_INCH / PT_PER_INCH)


@dataclass(frozen=True, slots=True)
class Trim:
    """The size of a finished page."""

    width: Length
    height: Length
