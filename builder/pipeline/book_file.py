"""The file a book is written to: in memory, once and for all, or again and again; begun while pages are still set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from builder.press.facts import Facts
from builder.press.kept import Kept
from builder.press.sheet import Store
from builder.press.writer import Plain, Target, photo_pieces

from .renewal import renewed


@contextmanager
def target_for(into: Path | None, store: Store, *, again: bool) -> Iterator[Target]:
    """Memory to write to, or a file that takes its name when all went well; one made ``again`` and again is renewed."""
    if into is None:
        yield Plain(BytesIO())
    elif again:
        with renewed(into, store) as target:
            yield target
    else:
        with _opened(into) as file:
            yield Plain(file)


def begin_soon(target: Target, sources: Sequence[Kept], facts: Facts) -> None:
    """Begin a book with the photos of its documents, which are known before its contents are."""
    homes = {photo.digest: (source, photo) for source in sources for photo in source.photos.values()}
    photos = dict.fromkeys(photo for source in sources for photo in source.photos.values())

    def find(known: str) -> Path:
        source, photo = homes[known]
        return source.photo(photo)

    target.lay_soon(photo_pieces(facts.standard.version, photos), find)


def written(file: BinaryIO) -> bytes | Path:
    """A file that nothing is added to: itself, or where it lies."""
    file.truncate()
    file.flush()
    return file.getvalue() if isinstance(file, BytesIO) else Path(file.name)


@contextmanager
def _opened(into: Path) -> Iterator[BinaryIO]:
    """A file that takes its name when all went well."""
    into.parent.mkdir(parents=True, exist_ok=True)
    part = into.with_name(f".{into.name}.part")
    try:
        with part.open("w+b", buffering=1 << 20) as file:
            yield file
        part.replace(into)
    finally:
        part.unlink(missing_ok=True)
