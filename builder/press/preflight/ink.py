"""Measuring a page's raster: how much ink, whether any, and whether art at the knife runs on into the bleed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter, ImageMath

from .dossier import Box, PageFacts, PageInk

DPI = 100
_PER_POINT = DPI / 72
_FULL = 255
_STRAY = 0.00005
"""The part of a page that may be darker than its peak: what a JPEG's ringing and edges make."""
_PATCH = 1.5
"""Radius of a patch of 4 × 4 pixels, a millimetre."""
_STRIP = 2
"""Half a millimetre on either side."""
_RUN = 2
"""Shorter runs of ink at the knife are noise (pixels)."""
_EDGES = ("trên", "dưới", "trái", "phải")

Area = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """Bleed and trim box in pixels: left, top, right, bottom."""

    bleed: Area
    trim: Area

    @classmethod
    def of(cls, page: PageFacts, size: tuple[int, int]) -> Frame:
        """The boxes of a page whose raster has this size; a rotated page counts as a whole."""
        if page.rotate:
            return cls((0, 0, *size), (0, 0, *size))
        return cls(_area(page.bleed or page.cut, page, size), _area(page.cut, page, size))

    @property
    def reach(self) -> int:
        """The bleed in pixels, on the side that has most."""
        return max(abs(one - two) for one, two in zip(self.bleed, self.trim, strict=True))


def _area(box: Box, page: PageFacts, size: tuple[int, int]) -> Area:
    """Pixels wholly within a box: half a pixel of white at the rim would pass for missing art."""
    scale = _PER_POINT * page.user_unit
    left, right = (box.left - page.media.left) * scale, (box.right - page.media.left) * scale
    top, bottom = (page.media.top - box.top) * scale, (page.media.top - box.bottom) * scale
    inner = (_up(left), _up(top), int(right + _SLACK), int(bottom + _SLACK))
    return (max(0, inner[0]), max(0, inner[1]), min(size[0], inner[2]), min(size[1], inner[3]))


_SLACK = 0.05


def _up(value: float) -> int:
    return -int(-(value - _SLACK) // 1)


def measure(image: Image.Image, frame: Frame) -> PageInk:
    """A page's ink, in percent, all four added."""
    page = image.crop(frame.bleed)
    coarse = sum(_highest(plate) for plate in page.split())
    if coarse == 0:
        return PageInk(0, 0, blank=True)
    if coarse <= _FULL:  # no page of a book printed in black gets further
        return PageInk(_percent(coarse), _percent(coarse), blank=False, bare=tuple(_bare(image, frame)))
    total = _total(page)
    patch = _highest(_total(page.filter(ImageFilter.BoxBlur(_PATCH))))
    return PageInk(_percent(_peak(total)), _percent(patch), blank=False, bare=tuple(_bare(image, frame)))


def _percent(ink: float) -> float:  # 255 is one plate in full
    return round(ink * 100 / _FULL, 1)


def _highest(plate: Image.Image) -> int:
    """The highest value of one band."""
    high = plate.getextrema()[1]
    return int(high) if isinstance(high, int | float) else 0


def _total(page: Image.Image) -> Image.Image:
    """The sum of the plates for each pixel, 0 to 1020."""
    plates = dict(zip("cmyk", page.split(), strict=True))
    added = ImageMath.lambda_eval(lambda held: held["c"] + held["m"] + held["y"] + held["k"], **plates)
    return added if isinstance(added, Image.Image) else Image.new("I", page.size)


def _peak(total: Image.Image) -> int:
    """The sum that all but a stray part of the page stays below or at."""
    allowed = int(total.width * total.height * _STRAY)
    for low in (768, 512, 256, 0):
        counts = total.histogram(extrema=(low, low + _FULL))
        for step in range(_FULL, -1, -1):
            allowed -= counts[step]
            if allowed < 0:
                return low + step
    return 0


def _bare(image: Image.Image, frame: Frame) -> Iterator[str]:
    """The edges at which ink stands at the knife and none at the rim of the bleed near by."""
    if frame.reach <= _STRIP:
        return
    left, top, right, bottom = frame.trim
    outer = frame.bleed
    pairs = (
        ((left, top, right, top + _STRIP), (left, outer[1], right, outer[1] + _STRIP)),
        ((left, bottom - _STRIP, right, bottom), (left, outer[3] - _STRIP, right, outer[3])),
        ((left, top, left + _STRIP, bottom), (outer[0], top, outer[0] + _STRIP, bottom)),
        ((right - _STRIP, top, right, bottom), (outer[2] - _STRIP, top, outer[2], bottom)),
    )
    for name, (knife, rim) in zip(_EDGES, pairs, strict=True):
        if _stops(_line(image.crop(knife)), _line(image.crop(rim)), frame.reach):
            yield name


def _line(strip: Image.Image) -> bytes:
    """A strip as a row: for each place the strongest ink across it."""
    cyan, magenta, yellow, black = strip.split()
    most = ImageChops.lighter(ImageChops.lighter(cyan, magenta), ImageChops.lighter(yellow, black))
    if most.getbbox() is None:
        return b""
    if most.height > most.width:
        most = most.transpose(Image.Transpose.ROTATE_90)
    rows = [most.crop((0, n, most.width, n + 1)) for n in range(most.height)]
    row = rows[0]
    for other in rows[1:]:
        row = ImageChops.lighter(row, other)
    return row.tobytes()


def _stops(knife: bytes, rim: bytes, reach: int) -> bool:
    """Whether a run of ink at the knife has none at the rim, give or take a slant of the bleed's width."""
    run = 0
    for place, ink in enumerate(knife):
        run = run + 1 if ink and not any(rim[max(0, place - reach) : place + reach + 1]) else 0
        if run >= _RUN:
            return True
    return False
