"""A PDF file written from front to end: objects as they come, then the table that says where each one stands."""

from __future__ import annotations

import hashlib
import shutil
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from pikepdf import Dictionary, Name, Object, Stream

from .leaf import KeptPhoto
from .sheet import Store
from .spell import joined, spelled

_LONG = 4096
"""From so many bytes on, to compress takes longer than to look up."""
_FULL = 1 << 20
"""So many bytes are held before they are written."""
_HEAD = "%PDF-{version}\n%\u00bf\u00f7\u00a2\u00fe\n"
DEFLATED = "/Filter /FlateDecode"
"""What the dictionary of a compressed stream says."""
_END = b"\nendstream\nendobj\n"
"""What stands after a stream."""

Find = Callable[[str], Path]
"""Where a photo lies, by its hash."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What a file begins with, piece by piece: some bytes, then a photo (its hash, how many bytes it has)."""

    before: bytes
    known: str
    size: int


class Target(Protocol):
    """What a file is written to. How photos come into it is its own affair: most have stood in a file before."""

    @property
    def file(self) -> BinaryIO:
        """What is written to, from front to end, once the photos lie in it."""
        ...

    def lay_soon(self, pieces: Sequence[Piece], find: Find) -> None:
        """Be told early which pieces the file will probably begin with."""
        ...

    def lay(self, pieces: Sequence[Piece], find: Find) -> None:
        """Begin the file with these pieces, and nothing else; the next byte written comes after them."""
        ...


@dataclass(frozen=True, slots=True)
class Plain:
    """A file that is written for the first time."""

    file: BinaryIO

    def lay_soon(self, pieces: Sequence[Piece], find: Find) -> None:
        """Wait until it is certain."""

    def lay(self, pieces: Sequence[Piece], find: Find) -> None:
        """Write all pieces."""
        for piece in pieces:
            self.file.write(piece.before)
            with find(piece.known).open("rb") as photo:
                shutil.copyfileobj(photo, self.file, _FULL)


def photo_pieces(version: str, photos: Iterable[KeptPhoto]) -> list[Piece]:
    """What a file that has photos begins with: they come before all else, as objects 1, 2, 3 …, and refer to nothing.

    An edit that leaves them as they are leaves the greater part of the file as it is, byte for byte.
    """
    before, pieces = _head(version), []
    for number, photo in enumerate(photos, start=1):
        pieces.append(Piece(before + _opened(number, photo.words, photo.size), photo.digest, photo.size))
        before = _END
    return pieces


