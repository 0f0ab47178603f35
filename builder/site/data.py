"""The page of the catalogue as data: what the files hold, how large they are, and the feeds of new stories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from builder.vietnamese.numbers import count, file_size

from . import addresses
from .feeds import feed_doors, feed_path
from .kit import Kit
from .page import Link, Page
from .structured import breadcrumbs, script
from .table import CSV_FILE, JSON_FILE, SCHEMA_FILE, columns_told

_TITLE: Final = "Dữ liệu"
_LEAD: Final = "Danh mục toàn bộ các bài, để mở bằng bảng tính hay cho máy khác đọc, và tin báo bài mới."
_FILES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        CSV_FILE: ("Danh mục CSV", "mở được ngay bằng Excel hay LibreOffice"),
        JSON_FILE: ("Danh mục JSON", "cho chương trình khác đọc"),
        SCHEMA_FILE: ("Lược đồ JSON", "tả từng mục của tệp JSON (JSON Schema 2020-12)"),
    }
)
_SECTIONS: Final[Mapping[str, str]] = MappingProxyType(
    {addresses.PLACES: "Theo địa bàn", addresses.FIELDS: "Theo lĩnh vực"}
)


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file to take home: what it is called, what it is for, its size in words."""

    path: str
    label: str
    about: str
    size: str


def data_page(kit: Kit) -> Page:
    """The page."""
    path = f"{addresses.DATA}/"
    stories = kit.library.stories
    samples = sum(story.sample for story in stories)
    body = kit.page(
        "data.html",
        path,
        title=_TITLE,
        lead=_LEAD,
        files=[TableFile(file.path, *_FILES[file.path], file_size(len(file.data))) for file in kit.tables],
        columns=columns_told(),
        total=count("bài", len(stories)),
        samples=count("bài mẫu", samples) if samples else "",
        all_samples=bool(stories) and samples == len(stories),
        feed=feed_path("") if stories else "",
        feeds=[(_SECTIONS[section], links) for section, links in feed_doors(kit.library)],
    )
    data = script(breadcrumbs((Link(path, _TITLE),), path, kit))
    return Page(path, _TITLE, _LEAD, addresses.DATA, body, "page-data", data)
