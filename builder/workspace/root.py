"""Where the house stands: the nearest folder above that holds ``mkdocs.yml``."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from builder.model import BuilderError

MARKER = "mkdocs.yml"
_DETOURS = frozenset({"", ".", ".."})


@dataclass(frozen=True, slots=True)
class Root:
    """The folders of a project. Everything read lies below ``path``; everything made below ``build`` and ``cache``."""

    path: Path

    @property
    def stories(self) -> Path:
        """One Markdown file a story."""
        return self.path / "stories"

    @property
    def editions(self) -> Path:
        """One folder a book, and the register of volumes."""
        return self.path / "editions"

    @property
    def theme(self) -> Path:
        """Templates beside their styles."""
        return self.path / "theme"

    @property
    def photos(self) -> Path:
        """Photos of stories."""
        return self.path / "assets" / "photos"

    @property
    def fonts(self) -> Path:
        """Fonts with their licences."""
        return self.path / "assets" / "fonts"

    @property
    def build(self) -> Path:
        """Everything made."""
        return self.path / "build"

    @property
    def cache(self) -> Path:
        """What can be made again."""
        return self.path / ".cache"

    def photo(self, name: str) -> Path:
        """The file of a photo, which must lie below ``photos``, links followed.

        Raises:
            BuilderError: the name leads out of the folder. Rules name such photos; this is the lock behind them.
        """
        path = self.photos / name
        if not straight(self.photos, name) and not path.resolve().is_relative_to(self.photos.resolve()):
            msg = f"Ảnh “{name}” nằm ngoài thư mục assets/photos."
            raise BuilderError(msg, "Chép ảnh vào assets/photos rồi ghi lại đường dẫn.")
        return path

    def relative(self, path: Path) -> str:
        """A path as findings name it: relative to the root, with forward slashes."""
        return path.relative_to(self.path).as_posix()


def straight(folder: Path, name: str) -> bool:
    """Whether a name leads below a folder step by step, not upwards and over no link: then it cannot lead out of it.

    It is asked of every photo at every edit, and answered without resolving the folder itself.
    """
    at = os.fspath(folder)
    for step in name.split("/"):
        at = f"{at}/{step}"
        if step in _DETOURS or "\\" in step or ":" in step or os.path.islink(at):  # noqa: PTH114 - see above
            return False
    return True


def find_root(start: Path) -> Root:
    """The root at or above ``start``.

    Raises:
        BuilderError: no ``mkdocs.yml`` there or above.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / MARKER).is_file():
            return Root(folder)
    msg = f"Không thấy tệp {MARKER} trong “{start}” hay thư mục nào phía trên."
    raise BuilderError(msg, "Chạy lệnh trong thư mục của bộ sách, hoặc thêm --root DIR.")
