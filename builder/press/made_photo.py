"""A photo that is made for print: it lies in a file, and pages are set with a stand-in for it.

All a layout asks of a JPEG stands before its first scan (ITU-T T.81, B.2.1): how large it is, in what inks. So a page
is set with no more than that, and the half a megabyte behind it goes from its file into the book and nowhere else.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Self

_START = b"\xff\xd8"
_SCAN = b"\xff\xda"
_SIZE_FIELD = 2
_NOTE = re.compile(rb"\xff\xd8\xff\xfe..hoa ([0-9a-f]{32}) (\d+)\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class MadePhoto:
    """A JPEG by the hash of its bytes, which is its name, how many there are, and all that stands before its scan."""

    known: str
    size: int
    head: bytes

    @classmethod
    def of(cls, jpeg: bytes) -> Self:
        """That of a JPEG.

        Raises:
            ValueError: the bytes are no JPEG.
        """
        return cls(hashlib.blake2b(jpeg, digest_size=16).hexdigest(), len(jpeg), jpeg[: _scan(jpeg)])

    @property
    def stand_in(self) -> bytes:
        """What a page is set with: the head of the JPEG, in which a comment says whose it is."""
        note = f"hoa {self.known} {self.size}\n".encode()
        size = (_SIZE_FIELD + len(note)).to_bytes(_SIZE_FIELD, "big")
        return b"".join((_START, b"\xff\xfe", size, note, self.head[len(_START) :]))

    @property
    def packed(self) -> bytes:
        """As bytes."""
        return f"{self.known} {self.size}\n".encode() + self.head

    @classmethod
    def unpacked(cls, data: bytes) -> Self:
        """What `packed` made bytes of."""
        said, _, head = data.partition(b"\n")
        known, size = said.decode().split(" ")
        return cls(known, int(size), head)


def stood_for(data: bytes) -> tuple[str, int] | None:
    """The name and the size of the photo that bytes stand in for; nothing where they are no stand-in."""
    found = _NOTE.match(data)
    return (found[1].decode(), int(found[2])) if found else None


def _scan(jpeg: bytes) -> int:
    """Where the first scan's own head ends: from there on stand pixels."""
    at = len(_START)
    while jpeg[at : at + 1] == b"\xff":
        end = at + _SIZE_FIELD + int.from_bytes(jpeg[at + _SIZE_FIELD : at + 2 * _SIZE_FIELD], "big")
        if jpeg[at : at + len(_SCAN)] == _SCAN:
            return end
        at = end
    msg = "no scan in these bytes"
    raise ValueError(msg)
