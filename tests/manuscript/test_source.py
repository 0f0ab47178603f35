from __future__ import annotations

import pytest

from builder.manuscript import FaultKind
from builder.manuscript.source import MAX_BYTES, decode
from builder.model import Span


def test_clean_utf_8_is_taken_as_it_is() -> None:
    source = decode("Bến sông\n".encode())
    assert (source.text, source.faults) == ("Bến sông\n", ())


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", FaultKind.EMPTY),
        (b" \r\n\t", FaultKind.EMPTY),
        (b"\xef\xbb\xbf\n", FaultKind.EMPTY),
        ("Bến".encode("utf-16"), FaultKind.UTF16),
        ("Bến".encode("utf-16-be") and b"\xfe\xff\x00B", FaultKind.UTF16),
        (b"a\0b", FaultKind.NUL),
        (b"B\xea\xccn", FaultKind.ENCODING),
        (b"a" * (MAX_BYTES + 1), FaultKind.TOO_LARGE),
    ],
)
def test_what_is_not_clean_leaves_no_text(data: bytes, kind: FaultKind) -> None:
    source = decode(data)
    assert source.text is None
    assert [fault.kind for fault in source.faults] == [kind]
    assert source.faults[0].fatal


def test_a_bad_byte_is_placed_by_code_points() -> None:
    (fault,) = decode("Bến\nsông ".encode() + b"\xff").faults
    assert (fault.span, fault.detail) == (Span(2, 6), "0xFF")


def test_a_file_of_the_greatest_size_is_read() -> None:
    assert decode(b"a" * MAX_BYTES).text is not None


def test_bom_and_windows_line_ends_are_taken_off_and_told() -> None:
    source = decode(b"\xef\xbb\xbfa\nb\r\nc\rd")
    assert source.text == "a\nb\nc\nd"
    assert [(fault.kind, fault.span.line) for fault in source.faults] == [(FaultKind.BOM, 1), (FaultKind.CRLF, 2)]
    assert not any(fault.fatal for fault in source.faults)
