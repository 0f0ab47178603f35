"""The map of Hà Nội: the districts as they stood to 30/6/2025, the wards since; squares first, tables behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from builder.catalogue import Library
from builder.model import District, Ward
from builder.vietnamese.collate import collation_key
from builder.vietnamese.dates import table_date
from builder.vietnamese.numbers import count, group
from builder.vocabulary import load_tiles, load_vocabulary

from . import addresses
from .card import capital
from .kit import Kit
from .page import Link, Page
from .sheets import script, sheet
from .tile_map import Plot, Sheet, TileMap, borders, tile_map

_THEN_PATH: Final = f"{addresses.MAP}/"
_NOW_PATH: Final = f"{addresses.MAP}/tu-2025/"
_THEN_TITLE: Final = "Bản đồ Hà Nội đến tháng 6 năm 2025"
_NOW_TITLE: Final = "Bản đồ Hà Nội từ tháng 7 năm 2025"
_KEPT: Final = "Bản đồ giữ hướng và láng giềng trong chừng mực ô vuông cho phép, không giữ diện tích và ranh giới."
_DISTRICTS: Final = Sheet(
    "quan-huyen",
    "Bản đồ ô vuông 30 quận, huyện, thị xã",
    f"Đây là bản đồ ô vuông: mỗi ô một quận, huyện hoặc thị xã. {_KEPT}",
    longest=6,
)
_WARDS: Final = Sheet(
    "phuong-xa",
    "Bản đồ ô vuông 126 phường, xã",
    "Đây là bản đồ ô vuông: mỗi ô một phường hoặc xã, xếp ở khu vực của quận, huyện, thị xã cũ mà phần chính của nó "
    f"thuộc về; trong một khu vực, các ô theo thứ tự mã số, không theo vị trí. {_KEPT}",
    longest=9,
)
_AREAS: Final = Sheet(
    "khu-vuc",
    "Bản đồ ô vuông 30 khu vực",
    "Đây là bản đồ ô vuông: mỗi ô là khu vực của một quận, huyện, thị xã cũ và đưa xuống bảng các phường, xã nay ở đó. "
    f"{_KEPT}",
    longest=6,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table behind a map, with a remark where there is one.

    ``earlier`` counts the stories from before 1/7/2025 of which the whole ground lies in this ward today.
    """

    label: str
    count: int
    path: str
    note: str = ""
    earlier: int = 0


@dataclass(frozen=True, slots=True)
class Area:
    """The wards of today in the area of a former district; ``code`` is the anchor in the page."""

    code: str
    label: str
    rows: tuple[Row, ...]

    @property
    def count(self) -> int:
        """Stories told since 1/7/2025 in all its wards."""
        return sum(row.count for row in self.rows)


MAP_PATHS: Final = (_THEN_PATH, _NOW_PATH)
"""Where the pages of ``map_pages`` stand."""


def map_pages(kit: Kit) -> Iterator[Page]:
    """Both maps, each on its own page."""
    yield _then(kit)
    yield _now(kit)


