"""The schema's complaints in words, alike for a story's header and for an edition."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from pydantic import BaseModel

from builder.manuscript import Issue, Location, field_at, fields_of, model_at, value_at
from builder.model import Fix, Span, Term
from builder.vietnamese.dates import parse_vietnamese_date, table_date
from builder.vietnamese.fold import fold
from builder.vocabulary import Labelled, match_label, suggest

from .rule import MOST_FINDINGS, Remark
from .words import choices, named, quote, replacing, yaml_text

UNKNOWN = frozenset({"extra_forbidden"})
CLOSED = frozenset({"enum", "literal_error"})
MISSING = frozenset({"missing"})

_LABELS: Mapping[str, str] = {
    "ca-nhan": "Cá nhân",
    "tap-the": "Tập thể",
    "ho-gia-dinh": "Hộ gia đình",
    "draft": "Bản nháp",
    "verified": "Đơn vị đã xác nhận",
    "approved": "Đã duyệt đăng",
    "withdrawn": "Đã rút",
    "volume": "Tập của bộ sách",
    "anniversary": "Sách kỷ niệm",
    "special": "Sách chuyên đề",
    "publisher": "Qua nhà xuất bản",
    "non-commercial": "Tài liệu không kinh doanh",
    "district": "Theo quận, huyện, thị xã",
    "field": "Theo lĩnh vực",
    "year": "Theo năm",
    "none": "Không chia phần",
    "lotus": "Hồng sen",
    "jade": "Xanh ngọc",
    "gold": "Vàng hoa cải",
    "river": "Xanh sông Hồng",
}
_ISO_LIKE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_TRUE = frozenset({"có", "co", "đúng", "dung", "x", "true", "rồi", "1"})
_FALSE = frozenset({"không", "khong", "ko", "sai", "false", "chưa", "0"})


_FEWEST_LETTERS = 3


class Marked(Protocol):
    """A read file that knows where its values stand: a manuscript, an edition."""

    def span_of(self, *location: str | int) -> Span:
        """The place of a value."""

    def span_of_key(self, *location: str | int) -> Span:
        """The place of a key."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The fields of a file with what the schema says of them. ``settled`` are places other rules speak of."""

    file: Marked
    values: Mapping[str, object]
    issues: tuple[Issue, ...]
    model: type[BaseModel]
    top: Span
    settled: frozenset[Span] = frozenset()

    def of(self, kinds: frozenset[str]) -> Iterator[Issue]:
        """The issues of some kinds."""
        return (issue for issue in self.issues if issue.kind in kinds)

    def wrong_values(self) -> Iterator[Issue]:
        """The issues that are about the form of a value."""
        others = UNKNOWN | CLOSED | MISSING
        found = (issue for issue in self.issues if issue.kind not in others)
        return (issue for issue in found if self.file.span_of(*issue.location) not in self.settled)

    def present(self, location: Location) -> bool:
        """Whether the key stands in the file, with a value or without."""
        parent = value_at(self.values, location[:-1]) if location[:-1] else self.values
        return isinstance(parent, Mapping) and location[-1] in parent

    def renames(self) -> Mapping[Location, str]:
        """The first unknown keys, each with the key most likely meant if that one is not there yet."""
        unknown = [issue.location for issue in self.of(UNKNOWN)][:MOST_FINDINGS]
        meant = {location: self._meant(location) for location in unknown}
        return {location: key for location, key in meant.items() if key and not self.present((*location[:-1], key))}

    def _meant(self, location: Location) -> str | None:
        model = model_at(location[:-1], self.model)
        fields = fields_of(model) if model else {}
        return suggest(str(location[-1]), {key: Term(key, info.title or key) for key, info in fields.items()})


def missing(sheet: Sheet) -> Iterator[Remark]:
    """One remark for each required field, unless an unknown key seems to be it."""
    renamed = {(*location[:-1], key) for location, key in sheet.renames().items()}
    for issue in sheet.of(MISSING):
        if issue.location in renamed:
            continue
        name, blank = named(issue.location, sheet.model), sheet.present(issue.location)
        outer = issue.location[:-1]
        span = sheet.file.span_of_key(*issue.location) if blank or outer else sheet.top
        info = field_at(issue.location, sheet.model)
        hint = info.description if info and info.description else "Điền giá trị vào sau dấu hai chấm"
        message = f"Mục bắt buộc {name} để trống." if blank else f"Thiếu mục bắt buộc {name}."
        yield Remark(span, message, f"{hint}.")


