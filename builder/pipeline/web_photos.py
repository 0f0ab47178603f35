"""The photos of the site: made ready for the screen, each once, when a page first asks for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from builder.model import BuilderError, Photo
from builder.site import PhotoView
from builder.workspace import Cache, Root, code_fingerprint, digest, state_of

from .outlet import Outlet

if TYPE_CHECKING:
    from builder.press.web_photo import WebPhoto

FOLDER = "anh"


@dataclass(frozen=True)
class Photos:
    """The photos of a site. A file whose size and times are as they were is not opened again."""

    root: Root
    outlet: Outlet
    cache: Cache
    seen: dict[str, PhotoView] = field(default_factory=dict)

    def view(self, photo: Photo) -> PhotoView:
        """A photo as the site shows it; from now on it lies in the outlet."""
        if photo.file not in self.seen:
            self.seen[photo.file] = self._view(photo)
        return self.seen[photo.file]

    def _view(self, photo: Photo) -> PhotoView:
        path = self.root.photo(photo.file)
        name = f"{FOLDER}/{Path(photo.file).with_suffix('.jpg').as_posix()}"
        key = digest(code_fingerprint("press"), "photo on the site", str(path), state_of(path.stat()))
        size = self.cache.get(key)
        if size is None or not self.outlet.holds(name, key):
            made = self._made(photo, path.read_bytes())
            size = made[:_SIZES]
            self.outlet.write(name, made[_SIZES:], key)
            self.cache.put(key, size)
        return PhotoView(name, int.from_bytes(size[:4], "big"), int.from_bytes(size[4:], "big"))

    def _made(self, photo: Photo, data: bytes) -> bytes:
        """Width and height in pixels, four bytes each, and the picture."""
        return self.cache.bytes(digest(code_fingerprint("press"), "web-photo", data), lambda: _packed(photo, data))


_SIZES = 8


def _packed(photo: Photo, data: bytes) -> bytes:
    made = _web_photo(photo, data)
    return made.width.to_bytes(4, "big") + made.height.to_bytes(4, "big") + made.data


def _web_photo(photo: Photo, data: bytes) -> WebPhoto:
    # As long to load as a hundred pages take: a site without photos, or with all of them made, does without.
    from builder.press.web_photo import PhotoError, web_photo  # noqa: PLC0415

    try:
        return web_photo(data)
    except PhotoError as error:
        msg = f"Không mở được ảnh “{photo.file}”."
        raise BuilderError(msg, "Lưu lại ảnh dạng JPEG rồi chép vào assets/photos.") from error
