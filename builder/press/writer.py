"""A PDF file written from front to end: objects as they come, then the table that says where each one stands."""

from __future__ import annotations

import hashlib
import zlib
from typing import BinaryIO

from pikepdf import Dictionary, Name, Object, Stream

from .sheet import Store
from .spell import joined, spelled

_LONG = 4096
"""From so many bytes on, to compress takes longer than to look up."""
_FULL = 1 << 20
"""So many bytes are held before they are written."""
_HEAD = "%PDF-{version}\n%\u00bf\u00f7\u00a2\u00fe\n"
DEFLATED = "/Filter /FlateDecode"
"""What the dictionary of a compressed stream says."""


class Writer:
    """Writes objects under numbers that may be given out before, since objects name others that come later."""

    def __init__(self, target: BinaryIO, version: str) -> None:
        self._target = target
        self._at = 0
        self._places: list[int] = []
        self._total = hashlib.sha256()
        self._held: list[bytes] = []
        self._room = _FULL
        self._put(_HEAD.format(version=version).encode("latin-1"))

    @property
    def sha256(self) -> str:
        """The hash of all that has been written; of the whole file once it is closed."""
        return self._total.hexdigest()

    def number(self, count: int = 1) -> int:
        """Set aside the numbers of ``count`` objects; the first of them."""
        self._places += [0] * count
        return len(self._places) - count + 1

    def write(self, number: int, words: str, stream: bytes | None = None) -> int:
        """Write an object; one with a stream is a dictionary, whose length is added."""
        self._places[number - 1] = self._at
        if stream is None:
            self._put(f"{number} 0 obj\n{words}\nendobj\n".encode("latin-1"))
        else:
            said = f"{words.removesuffix('>>')}/Length {len(stream)} >>"
            self._put(f"{number} 0 obj\n{said}\nstream\n".encode("latin-1"), stream, b"\nendstream\nendobj\n")
        return number

    def add(self, words: str, stream: bytes | None = None) -> int:
        """Write an object under the next number."""
        return self.write(self.number(), words, stream)

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

    def _put(self, *parts: bytes) -> None:
        self._held += parts
        size = sum(map(len, parts))
        self._at += size
        self._room -= size
        if self._room < 0:
            self._flush()

    def _flush(self) -> None:
        data = b"".join(self._held)
        self._target.write(data)
        self._total.update(data)
        self._held.clear()
        self._room = _FULL


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
