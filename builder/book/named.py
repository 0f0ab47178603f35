"""Titles and names as they are printed: contents, indexes and the witness ask for the same ones again and again."""

from __future__ import annotations

from functools import lru_cache

from builder.vietnamese.typo import typeset

_MANY = 1 << 15


@lru_cache(maxsize=_MANY)
def named(text: str) -> str:
    """A title or a name, set; remembered, for these are few and short."""
    return typeset(text)
