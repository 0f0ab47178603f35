"""From the colours of one profile to those of another, by Little CMS."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image, ImageCms

from builder.model import BuilderError

from .photo import Photograph


def converted(photo: Photograph, press: bytes, target: bytes) -> Image.Image:
    """From the photo's own colours to those of a profile (empty: sRGB).

    Without a profile of its own RGB is sRGB, as cameras and the web mean it, and CMYK is that of our press.

    Raises:
        BuilderError: the photo's own profile is broken.
    """
    source = photo.profile or (press if photo.image.mode == "CMYK" else b"")
    if source == target:
        return photo.image
    return applied(transform(photo.name, source, photo.image.mode, target), photo.image)


def transform(name: str, source: bytes, mode: str, target: bytes) -> ImageCms.ImageCmsTransform:
    """The way from one profile to another (empty: sRGB) for images of a mode, CMYK or, to sRGB, RGB coming out.

    Raises:
        BuilderError: the source, which came with a photo of this name, is broken.
    """
    try:
        return _transform(source, mode, target)
    except (ImageCms.PyCMSError, OSError) as error:
        msg = f"Hồ sơ màu nằm trong ảnh “{name}” hỏng hoặc không hợp với ảnh."
        raise BuilderError(msg, "Mở ảnh bằng phần mềm ảnh, đổi sang sRGB rồi lưu lại.") from error


def applied(way: ImageCms.ImageCmsTransform, image: Image.Image) -> Image.Image:
    """An image gone that way. The profile it comes to is not packed into it each time, as Pillow's own ``apply`` does.

    A press's profile has a megabyte, and no photo keeps it.
    """
    made = Image.new(way.output_mode, image.size)
    way.transform.apply(image.getim(), made.getim())
    return made


@lru_cache(maxsize=8)
def _transform(source: bytes, mode: str, target: bytes) -> ImageCms.ImageCmsTransform:
    """Relative colorimetric with black point compensation: colours stay true, shadows keep their drawing."""
    way = ImageCms.buildTransform(
        _profile(source),
        _profile(target),
        mode,
        "CMYK" if target else "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    if not isinstance(way, ImageCms.ImageCmsTransform):
        msg = "two profiles make a transform"
        raise TypeError(msg)
    return way


def _profile(data: bytes) -> ImageCms.ImageCmsProfile:
    if not data:
        return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    return ImageCms.ImageCmsProfile(io.BytesIO(data))
