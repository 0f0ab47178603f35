"""The cover as numbers: back, spine and front side by side in one sheet, and how wide the spine is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from builder.model import Binding, Edition, Length, PrintSpec, Trim

USUAL_GSM: Final = 80.0
USUAL_BULK: Final = 1.25
"""Paper taken where the edition does not tell its own: an uncoated text paper, its bulk in cm³/g."""
_CARD_GSM: Final = 300.0
_CARD_BULK: Final = 0.9
"""The cover card: 300 g/m² coated board."""
_GLUE: Final = 0.3
_STEPS: Final = 1

LEAST_LETTERED: Final = Length(4.5)
"""Spines narrower than this carry no words: a fold may miss by half a millimetre, and letters get too small."""
_SPINE_AIR: Final = 0.8
_LINE_HEIGHT: Final = 1.3
"""What Vietnamese letters need from the foot of “g” to the tone above “Ế”, in ems."""
_SPINE_LARGEST: Final = 12.0
_SPINE_ENDS: Final = 12.0


def spine_width(spec: PrintSpec, pages: int) -> Length:
    """How wide the back of a book is, to a tenth of a millimetre.

    ``pages / 2 × gsm × bulk / 1000`` for the block (a leaf of g g/m² and b cm³/g is g × b µm thick), the card of the
    cover twice (300 g/m² at 0.9 cm³/g: 0.54 mm), and 0.3 mm of glue. The formula is paper makers' own (bulk is defined
    by ISO 534); card and glue are the trade's usual ones, so the printer confirms the result. A stapled book has no
    spine.
    """
    if spec.binding is Binding.STAPLED:
        return Length(0)
    gsm = spec.paper_gsm or USUAL_GSM
    block = pages / 2 * gsm * (spec.paper_bulk or USUAL_BULK) / 1000
    return Length(round(block + 2 * _CARD_GSM * _CARD_BULK / 1000 + _GLUE, _STEPS))


@dataclass(frozen=True, slots=True)
class CoverGeometry:
    """A cover laid flat, its outside up: the back at the left, the spine, the front at the right."""

    page: Trim
    spine: Length
    bleed: Length

    @property
    def sheet(self) -> Trim:
        """The finished size: what is left when the bleed is cut off."""
        return Trim(Length(2 * self.page.width.mm + self.spine.mm), self.page.height)

    @property
    def front(self) -> Length:
        """How far the front begins from the left edge of the finished sheet."""
        return Length(self.page.width.mm + self.spine.mm)

    @property
    def folds(self) -> tuple[Length, ...]:
        """Where the sheet is folded, from its left edge: both edges of the spine, or one fold where there is none."""
        return tuple(dict.fromkeys((self.page.width, self.front)))

    @property
    def spine_size(self) -> Length:
        """The largest size of letters the spine has room for, with air on both sides of them."""
        room = Length((self.spine.mm - 2 * _SPINE_AIR) / _LINE_HEIGHT)
        return min(room, Length.from_pt(_SPINE_LARGEST))

    @property
    def spine_run(self) -> Length:
        """How long a line on the spine may be."""
        return Length(self.page.height.mm - 2 * _SPINE_ENDS)


def cover_geometry(edition: Edition, pages: int) -> CoverGeometry:
    """The cover of an edition whose interior has so many pages."""
    spec = edition.print
    return CoverGeometry(spec.trim, spine_width(spec, pages), spec.bleed)


def cover_style(edition: Edition, geometry: CoverGeometry) -> str:
    """The part of the style sheet that differs between covers: sizes, accent, ground."""
    sheet = geometry.sheet
    sizes = {
        "bleed": geometry.bleed,
        "spine": geometry.spine,
        "front": geometry.front,
        "page-width": geometry.page.width,
        "page-height": geometry.page.height,
        "sheet-width": sheet.width,
        "spine-size": geometry.spine_size,
        "spine-run": geometry.spine_run,
    }
    lengths = "; ".join(f"--{name}: {length.css}" for name, length in sizes.items())
    names = {"accent": "press", "ground": "ground", "accent-text": "text", "spine-text": "spine"}
    colours = "; ".join(f"--{name}: var(--{edition.accent}-{colour})" for name, colour in names.items())
    return f"@page {{ size: {sheet.width.css} {sheet.height.css}; margin: 0 }}\n:root {{ {lengths}; {colours} }}\n"
