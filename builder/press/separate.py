"""Photographs become ink before they reach the page: in four inks under the limit of the paper, or in black alone.

Separating a finished PDF would turn its black text into four inks and press every photo twice; see ``photo`` for what
is read, ``ink`` for the limit. JPEG rings: a photo limited before it is pressed may exceed the limit after. So each is
read back and limited harder until it holds.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from PIL import Image, ImageCms, features

from builder.model import BuilderError

from .ink import limited, share_above
from .photo import Photograph, upright

VERSION = "separate-1"
"""Part of every key under which a page with photos is kept: change it when this file changes its results."""

_QUALITY = 95
_TOLERATED = 0.0001
"""The share of spots that may exceed the limit: single points of a JPEG's ringing, which no press resolves."""
_STEP, _ROUNDS = 3, 20


@dataclass(frozen=True)
class Separation:
    """How photos are inked: the profile of the press, the limit (%) of all inks together, or black alone."""

    profile: bytes
    limit: int = 300
    black: bool = False

    @cached_property
    def digest(self) -> str:
        """A hash of all that changes how a photo comes out."""
        said = f"{VERSION} {features.version('littlecms2')} {self.limit} {self.black} ".encode()
        return hashlib.blake2b(said + self.profile, digest_size=20).hexdigest()

    def jpeg(self, path: Path, width: int, height: int) -> bytes:
        """The photo as a JPEG of these pixels, CMYK or grey, without a profile; the same file gives the same bytes.

        A grey photo stays grey also in a book of four inks: one plate prints it sharper than four.

        Raises:
            BuilderError: the photo cannot be read, its own profile is broken, or no pressing holds the limit.
        """
        photo = upright(path)
        image = photo.image.resize((width, height), Image.Resampling.LANCZOS)
        sized = Photograph(photo.name, image, photo.profile)
        if image.mode == "L":
            return _pressed(image)
        if self.black:
            return _pressed(converted(sized, self.profile, b"").convert("L"))
        return self._held(converted(sized, self.profile, self.profile), photo.name)

    def _held(self, image: Image.Image, name: str) -> bytes:
        for n in range(1, _ROUNDS + 1):
            data = _pressed(limited(image, self.limit - n * _STEP))
            with Image.open(io.BytesIO(data)) as seen:
                if share_above(seen, self.limit) <= _TOLERATED:
                    return data
        msg = f"Ảnh “{name}” không giữ được tổng lượng mực {self.limit} %."
        raise BuilderError(msg, "Tăng ink_limit trong edition.yml nếu nhà in cho phép, hoặc làm ảnh sáng hơn.")


def _pressed(image: Image.Image) -> bytes:
    """A JPEG with every ink at full resolution (4:4:4)."""
    target = io.BytesIO()
    image.save(target, "JPEG", quality=_QUALITY, subsampling=0, optimize=True, dpi=(300, 300), icc_profile=None)
    return target.getvalue()


def converted(photo: Photograph, press: bytes, target: bytes) -> Image.Image:
    """From the photo's own colours to those of a profile (empty: sRGB).

    Without a profile of its own RGB is sRGB, as cameras and the web mean it, and CMYK is that of our press.

    Raises:
        BuilderError: the photo's own profile is broken.
    """
    source = photo.profile or (press if photo.image.mode == "CMYK" else b"")
    if source == target:
        return photo.image
    try:
        transform = _transform(source, photo.image.mode, target)
    except (ImageCms.PyCMSError, OSError) as error:
        msg = f"Hồ sơ màu nằm trong ảnh “{photo.name}” hỏng hoặc không hợp với ảnh."
        raise BuilderError(msg, "Mở ảnh bằng phần mềm ảnh, đổi sang sRGB rồi lưu lại.") from error
    made = ImageCms.applyTransform(photo.image, transform)
    if made is None:
        msg = "a transform that is not in place gives an image"
        raise TypeError(msg)
    return made


@lru_cache(maxsize=8)
def _transform(source: bytes, mode: str, target: bytes) -> ImageCms.ImageCmsTransform:
    """Relative colorimetric with black point compensation: colours stay true, shadows keep their drawing."""
    return ImageCms.buildTransform(
        _profile(source),
        _profile(target),
        mode,
        "CMYK" if target else "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


def _profile(data: bytes) -> ImageCms.ImageCmsProfile:
    if not data:
        return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    return ImageCms.ImageCmsProfile(io.BytesIO(data))
