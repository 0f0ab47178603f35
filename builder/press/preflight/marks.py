"""What a page paints, told once for each kind of mark, with how often it occurs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

Inks = tuple[float, float, float, float]
"""Cyan, magenta, yellow, black, each from 0 to 1."""


class Ground(StrEnum):
    """What a colour is told in."""

    GREY = "DeviceGray"
    CMYK = "DeviceCMYK"
    RGB = "RGB"
    LAB = "Lab"
    SPOT = "màu pha"
    REGISTRATION = "All"
    PATTERN = "Pattern"
    NOTHING = "None"

    @property
    def printable(self) -> bool:
        """Whether it is told in inks: screen colours are not."""
        return self not in {Ground.RGB, Ground.LAB}


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour: what it is told in, whether through a profile, the inks if they are known, the names of spots."""

    ground: Ground
    calibrated: bool = False
    inks: Inks | None = None
    spots: tuple[str, ...] = ()

    @property
    def white(self) -> bool:
        """Whether it leaves the paper as it is."""
        return self.inks is not None and sum(self.inks) == 0


BLACK = Paint(Ground.GREY, inks=(0.0, 0.0, 0.0, 1.0))


@dataclass(frozen=True, slots=True)
class TextMark:
    """Text of one font, size (points on paper) and colour.

    ``inside`` tells registration colour inside the trim; ``outline`` is the thickness of letters that are drawn round.
    """

    font: str
    size: float
    paint: Paint
    inside: bool = True
    outline: float | None = None


@dataclass(frozen=True, slots=True)
class PathMark:
    """A filled or stroked path. ``width`` is the thickness of a line in points, None for an area."""

    paint: Paint
    width: float | None = None
    inside: bool = True


@dataclass(frozen=True, slots=True)
class ImageMark:
    """A picture on the page. ``ppi`` is the lower of its two resolutions; ``bits`` one for line art and masks.

    ``damage`` says why its data cannot be drawn, empty where they can.
    """

    pixels: tuple[int, int]
    ppi: float
    bits: int
    paint: Paint
    filters: tuple[str, ...]
    soft_mask: bool
    interpolated: bool
    damage: str = ""


@dataclass(frozen=True, slots=True)
class ShadeMark:
    """A gradient; ``sound`` tells whether its function gives as many components as its colour space has."""

    paint: Paint
    sound: bool


class Effect(StrEnum):
    """What a page does beside painting opaque marks."""

    ALPHA = "alpha"
    BLEND = "blend"
    MASK = "mask"
    GROUP = "group"
    TRANSFER = "transfer"
    POSTSCRIPT = "postscript"
    WHITE_OVERPRINT = "white-overprint"
    HALFTONE = "halftone"
    PROXY = "proxy"


@dataclass(slots=True)
class PageMarks:
    """The marks of a page, counted; ``trouble`` are places where its content could not be read."""

    texts: Counter[TextMark] = field(default_factory=Counter)
    paths: Counter[PathMark] = field(default_factory=Counter)
    images: Counter[ImageMark] = field(default_factory=Counter)
    shades: Counter[ShadeMark] = field(default_factory=Counter)
    effects: Counter[tuple[Effect, str]] = field(default_factory=Counter)
    trouble: list[str] = field(default_factory=list)

    @property
    def painted(self) -> bool:
        """Whether there is any mark at all."""
        return any((self.texts, self.paths, self.images, self.shades))
