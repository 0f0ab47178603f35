"""A file that is made again and again, and most of which stays as it was: its photos are not written a second time.

A proof of six hundred photos has half a gigabyte, and an edit changes a few thousand bytes of it. So the file before
the last one stays beside it, hidden: the new one is written over that, behind the photos both have in common, takes
the name of the last, and that one waits for the next turn. Where there is no such file, or somebody still has it open,
the photos are copied from the last one, by the system and in long runs, while the pages are set. The first time there
is nothing to begin with: both files are given their photos, as soon as these are known.

What lies in a file is believed as long as its size, its times and its place on the disk are those it was left with.
None of this changes a byte of the result.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from itertools import accumulate, takewhile
from pathlib import Path
from typing import BinaryIO

from builder.press.sheet import Store
from builder.press.writer import Find, Piece
from builder.workspace import copy_run, digest, file_state, one_at_a_time, ours_alone

_VERSION = "renewal-1"
_BUFFER = 1 << 20

_Part = range | bytes | Piece
"""How a piece comes into a file: from a place in the last one, as bytes, as the photo of a piece from its own file."""


@dataclass(slots=True)
class Renewal:
    """A file being written: what lies in it already, and the last one, from which more can be copied."""

    file: BinaryIO
    pieces: Sequence[Piece] = ()
    last: BinaryIO | None = None
    known: Sequence[Piece] = ()
    beside: Executor | None = None
    copying: Future[None] | None = None
    laying: Future[None] | None = None
    twin: Path | None = None
    twin_has: Sequence[Piece] = ()

    def lay_soon(self, pieces: Sequence[Piece], find: Find) -> None:
        """Begin the file with these pieces, and its twin where it has one, while other work goes on."""
        if self.beside is not None and pieces and self.laying is None:
            self.laying = self.beside.submit(self._lay_twice, pieces, find)

    def _lay_twice(self, pieces: Sequence[Piece], find: Find) -> None:
        self._lay(pieces, find)
        self.lay_twin()

    def lay_twin(self) -> None:
        """Give the twin the photos the file has."""
        if self.twin is not None and self.twin_has != self.pieces:
            self.file.flush()
            self.twin_has = self.pieces if _copied(self.file, self.twin, self.pieces) else ()

    def lay(self, pieces: Sequence[Piece], find: Find) -> None:
        """Begin the file with these pieces: what lies there stays, the rest is copied or read."""
        if self.laying is not None:
            self.laying.result()
        self._lay(pieces, find)

    def _lay(self, pieces: Sequence[Piece], find: Find) -> None:
        if self.copying is not None:
            self.pieces = self.known if self.copying.exception() is None else ()
            self.copying = None
        held = self.pieces
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(pieces, held, strict=False)))
        self.file.seek(_places(pieces)[same])
        for part in _in_runs(_parts(pieces[same:], self.known)):
            if isinstance(part, range) and self.last is not None:
                copy_run(self.last, part.start, part.stop, self.file)
            elif isinstance(part, bytes):
                self.file.write(part)
            elif isinstance(part, Piece):
                with find(part.known).open("rb") as photo:
                    copy_run(photo, 0, part.size, self.file)
        self.pieces = pieces


def _places(pieces: Sequence[Piece]) -> list[int]:
    """Where each piece begins, and where the last one ends."""
    return list(accumulate((len(piece.before) + piece.size for piece in pieces), initial=0))


def _parts(pieces: Sequence[Piece], known: Sequence[Piece]) -> Iterator[_Part]:
    places = {piece.known: (piece, end) for piece, end in zip(known, _places(known)[1:], strict=True)}
    for piece in pieces:
        there, end = places.get(piece.known, (None, 0))
        if there == piece:
            yield range(end - len(piece.before) - piece.size, end)
            continue
        yield piece.before
        yield range(end - piece.size, end) if there else piece


def _in_runs(parts: Iterable[_Part]) -> Iterator[_Part]:
    """The same, with places that follow each other made one."""
    run = range(0)
    for part in parts:
        if isinstance(part, range) and run and run.stop == part.start:
            run = range(run.start, part.stop)
            continue
        if run:
            yield run
        run = part if isinstance(part, range) else range(0)
        if not isinstance(part, range):
            yield part
    if run:
        yield run


@contextmanager
def renewed(path: Path, store: Store) -> Iterator[Renewal]:
    """A file that takes the place of the last one at ``path`` when all went well; else that one stays.

    What lies in the last one and in the one before is remembered in the store. Who makes the same file at the same
    time waits.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part, spare, twin = (path.with_name(f".{path.name}.{end}") for end in ("part", "spare", "twin"))
    with one_at_a_time(path.parent):
        twin.unlink(missing_ok=True)  # of one who was stopped
        known = _remembered(store, path)
        last, before = (_trusted(known, file) for file in (path, spare))
        try:
            with _begun(path, part, spare, last, before) as renewal:
                renewal.twin = None if last else twin
                yield renewal
                again = ours_alone(renewal.file)
                if again:
                    renewal.lay_twin()
            if last and again:
                _named_twice(path, spare)
            part.replace(path)
            if again and renewal.twin_has:
                twin.replace(spare)
            _remember(store, path, {path: renewal.pieces, spare: last or renewal.twin_has})
        finally:
            part.unlink(missing_ok=True)
            twin.unlink(missing_ok=True)


