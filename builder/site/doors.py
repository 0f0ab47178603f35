"""The doors of the site: the ways in, as header, footer and home page name them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from . import addresses


@dataclass(frozen=True, slots=True)
class Door:
    """A way into the stories: ``code`` marks the pages behind it, ``label`` is the word in the menu."""

    code: str
    label: str
    path: str


DOORS: Final = (
    Door(addresses.PLACES, "Địa bàn", f"{addresses.PLACES}/"),
    Door(addresses.FIELDS, "Lĩnh vực", f"{addresses.FIELDS}/"),
    Door(addresses.YEARS, "Năm", f"{addresses.YEARS}/"),
    Door(addresses.PERSONS, "Nhân vật", f"{addresses.PERSONS}/"),
    Door(addresses.BOOKS, "Sách", f"{addresses.BOOKS}/"),
)
"""The five doors of the header."""

SIDE_DOORS: Final = (
    Door(addresses.MAP, "Bản đồ", f"{addresses.MAP}/"),
    Door(addresses.TIMELINE, "Dòng thời gian", f"{addresses.TIMELINE}/"),
    Door(addresses.GALLERY, "Thư viện ảnh", f"{addresses.GALLERY}/"),
    Door(addresses.VOLUMES, "Các tập", f"{addresses.VOLUMES}/"),
    Door(addresses.LEVELS, "Cấp khen", f"{addresses.LEVELS}/"),
    Door(addresses.SEARCH, "Tìm kiếm", f"{addresses.SEARCH}/"),
    Door(addresses.DATA, "Dữ liệu", f"{addresses.DATA}/"),
)
"""Further ways, named in the footer only."""