def district_rows(library: Library) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The 30 districts of the map in Vietnamese order; and those that had ended before, where stories name them."""
    drawn = load_tiles().districts
    told = [shelf.stories[0].place.chapter for shelf in library.places.values()]
    ended = [unit for unit in told if isinstance(unit, District) and unit.code not in drawn]
    return tuple(_row(unit, library) for unit in _standing()), tuple(_row(unit, library) for unit in ended)


def areas(library: Library) -> tuple[Area, ...]:
    """The wards of today by area, areas in Vietnamese order, wards in the order of their numbers."""
    vocabulary = load_vocabulary()
    earlier = Counter(story.place.today.code for story in library.stories if story.place.today and story.place.district)
    return tuple(
        Area(
            district.code,
            f"Khu vực {district.label} cũ",
            tuple(
                _row(ward, library, earlier[ward.code]) for ward in vocabulary.wards_of_former_district(district.code)
            ),
        )
        for district in _standing()
    )


def small_map(library: Library) -> TileMap:
    """The 30 areas as bare squares, as dark as they have stories of both times: a picture of the map, not the map."""
    found = Counter(_area(story.place.chapter) for story in library.stories)
    plots = {square: Plot("", "", found[code], "") for code, square in load_tiles().districts.items()}
    return tile_map(_AREAS, plots)


def _area(unit: District | Ward) -> str:
    return unit.main_former_district if isinstance(unit, Ward) else unit.code


def _standing() -> list[District]:
    """The 30 districts of the map in Vietnamese order."""
    districts = load_vocabulary().districts
    return sorted((districts[code] for code in load_tiles().districts), key=lambda unit: collation_key(unit.name))


def _row(unit: District | Ward, library: Library, earlier: int = 0) -> Row:
    shelf = library.places.get(unit.code)
    return Row(
        label=capital(unit.label),
        count=len(shelf.stories) if shelf else 0,
        path=addresses.shelf_path(addresses.PLACES, unit.code) if shelf else "",
        note=_note(unit),
        earlier=earlier,
    )


def _note(unit: District | Ward) -> str:
    """When a district ended that is not on the map; from which other districts people of a ward came."""
    if isinstance(unit, District):
        return "" if unit.code in load_tiles().districts else f"đến {table_date(unit.works_until)}"
    others = (code for code in unit.former_districts if code != unit.main_former_district)
    named = ", ".join(load_vocabulary().districts[code].name for code in others)
    return f"(còn từ {named})" if named else ""


def _then(kit: Kit) -> Page:
    rows, ended = district_rows(kit.library)
    by_label = {row.label: row for row in rows}
    plots = {}
    for code, square in load_tiles().districts.items():
        district = load_vocabulary().districts[code]
        plots[square] = _plot(district.name, by_label[capital(district.label)])
    drawn = tile_map(_DISTRICTS, plots)
    lead = "Ba mươi quận, huyện, thị xã như khi còn đến ngày 30 tháng 6 năm 2025. Mỗi ô một nơi, con số là số bài."
    total = sum(row.count for row in (*rows, *ended))
    values = {"maps": (drawn,), "rows": rows, "ended": ended, "total": count("bài", total)}
    return _page(kit, _THEN_PATH, _THEN_TITLE, lead, values)


def _plot(name: str, row: Row, where: str = "") -> Plot:
    told = count("bài", row.count) if row.count else "chưa có bài"
    return Plot(name, f"{row.label}{where}: {told}", row.count, row.path)


def _now(kit: Kit) -> Page:
    found = areas(kit.library)
    lead = "Một trăm hai mươi sáu phường, xã từ ngày 01 tháng 7 năm 2025, đặt quanh chỗ của quận, huyện, thị xã cũ."
    total = sum(area.count for area in found)
    values = {
        "maps": (_wards(found), _overview(found)),
        "areas": found,
        "earlier": any(row.earlier for area in found for row in area.rows),
        "total": count("bài", total),
    }
    return _page(kit, _NOW_PATH, _NOW_TITLE, lead, values)


def _wards(found: tuple[Area, ...]) -> TileMap:
    vocabulary, squares = load_vocabulary(), load_tiles().wards
    rows = {row.label: row for area in found for row in area.rows}
    plots, held = {}, {}
    for code, square in squares.items():
        ward = vocabulary.wards[code]
        former = vocabulary.districts[ward.main_former_district]
        plots[square] = _plot(ward.name, rows[capital(ward.label)], _formerly(ward))
        held[square] = former.code
    return tile_map(_WARDS, plots, borders(held))


def _formerly(ward: Ward) -> str:
    """In which area a ward stands, and from which other former districts some of its people came."""
    main, *others = (load_vocabulary().districts[code].label for code in ward.former_districts)
    if not others:
        return f", khu vực {main} cũ"
    rest = " và ".join((", ".join(others[:-1]), others[-1]) if others[1:] else others)
    return f", khu vực {main} cũ, gồm cả một phần {rest} cũ"


def _overview(found: tuple[Area, ...]) -> TileMap:
    """The areas alone, for narrow screens: each leads down to its wards in the table."""
    vocabulary = load_vocabulary()
    by_code = {area.code: area for area in found}
    plots = {}
    for code, square in load_tiles().districts.items():
        area = by_code[code]
        told = f"{len(area.rows)} phường, xã, {count('bài', area.count)}"
        label = f"{area.label}: {told}"
        path = f"{_NOW_PATH}#{code}"
        plots[square] = Plot(vocabulary.districts[code].name, label, area.count, path)
    return tile_map(_AREAS, plots)


def _page(kit: Kit, path: str, title: str, lead: str, values: Mapping[str, object]) -> Page:
    body = kit.page(
        "map.html",
        path,
        title=title,
        lead=lead,
        tabs=(
            Link(_THEN_PATH, "Đến 30/6/2025", current=path == _THEN_PATH),
            Link(_NOW_PATH, "Từ 01/7/2025", current=path == _NOW_PATH),
        ),
        group=group,
        **{"rows": (), "ended": (), "areas": (), "earlier": False, **values},
    )
    head = sheet(kit, "map.css", path) + script(kit, "map.js", path)
    return Page(path, title, lead, addresses.MAP, body, "page-map" if path == _THEN_PATH else "page-map-wards", head)
