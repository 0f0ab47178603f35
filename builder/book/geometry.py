"""The page as numbers: trim, margins, where running heads and folios stand, and the small style sheet saying so.

Margins are those of a 145 × 205 mm page (inside 20, outside 16, head 20, foot 22 mm) and grow with the trim.
"""

from __future__ import annotations

from dataclasses import dataclass

from builder.model import Edition, Inks, Length, Trim

LINE_PT = 14.6
"""The baseline grid in points: every height on a text page is a multiple of it."""
HANG_PT = 4.6
"""From the head of a line down to its capitals: what a picture hangs by, so that it begins where words would."""

_MODEL = Trim(Length(145), Length(205))
_INSIDE, _OUTSIDE, _HEAD, _FOOT = 20.0, 16.0, 20.0, 22.0
_STRIP = Length.from_pt(LINE_PT)
_HEAD_STRIP, _FOOT_STRIP = 14.5, 8.2
PROOF_BAND = Length(6.4)
"""Height of the black band at the head and the foot of a page that is a proof."""
_BLACK_ACCENT = "device-cmyk(0 0 0 0.75)"
"""What stands for the accent in a book of one ink: one tint for all, dark enough for small letters to be screened."""


@dataclass(frozen=True, slots=True)
class PageGeometry:
    """A page of a book; pages are laid out as rectos and moved sideways when they become versos."""

    trim: Trim
    bleed: Length

    @property
    def inside(self) -> Length:
        """Margin at the spine."""
        return self._across(_INSIDE)

    @property
    def outside(self) -> Length:
        """Margin at the fore edge."""
        return self._across(_OUTSIDE)

    @property
    def head(self) -> Length:
        """Margin above the text."""
        return self._down(_HEAD)

    @property
    def foot(self) -> Length:
        """Margin below the text."""
        return self._down(_FOOT)

    @property
    def measure(self) -> Length:
        """Width of the text block."""
        return Length(self.trim.width.mm - self.inside.mm - self.outside.mm)

    @property
    def depth(self) -> Length:
        """Height of the text block."""
        return Length(self.trim.height.mm - self.head.mm - self.foot.mm)

    @property
    def lines(self) -> int:
        """Lines of text on a full page."""
        return int(self.depth.pt // LINE_PT)

    def left(self, folio: int) -> Length:
        """Distance of the text block from the left edge of the trimmed page: recto folios are odd."""
        return self.inside if is_recto(folio) else self.outside

    @property
    def head_strip(self) -> Length:
        """Height above the trimmed foot edge at which the strip with the running head begins."""
        return Length(self.trim.height.mm - self._down(_HEAD_STRIP).mm)

    @property
    def foot_strip(self) -> Length:
        """Height above the trimmed foot edge at which the strip with the folio begins."""
        return self._down(_FOOT_STRIP)

    def _across(self, mm: float) -> Length:
        return Length(mm * self.trim.width.mm / _MODEL.width.mm)

    def _down(self, mm: float) -> Length:
        return Length(mm * self.trim.height.mm / _MODEL.height.mm)


def is_recto(folio: int) -> bool:
    """Right-hand pages carry odd folios."""
    return folio % 2 == 1


def page_style(edition: Edition) -> str:
    """The part of the style sheet that differs between editions: page size, margins, accent colour."""
    page = PageGeometry(edition.print.trim, edition.print.bleed)
    accent = _BLACK_ACCENT if edition.print.inks is Inks.BLACK else f"var(--{edition.accent}-press)"
    margins = " ".join(side.css for side in (page.head, page.outside, page.foot, page.inside))
    return (
        f"@page {{ size: {page.trim.width.css} {page.trim.height.css}; margin: {margins} }}\n"
        f"@page furniture {{ size: {page.measure.css} {_STRIP.css}; margin: 0 }}\n"
        f"@page band {{ size: {page.trim.width.css} {PROOF_BAND.css}; margin: 0 }}\n"
        f":root {{ --accent: {accent}; --page-depth: {page.depth.css} }}\n"
    )
