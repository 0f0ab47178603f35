from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Pdf

from builder.press.leaf import KeptPhoto
from builder.press.writer import Plain, Writer

BYTES = {hashlib.blake2b(data, digest_size=16).hexdigest(): data for data in (b"\xff\xd8 first", b"\xff\xd8 second")}
PHOTOS = [KeptPhoto("<< /Subtype /Image >>", known, len(data)) for known, data in BYTES.items()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which the photos lie by their names."""
    for known, data in BYTES.items():
        (tmp_path / known).write_bytes(data)
    return tmp_path


def written(text: bytes, photos: list[KeptPhoto], folder: Path) -> tuple[bytes, dict[KeptPhoto, int]]:
    """A file of photos and one stream, and the numbers of the photos."""
    file = BytesIO()
    writer = Writer(Plain(file), "1.4")
    numbers = writer.begin(photos, lambda known: folder / known)
    stream = writer.add("<< >>", text)
    pages = writer.add("<< /Type /Pages /Count 0 /Kids [ ] >>")
    writer.close(writer.add(f"<< /Type /Catalog /Pages {pages} 0 R /Text {stream} 0 R >>"), writer.add("<< >>"), b"id")
    return file.getvalue(), numbers


def test_photos_stand_first_and_whole(folder: Path) -> None:
    data, numbers = written(b"text", PHOTOS, folder)
    assert list(numbers.values()) == [1, 2]
    with Pdf.open(BytesIO(data)) as pdf:
        held = [pdf.get_object(number, 0).read_raw_bytes() for number in numbers.values()]
        assert held == list(BYTES.values())
        assert pdf.Root.Text.read_raw_bytes() == b"text"
        assert not pdf.get_warnings()


def test_other_words_leave_what_stands_before_them_as_it_is(folder: Path) -> None:
    one, other = (written(text, PHOTOS, folder)[0] for text in (b"text", b"a longer text"))
    end = one.index(b"endobj", one.index(b"second"))
    assert one[:end] == other[:end]


def test_a_file_without_photos_begins_with_its_words(folder: Path) -> None:
    data, numbers = written(b"text", [], folder)
    assert not numbers
    with Pdf.open(BytesIO(data)) as pdf:
        assert pdf.Root.Text.read_raw_bytes() == b"text"


def test_photos_come_before_all_numbers(folder: Path) -> None:
    writer = Writer(Plain(BytesIO()), "1.4")
    writer.number()
    with pytest.raises(RuntimeError, match="first"):
        writer.begin(PHOTOS, lambda known: folder / known)
