"""The order of the stories in listings, kept: to compare ten thousand names as Vietnamese sorts them takes a while."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from builder.catalogue import story_key
from builder.model import Story
from builder.workspace import Seen, code_fingerprint, digest

from .reading import STORE_FILE, Surroundings
from .records import Record

_CODE = ("catalogue", "vietnamese")


def in_order(around: Surroundings, name: str, told: Sequence[tuple[Record, Story]]) -> tuple[Story, ...]:
    """Stories as ``Library.of`` puts them.

    Args:
        around: what the stock was read with.
        name: of the kept order; the last one under it is known.
        told: each story with its file, in order of paths.
    """
    faces = "\n".join(f"{record.path} {record.face}" for record, _ in told)
    key = digest(around.print, code_fingerprint(*_CODE), faces)
    stories = [story for _, story in told]
    with Seen(around.root.cache / STORE_FILE) as seen:
        places = _unpacked(seen.note(f"order {name}", key))
        if sorted(places) != list(range(len(stories))):
            places = sorted(range(len(stories)), key=lambda n: story_key(stories[n]))
            seen.put_note(f"order {name}", key, array("I", places).tobytes())
    return tuple(stories[n] for n in places)


def _unpacked(kept: bytes | None) -> list[int]:
    places = array("I")
    if kept is not None and len(kept) % places.itemsize == 0:
        places.frombytes(kept)
    return places.tolist()
