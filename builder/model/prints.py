"""Short hashes by which one sees whether a text is still what it was."""

from __future__ import annotations

from hashlib import blake2b

_BYTES = 12


def print_of(text: str) -> str:
    """A short hash of a text."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()
