"""The photos of a book as files: hash and size, taken again only of those that have changed."""

from __future__ import annotations

from pathlib import Path

from builder.book import PhotoFile
from builder.press.photo import measure
from builder.press.sheet import Store
from builder.workspace import code_fingerprint, digest, state_of

_SIDE = 4


def photo_file(path: Path, store: Store) -> PhotoFile:
    """A photo on disk. A file whose size and times are as they were is not read again.

    Raises:
        BuilderError: there is no such file, or it is no picture.
    """
    try:
        state = state_of(path.stat())
    except OSError:
        return PhotoFile(str(path), *measure(path))
    key = digest(code_fingerprint("press"), "photo in print", str(path), state)
    kept = store.get(key)
    if kept is None:
        content, width, height = measure(path)
        store.put(key, width.to_bytes(_SIDE, "big") + height.to_bytes(_SIDE, "big") + content)
        return PhotoFile(str(path), content, width, height)
    width, height = (int.from_bytes(kept[at : at + _SIDE], "big") for at in (0, _SIDE))
    return PhotoFile(str(path), kept[2 * _SIDE :], width, height)
