"""Photos for the screen: upright, small enough for a phone, stripped of all the camera wrote into them."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageOps

MAX_SIDE = 1400
"""Pixels of the longer side: twice the width of a column on a screen of double density."""
QUALITY = 82


class PhotoError(ValueError):
    """Bytes that cannot be shown as a photo."""


@dataclass(frozen=True, slots=True)
class WebPhoto:
    """JPEG bytes with width and height in pixels."""

    data: bytes
    width: int
    height: int


def web_photo(data: bytes) -> WebPhoto:
    """Make a photo ready for the site. EXIF (place, camera, author) and profiles stay behind.

    Raises:
        PhotoError: the bytes are no picture, or an absurdly large one.
    """
    try:
        with Image.open(io.BytesIO(data)) as opened:
            image = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, Image.DecompressionBombError) as error:
        raise PhotoError(str(error)) from error
    image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY, progressive=True, optimize=True)
    return WebPhoto(out.getvalue(), *image.size)
