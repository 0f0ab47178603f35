"""A file that is renewed is the file that would have been written from nothing, whatever lay there before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model import BuilderError
from builder.pipeline import renewal
from builder.pipeline.renewal import renewed
from builder.press.writer import Piece
from tests.press.making import Memory

PHOTOS = {f"{n:02}": bytes([65 + n]) * (3000 + 700 * n) for n in range(6)}
NAMES = list(PHOTOS)


class Book:
    """A path, what is known of it, and the photos that had to be read for the last file."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "thu-proof.pdf"
        self.spare = folder / ".thu-proof.pdf.spare"
        self.store = Memory()
        self.read: list[str] = []

    def make(self, names: Iterable[str], text: bytes = b"text", soon: Iterable[str] | None = None) -> bytes:
        self.read = []
        with renewed(self.path, self.store) as target:
            if soon is not None:
                target.lay_soon(pieces(soon), self.photo)
            target.lay(pieces(names), self.photo)
            target.file.write(text)
            target.file.truncate()
        return self.path.read_bytes()

    def photo(self, known: str) -> Path:
        self.read.append(known)
        path = self.path.with_name(known)
        path.write_bytes(PHOTOS[known])
        return path


def pieces(names: Iterable[str]) -> list[Piece]:
    return [Piece(f"{n} {name} ".encode(), name, len(PHOTOS[name])) for n, name in enumerate(names)]


def written(names: Iterable[str], text: bytes) -> bytes:
    return b"".join(piece.before + PHOTOS[piece.known] for piece in pieces(names)) + text


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path)


some = st.lists(st.sampled_from(NAMES), unique=True)
books = st.lists(st.tuples(some, st.binary(max_size=40), st.none() | some), max_size=6)


@given(made=books)
def test_every_file_is_the_one_made_from_nothing(
    made: Sequence[tuple[list[str], bytes, list[str] | None]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    book = Book(tmp_path_factory.mktemp("book"))
    for names, text, soon in made:
        assert book.make(names, text, soon) == written(names, text)
    assert not {file.suffix for file in book.path.parent.iterdir()} - {".pdf", ".spare", ""}


def test_photos_are_read_once(book: Book) -> None:
    book.make(NAMES)
    assert book.read == NAMES
    book.make(NAMES, b"other")
    assert book.read == []
    book.make([*NAMES[3:], *NAMES[:2]])
    assert book.read == []


def test_photos_laid_early_are_laid_once(book: Book) -> None:
    assert book.make(NAMES, soon=NAMES) == written(NAMES, b"text")
    assert book.read == NAMES
    assert book.make(NAMES, b"other", soon=NAMES) == written(NAMES, b"other")
    assert book.read == []


def test_what_one_who_was_stopped_left_is_cleared_away(book: Book) -> None:
    book.make(NAMES)
    left = [book.path.with_name(f".{book.path.name}.{end}") for end in ("twin", "part")]
    for file in left:
        file.write_bytes(b"half")
    book.make(NAMES, b"other")
    assert not any(file.exists() for file in left)


def test_a_photo_that_is_gone_is_told_though_it_was_asked_for_early(book: Book) -> None:
    with pytest.raises(BuilderError, match=NAMES[0]):
        _miss(book)
    assert list(book.path.parent.iterdir()) == []


def _miss(book: Book) -> None:
    with renewed(book.path, book.store) as target:
        target.lay_soon(pieces(NAMES), _gone)
        target.lay(pieces(NAMES), _gone)


def _gone(known: str) -> Path:
    raise BuilderError(known, "again")


@pytest.fixture
def _nobody_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not every disk that tests run on can tell."""
    monkeypatch.setattr(renewal, "ours_alone", lambda _: True)


@pytest.mark.usefixtures("_nobody_reads")
def test_the_file_before_the_last_is_written_over(book: Book) -> None:
    book.make(NAMES, b"one")
    assert written(NAMES, b"one").startswith(book.spare.read_bytes())
    first = book.spare.stat().st_ino
    book.make(NAMES, b"two")
    assert book.path.stat().st_ino == first
    one, two = book.spare.stat().st_ino, book.path.stat().st_ino
    book.make(NAMES, b"three, which is longer")
    assert (book.path.stat().st_ino, book.spare.stat().st_ino) == (one, two)
    assert book.spare.read_bytes() == written(NAMES, b"two")


def test_a_file_that_someone_has_open_is_left_as_it_is(book: Book) -> None:
    book.make(NAMES, b"one")
    with book.path.open("rb") as reader:
        for text in (b"two", b"three", b"four"):
            assert book.make(NAMES, text) == written(NAMES, text)
        assert reader.read() == written(NAMES, b"one")


def test_a_file_with_another_name_is_left_as_it_is(book: Book) -> None:
    book.make(NAMES, b"one")
    saved = book.path.with_name("giu-lai.pdf")
    saved.hardlink_to(book.path)
    for text in (b"two", b"three", b"four"):
        book.make(NAMES, text)
    assert saved.read_bytes() == written(NAMES, b"one")


@pytest.mark.parametrize("which", ["path", "spare"])
def test_a_file_that_was_changed_is_not_believed(which: str, book: Book) -> None:
    for text in (b"one", b"two"):
        book.make(NAMES, text)
    path: Path = getattr(book, which)
    with path.open("r+b") as file:
        file.seek(5000)
        file.write(b"spoilt")
    for text in (b"three", b"four", b"five"):
        assert book.make(NAMES, text) == written(NAMES, text)


def test_files_that_are_gone_are_made_again(book: Book) -> None:
    for text in (b"one", b"two"):
        book.make(NAMES, text)
    book.path.unlink()
    assert book.make(NAMES, b"three") == written(NAMES, b"three")
    book.spare.unlink(missing_ok=True)
    assert book.make(NAMES, b"four") == written(NAMES, b"four")
    book.store.clear()
    assert book.make(NAMES, b"five") == written(NAMES, b"five")


def test_a_failure_leaves_the_last_file_and_nothing_half_made(book: Book) -> None:
    for text in (b"one", b"two"):
        book.make(NAMES, text)
    with pytest.raises(RuntimeError):
        _fail(book)
    assert book.path.read_bytes() == written(NAMES, b"two")
    assert not list(book.path.parent.glob(".*.part"))
    assert book.make(NAMES, b"three") == written(NAMES, b"three")
    assert book.read == []


def _fail(book: Book) -> None:
    with renewed(book.path, book.store) as target:
        target.lay(pieces(NAMES), book.photo)
        target.file.write(b"half")
        raise RuntimeError


def test_where_no_system_tells_who_reads_photos_are_copied(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renewal, "ours_alone", lambda _: False)
    for text in (b"one", b"two", b"three"):
        assert book.make(NAMES, text) == written(NAMES, text)
    assert book.read == []
    assert not book.spare.exists()
