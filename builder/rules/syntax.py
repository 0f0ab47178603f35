"""Why a header cannot be read: the usual slips of the pen, recognised by the line they stand on.

A parser names the place where it gave up, often a line too late, in words of its own trade. Each function here knows
one slip; the first that recognises it words the remark and proposes the mended line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from builder.manuscript import Fault, fields_of
from builder.manuscript.schema import StoryHeader
from builder.model import Fix, Span

from .rule import Remark
from .words import named, quote, yaml_text

_PAIR = re.compile(r"^(?P<lead>\s*(?:- +)?)(?P<key>[^\s:#\"'\[\]{}][^:]*?)\s*:(?P<gap>[ \t]+)(?P<value>\S.*?)\s*$")
_INDENTED = re.compile(r"^\s+(?P<key>[\w-]+)\s*:(?:\s|$)")
_NO_SPACE = re.compile(r"^\s*(?:- +)?(?P<key>[A-Za-z_]+):(?P<value>[^\s/].*)$")
_SPECIAL = frozenset("@%`|>!&*[]{},?#-:")
_WHOLE_QUOTES = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?""")
_MISPLACED = (
    "mapping values are not allowed in this context",
    "did not find expected key",
    "did not find expected '-' indicator",
)
_CLOSING = {"[": "]", "{": "}"}
_SINGLE = re.compile(r"'([^']*)'")
_STRAIGHT = re.compile(r'"([^"]*)"')


@dataclass(frozen=True, slots=True)
class Slip:
    """The fault with the lines around it. ``at`` is its line's place in ``lines``, ``top`` the header's first."""

    lines: tuple[str, ...]
    at: int
    fault: Fault

    @property
    def line(self) -> str:
        """The line the parser points at."""
        return self.lines[self.at] if self.at < len(self.lines) else ""

    def above(self) -> Iterator[tuple[int, str]]:
        """The lines with words on them above the fault, nearest first."""
        return ((n, self.lines[n]) for n in range(min(self.at, len(self.lines)) - 1, -1, -1) if self.lines[n].strip())


def explain_syntax(fault: Fault, text: str) -> Remark:
    """Word a syntax fault: the likeliest cause, and the mended line where there is one."""
    slip = Slip(tuple(text.split("\n")), fault.span.line - 1, fault)
    for recognise in _SLIPS:
        remark = recognise(slip)
        if remark is not None:
            return remark
    return Remark(
        fault.span,
        f"Không đọc được phần khai đầu bài từ dòng này: {quote(slip.line)}.",
        "Mỗi mục ghi trên một dòng, theo mẫu “tên mục: giá trị”; câu có dấu đặc biệt thì đặt trong dấu nháy kép.",
    )


def quote_value(line: str, number: int) -> Fix | None:
    """Put the value on a line into double quotes; straight quotes within become “ ”. None if it is no such line."""
    pair = _PAIR.match(line)
    if pair is None:
        return None
    value = _STRAIGHT.sub(r"“\1”", pair["value"]).strip('"')
    if value.startswith("'"):
        value = _SINGLE.sub(r"‘\1’", value, count=1).lstrip("'")
    span = Span(number, pair.start("value") + 1, number, pair.end("value"))
    return Fix(span, yaml_text(value), safe=True)


def _tab(slip: Slip) -> Remark | None:
    indent = slip.line[: len(slip.line) - len(slip.line.lstrip())]
    if "\t" not in indent:
        return None
    nested = next((line for _, line in slip.above()), "").rstrip().endswith(":")
    number = slip.at + 1
    return Remark(
        Span(number, 1, number, len(indent)),
        "Dòng này thụt vào bằng phím Tab.",
        "Xóa khoảng Tab ở đầu dòng; dòng con thì thụt vào bằng hai dấu cách.",
        Fix(Span(number, 1, number, len(indent)), "  ") if nested else None,
    )


def _indented(slip: Slip) -> Remark | None:
    found = _INDENTED.match(slip.line)
    if not found or slip.fault.span.column > found.end() or slip.fault.detail not in _MISPLACED:
        return None
    indent = found.start("key")
    span = Span(slip.at + 1, 1, slip.at + 1, indent + 1)
    if found["key"] in fields_of(StoryHeader):
        message = f"Mục {named((found['key'],))} bị thụt vào."
        return Remark(span, message, "Xóa dấu cách ở đầu dòng.", Fix(span, slip.line[indent]))
    hint = "Các dòng của cùng một mục phải thụt vào thẳng hàng; lời văn dài thì viết liền trên một dòng."
    return Remark(span, f"Dòng {quote(slip.line.strip())} thụt vào không đúng chỗ.", hint)


def _colon(slip: Slip) -> Remark | None:
    pair = _PAIR.match(slip.line)
    if slip.fault.detail != _MISPLACED[0] or not pair or slip.fault.span.column <= pair.start("gap"):
        return None
    return _unquoted(slip.at, slip.line, "có dấu hai chấm ở giữa")


