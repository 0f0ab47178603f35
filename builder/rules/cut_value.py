"""Values that end sooner than their writer thinks: behind a space, # begins a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.model import Fix, Severity, Span

from .copy import Copy
from .rule import Remark, rule
from .words import named, quote, yaml_text

_REST = re.compile(r"[ \t]+#(?=[^\s#])[^\n]*")


@rule("header/cut-value", Severity.WARNING, source="YAML 1.2, 6.6: dấu # sau dấu cách mở đầu lời ghi chú")
def cut_value(copy: Copy) -> Iterator[Remark]:
    """Giá trị bị cắt ở dấu #.

    Trong phần khai đầu bài, dấu # đứng sau dấu cách mở đầu lời ghi chú: máy không đọc phần còn lại của dòng. Muốn ghi
    chú thì viết dấu #, một dấu cách, rồi lời ghi chú.

    Cách sửa: nếu dấu # là chữ của giá trị thì đặt cả câu trong dấu nháy kép.

    Sai: `title: Chuyến xe #32`
    Đúng: `title: "Chuyến xe #32"`
    """
    text = copy.manuscript.text
    if " #" not in text[: len(text) - len(copy.manuscript.body)]:
        return
    lines = text.split("\n")
    for location, mark in copy.manuscript.marks.items():
        value, span = copy.value_or_refused(*location), mark.value
        if not mark.plain or not isinstance(value, str) or span.line != span.end_line:
            continue
        line = lines[span.line - 1]
        rest = _REST.match(line, span.end_column)
        if rest:
            whole = line[span.column - 1 : rest.end()].rstrip()
            message = f"Mục {named(location)} bị cắt ở dấu #: máy chỉ đọc {quote(value)}."
            hint = "Đặt cả câu trong dấu nháy kép; nếu là ghi chú thì thêm một dấu cách sau dấu #."
            end = span.column + len(whole) - 1
            fix = Fix(Span(span.line, span.column, span.line, end), yaml_text(whole))
            yield Remark(Span(span.line, rest.start() + 1, span.line, end), message, hint, fix)


CUT_VALUE_RULES = (cut_value,)
