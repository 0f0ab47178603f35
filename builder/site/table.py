"""The catalogue as data for others: one line a story, as CSV and as JSON with a schema. Only what its page shows, too.

A cell that begins like a formula would be reckoned by a spreadsheet that opens the file: it gets an apostrophe in front
(OWASP, CSV Injection). JSON carries the words as they are.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from builder.catalogue import Library
from builder.model import Story

from . import addresses
from .card import KINDS, capital
from .page import SERIES, SiteFile

CSV_FILE: Final = f"{addresses.DATA}/danh-muc.csv"
JSON_FILE: Final = f"{addresses.DATA}/danh-muc.json"
SCHEMA_FILE: Final = f"{addresses.DATA}/danh-muc.schema.json"

_ROW: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_BOM: Final = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of its machine."""
_FORMULA: Final = frozenset("=+-@\t\r\n＝＋－＠")
_Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it holds (in Vietnamese), the value of a story, and its kind in JSON."""

    name: str
    about: str
    of: Callable[[Story], _Value]
    kind: str = "string"


def _kinds(story: Story) -> str:
    return " ; ".join(award.kind.label for award in story.awards)


def _decisions(story: Story) -> str:
    return " ; ".join(award.decision for award in story.awards if award.decision)


COLUMNS: Final = (
    Column("ma", "Mã bài, không bao giờ đổi", lambda story: story.id),
    Column("ten_bai", "Tên bài", lambda story: story.title),
    Column("danh_xung", "Học hàm, học vị, danh hiệu đứng trước tên", lambda story: story.honorific),
    Column("nhan_vat", "Người, tập thể hay gia đình được viết đến", lambda story: story.person),
    Column("doi_tuong", "Cá nhân, Tập thể hay Hộ gia đình", lambda story: KINDS[story.subject]),
    Column("don_vi", "Đơn vị", lambda story: story.unit),
    Column(
        "quan_huyen",
        "Quận, huyện, thị xã khi việc diễn ra; trống với bài từ tháng 7 năm 2025",
        lambda story: capital(story.place.district.label) if story.place.district else "",
    ),
    Column(
        "xa_phuong",
        "Xã, phường, thị trấn khi việc diễn ra, nếu bài có ghi",
        lambda story: capital(story.place.ward.label) if story.place.ward else "",
    ),
    Column(
        "xa_phuong_nay",
        "Xã, phường ngày nay, nếu nơi cũ thuộc trọn một nơi mới",
        lambda story: capital(story.place.today.label) if story.place.today else "",
    ),
    Column("linh_vuc", "Lĩnh vực", lambda story: story.field.label),
    Column("cap_khen", "Cấp khen thưởng", lambda story: story.award_level.label),
    Column("danh_hieu", "Hình thức khen thưởng, cách nhau bằng dấu chấm phẩy", _kinds),
    Column("quyet_dinh", "Số quyết định khen thưởng", _decisions),
    Column("nam", "Năm được khen, cũng là năm của tập sách", lambda story: story.year, "integer"),
    Column("tap", "Số tập", lambda story: story.volume.number, "integer"),
    Column("tac_gia", "Người viết bài", lambda story: story.author),
    Column("bai_mau", "Bài mẫu: nhân vật hư cấu", lambda story: story.sample, "boolean"),
)
"""Every column but the last, the address, which depends on the site's own."""

ADDRESS: Final = "dia_chi"
_ADDRESS_ABOUT: Final = "Địa chỉ của bài; tính từ trang đầu khi trang mạng chưa có địa chỉ công khai"


def columns_told() -> tuple[tuple[str, str], ...]:
    """Name and meaning of every column, in order."""
    return (*((column.name, column.about) for column in COLUMNS), (ADDRESS, _ADDRESS_ABOUT))


def table_files(library: Library, site_url: str) -> tuple[SiteFile, ...]:
    """The catalogue in both forms, and the schema of the second.

    Args:
        library: the stories.
        site_url: where the site is published; empty leaves addresses relative to its root.
    """
    base = f"{site_url.rstrip('/')}/" if site_url else ""
    rows = [_row(story, base) for story in library.stories]
    return (
        SiteFile(CSV_FILE, _csv(rows).encode()),
        SiteFile(JSON_FILE, _json(rows).encode()),
        SiteFile(SCHEMA_FILE, (json.dumps(_schema(), ensure_ascii=False, indent=1) + "\n").encode()),
    )


def _row(story: Story, base: str) -> dict[str, _Value]:
    row = {column.name: column.of(story) for column in COLUMNS}
    row[ADDRESS] = base + addresses.story_path(story)
    return row


def _csv(rows: Iterable[Mapping[str, _Value]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(name for name, _ in columns_told())
    for row in rows:
        writer.writerow(map(_cell, row.values()))
    return _BOM + out.getvalue()


def _cell(value: _Value) -> str | int:
    if isinstance(value, bool):
        return "có" if value else ""
    return harmless(value) if isinstance(value, str) else value


def harmless(text: str) -> str:
    """The text as no spreadsheet takes for a formula, whatever blanks stand before it."""
    first = text.lstrip(" \u00a0")[:1]
    return f"'{text}" if first in _FORMULA and first else text


def _json(rows: Iterable[Mapping[str, _Value]]) -> str:
    """One object with a story a line, so that it can be read as a whole, line by line, and compared."""
    head = json.dumps({"$schema": "danh-muc.schema.json", "bo_sach": SERIES}, ensure_ascii=False)
    lines = ",\n".join(map(_ROW.encode, rows))
    return f'{head[:-1]}, "bai": [\n{lines}\n]}}\n'


def _schema() -> Mapping[str, Any]:
    properties: dict[str, Any] = {
        column.name: {"type": column.kind, "description": column.about} for column in COLUMNS
    } | {ADDRESS: {"type": "string", "format": "uri-reference", "description": _ADDRESS_ABOUT}}
    story = {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Danh mục bài của bộ sách “{SERIES}”",
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            "bo_sach": {"type": "string"},
            "bai": {"type": "array", "items": story},
        },
        "required": ["bo_sach", "bai"],
        "additionalProperties": False,
    }
