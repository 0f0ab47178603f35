"""What was made for a site before, by name: bodies as HTML, words, drawings, postings."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Self

from builder.site import FLOWER_KEY, slot_and_key
from builder.workspace import Cache, code_fingerprint, digest

_TOGETHER = 100
"""So many new things are written down at once: each time costs as much as making one of them."""


_SHOWN = ("catalogue", "flower", "manuscript", "model", "render", "site", "vietnamese", "vocabulary")
"""The code on which rests what is told of many stories at once."""


def key_in_store(name: str) -> bytes:
    """A drawing depends on the code of the flowers alone, all else on what makes a story's HTML."""
    packages = ("flower",) if name.startswith(FLOWER_KEY) else ("render", "site", "vietnamese")
    return digest(code_fingerprint(*packages), name)


class Store:
    """The store. Each process has its own connection, for none may be carried into a fork; see ``rest``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._process = 0
        self._cache: Cache | None = None
        self._new: dict[bytes, bytes] = {}

    @property
    def cache(self) -> Cache:
        """The store itself."""
        if self._cache is None or self._process != os.getpid():
            self._cache, self._process = Cache(self._path), os.getpid()
            self._new = {}
        return self._cache

    def cached(self, name: str, make: Callable[[], str]) -> str:
        """What was made under a name, or is made now; of some things only the ``latest`` is kept."""
        slot, key = slot_and_key(name)
        sign = digest(code_fingerprint(*_SHOWN), key) if key else b""
        place = digest(slot) if key else key_in_store(name)
        kept = self._new.get(place) or self.cache.get(place)
        if kept is None or not kept.startswith(sign):
            kept = self._new[place] = sign + make().encode()
            if len(self._new) >= _TOGETHER:
                self.write_down()
        return kept[len(sign) :].decode()

    def write_down(self) -> None:
        """Keep what was made since this was last called; a process that ends must do so."""
        cache, new = self.cache, self._new
        if new:
            cache.put_all(new.items())
            new.clear()

    def rest(self) -> None:
        """Write down and close; whoever wants something opens it again.

        Before a fork this must be: SQLite knows locks by process, and a copy would believe it has its parent's.
        """
        if self._cache is not None:
            self.write_down()
            self._cache.close()
            self._cache = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.write_down()
        self.rest()
