"""Rules on the header's fields one by one: are they there, are they known, have they the right form and code?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from builder.manuscript import FaultKind, Location, StoryHeader, fields_of, model_at
from builder.model import Severity
from builder.vocabulary import Labelled, Vocabulary

from . import sheet as sheets
from .copy import Copy
from .place import unknown_ward
from .rule import Remark, rule
from .sheet import Sheet, Unlisted
from .words import named

_SCHEMA = "Lược đồ của phần khai đầu bài (builder/manuscript/schema.py)"


def sheet_of(copy: Copy) -> Sheet:
    """The header as fields and complaints; values that fault rules speak of are settled."""
    manuscript = copy.manuscript
    twice = {manuscript.span_of(fault.detail) for fault in copy.faults(FaultKind.DUPLICATE_KEY)}
    settled = frozenset(twice | {fault.span for fault in copy.faults(FaultKind.AMBIGUOUS)})
    return Sheet(manuscript, manuscript.header or {}, copy.issues, StoryHeader, copy.top, settled)


@rule("header/missing", Severity.ERROR, source=_SCHEMA)
def missing(copy: Copy) -> Iterator[Remark]:
    """Thiếu mục bắt buộc.

    Thiếu tên bài, nhân vật, đơn vị, lĩnh vực, cấp khen, năm hoặc tập thì không xếp được bài vào sách và trang web.

    Cách sửa: thêm dòng còn thiếu vào phần khai đầu bài. Để trống cũng là thiếu.

    Sai: `unit:`
    Đúng: `unit: Tổ dân phố số 7, phường Bồ Đề`
    """
    return sheets.missing(sheet_of(copy))


@rule("header/unknown-key", Severity.ERROR, source=_SCHEMA, rest="Còn {} mục lạ nữa.")
def unknown_key(copy: Copy) -> Iterator[Remark]:
    """Có mục lạ trong phần khai đầu bài.

    Tên mục gõ sai một chữ là cả mục bị bỏ qua, nên mục lạ bị coi là lỗi. Số điện thoại, địa chỉ riêng cũng không có
    mục nào: chúng nằm trong hồ sơ giấy.

    Cách sửa: sửa tên mục theo gợi ý, hoặc xóa dòng.

    Sai: `persn: Đỗ Thị Hoa`
    Đúng: `person: Đỗ Thị Hoa`
    """
    return sheets.unknown(sheet_of(copy))


@rule("header/value", Severity.ERROR, source=_SCHEMA)
def value(copy: Copy) -> Iterator[Remark]:
    """Giá trị của một mục không đúng dạng.

    Năm và tập là con số; ngày ghi năm-tháng-ngày để không lẫn ngày với tháng; tên và tiêu đề nằm trên một dòng.

    Cách sửa: ghi lại theo mẫu nêu trong lời báo.

    Sai: `written_on: 20/5/2025`
    Đúng: `written_on: 2025-05-20`
    """
    return sheets.wrong(sheet_of(copy))


@rule("header/vocabulary", Severity.ERROR, source="Các danh mục dùng chung (builder/vocabulary/data/DATA.md)")
def vocabulary(copy: Copy) -> Iterator[Remark]:
    """Giá trị không có trong danh mục.

    Lĩnh vực, cấp khen, hình thức khen, quận huyện, xã phường, phong trào đều ghi bằng mã, để bài nào cũng vào đúng
    chỗ trong bảng tra dù tên gọi viết khác nhau.

    Cách sửa: ghi mã theo gợi ý.

    Sai: `award_level: Cấp Thành phố`
    Đúng: `award_level: thanh-pho`
    """
    yield from sheets.closed(sheet_of(copy))
    yield from sheets.not_in_lists(_unlisted(copy))
    ward = unknown_ward(copy)
    if ward:
        yield ward


def _unlisted(copy: Copy) -> Iterator[Unlisted]:
    for location, name in _coded(copy):
        found, entries = copy.text(*location), list_of(copy.vocabulary, name)
        if found is not None and found not in entries:
            yield copy.manuscript.span_of(*location), named(location), found, entries


def list_of(vocabulary: Vocabulary, name: str) -> Mapping[str, Labelled]:
    """The closed list the schema calls by this name."""
    lists: Mapping[str, Mapping[str, Labelled]] = {
        "fields": vocabulary.fields,
        "award_levels": vocabulary.award_levels,
        "movements": vocabulary.movements,
        "awards": vocabulary.awards,
        "districts": vocabulary.districts,
    }
    return lists[name]


def _coded(copy: Copy) -> Iterator[tuple[Location, str]]:
    """Where codes stand in this header, and the list each comes from."""
    for path, name in _CODED:
        if isinstance(copy.value_or_refused(path[0]), list):
            for n in range(copy.size(path[0])):
                yield (path[0], n, *path[1:]), name
        else:
            yield path, name


def _coded_fields(model: type[BaseModel], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """The schema's coded fields. Which list a ward comes from depends on year and district: ``place`` knows."""
    for key, info in fields_of(model).items():
        extra = info.json_schema_extra
        name = extra.get("vocabulary") if isinstance(extra, dict) else None
        if isinstance(name, str) and name != "wards":
            yield (*above, key), name
        inner = model_at((key,), model)
        if inner is not None:
            yield from _coded_fields(inner, (*above, key))


_CODED = tuple(_coded_fields(StoryHeader))
SCHEMA_RULES = (missing, unknown_key, value, vocabulary)
