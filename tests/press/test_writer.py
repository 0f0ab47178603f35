from __future__ import annotations

import hashlib
from io import BytesIO

from pikepdf import Pdf

from builder.press.leaf import KeptPhoto
from builder.press.writer import Plain, Writer

BYTES = {hashlib.blake2b(data, digest_size=16).hexdigest(): data for data in (b"\xff\xd8 first", b"\xff\xd8 second")}
PHOTOS = [KeptPhoto("<< /Subtype /Image >>", known, len(data)) for known, data in BYTES.items()]


def written(text: bytes, photos: list[KeptPhoto]) -> tuple[bytes, dict[KeptPhoto, int]]:
    """A file of photos and one stream, and the numbers of the photos."""
    file = BytesIO()
    writer = Writer(Plain(file), "1.4")
    numbers = writer.begin(photos, BYTES.__getitem__)
    stream = writer.add("<< >>", text)
    pages = writer.add("<< /Type /Pages /Count 0 /Kids [ ] >>")
    writer.close(writer.add(f"<< /Type /Catalog /Pages {pages} 0 R /Text {stream} 0 R >>"), writer.add("<< >>"), b"id")
    return file.getvalue(), numbers


def test_photos_stand_first_and_whole() -> None:
    data, numbers = written(b"text", PHOTOS)
    assert list(numbers.values()) == [1, 2]
    with Pdf.open(BytesIO(data)) as pdf:
        held = [pdf.get_object(number, 0).read_raw_bytes() for number in numbers.values()]
        assert held == list(BYTES.values())
        assert pdf.Root.Text.read_raw_bytes() == b"text"
        assert not pdf.get_warnings()


def test_other_words_leave_what_stands_before_them_as_it_is() -> None:
    one, other = (written(text, PHOTOS)[0] for text in (b"text", b"a longer text"))
    end = one.index(b"endobj", one.index(b"second"))
    assert one[:end] == other[:end]


def test_a_file_without_photos_begins_with_its_words() -> None:
    data, numbers = written(b"text", [])
    assert not numbers
    with Pdf.open(BytesIO(data)) as pdf:
        assert pdf.Root.Text.read_raw_bytes() == b"text"