def _special(slip: Slip) -> Remark | None:
    pair = _PAIR.match(slip.line)
    if not pair or pair["value"][0] not in _SPECIAL or _brackets_fit(pair["value"]):
        return None
    if slip.fault.detail == "found unexpected end of stream" or _opens_brackets(pair["value"]):
        return None
    return _unquoted(slip.at, slip.line, f"bắt đầu bằng dấu {quote(pair['value'][0])}")


def _brackets_fit(value: str) -> bool:
    return value[0] in _CLOSING and value.endswith(_CLOSING[value[0]])


def _opens_brackets(value: str) -> bool:
    return value[0] in _CLOSING and value.count(value[0]) > value.count(_CLOSING[value[0]])


def _unquoted(at: int, line: str, why: str) -> Remark:
    pair = _PAIR.match(line)
    fix = quote_value(line, at + 1)
    if pair is None or fix is None:
        msg = "only for lines with a key and a value"
        raise ValueError(msg)
    return Remark(
        fix.span,
        f"Mục {named((pair['key'],))}: câu {quote(pair['value'])} {why} nên không đọc được.",
        f"Đặt cả câu trong dấu nháy kép: {pair['key']}: {fix.replacement}",
        fix,
    )


def _broken_quotes(slip: Slip) -> Remark | None:
    for number, line in (*reversed(list(slip.above())), (slip.at, slip.line)):
        pair = _PAIR.match(line)
        if pair and _quotes_break(pair["value"]):
            fix = quote_value(line, number + 1)
            return Remark(
                Span(number + 1, pair.start("value") + 1, number + 1, pair.end("value")),
                f"Mục {named((pair['key'],))}: dấu nháy mở đầu câu {quote(pair['value'])} không có dấu đóng ở cuối.",
                "Dùng dấu “ ” cho lời trích, rồi đặt cả câu trong một cặp dấu nháy kép.",
                Fix(fix.span, fix.replacement) if fix else None,
            )
    return None


def _quotes_break(value: str) -> bool:
    return value[0] in "\"'" and not _WHOLE_QUOTES.fullmatch(value)


def _no_space(slip: Slip) -> Remark | None:
    if slip.fault.detail != "could not find expected ':'":
        return None
    number, line = next(((n, line) for n, line in slip.above()), (slip.at, slip.line))
    found = _NO_SPACE.match(line)
    if not found:
        return None
    column = found.start("value")
    span = Span(number + 1, column, number + 1, column)
    hint = f"Thêm một dấu cách: {found['key']}: {found['value'].strip()}"
    return Remark(
        span, f"Mục {named((found['key'],))}: thiếu dấu cách sau dấu hai chấm.", hint, Fix(span, ": ", safe=True)
    )


def _no_colon(slip: Slip) -> Remark | None:
    if slip.fault.detail != "could not find expected ':'":
        return None
    number, line = next(((n, line) for n, line in slip.above()), (slip.at, slip.line))
    span = Span(number + 1, 1, number + 1, len(line))
    hint = "Nếu đây là một mục mới, ghi “tên mục: giá trị”; nếu là đoạn nối của dòng trên, ghép nó vào dòng trên."
    if "：" in line:
        place = Span(number + 1, line.index("：") + 1)
        fix = Fix(place, ": ", safe=True)
        return Remark(place, "Dấu hai chấm này là dấu của bộ gõ chữ Hán.", "Gõ lại dấu hai chấm thường.", fix)
    return Remark(span, f"Dòng {quote(line.strip())} không có tên mục và dấu hai chấm.", hint)


def _brackets(slip: Slip) -> Remark | None:
    if "expected ',' or" not in slip.fault.detail:
        return None
    for number, line in ((slip.at, slip.line), *slip.above()):
        pair = _PAIR.match(line)
        if pair and _opens_brackets(pair["value"]):
            span = Span(number + 1, pair.start("value") + 1, number + 1, pair.end("value"))
            hint = f"Thêm dấu {quote(_CLOSING[pair['value'][0]])} vào cuối danh sách."
            return Remark(span, f"Mục {named((pair['key'],))}: ngoặc mở mà không đóng.", hint)
    return None


def _control(slip: Slip) -> Remark | None:
    if slip.fault.detail != "control characters are not allowed":
        return None
    column = slip.fault.span.column
    code = f"U+{ord(slip.line[column - 1]):04X}" if column <= len(slip.line) else "không rõ mã"
    span = Span(slip.at + 1, column)
    return Remark(span, f"Trong dòng có một ký tự điều khiển không nhìn thấy ({code}).", "Xóa dòng này rồi gõ lại.")


_SLIPS: tuple[Callable[[Slip], Remark | None], ...] = (
    _control,
    _tab,
    _indented,
    _colon,
    _brackets,
    _special,
    _no_space,
    _broken_quotes,
    _no_colon,
)
