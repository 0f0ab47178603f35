"""Photographs for a book printed in black: upright, grey, in the exact pixels of their slot, without a profile."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from builder.model import BuilderError

_QUALITY = 92
VERSION = "grey-1"
"""Part of every key under which a page with photos is kept: change it when this file changes its results."""


def measure(path: Path) -> tuple[bytes, int, int]:
    """Hash, width and height of a photo, held upright.

    Raises:
        BuilderError: there is no such file, or it is no picture.
    """
    data = _read(path)
    with _opened(path.name, data) as image:
        turned = image.getexif().get(0x0112, 1) in _TURNED
        width, height = image.size
    digest = hashlib.blake2b(data, digest_size=20).digest()
    return (digest, height, width) if turned else (digest, width, height)


def grey_jpeg(path: Path, width: int, height: int) -> bytes:
    """The photo as a grey JPEG of these pixels; the same file gives the same bytes.

    Raises:
        BuilderError: there is no such file, or it is no picture.
    """
    with _opened(path.name, _read(path)) as image:
        upright = ImageOps.exif_transpose(image)
        grey = _on_white(upright).convert("L").resize((width, height), Image.Resampling.LANCZOS)
    target = io.BytesIO()
    grey.save(target, "JPEG", quality=_QUALITY, optimize=True, dpi=(300, 300))
    return target.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    """Flatten transparency: print knows none."""
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image
    seen = image.convert("RGBA")
    ground = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(ground, seen)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        msg = f"Không đọc được ảnh “{path.name}”."
        raise BuilderError(msg, "Chép ảnh vào assets/photos, đúng tên đã ghi trong bài.") from error


def _opened(name: str, data: bytes) -> Image.Image:
    try:
        return Image.open(io.BytesIO(data))
    except UnidentifiedImageError as error:
        msg = f"Tệp “{name}” không phải là ảnh."
        raise BuilderError(msg, "Lưu lại ảnh dạng JPEG hoặc PNG.") from error


_TURNED = frozenset({5, 6, 7, 8})
