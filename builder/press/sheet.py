"""What the press is given: documents to set, with their pictures. It knows no story."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from .made_photo import MadePhoto


@dataclass(frozen=True, slots=True)
class PrintImage:
    """A picture of a document: the address it is called by, its file, a hash of that, its size in pixels in print.

    ``made`` is the photo where it was made before.
    """

    url: str
    path: str
    digest: bytes
    width: int
    height: int
    made: MadePhoto | None = None

    def jpeg(self, pictures: Pictures) -> bytes:
        """Its JPEG."""
        return pictures.jpeg(Path(self.path), self.width, self.height)

    def origin(self, pictures: Pictures) -> bytes:
        """A hash of all that makes its JPEG what it is."""
        said = f"{pictures.digest} {self.width}x{self.height} ".encode()
        return hashlib.blake2b(said + self.digest, digest_size=20).digest()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document to set; ``name`` is what messages call it."""

    name: str
    html: str
    images: tuple[PrintImage, ...] = ()


class Pictures(Protocol):
    """How photos are made ready for a document; ``digest`` changes whenever they may come out otherwise."""

    @property
    def digest(self) -> str:
        """A hash of all that changes how a photo comes out."""
        ...

    def jpeg(self, path: Path, width: int, height: int) -> bytes:
        """A photo as a JPEG for a slot of so many pixels in print."""
        ...

    def ready(self) -> None:
        """Load now what making them takes: processes that begin as copies of this one share it."""
        ...


class Store(Protocol):
    """Where results are kept under the hash of all that made them."""

    def get(self, key: bytes) -> bytes | None:
        """What is kept under a key."""
        ...

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value."""
        ...


class Files(Protocol):
    """Where photos are kept, each as a file under the hash of its bytes."""

    def keep(self, name: str, data: bytes) -> None:
        """Keep a file."""
        ...

    def find(self, name: str, size: int) -> Path | None:
        """Where a file of so many bytes lies; nothing if there is none."""
        ...


Progress = Callable[[int, int], None]
"""Told how many documents are done, of how many."""
