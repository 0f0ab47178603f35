"""The photos on disk as facts for the rules: each file read once, and again only when it has changed.

What looks into pictures takes a while to load, and where nobody shows one it is not needed.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

from builder.model.picture import MAX_BYTES, Device, PictureFacts, Trouble, TroubleKind
from builder.rules import Copy
from builder.rules.photo_traces import telling
from builder.workspace import Cache, Root, digest, state_of, straight, write_atomic

CACHE_FILE = "pictures.sqlite"


def read_pictures(root: Root, names: Iterable[str], cache: Cache) -> Mapping[str, PictureFacts]:
    """The facts of photos by name (relative to ``assets/photos``).

    Names that lead out of the folder, to a link or to no file have no facts: other rules speak of them. A file whose
    size and times are as they were is not read again; one with the same bytes as another is not looked into again.
    """
    base = root.photos.resolve()
    told = ((name, _state(base, name)) for name in sorted(set(names)))
    return {name: _facts(base / name, state, cache) for name, state in told if state}


def _state(base: Path, name: str) -> os.stat_result | None:
    """What the disk tells of a photo; nothing of what is no file below the folder, or leads over a link."""
    path = base / name
    try:
        state = path.stat()
    except (OSError, ValueError):
        return None
    there = straight(base, name) or (path.is_relative_to(base) and path.resolve() == path)
    return state if there and stat.S_ISREG(state.st_mode) else None


def _facts(path: Path, state: os.stat_result, cache: Cache) -> PictureFacts:
    from builder.press.picture_facts import too_large, unreadable  # noqa: PLC0415

    try:
        return too_large(state.st_size) if state.st_size > MAX_BYTES else _looked_into(path, state, cache)
    except OSError:
        return unreadable()


def _looked_into(path: Path, state: os.stat_result, cache: Cache) -> PictureFacts:
    from builder.press.picture_facts import VERSION, picture_facts  # noqa: PLC0415

    seen = digest("photo file", path.as_posix(), state_of(state))
    content, data = cache.get(seen), b""
    if content is None:
        data = path.read_bytes()
        content = digest("photo", data)
        cache.put(seen, content)
    key = digest("photo facts", VERSION, path.suffix.lower(), content)
    kept = cache.get(key)
    if kept is not None:
        return _unpacked(kept)
    facts = picture_facts(path.name, data or path.read_bytes())
    cache.put(key, json.dumps(asdict(facts), ensure_ascii=False).encode())
    return facts


@lru_cache(maxsize=1 << 12)
def _unpacked(kept: bytes) -> PictureFacts:
    values = json.loads(kept)
    trouble = values.pop("trouble")
    return PictureFacts(
        **values | {"device": Device(**values["device"])},
        trouble=Trouble(TroubleKind(trouble["kind"]), trouble["detail"]) if trouble else None,
    )


def strip_photos(root: Root, copies: Iterable[Copy]) -> tuple[str, ...]:
    """Take place, camera and people out of the photo files on which the rules say they stand.

    The pictures stay as they are to the last pixel.

    Returns:
        The names of the files rewritten, in order.

    Raises:
        OSError: a file cannot be read or written.
        StructureError: a file has been damaged since it was looked into.
    """
    names = sorted({name for copy in copies for name in telling(copy)})
    return tuple(name for name in names if _strip(root.photos / name))


def _strip(path: Path) -> bool:
    from builder.press.strip_metadata import strip_metadata  # noqa: PLC0415

    return write_atomic(path, strip_metadata(path.read_bytes()))
