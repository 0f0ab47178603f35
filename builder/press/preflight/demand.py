"""What a print shop asks of a file: size, bleed, PDF/X, ink, signature, fonts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from builder.model import Length, Trim


class Profile(StrEnum):
    """The kind of PDF asked for. ``NONE`` asks for no PDF/X and still for inks, fonts and boxes fit for print."""

    X1A = "x1a"
    X4 = "x4"
    NONE = "none"

    @property
    def label(self) -> str:
        """What people call it."""
        return {"x1a": "PDF/X-1a", "x4": "PDF/X-4", "none": "không đòi PDF/X"}[self.value]


@dataclass(frozen=True, slots=True)
class Demand:
    """What a file must be. What is ``None`` or empty is not asked for.

    Attributes:
        profile: the kind of PDF.
        trim: finished size of every page.
        bleed: the least bleed on all four sides.
        ink_limit: the most ink, all four added, in percent.
        multiple: pages of a signature; the number of pages must be a multiple of it.
        fonts: families that may occur; empty allows any.
        spots: spot inks that are paid for.
        blanks: pages (from 1, as they lie in the file) that are meant to be empty.
    """

    profile: Profile = Profile.X1A
    trim: Trim | None = None
    bleed: Length = field(default_factory=lambda: Length(3))
    ink_limit: int = 300
    multiple: int = 1
    fonts: tuple[str, ...] = ()
    spots: tuple[str, ...] = ()
    blanks: frozenset[int] = frozenset()
