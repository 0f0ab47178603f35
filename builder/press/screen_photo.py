"""Photographs of the screen PDF: in sRGB, as many pixels as a screen can show, pressed for a small file."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from PIL import features

from .photo import resized, upright
from .profiles import converted
from .resampling import resampler

VERSION = "screen-photo-3"
"""Part of every key under which a page with photos is kept: change it when this file changes its results."""

_PRINT_PPI = 300
"""The resolution the slots of a page are counted in."""
_QUALITY = 80


@dataclass(frozen=True)
class ScreenPhotos:
    """How photos are shown on screens; ``press`` is the profile of photos that come in ink without one of their own."""

    press: bytes
    ppi: int = 180

    @cached_property
    def digest(self) -> str:
        """A hash of all that changes how a photo comes out."""
        engines = f"{features.version('littlecms2')} {features.version('jpg')} {resampler()}"
        said = f"{VERSION} {engines} {self.ppi} {_QUALITY} ".encode()
        return hashlib.blake2b(said + self.press, digest_size=20).hexdigest()

    def jpeg(self, path: Path, width: int, height: int) -> bytes:
        """The photo as a JPEG in sRGB or grey; ``width`` and ``height`` are the pixels it would have in print.

        Raises:
            BuilderError: the photo cannot be read, or its own profile is broken.
        """
        size = (self._pixels(width), self._pixels(height))
        photo = resized(upright(path, size), size)
        image = photo.image
        if image.mode != "L":
            image = converted(photo, self.press, b"")
        target = io.BytesIO()
        image.save(target, "JPEG", quality=_QUALITY, optimize=True, dpi=(self.ppi, self.ppi), icc_profile=None)
        return target.getvalue()

    def ready(self) -> None:
        """Nothing to load."""

    def _pixels(self, printed: int) -> int:
        return max(1, round(printed * self.ppi / _PRINT_PPI))
