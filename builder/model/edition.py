"""An edition: one published book, told by ``editions/<id>/edition.yml``."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .cover import Binding, Cover
from .length import Length, Trim
from .story import Approval


class EditionKind(StrEnum):
    """A numbered volume, a unit's anniversary book, or another special book."""

    VOLUME = "volume"
    ANNIVERSARY = "anniversary"
    SPECIAL = "special"


class SectionBy(StrEnum):
    """What the chapters of a book are."""

    DISTRICT = "district"
    FIELD = "field"
    YEAR = "year"
    NONE = "none"


class Inks(StrEnum):
    """What a book is printed with: four inks, or black alone (one plate, no register to keep, at most 100 % of ink)."""

    CMYK = "cmyk"
    BLACK = "black"


class TonePlacement(StrEnum):
    """Where a book puts the tone marks of open syllables: hòa, thủy (the old way) or hoà, thuỷ (the new)."""

    OLD = "cu"
    NEW = "moi"


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a book celebrates: ``name`` and the founding day; the number of years is computed, never written."""

    name: str
    anchor: date
    on: date

    @property
    def years(self) -> int:
        """Whole years from the anchor to the day of celebration."""
        before = (self.on.month, self.on.day) < (self.anchor.month, self.anchor.day)
        return self.on.year - self.anchor.year - int(before)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which stories make the book. An empty tuple means “any”; ``exclude`` always wins, ``ids`` always adds."""

    volumes: tuple[int, ...] = ()
    districts: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    ids: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Credit:
    """A line of the imprint page: what, who."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Imprint:
    """The facts of the imprint page (Law 19/2012/QH13, art. 27). Empty ones are findings, never invented."""

    regime: str
    publisher: str = ""
    address: str = ""
    registration: str = ""
    decision: str = ""
    licence: str = ""
    isbn: str = ""
    print_run: int | None = None
    printer: str = ""
    deposit: str = ""
    year: int | None = None
    price: str = ""
    credits: tuple[Credit, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintSpec:
    """How it is printed: finished size, bleed, PDF variant, inks, paper, pages a signature, ink limit (%), crop marks.

    ``profile`` names a profile of ``assets/icc``: the printing condition the inks are meant for. ``paper`` is for
    people; the spine is computed from ``paper_gsm`` (g/m²) and ``paper_bulk`` (cm³/g), None until the shop tells them.
    ``contact`` is how the shop reaches the office that orders, never a person's own number.
    """

    trim: Trim = field(default_factory=lambda: Trim(Length(145), Length(205)))
    bleed: Length = field(default_factory=lambda: Length(3))
    variant: str = "pdf/x-1a"
    profile: str = "ISOcoated_v2_300_bas"
    paper: str = ""
    paper_gsm: float | None = None
    paper_bulk: float | None = None
    binding: Binding = Binding.GLUED
    signature: int = 16
    ink_limit: int = 300
    inks: Inks = Inks.CMYK
    marks: bool = False
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """One book. ``front`` and ``back`` name its parts in order; ``forewords`` hold the Markdown of its own pages."""

    id: str
    title: str
    subtitle: str
    kind: EditionKind
    series: str
    selection: Selection
    sections: SectionBy
    accent: str
    front: tuple[str, ...]
    back: tuple[str, ...]
    imprint: Imprint
    print: PrintSpec
    volume: int | None = None
    unit: str = ""
    occasion: Occasion | None = None
    sample: bool = False
    summary: str = ""
    cover: Cover = field(default_factory=Cover)
    approval: Approval | None = None
    tone: TonePlacement | None = None
    """How the book's words are set; None leaves them as they are stored, in the style of the series."""
    texts: tuple[tuple[str, str], ...] = ()
    """Markdown of the edition's own pages, by file name without ending (``loi-noi-dau``)."""
