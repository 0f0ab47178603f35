"""Photographs become ink before they reach the page: in four inks under the limit of the paper, or in black alone.

Separating a finished PDF would turn its black text into four inks and press every photo twice; see ``photo`` for what
is read, ``four_inks`` for the limit.
"""

from __future__ import annotations

import hashlib
import io
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import ModuleType

from PIL import Image, features

from builder.model import BuilderError

from .photo import Photograph, resized, upright
from .profiles import converted
from .resampling import resampler

VERSION = "separate-4"
"""Part of every key under which a page with photos is kept: change it when what this file calls changes results."""

_QUALITY = 92
"""Steps of a JPEG that no eye finds at 300 spots to the inch."""


@dataclass(frozen=True)
class Separation:
    """How photos are inked: the profile of the press, the limit (%) of all inks together, or black alone."""

    profile: bytes
    limit: int = 300
    black: bool = False

    @cached_property
    def digest(self) -> str:
        """A hash of all that changes how a photo comes out."""
        engines = f"{features.version('littlecms2')} {features.version('jpg')} {features.version('pil')} {resampler()}"
        said = f"{VERSION} {engines} {self.limit} {self.black} ".encode()
        return hashlib.blake2b(said + self.profile, digest_size=20).hexdigest()

    def jpeg(self, path: Path, width: int, height: int) -> bytes:
        """The photo as a JPEG of these pixels, CMYK or grey, without a profile; the same file gives the same bytes.

        A grey photo stays grey also in a book of four inks: one plate prints it sharper than four.

        Raises:
            BuilderError: the photo cannot be read, its own profile is broken, or no pressing holds the limit.
        """
        photo = resized(upright(path, (width, height)), (width, height))
        if photo.image.mode == "L":
            return _pressed(photo.image)
        if self.black:
            return _pressed(converted(photo, self.profile, b"").convert("L"))
        return self._in_four(photo)

    def ready(self) -> None:
        """Load what inks photos, and begin the table of inks they share."""
        if not self.black:
            _four_inks().ready(self.profile, self.limit)

    def _in_four(self, photo: Photograph) -> bytes:
        made: bytes | None = _four_inks().four_inks(photo, self.profile, self.limit, _pressed)
        if made is None:
            msg = f"Ảnh “{photo.name}” không giữ được tổng lượng mực {self.limit} %."
            raise BuilderError(msg, "Tăng ink_limit trong edition.yml nếu nhà in cho phép, hoặc làm ảnh sáng hơn.")
        return made


def _four_inks() -> ModuleType:
    """What inks photos. Its numpy takes a tenth of a second to load: it is loaded where a photo is inked.

    numpy's algebra, of which nothing is used, would begin threads, and a process with threads cannot be copied.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from . import four_inks  # noqa: PLC0415

    return four_inks


def _pressed(image: Image.Image) -> bytes:
    """A JPEG with every ink at full resolution (4:4:4).

    Codes fitted to each photo (``optimize``) would save three hundredths of its bytes and take three times as long.
    """
    target = io.BytesIO()
    image.save(target, "JPEG", quality=_QUALITY, subsampling=0, dpi=(300, 300), icc_profile=None)
    return target.getvalue()
