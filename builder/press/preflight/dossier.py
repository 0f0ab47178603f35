"""All that was seen in a file, as values: checks read this and never the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .demand import Demand
from .marks import PageMarks

POINT_SLACK = 0.3
"""How far a box may be from where it should be, in points: a tenth of a millimetre."""


@dataclass(frozen=True, slots=True)
class Box:
    """A page box in points; the sides are in order however the file wrote them."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """In points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """In points."""
        return self.top - self.bottom

    def holds(self, other: Box) -> bool:
        """Whether the other lies within, give or take the slack."""
        return (
            self.left <= other.left + POINT_SLACK
            and self.bottom <= other.bottom + POINT_SLACK
            and self.right >= other.right - POINT_SLACK
            and self.top >= other.top - POINT_SLACK
        )

    def meets(self, other: Box) -> bool:
        """Whether the two have an area in common."""
        return (
            self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top
        )


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something that hangs on a page and is not part of its drawing."""

    kind: str
    box: Box


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page as its dictionary tells it. Boxes that are not there are None; ``group`` is the group's colour space."""

    media: Box
    crop: Box | None
    bleed: Box | None
    trim: Box | None
    art: Box | None
    rotate: int
    user_unit: float
    annotations: tuple[Annotation, ...]
    group: str | None
    marks: PageMarks

    @property
    def cut(self) -> Box:
        """Where the knife goes, as far as the page tells."""
        return self.trim or self.art or self.crop or self.media


@dataclass(frozen=True, slots=True)
class Intent:
    """An output intent. ``kind`` is its S; profile facts are empty where no profile could be read."""

    kind: str
    identifier: str
    registry: str
    embedded: bool
    profile_class: str
    profile_space: str
    components: int


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What the file says of itself, outside its pages. ``actions`` are kinds of them, ``warnings`` words of readers."""

    version: str
    info: Mapping[str, str]
    xmp: Mapping[str, str] | None
    has_id: bool
    intents: tuple[Intent, ...]
    encrypted: bool
    object_streams: bool
    scripts: bool
    attachments: bool
    form_fields: bool
    layers: bool
    actions: tuple[str, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FontFacts:
    """A font as the pages use it.

    Attributes:
        name: without the tag of a subset.
        kind: the Subtype, for composite fonts that of the descendant.
        embedded: whether its program is in the file.
        pages: where text is set in it (index from 0).
        unmapped: codes used that lead to no character.
        private: characters used from private areas.
        decomposed: characters used that are not in composed form (NFC).
        missing: characters or codes used for which the program has no outline.
        garbled: used codes whose outline, by the program's own table, belongs to another character: (ours, its).
        damage: why the program could not be read; empty if it could, or was not asked.
    """

    name: str
    kind: str
    embedded: bool
    pages: tuple[int, ...]
    unmapped: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    decomposed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    garbled: tuple[tuple[str, str], ...] = ()
    damage: str = ""


@dataclass(frozen=True, slots=True)
class PageInk:
    """A page as Ghostscript inked it, within its bleed box, in percent; ``bare`` names edges where art stops short."""

    peak: float
    patch: float
    blank: bool
    bare: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RasterTrouble:
    """Why no raster could be made, in Vietnamese, and the page (index from 0) that stood in the way, if it is known."""

    words: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything about one file, with what is asked of it. ``inks`` is empty where no raster could be made."""

    demand: Demand
    document: DocumentFacts
    pages: tuple[PageFacts, ...]
    fonts: tuple[FontFacts, ...]
    inks: tuple[PageInk, ...] = ()
    raster_trouble: RasterTrouble | None = None