def unknown(sheet: Sheet) -> Iterator[Remark]:
    """One remark for each unknown key, with the key most likely meant."""
    renames = sheet.renames()
    for issue in sheet.of(UNKNOWN):
        key = str(issue.location[-1])
        span = sheet.file.span_of_key(*issue.location)
        meant = renames.get(issue.location)
        if meant:
            name = named((*issue.location[:-1], meant), sheet.model)
            yield Remark(span, f"Không có mục {quote(key)}.", f"Có phải là mục {name}?", Fix(span, meant))
        else:
            yield Remark(span, f"Không có mục {quote(key)}.", "Xem tên các mục trong mẫu bài mới, hoặc xóa dòng này.")


def closed(sheet: Sheet) -> Iterator[Remark]:
    """Values outside the short lists the schema itself holds: subject, status, kind."""
    for issue in sheet.of(CLOSED):
        codes = re.findall(r"'([^']*)'", str(issue.context.get("expected", "")))
        entries = {code: Term(code, _LABELS.get(code, code)) for code in codes}
        span = sheet.file.span_of(*issue.location)
        if span not in sheet.settled:
            yield not_listed(span, named(issue.location, sheet.model), issue.value, entries)


Unlisted = tuple[Span, str, object, Mapping[str, Labelled]]
"""A value that is no code: its place, its field by name, itself, and the list it should be in."""


def not_in_lists(values: Iterable[Unlisted]) -> Iterator[Remark]:
    """A remark for each; only the first ones, which will be read, are worth the search for what was meant."""
    for n, (span, name, value, entries) in enumerate(values):
        yield not_listed(span, name, value, entries) if n < MOST_FINDINGS else Remark(span, name)


def not_listed(span: Span, name: str, value: object, entries: Mapping[str, Labelled]) -> Remark:
    """A value that is no code of a closed list: the code of that label, the nearest code, or the list."""
    message = f"Mục {name}: {quote(value)} không có trong danh mục."
    exact = match_label(str(value), entries)
    if exact:
        return Remark(span, message, f"Ghi mã thay cho tên: {exact}", replacing(span, value, exact, safe=True))
    near = suggest(str(value), entries)
    if near:
        return Remark(span, message, f"Có phải là {near} ({entries[near].label})?", replacing(span, value, near))
    stem = "-".join(fold(str(value)).split())
    alike = {code: item for code, item in entries.items() if len(stem) >= _FEWEST_LETTERS and stem in code}
    return Remark(span, message, choices(alike or entries))


def wrong(sheet: Sheet) -> Iterator[Remark]:
    """Values of the wrong type, range or form."""
    for issue in sheet.wrong_values():
        need, replacement = _need(issue)
        span = sheet.file.span_of(*issue.location)
        fix = replacing(span, issue.value, replacement[0], safe=replacement[1]) if replacement else None
        hint = f"Cần {need}; ghi lại: {fix.replacement}" if fix else f"Cần {need}."
        said = quote(issue.value) if isinstance(issue.value, (str, int, float)) else "giá trị này"
        yield Remark(span, f"Mục {named(issue.location, sheet.model)}: {said} không hợp lệ.", hint, fix)


Replacement = tuple[str, bool] | None
"""A text to write instead, and whether that is safe to do unasked."""


def _need(issue: Issue) -> tuple[str, Replacement]:
    for kinds, describe in _NEEDS:
        if issue.kind.startswith(kinds):
            return describe(issue)
    return "giá trị theo mẫu bài mới", None


def _number(issue: Issue) -> tuple[str, Replacement]:
    found = re.fullmatch(r"\D*(\d{1,4})\D*", str(issue.value))
    return "một số, ví dụ 2022", (found[1], False) if found else None