class Writer:
    """Writes objects under numbers that may be given out before, since objects name others that come later."""

    def __init__(self, target: Target, version: str) -> None:
        self._target = target
        self._version = version
        self._at = 0
        self._places: list[int] = []
        self._held: list[bytes] = []
        self._room = _FULL
        self._put(_head(version))

    def begin(self, photos: Iterable[KeptPhoto], find: Find) -> dict[KeptPhoto, int]:
        """Begin with photos, each once; their numbers, which are the first.

        Raises:
            RuntimeError: a number was given out before.
        """
        if self._places:
            msg = "photos are the first objects of a file"
            raise RuntimeError(msg)
        numbers = {photo: self.number() for photo in dict.fromkeys(photos)}
        pieces = photo_pieces(self._version, numbers)
        end = 0
        for (photo, number), piece in zip(numbers.items(), pieces, strict=True):
            self._places[number - 1] = end + len(piece.before) - len(_opened(number, photo.words, photo.size))
            end += len(piece.before) + piece.size
        self._target.lay(pieces, find)
        if pieces:
            self._held.clear()
            self._at = end
            self._put(_END)
        return numbers

    def number(self, count: int = 1) -> int:
        """Set aside the numbers of ``count`` objects; the first of them."""
        self._places += [0] * count
        return len(self._places) - count + 1

    def write(self, number: int, words: str, stream: bytes | None = None) -> int:
        """Write an object; one with a stream is a dictionary, whose length is added."""
        self._places[number - 1] = self._at
        self._write(number, words, stream)
        return number

    def add(self, words: str, stream: bytes | None = None) -> int:
        """Write an object under the next number."""
        self._places.append(self._at)
        number = len(self._places)
        self._write(number, words, stream)
        return number

    def _write(self, number: int, words: str, stream: bytes | None) -> None:
        if stream is None:
            self._put(f"{number} 0 obj\n{words}\nendobj\n".encode("latin-1"))
        else:
            self._put(b"".join((_opened(number, words, len(stream)), stream, _END)))

    def close(self, catalogue: int, information: int, identity: bytes) -> None:
        """Write the table of places and the trailer (PDF Reference 1.4, 3.4.3 and 3.4.4).

        Raises:
            RuntimeError: a number was set aside and nothing written under it.
        """
        if 0 in self._places:
            msg = f"object {self._places.index(0) + 1} was promised and never written"
            raise RuntimeError(msg)
        start, size = self._at, len(self._places) + 1
        rows = "".join(f"{place:010d} 00000 n \n" for place in self._places)
        known = f"<{identity.hex()}>"
        self._put(
            f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer\n<< /Size {size} /Root {catalogue} 0 R "
            f"/Info {information} 0 R /ID [ {known} {known} ] >>\nstartxref\n{start}\n%%EOF\n".encode("latin-1")
        )
        self._flush()

    def _put(self, data: bytes) -> None:
        self._held.append(data)
        self._at += len(data)
        self._room -= len(data)
        if self._room < 0:
            self._flush()

    def _flush(self) -> None:
        self._target.file.write(b"".join(self._held))
        self._held.clear()
        self._room = _FULL


def _head(version: str) -> bytes:
    return _HEAD.format(version=version).encode("latin-1")


def _opened(number: int, words: str, size: int) -> bytes:
    """What stands before a stream."""
    return f"{number} 0 obj\n{words.removesuffix('>>')}/Length {size} >>\nstream\n".encode("latin-1")


class Carrier:
    """Carries objects made with pikepdf over into a file, each once, with all they refer to."""

    def __init__(self, writer: Writer, store: Store | None = None) -> None:
        self._writer = writer
        self._store = store
        self._numbers: dict[tuple[int, int], int] = {}

    def words(self, thing: Object) -> str:
        """An object as PDF text; what it refers to is written."""
        return joined(spelled(thing, self.number), 0)

    def number(self, thing: Object) -> int:
        """The number of an object, which is written if it has not been yet."""
        if thing.objgen not in self._numbers:
            number = self._numbers[thing.objgen] = self._writer.number()
            if isinstance(thing, Stream):
                self._stream(number, thing)
            else:
                self._writer.write(number, self.words(thing))
        return self._numbers[thing.objgen]

    def _stream(self, number: int, thing: Stream) -> None:
        """Streams are compressed, but for metadata, which other programs look for as plain text."""
        said = Dictionary({key: value for key, value in thing.stream_dict.items() if key != Name.Length})
        plain = "/Filter" in said or said.get("/Type") == Name.Metadata
        words, raw = self.words(said), thing.read_raw_bytes()
        if plain:
            self._writer.write(number, words, raw)
        else:
            self._writer.write(number, f"{words.removesuffix('>>')}{DEFLATED} >>", deflated(raw, self._store))


def deflated(data: bytes, store: Store | None = None) -> bytes:
    """Compressed. Profiles and fonts come again with every binding of the same book: they lie in the store."""
    if store is None or len(data) < _LONG:
        return zlib.compress(data)
    key = f"deflated {zlib.ZLIB_RUNTIME_VERSION} ".encode() + hashlib.blake2b(data, digest_size=20).digest()
    made = store.get(key)
    if made is None:
        made = zlib.compress(data)
        store.put(key, made)
    return made
