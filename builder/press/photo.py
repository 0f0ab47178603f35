"""Photographs as they are found: their size, and their pixels held upright on white paper."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError
from PIL.JpegImagePlugin import JpegImageFile

from builder.model import BuilderError

from .resampling import resampled

_TURNED = frozenset({5, 6, 7, 8})
_ORIENTATION = 0x0112
_SPARE = 2
"""How many times the pixels wanted, either way, a photo keeps when it is unpacked smaller than it is."""
_MODES = {"1": "L", "L": "L", "LA": "L", "RGB": "RGB", "RGBA": "RGB", "P": "RGB", "PA": "RGB", "CMYK": "CMYK"}


@dataclass(frozen=True, slots=True)
class Photograph:
    """An upright photo in grey (L), RGB or CMYK, and the colour profile that came with it (empty: none)."""

    name: str
    image: Image.Image
    profile: bytes


def measure(path: Path) -> tuple[bytes, int, int]:
    """Hash, width and height of a photo, held upright.

    Raises:
        BuilderError: there is no such file, or it is no picture.
    """
    data = _read(path)
    with _opened(path.name, data) as image:
        turned = _orientation(image) in _TURNED
        width, height = image.size
    digest = hashlib.blake2b(data, digest_size=20).digest()
    return (digest, height, width) if turned else (digest, width, height)


def upright(path: Path, least: tuple[int, int] = (0, 0)) -> Photograph:
    """Read a photo.

    A JPEG with many times the pixels of ``least`` (width and height, upright) is unpacked at a half, a quarter or an
    eighth of its size, with twice as many or more left.

    Raises:
        BuilderError: there is no such file, it is no picture or a broken one, or of a kind no book is printed from.
    """
    with _opened(path.name, _read(path)) as image:
        if image.mode not in _MODES:
            msg = f"Ảnh “{path.name}” có kiểu màu lạ ({image.mode})."
            raise BuilderError(msg, "Lưu lại ảnh dạng JPEG hoặc PNG, màu RGB 8 bit.")
        _reduce(image, least)
        try:
            _load_whole(image)
        except (OSError, SyntaxError) as error:  # SyntaxError is what Pillow says of a broken PNG
            msg = f"Ảnh “{path.name}” hỏng hoặc thiếu một phần."
            raise BuilderError(msg, "Chép lại ảnh từ bản gốc.") from error
        held = image if _orientation(image) == 1 else ImageOps.exif_transpose(image)
        profile = image.info.get("icc_profile") or b""
        flat = _on_white(held)
    mode = _MODES[image.mode]
    # the profile of a grey picture is a tone curve of the scanner's, and says nothing of inks
    whole = flat if flat.mode == mode else flat.convert(mode)
    return Photograph(path.name, whole, b"" if mode == "L" else profile)


def resized(photo: Photograph, size: tuple[int, int]) -> Photograph:
    """A photo of so many pixels (width, height)."""
    return Photograph(photo.name, resampled(photo.image, size), photo.profile)


def _reduce(image: Image.Image, least: tuple[int, int]) -> None:
    """Tell the decoder how small it may unpack a photo."""
    if min(least) > 0 and isinstance(image, JpegImageFile):
        width, height = reversed(least) if _orientation(image) in _TURNED else least
        image.draft(None, (_SPARE * width, _SPARE * height))


def _orientation(image: Image.Image) -> int:
    said: int = image.getexif().get(_ORIENTATION, 1)
    return said


def _load_whole(image: Image.Image) -> None:
    """Read the pixels, all of them: WeasyPrint tells Pillow, for the whole process, to fill missing ones with grey."""
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        image.load()
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


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
    except (UnidentifiedImageError, Image.DecompressionBombError) as error:
        msg = f"Tệp “{name}” không phải là ảnh, hoặc lớn quá mức."
        raise BuilderError(msg, "Lưu lại ảnh dạng JPEG hoặc PNG.") from error
