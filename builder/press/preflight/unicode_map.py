"""ToUnicode maps: from the codes of a font to the characters people search and copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_LONGEST_RANGE = 0x10000


def read_map(stream: bytes) -> dict[int, str]:
    """Characters by code. What is malformed is passed over, as readers do."""
    found: dict[int, str] = {}
    for kind, body in _BLOCK.findall(stream):
        pairs = _ranges(_tokens(body)) if kind == b"bfrange" else _singles(_tokens(body))
        found.update(pairs)
    return found


def _tokens(body: bytes) -> Iterator[bytes | str]:
    """Hex strings as bytes, brackets as they are."""
    for match in _TOKEN.finditer(body):
        if match[2] or match[3]:
            yield "[" if match[2] else "]"
        else:
            digits = b"".join(match[1].split()).decode()
            yield bytes.fromhex(digits if len(digits) % 2 == 0 else digits + "0")


def _singles(tokens: Iterator[bytes | str]) -> Iterator[tuple[int, str]]:
    for code in tokens:
        text = next(tokens, None)
        if isinstance(code, bytes) and isinstance(text, bytes):
            yield int.from_bytes(code), _text(text)


def _ranges(tokens: Iterator[bytes | str]) -> Iterator[tuple[int, str]]:
    for first in tokens:
        last, start = next(tokens, None), next(tokens, None)
        if not isinstance(first, bytes) or not isinstance(last, bytes):
            return
        codes = range(int.from_bytes(first), min(int.from_bytes(last), int.from_bytes(first) + _LONGEST_RANGE) + 1)
        if start == "[":
            for code, text in zip(codes, iter(lambda: next(tokens, "]"), "]"), strict=False):
                yield code, _text(text) if isinstance(text, bytes) else ""
        elif isinstance(start, bytes):
            for step, code in enumerate(codes):
                yield code, _text(_raised(start, step))


def _raised(text: bytes, step: int) -> bytes:
    """The target of a range's step: the last unit grows."""
    return (int.from_bytes(text) + step).to_bytes(len(text) + 1)[-len(text) :] if text else b""


def _text(units: bytes) -> str:
    return units.decode("utf-16-be", errors="replace")
