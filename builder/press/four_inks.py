"""A photo in colour becomes a JPEG in four inks that holds the limit of the paper when it is read back.

JPEG rings: inks limited before it is pressed may exceed the limit after. So they are limited to a little less, it is
proved how they will come out, and they are limited harder until it holds.
"""

from __future__ import annotations

from functools import lru_cache, partial

from PIL import ImageCms

from .ink import Pixels, limited, pixels_of
from .ink_table import InkTable
from .photo import Photograph
from .profiles import applied, converted, transform
from .ringing import Press, pressed_within

_TOLERATED = 0.0001
"""The share of spots that may exceed the limit: single points of a JPEG's ringing, which no press resolves."""
_STEP, _ROUNDS = 3, 20


def four_inks(photo: Photograph, profile: bytes, limit: int, press: Press) -> bytes | None:
    """A photo, RGB or CMYK, separated and pressed; nothing if no round of limiting makes it hold.

    Args:
        photo: as large as it is to be.
        profile: that of the printing press.
        limit: of all inks together, in percent.
        press: makes the JPEG.

    Raises:
        BuilderError: the photo's own profile is broken.
    """
    pixels = _inked(photo, profile, limit - _STEP)
    allowed = int(pixels.size * _TOLERATED)
    for n in range(1, _ROUNDS + 1):
        lower = pixels if n == 1 else limited(pixels, limit - n * _STEP)
        made = pressed_within(lower, limit, press, allowed)
        if made is not None:
            return made
    return None


def ready(profile: bytes, limit: int) -> None:
    """Begin the table for photos that bring no profile of their own."""
    _table(transform("", b"", "RGB", profile), limit - _STEP)


def _inked(photo: Photograph, profile: bytes, limit: int) -> Pixels:
    if photo.image.mode == "RGB":
        return _table(transform(photo.name, photo.profile, "RGB", profile), limit).inked(photo.image)
    return limited(pixels_of(converted(photo, profile, profile)), limit)


@lru_cache(maxsize=2)
def _table(way: ImageCms.ImageCmsTransform, limit: int) -> InkTable:
    """What is known of the inks of colours; eight megabytes, so that of two kinds of photos at a time."""
    return InkTable(partial(applied, way), limit)
