"""Rules on all stories together: nobody is told of twice by mistake."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator

from builder.model import Severity, Span, Status
from builder.vietnamese.fold import fold
from builder.vietnamese.names import split_honorific

from .copy import Copy, Stock
from .rule import Remark, Scope, rule
from .sketch import alike
from .words import listed, quote


@rule("duplicate/person-year", Severity.ERROR, scope=Scope.STOCK)
def person_year(stock: Stock) -> Iterator[Remark]:
    """Một người có hai bài trong cùng năm.

    Thường là một bài gửi hai lần, qua phường và qua hội. Cùng tên mà khác đơn vị thì có thể là hai người.

    Cách sửa: giữ một bài, rút bài kia (status: withdrawn); hai người trùng tên thì ghi rõ đơn vị của mỗi người.

    Sai: hai tệp cùng `person: Đỗ Thị Hoa`, `year: 2022`, `unit: Phường Bồ Đề`
    Đúng: một tệp cho bà Đỗ Thị Hoa năm 2022
    """
    for group in _groups(stock, _person_and_year):
        for copy in group:
            others = [other for other in group if other is not copy]
            same = [other for other in others if _unit(other) == _unit(copy)]
            told = same or others
            name, year = quote(copy.text("person")), copy.number("year")
            paths = listed(other.manuscript.path for other in told[:3])
            hint = "Giữ một bài, rút bài kia." if same else "Nếu là hai người trùng tên thì để nguyên."
            yield Remark(
                copy.manuscript.span_of("person"),
                f"{name} năm {year} đã có bài ở {paths}{'' if same else ', đơn vị khác'}.",
                hint,
                severity=Severity.ERROR if same else Severity.WARNING,
                path=copy.manuscript.path,
            )


@rule("duplicate/title", Severity.WARNING, scope=Scope.STOCK)
def title(stock: Stock) -> Iterator[Remark]:
    """Hai bài cùng tên.

    Trong mục lục và kết quả tìm kiếm, hai bài cùng tên trông như một.

    Cách sửa: đổi tên một bài.

    Sai: hai tệp cùng `title: Người gác cầu`
    Đúng: `title: Người gác cầu` và `title: Chuyện ở bến Chèm`
    """
    for group in _groups(stock, lambda copy: fold(copy.text("title") or "") or None):
        for copy in group:
            paths = listed(other.manuscript.path for other in group[:4] if other is not copy)
            message = f"Tên bài {quote(copy.text('title'))} trùng với {paths}."
            span = copy.manuscript.span_of("title")
            yield Remark(span, message, "Đổi tên một bài.", path=copy.manuscript.path)


@rule("duplicate/text", Severity.WARNING, scope=Scope.STOCK, source="Broder, On the resemblance of documents, 1997")
def text(stock: Stock) -> Iterator[Remark]:
    """Hai bài viết gần như nhau.

    Thường là một bài được gửi lại năm sau, hoặc chép lời của bài khác rồi đổi tên người. Giống từ nửa bài trở lên là
    cảnh báo, từ tám phần mười là lỗi.

    Cách sửa: giữ một bài, rút bài kia (status: withdrawn), hoặc viết lại phần chép.

    Sai: hai tệp khác tên người mà lời văn như một
    Đúng: mỗi bài kể chuyện riêng của người trong bài
    """
    copies = {copy.manuscript.path: copy for copy in stock.copies if _stands(copy)}
    sketches = {path: made for path, made in stock.bodies.items() if path in copies}
    for one, two, share in alike(sketches, _LIKE):
        for path, other in ((one, two), (two, one)):
            manuscript = copies[path].manuscript
            yield Remark(
                Span(manuscript.body_line),
                f"Bài giống {round(100 * share)}% với {other}.",
                "Giữ một bài, hoặc viết lại phần chép.",
                severity=Severity.ERROR if share >= _COPY else Severity.WARNING,
                path=path,
            )


_LIKE, _COPY = 0.5, 0.8


def _stands(copy: Copy) -> bool:
    return copy.readable and copy.text("status") != Status.WITHDRAWN


def _groups(stock: Stock, key: Callable[[Copy], Hashable | None]) -> Iterator[list[Copy]]:
    """The copies that share a key, where more than one does; withdrawn ones are no trouble to anybody."""
    groups: dict[Hashable, list[Copy]] = defaultdict(list)
    for copy in stock.copies:
        found = key(copy) if _stands(copy) else None
        if found is not None:
            groups[found].append(copy)
    return (group for group in groups.values() if len(group) > 1)


def _person_and_year(copy: Copy) -> Hashable | None:
    person, year = copy.text("person"), copy.number("year")
    return (fold(split_honorific(person)[1]), year) if person and year is not None else None


def _unit(copy: Copy) -> str:
    return fold(copy.text("unit") or "")


DUPLICATE_RULES = (person_year, title, text)