def _at_least(issue: Issue) -> tuple[str, Replacement]:
    return f"số từ {issue.context.get('ge')} trở lên", None


def _at_most(issue: Issue) -> tuple[str, Replacement]:
    return f"số không quá {issue.context.get('le')}", None


def _multiple(issue: Issue) -> tuple[str, Replacement]:
    return f"số chia hết cho {issue.context.get('multiple_of')}", None


def _truth(issue: Issue) -> tuple[str, Replacement]:
    word = str(issue.value).strip().lower()
    meant = "true" if word in _TRUE else "false" if word in _FALSE else None
    return "true (có) hoặc false (không)", (meant, True) if meant else None


def _text(issue: Issue) -> tuple[str, Replacement]:
    if isinstance(issue.value, bool):
        return "một dòng chữ, đặt trong dấu nháy kép", (yaml_text(str(issue.value).lower()), True)
    if isinstance(issue.value, int):
        return "một dòng chữ; con số thì đặt trong dấu nháy kép", (yaml_text(str(issue.value)), True)
    return "một dòng chữ, không phải một danh sách", None


def _too_long(issue: Issue) -> tuple[str, Replacement]:
    return f"không quá {issue.context.get('max_length')} ký tự", None


def _one_line(issue: Issue) -> tuple[str, Replacement]:
    return "nội dung gọn trên một dòng", (yaml_text(" ".join(str(issue.value).split())), False)


def _some_text(_: Issue) -> tuple[str, Replacement]:
    return "một dòng chữ, không để trống", None


def _date(issue: Issue) -> tuple[str, Replacement]:
    text = str(issue.value).strip()
    iso = _ISO_LIKE.fullmatch(text)
    day = parse_vietnamese_date("/".join(reversed(iso.groups())) if iso else text)
    need = "ngày ghi theo dạng năm-tháng-ngày, ví dụ 2022-10-05"
    return (f"{need} (ở đây là {table_date(day)})", (day.isoformat(), True)) if day else (need, None)


def _no_such_day(_: Issue) -> tuple[str, Replacement]:
    return "một ngày có thật trong lịch", None


def _list(issue: Issue) -> tuple[str, Replacement]:
    plain = isinstance(issue.value, str) and re.fullmatch(r"[\w-]+(?:\s*[,;]\s*[\w-]+)*", issue.value.strip())
    items = ", ".join(re.split(r"\s*[,;]\s*", str(issue.value).strip()))
    return "một danh sách, đặt trong ngoặc vuông hoặc mỗi dòng một gạch đầu dòng", (
        f"[{items}]",
        False,
    ) if plain else None


def _fields(_: Issue) -> tuple[str, Replacement]:
    return "các dòng “tên mục: giá trị” thụt vào bên dưới", None


def _too_many(issue: Issue) -> tuple[str, Replacement]:
    return f"nhiều nhất {issue.context.get('max_length')} phần tử", None


def _trim(_: Issue) -> tuple[str, Replacement]:
    return "khổ sách dạng 145x205 (mm)", None


def _years(_: Issue) -> tuple[str, Replacement]:
    return "năm dạng 2022 hoặc 2003-2023", None


def _office(_: Issue) -> tuple[str, Replacement]:
    return "tên và số máy bàn của cơ quan, không phải số di động", None


def _address(_: Issue) -> tuple[str, Replacement]:
    return "địa chỉ bắt đầu bằng https://", None


_NEEDS: tuple[tuple[str, Callable[[Issue], tuple[str, Replacement]]], ...] = (
    ("int_", _number),
    ("float_", _number),
    ("greater_than", _at_least),
    ("less_than", _at_most),
    ("multiple_of", _multiple),
    ("bool_", _truth),
    ("string_type", _text),
    ("string_too_long", _too_long),
    ("string_too_short", _some_text),
    ("string_pattern", _one_line),
    ("date_form", _date),
    ("date_impossible", _no_such_day),
    ("tuple_type", _list),
    ("model", _fields),
    ("dict", _fields),
    ("too_long", _too_many),
    ("trim_form", _trim),
    ("years_form", _years),
    ("own_number", _office),
    ("address_form", _address),
)
"""By the beginning of pydantic's error type."""
