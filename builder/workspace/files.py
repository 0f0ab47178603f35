"""Reading stories from disk and writing results so that nothing is ever half-written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from builder.manuscript import FaultKind, Manuscript, read, unread

from .root import Root

STORY_ENDING = ".md"


def story_files(root: Root) -> list[Path]:
    """The story files below ``stories``, sorted by path.

    Folders that are symbolic links are not entered: a loop of links ends here. Hidden entries are passed over.
    """
    return sorted(_below(root.stories))


def _below(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder, followlinks=False):
        here = Path(parent)
        for name in (*names, *folders):
            if name.endswith(STORY_ENDING) and not name.startswith("."):
                yield here / name
        folders[:] = [name for name in folders if not name.startswith(".") and not name.endswith(STORY_ENDING)]


def read_story(root: Root, path: Path) -> Manuscript:
    """Read one story file; whatever is wrong with it, down to its absence, stands in the manuscript's faults."""
    name = _name(root, path)
    if path.is_symlink():
        return unread(name, FaultKind.SYMLINK)
    if path.exists() and not path.is_file():
        return unread(name, FaultKind.NOT_A_FILE)
    try:
        return read(name, path.read_bytes())
    except OSError as error:
        return unread(name, FaultKind.UNREADABLE, error.strerror or "")


def _name(root: Root, path: Path) -> str:
    return root.relative(path) if path.is_relative_to(root.path) else path.as_posix()


def photo_names(root: Root) -> frozenset[str]:
    """The files below ``assets/photos``, relative to it, exactly as the disk spells them."""
    if not root.photos.is_dir():
        return frozenset()
    return frozenset(
        path.relative_to(root.photos).as_posix()
        for path in root.photos.rglob("*")
        if path.is_file() and not path.is_symlink()
    )


def write_atomic(path: Path, data: bytes) -> bool:
    """Write ``data`` under a temporary name, then rename. False: it stood there already."""
    try:
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
    except OSError:
        path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.part")
    temporary.write_bytes(data)
    temporary.replace(path)
    return True
