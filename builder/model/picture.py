"""What a photo's file says of itself, and the slots of the printed page it has to fill.

The facts are read by an engine and judged by rules; both know the limits from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .length import MM_PER_INCH, Length

MAX_BYTES = 20 * 1024 * 1024
"""A larger photo file is not even read: a camera's best JPEG of 24 megapixels is half of this."""
MAX_PIXELS = 100_000_000
"""A picture claiming more is never unpacked: a file of 100 KB may claim 30,000 × 30,000 pixels, that is 2.7 GB."""
PRINT_PPI = 300
"""Pixels to the inch a photo needs to print sharp."""
LEAST_PPI = 200
"""Below this the pixels can be seen on paper."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The room a photo has on the page; it is scaled until it fills the width or the height."""

    width: Length
    height: Length

    def printed_width(self, width_px: int, height_px: int) -> Length:
        """How wide a picture of these pixels stands in the slot."""
        return Length(min(self.width.mm, self.height.mm * width_px / height_px))

    def ppi(self, width_px: int, height_px: int) -> int:
        """Pixels to the inch a picture of these pixels has in the slot."""
        return round(width_px * MM_PER_INCH / self.printed_width(width_px, height_px).mm)


_MEASURE = Length(109)
_LINE_PT = 14.6
PORTRAIT_LINES = 11.5
"""Height of a picture at the head of a story, in lines of the text."""
FIGURE_LINES = 14.25
"""Height of one in the text: room for a landscape of 3 : 2 across the whole measure, and for two of them on a page."""
UPRIGHT_LINES = 17.8
"""Height of an upright one in the text."""
BESIDE = Length(36)
"""What an upright one leaves of the measure: its caption stands there, beside it."""


def slot_for(width_px: int, height_px: int, *, portrait: bool) -> Slot:
    """The slot of a picture of these pixels on the house's page of 145 × 205 mm."""
    if portrait:
        return Slot(_MEASURE, Length.from_pt(PORTRAIT_LINES * _LINE_PT))
    if height_px > width_px:
        return Slot(Length(_MEASURE.mm - BESIDE.mm), Length.from_pt(UPRIGHT_LINES * _LINE_PT))
    return Slot(_MEASURE, Length.from_pt(FIGURE_LINES * _LINE_PT))


class TroubleKind(StrEnum):
    """Why a photo's file cannot be used."""

    EMPTY = "empty"
    TOO_LARGE = "too-large"
    UNREADABLE = "unreadable"
    NOT_A_PICTURE = "not-a-picture"
    DISGUISED = "disguised"
    UNSUPPORTED = "unsupported"
    TOO_MANY_PIXELS = "too-many-pixels"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Trouble:
    """A trouble; ``detail`` names what the file is in truth (``HEIC``, ``PDF``) where its ending says otherwise."""

    kind: TroubleKind
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Device:
    """What a file tells of the camera and of the people behind it; empty where it tells nothing."""

    make: str = ""
    model: str = ""
    serial: str = ""
    author: str = ""

    @property
    def name(self) -> str:
        """“Canon EOS R6”: the make is not said twice."""
        said_twice = self.model.casefold().startswith(self.make.casefold())
        return self.model if said_twice else f"{self.make} {self.model}".strip()


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What is known of a photo's file without unpacking its pixels.

    Width and height are those of the picture held upright; ``orientation`` is EXIF's number (1 is upright), ``mode``
    Pillow's word for the colours, ``digest`` a hash of the bytes. A file in ``trouble`` tells little else.
    """

    width_px: int = 0
    height_px: int = 0
    format: str = ""
    mode: str = ""
    orientation: int = 1
    has_gps: bool = False
    device: Device = Device()
    size_bytes: int = 0
    digest: str = ""
    trouble: Trouble | None = None
