"""What qpdf and Ghostscript say of a broken file, told to people who read Vietnamese.

Their sentences are for programmers. The common ones are told in our words; of any other the core is quoted, because the
technician at the print shop can look it up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .names import readable

_KNOWN = (
    (r"xref|cross-reference|startxref|reconstruct|file is damaged", "bảng vị trí các mục (xref) sai, phải dò cả tệp"),
    (r"trailer|PDF header|not a PDF", "tệp bị cụt, hoặc không phải PDF"),
    (r"MediaBox is undefined", "có trang không ghi khổ giấy (MediaBox)"),
    (r"Annots is not an array", "mục chú thích (Annots) của một trang hỏng"),
    (r"non-stream in an array", "một phần nội dung trang không có dữ liệu"),
    (r"inflate|zlib|flate|decod|lzw|stream data|filter", "dữ liệu nén hỏng, không giải ra được"),
    (r"page info|page tree|/Pages|/Kids", "cây trang hỏng"),
    (r"EOF|end of (file|stream)|unexpected|expected|unknown token|pars|syntax|undefined", "cú pháp hỏng"),
    (r"loop|circular", "các mục gọi vòng lẫn nhau"),
)  # fmt: skip
"""What a sentence holds, and what it means; the first that fits counts."""
_PLACE = re.compile(r"^.*?\((?:[^()]*,\s*)?(?:object|offset|page)[^()]*\):\s*|^[^:]*\.pdf[^:]*:\s*", re.IGNORECASE)
_LONGEST = 120


def told(sentence: str) -> str:
    """A sentence of an engine, in Vietnamese."""
    for wanted, words in _KNOWN:
        if re.search(wanted, _core(sentence), re.IGNORECASE):
            return words
    return f"máy báo “{_core(sentence)[:_LONGEST]}”"


def all_told(sentences: Iterable[str]) -> tuple[str, ...]:
    """The same of many, each meaning once, in the order they came."""
    return tuple(dict.fromkeys(map(told, sentences)))


def _core(sentence: str) -> str:
    """Without the name of the file and the place in it, which may hold any words."""
    return _PLACE.sub("", readable(sentence)).strip(" *.")
