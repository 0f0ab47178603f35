"""Rules on all stories together: nobody is told of twice by mistake."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator

from builder.model import Severity, Span
from builder.vietnamese.fold import fold
from builder.vietnamese.names import split_honorific

from .rule import Remark, Scope, rule
from .sketch import alike
from .stock import Stock, StockEntry
from .words import listed, quote


@rule(
    "duplicate/person-year",
    Severity.ERROR,
    scope=Scope.STOCK,
    sees=("stands", "person", "year", "unit", "person_span"),
)
def person_year(stock: Stock) -> Iterator[Remark]:
    """Một người có hai bài trong cùng năm.

    Thường là một bài gửi hai lần, qua phường và qua hội. Cùng tên mà khác đơn vị thì có thể là hai người.

    Cách sửa: giữ một bài, rút bài kia (status: withdrawn); hai người trùng tên thì ghi rõ đơn vị của mỗi người.

    Sai: hai tệp cùng `person: Đỗ Thị Hoa`, `year: 2022`, `unit: Phường Bồ Đề`
    Đúng: một tệp cho bà Đỗ Thị Hoa năm 2022
    """
    for group in _groups(stock, _person_and_year):
        for entry in group:
            others = [other for other in group if other is not entry]
            same = [other for other in others if fold(other.unit) == fold(entry.unit)]
            told = same or others
            paths = listed(other.path for other in told[:3])
            hint = "Giữ một bài, rút bài kia." if same else "Nếu là hai người trùng tên thì để nguyên."
            yield Remark(
                entry.person_span,
                f"{quote(entry.person)} năm {entry.year} đã có bài ở {paths}{'' if same else ', đơn vị khác'}.",
                hint,
                severity=Severity.ERROR if same else Severity.WARNING,
                path=entry.path,
            )


@rule("duplicate/title", Severity.WARNING, scope=Scope.STOCK, sees=("stands", "title", "title_span"))
def title(stock: Stock) -> Iterator[Remark]:
    """Hai bài cùng tên.

    Trong mục lục và kết quả tìm kiếm, hai bài cùng tên trông như một.

    Cách sửa: đổi tên một bài.

    Sai: hai tệp cùng `title: Người gác cầu`
    Đúng: `title: Người gác cầu` và `title: Chuyện ở bến Chèm`
    """
    for group in _groups(stock, lambda entry: fold(entry.title) or None):
        for entry in group:
            paths = listed(other.path for other in group[:4] if other is not entry)
            message = f"Tên bài {quote(entry.title)} trùng với {paths}."
            yield Remark(entry.title_span, message, "Đổi tên một bài.", path=entry.path)


@rule(
    "duplicate/text",
    Severity.WARNING,
    scope=Scope.STOCK,
    source="Broder, On the resemblance of documents, 1997",
    sees=("stands", "sketch", "body_line"),
)
def text(stock: Stock) -> Iterator[Remark]:
    """Hai bài viết gần như nhau.

    Thường là một bài được gửi lại năm sau, hoặc chép lời của bài khác rồi đổi tên người. Giống từ nửa bài trở lên là
    cảnh báo, từ tám phần mười là lỗi.

    Cách sửa: giữ một bài, rút bài kia (status: withdrawn), hoặc viết lại phần chép.

    Sai: hai tệp khác tên người mà lời văn như một
    Đúng: mỗi bài kể chuyện riêng của người trong bài
    """
    entries = {entry.path: entry for entry in stock.entries if entry.stands}
    for one, two, share in alike({path: entry.sketch for path, entry in entries.items()}, _LIKE):
        for path, other in ((one, two), (two, one)):
            yield Remark(
                Span(entries[path].body_line),
                f"Bài giống {round(100 * share)}% với {other}.",
                "Giữ một bài, hoặc viết lại phần chép.",
                severity=Severity.ERROR if share >= _COPY else Severity.WARNING,
                path=path,
            )


_LIKE, _COPY = 0.5, 0.8


def _groups(stock: Stock, key: Callable[[StockEntry], Hashable | None]) -> Iterator[list[StockEntry]]:
    """The files that share a key, where more than one does; withdrawn ones are no trouble to anybody."""
    groups: dict[Hashable, list[StockEntry]] = defaultdict(list)
    for entry in stock.entries:
        found = key(entry) if entry.stands else None
        if found is not None:
            groups[found].append(entry)
    return (group for group in groups.values() if len(group) > 1)


def _person_and_year(entry: StockEntry) -> Hashable | None:
    if not entry.person or entry.year is None:
        return None
    return fold(split_honorific(entry.person)[1]), entry.year


DUPLICATE_RULES = (person_year, title, text)