@contextmanager
def _begun(path: Path, part: Path, spare: Path, last: Sequence[Piece], before: Sequence[Piece]) -> Iterator[Renewal]:
    """What is written, with what lies in it; the last file is being copied into it where that is nothing."""
    with ExitStack() as stack:
        over = _over(spare, part) if before else None
        spare.unlink(missing_ok=True)
        file = stack.enter_context(over or part.open("w+b", buffering=_BUFFER))
        renewal = Renewal(file, before if over else ())
        if last:
            renewal.last, renewal.known = stack.enter_context(path.open("rb")), last
        renewal.beside = stack.enter_context(ThreadPoolExecutor(1, thread_name_prefix="renewal"))
        if renewal.last and not over:
            renewal.copying = renewal.beside.submit(copy_run, renewal.last, 0, _places(last)[-1], file)
        yield renewal


def _over(spare: Path, part: Path) -> BinaryIO | None:
    """The file before the last, to be written over; nothing if somebody has it open."""
    spare.replace(part)
    file = part.open("r+b", buffering=_BUFFER)
    if ours_alone(file):
        return file
    file.close()
    part.unlink()
    return None


def _named_twice(path: Path, spare: Path) -> None:
    """Keep the last file under another name, where a disk gives a file two."""
    with suppress(OSError):
        spare.hardlink_to(path)


def _copied(file: BinaryIO, twin: Path, pieces: Sequence[Piece]) -> bool:
    """The first time there is none before the last: the next one finds its photos there all the same."""
    if not pieces:
        return False
    at = file.tell()
    try:
        with twin.open("wb") as other:
            copy_run(file, 0, _places(pieces)[-1], other)
    except OSError:  # a disk with no room for both
        return False
    finally:
        file.seek(at)
    return True


_Memory = Mapping[str, tuple[str, Sequence[tuple[str, str, int]]]]
"""Files by their names: their state, and what lies in them."""


def _remembered(store: Store, path: Path) -> _Memory:
    memory: _Memory = json.loads(store.get(_key(path)) or b"{}")
    return memory


def _trusted(memory: _Memory, file: Path) -> Sequence[Piece]:
    """What lies in a file that is as it was left."""
    state, pieces = memory.get(file.name, ("", ()))
    if not state or state != file_state(file):
        return ()
    return [Piece(before.encode("latin-1"), known, size) for before, known, size in pieces]


def _remember(store: Store, path: Path, files: Mapping[Path, Sequence[Piece]]) -> None:
    memory = {
        file.name: (file_state(file), [(piece.before.decode("latin-1"), piece.known, piece.size) for piece in pieces])
        for file, pieces in files.items()
    }
    store.put(_key(path), json.dumps(memory).encode())


def _key(path: Path) -> bytes:
    return digest(_VERSION, str(path))
