"""Reading stories from disk and writing results so that nothing is ever half-written."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from builder.manuscript import FaultKind, Manuscript, read, unread

from .root import Root

STORY_ENDING = ".md"
_TICK_NS = 2_000_000_000
_WRITING = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
_WRITING_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


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


def story_states(root: Root) -> dict[str, str]:
    """The story files by their names relative to the root, sorted, each with a word for its state on disk.

    The state changes whenever a file's bytes may have changed. It is empty for what is no plain file.
    """
    return dict(sorted(_states(root.stories, root.relative(root.stories))))


def _states(folder: Path, name: str) -> Iterator[tuple[str, str]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        inner = f"{name}/{entry.name}"
        if entry.name.endswith(STORY_ENDING):
            yield inner, _state(entry)
        elif entry.is_dir(follow_symlinks=False):
            yield from _states(folder / entry.name, inner)


def _state(entry: os.DirEntry[str]) -> str:
    try:
        told = entry.stat(follow_symlinks=False)
    except OSError:
        return ""
    if not stat.S_ISREG(told.st_mode):
        return ""
    return f"{max(told.st_mtime_ns, told.st_ctime_ns)} {told.st_mtime_ns} {told.st_size} {told.st_ino}"


def settled(state: str, now_ns: int) -> bool:
    """Whether a file in this state, read at ``now_ns`` of its disk's clock, cannot have changed since unseen.

    A file touched shortly before may change once more within the same tick of the clock, and look the same.
    """
    return bool(state) and int(state.partition(" ")[0]) < now_ns - _TICK_NS


def disk_clock(folder: Path) -> int:
    """What the disk's own clock says now, in nanoseconds: states are compared with it, results never depend on it."""
    folder.mkdir(parents=True, exist_ok=True)
    mark = folder / "now"
    mark.touch()
    return mark.stat().st_mtime_ns


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
    return frozenset(_names_below(os.fspath(root.photos), ""))


def _names_below(folder: str, before: str) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _names_below(entry.path, f"{before}{entry.name}/")
        elif entry.is_file(follow_symlinks=False):
            yield f"{before}{entry.name}"


def write_atomic(path: Path | str, data: bytes) -> bool:
    """Write ``data`` under a temporary name, then rename. False: it stood there already.

    A site is ten thousands of such files: what the system is asked for each of them is asked directly.
    """
    whole = os.fspath(path)
    folder, name = os.path.split(whole)
    try:
        if os.stat(whole).st_size == len(data) and Path(whole).read_bytes() == data:  # noqa: PTH116
            return False
    except OSError:
        _make_folder(folder or ".")
    temporary = os.path.join(folder, f".{name}.part")  # noqa: PTH118
    _fill(os.open(temporary, _WRITING, 0o666), data)
    os.replace(temporary, whole)  # noqa: PTH105
    return True


def write_new(path: str, data: bytes) -> os.stat_result | None:
    """Write a file where it will stand, for a folder that nobody looks into yet; how it lies there.

    None, and nothing written, if something stands there.
    """
    _make_folder(os.path.dirname(path))  # noqa: PTH120
    try:
        file = os.open(path, _WRITING_NEW, 0o666)
    except FileExistsError:
        return None
    return _fill(file, data)


def _fill(file: int, data: bytes) -> os.stat_result:
    """Write all into an open file and close it."""
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(file, left) :]
        return os.fstat(file)
    finally:
        os.close(file)


def _make_folder(folder: str) -> None:
    try:
        os.mkdir(folder)  # noqa: PTH102  # the folder above is nearly always there
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
