"""Bytes to text: what is not clean UTF-8 is named, never guessed at."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from builder.model import Span

from .fault import Fault, FaultKind

MAX_BYTES = 200_000
"""A story of 2,500 words is 20 KB; ten times that is a mistake (a photo, a whole book)."""


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file with plain line feeds and no BOM, or None where it cannot be read."""

    text: str | None
    faults: tuple[Fault, ...]


def decode(data: bytes) -> Source:
    """Read bytes as UTF-8 and say what is wrong with them.

    A BOM and Windows line ends are taken off and reported; UTF-16, other encodings, NUL bytes, an empty or an
    oversized file leave no text.
    """
    unreadable = _unreadable(data)
    if unreadable is not None:
        return Source(None, (unreadable,))
    faults = []
    if data.startswith(codecs.BOM_UTF8):
        faults.append(Fault(FaultKind.BOM, Span()))
        data = data.removeprefix(codecs.BOM_UTF8)
    text = data.decode("utf-8")
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        faults.append(Fault(FaultKind.CRLF, Span(line)))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(text, tuple(faults))


def _unreadable(data: bytes) -> Fault | None:
    if len(data) > MAX_BYTES:
        return Fault(FaultKind.TOO_LARGE, Span(), f"{len(data) / 1_000_000:.1f}".replace(".", ","))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Fault(FaultKind.UTF16, Span())
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        return Fault(FaultKind.EMPTY, Span())
    if b"\0" in data:
        return Fault(FaultKind.NUL, _span_of_byte(data, data.index(b"\0")))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Fault(FaultKind.ENCODING, _span_of_byte(data, error.start), f"0x{data[error.start]:02X}")
    return None


def _span_of_byte(data: bytes, position: int) -> Span:
    line_start = data.rfind(b"\n", 0, position) + 1
    column = len(data[line_start:position].decode("utf-8", "replace")) + 1
    return Span(data.count(b"\n", 0, position) + 1, column)
