"""Where sentences start, and where a page end has torn one apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from builder.model import Fix, Severity

from .copy import Copy
from .prose import BLOT, LOWER, Kind, Prose, all_prose, body_prose, place
from .rule import Remark, rule
from .words import quote

_SENTENCE = re.compile(rf"(?P<sign>[.?!])(?<![.…].)[*_]*[ \u00a0]+(?=[{LOWER}])")
_WORD = re.compile(r"[^\W\d_]+(?![-–\w])")
_HEAD = re.compile(r"[*_–— \t\u00a0]*")
_SHORT = frozenset({"tp", "th", "ths", "tr", "st", "mr", "ms", "dr", "vv", "nxb", "đc", "stt", "sn"})
"""Abbreviations that carry a full stop within a sentence; capitals and single letters need no list."""
_LONGEST_CAPITALS = 4
_LONGEST_NUMBER = 3
_END_MARKS = (".", "?", "!", "…", "”", "’", ")", "»")
_GOES_ON = (":", ";")
_LONG_LINE = 80
"""Verses, headings and entries of lists are shorter and need no full stop."""
_WRAPPING = "*_ \t\u00a0"


@rule("text/sentence-start", Severity.WARNING)
def sentence_start(copy: Copy) -> Iterator[Remark]:
    """Câu bắt đầu bằng chữ thường.

    Sau dấu chấm, chấm hỏi, chấm than và ở đầu đoạn phải viết hoa. Bài đổi từ phông chữ cũ hay mất chữ hoa đầu câu.
    Lời bỏ lửng, chữ viết tắt, các ý trong danh sách và lời dẫn sau “…” không tính.

    Cách sửa: viết hoa chữ đầu câu, hoặc thay dấu chấm bằng dấu phẩy.

    Sai: `Bà đếm áo phao. rồi bà đứng đợi.`
    Đúng: `Bà đếm áo phao. Rồi bà đứng đợi.`
    """
    for part, first in _starts(copy):
        match = _WORD.match(part.text, first)
        if match and match[0].islower():
            start = part.start + first
            span = place(copy, start, start + len(match[0]))
            fix = Fix(place(copy, start, start + 1), match[0][0].upper())
            message = f"Câu bắt đầu bằng chữ thường {quote(match[0])}."
            yield Remark(span, message, "Viết hoa chữ đầu câu, hoặc thay dấu chấm đứng trước bằng dấu phẩy.", fix)


def _starts(copy: Copy) -> Iterator[tuple[Prose, int]]:
    """Where sentences start that a capital is asked of."""
    before: Prose | None = None
    for part in body_prose(copy):
        head = _HEAD.match(part.text)
        if part.kind is Kind.PLAIN and head and _ended(before):
            yield part, head.end()
        before = part
    for part in all_prose(copy):
        if part.kind is not Kind.QUOTE:
            ends = _SENTENCE.finditer(part.text)
            yield from ((part, end.end()) for end in ends if not _short(part.text, end.start()))


def _ended(before: Prose | None) -> bool:
    """Whether what stands before a paragraph is at its end, so that a new sentence starts."""
    if before is None or before.kind is Kind.HEADING:
        return True
    return before.kind in {Kind.PLAIN, Kind.LIST} and before.text.rstrip(_WRAPPING).endswith(_END_MARKS)


def _short(text: str, stop: int) -> bool:
    """Whether the full stop belongs to an abbreviation or counts something: “TP.”, “v.v.”, “1.”."""
    if text[stop] != ".":
        return False
    words = text[max(0, stop - 16) : stop].split()
    word = words[-1].lstrip("“‘([*_") if words else ""
    numbering = word.isdecimal() and len(word) <= _LONGEST_NUMBER
    capitals = word.isupper() and len(word) <= _LONGEST_CAPITALS
    return len(word) <= 1 or "." in word or numbering or capitals or word.lower() in _SHORT


@rule("text/page-break", Severity.WARNING)
def page_break(copy: Copy) -> Iterator[Remark]:
    """Câu bị ngắt đôi thành hai đoạn.

    Chép từ bản quét hay PDF, chỗ hết trang cắt ngang câu: nửa trước không có dấu chấm, nửa sau bắt đầu bằng chữ
    thường. In ra, nửa sau thụt vào như một đoạn mới. Dòng dài mà hết không có dấu câu, trước một chữ hoa, cũng được
    báo.

    Cách sửa: nối hai đoạn lại bằng một dấu cách.

    Sai:
        Công nhận các công trình có ý nghĩa thiết

        thực vào dịp kỷ niệm.
    Đúng:
        Công nhận các công trình có ý nghĩa thiết thực vào dịp kỷ niệm.
    """
    yield from _halves(copy)
    yield from _open_ends(copy)


def _halves(copy: Copy) -> Iterator[Remark]:
    """A first half without an end, a second half that begins with a small letter."""
    text = copy.manuscript.text
    for before, after in pairwise(body_prose(copy)):
        if _torn(before, after) and text[after.start - 1] == "\n":
            last, first = before.end - 1, after.start
            joined = f"{text[last]} {text[first]}"
            ends = f"{quote(_tail(before.text))} và {quote(_top(after.text))}"
            fix = Fix(place(copy, last, first + 1), joined)
            span = place(copy, first, first + 1)
            yield Remark(span, f"Câu bị ngắt đôi giữa {ends}.", "Nối hai đoạn lại bằng một dấu cách.", fix)


def _torn(before: Prose, after: Prose) -> bool:
    if before.kind not in {Kind.PLAIN, Kind.LIST} or after.kind is not Kind.PLAIN or not after.text[0].islower():
        return False
    last = before.text.rstrip(_WRAPPING)[-1:]
    return last.isalnum() or last in {",", "–"}


def _open_ends(copy: Copy) -> Iterator[Remark]:
    """A long line that stops in a small-lettered word before a capital: torn before a name, or without full stop."""
    parts = body_prose(copy)
    for part, after in pairwise((*parts, None)):
        if part is None or part.kind not in {Kind.PLAIN, Kind.LIST}:
            continue
        lines = part.text.split("\n")
        following = after.text if after is not None and after.kind is Kind.PLAIN else ""
        start = part.start
        for line, nearest in zip(lines, (*lines[1:], following), strict=True):
            if _stops(line) and nearest.strip()[:1].isupper():
                end = start + len(line.rstrip(_WRAPPING))
                message = f"Đoạn không có dấu kết câu sau {quote(_tail(line))}."
                hint = "Nếu câu bị ngắt đôi thì nối với phần sau; nếu hết câu thì thêm dấu chấm."
                yield Remark(place(copy, end - 1, end), message, hint)
            start += len(line) + 1


def _stops(line: str) -> bool:
    words = line.rstrip(_WRAPPING)
    return len(words) >= _LONG_LINE and words[-1].isalpha() and words[-1].islower()


def _tail(text: str) -> str:
    return " ".join(text.replace(BLOT, "").split()[-3:])


def _top(text: str) -> str:
    return " ".join(text.replace(BLOT, "").split()[:3])


SENTENCE_RULES = (sentence_start, page_break)
