"""The shape of a body on the page: tables and lines too wide for it, headings, and the figures a story needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.model import Fix, Severity

from .copy import Copy
from .prose import BLOT, Kind, body_prose, legacy_lines, place
from .rule import Remark, rule
from .words import quote

WIDEST = 60
"""Signs on a line of the book: about 105 mm of type at 10.5 points."""

_LONG = re.compile(rf"[^\s{BLOT}]{{{WIDEST},}}")
_INDENTED = re.compile(r"(?:^\n?|\n[ \t]*\n)(?P<indent>(?: {4}|\t| {1,3}\t)[ \t]*)(?=[^\W\d_]|[“–*])")
_LEVEL = re.compile(r"^ {0,3}(?P<marks>#{2,6})[ \t]+(?P<words>\S.*)$", re.MULTILINE)
_NUMBER = re.compile(
    r"\d|(?<!\w)(?:mười|mươi|mốt|chục|trăm|nghìn|ngàn|triệu|tỷ|tỉ|(?:hai|ba|bốn|năm|sáu|bảy|tám|chín)\s(?:năm|tháng"
    r"|ngày|tuần|giờ|buổi|người|nhà|hộ|em|cháu|chiếc|cái|con|cây|đồng|lần|lớp|tổ))(?!\w)",
    re.IGNORECASE,
)


@rule("text/table", Severity.WARNING, source="Khổ sách 14,5 × 20,5 cm: mỗi dòng khoảng 60 chữ cái và dấu")
def table(copy: Copy) -> Iterator[Remark]:
    """Bảng, dòng hoặc tiêu đề không hợp khổ sách.

    Sách in chữ thành đoạn, không có bảng: dấu | sẽ in ra nguyên xi. Một chuỗi dài không có dấu cách tràn ra lề. Đoạn
    thụt đầu dòng bằng bốn dấu cách bị hiểu là mã máy. Tiêu đề nhảy cấp làm hỏng mục lục.

    Cách sửa: viết bảng thành câu hoặc danh sách; bỏ dấu cách đầu đoạn; tiêu đề bắt đầu từ hai dấu ##.

    Sai: `| Năm | Số áo phao |`
    Đúng: `Năm 2021 bà giữ 120 áo phao, năm 2022 là 150 áo.`
    """
    if legacy_lines(copy.manuscript.text):
        return
    yield from _tables(copy)
    yield from _long_lines(copy)
    yield from _indented(copy)
    yield from _levels(copy)


def _tables(copy: Copy) -> Iterator[Remark]:
    for part in body_prose(copy):
        if part.kind is Kind.TABLE and part.text.count("|") > 1:
            first = part.text.partition("\n")[0]
            span = place(copy, part.start, part.start + len(first))
            yield Remark(span, f"Bảng {quote(first)} không in được.", "Viết bảng thành câu hoặc danh sách.")


def _long_lines(copy: Copy) -> Iterator[Remark]:
    if max(map(len, copy.manuscript.body.split()), default=0) < WIDEST:
        return
    for part in body_prose(copy):
        for match in _LONG.finditer(part.text):
            span = place(copy, part.start + match.start(), part.start + match.end())
            message = f"Chuỗi {quote(match[0])} dài {len(match[0])} ký tự không có dấu cách, rộng hơn trang sách."
            yield Remark(span, message, "Tách ra, rút ngắn hoặc bỏ đi.")


def _indented(copy: Copy) -> Iterator[Remark]:
    body = copy.manuscript.body
    if "\n    " not in body and "\t" not in body:
        return
    if any(part.kind is Kind.LIST for part in body_prose(copy)):
        return  # there an indented paragraph belongs to the item above it
    for match in _INDENTED.finditer(body):
        span = copy.body.span(*match.span("indent"))
        message = "Đoạn này thụt đầu dòng nên sẽ in ra như mã máy."
        yield Remark(span, message, "Bỏ các dấu cách ở đầu đoạn; máy tự thụt đầu dòng.", Fix(span, ""))


def _levels(copy: Copy) -> Iterator[Remark]:
    level = 1
    for match in _LEVEL.finditer(copy.manuscript.body) if "##" in copy.manuscript.body else ():
        found = len(match["marks"])
        if found > level + 1:
            right = "#" * (level + 1)
            span = copy.body.span(match.start("marks"), match.end())
            fix = Fix(copy.body.span(*match.span("marks")), right)
            message = f"Tiêu đề {quote(match['words'])} nhảy cấp."
            yield Remark(span, message, f"Viết bằng {level + 1} dấu: {right} {match['words']}", fix)
            found = level + 1
        level = found


@rule("text/elements", Severity.WARNING, source="Bài viết nêu động cơ, số liệu, kết quả, sức lan tỏa (thể lệ 2017)")
def elements(copy: Copy) -> Iterator[Remark]:
    """Bài không có con số nào.

    Thể lệ đòi bài nêu số liệu về việc làm cụ thể. Một bài không có ngày tháng, không có con số thì người đọc không
    biết việc lớn nhỏ ra sao, và người thẩm định không có gì để đối chiếu.

    Cách sửa: thêm năm bắt đầu, số người được giúp, số tiền, số buổi.

    Sai: `Bà giúp rất nhiều trẻ em qua sông trong nhiều năm liền.`
    Đúng: `Mười bốn năm nay, bà giúp 160 em qua sông.`
    """
    body = copy.manuscript.body
    first = re.search(r"\S[^\n]*", body)
    if first and not legacy_lines(copy.manuscript.text) and not _NUMBER.search(body):
        message = "Thân bài không có con số, ngày tháng nào."
        yield Remark(copy.body.span(*first.span()), message, "Thêm số liệu về việc làm: từ năm nào, bao nhiêu.")


SHAPE_RULES = (table, elements)
