"""Why a district cannot stand in a story of some year, and what stood in its place, told in one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from builder.model import NO_DISTRICTS_FROM, District, Ward

from .districts import ended_by

#: The year the movement began; the list of districts is complete for Hà Nội from here on, not before.
FIRST_YEAR = 1992

#: Decree 30/2020/NĐ-CP: days below ten and the months January and February take a leading zero.
_LAST_PADDED_MONTH = 2


def why_not(district: District, year: int, districts: Mapping[str, District], wards: Mapping[str, Ward]) -> str | None:
    """What was valid in that year instead of the district; None if the district itself existed then."""
    if district.existed_in(year):
        return None
    if year < FIRST_YEAR:
        return f"danh mục chỉ đầy đủ từ năm {FIRST_YEAR}, không xác nhận được {district.label} cho năm {year}"
    if year < district.valid_from.year:
        return _not_yet(district, year, districts)
    if year <= NO_DISTRICTS_FROM.year:
        return _gone(district, year, districts)
    return _no_districts(district, districts, wards)


def wards_of(code: str, wards: Mapping[str, Ward]) -> tuple[Ward, ...]:
    """The wards of today whose main part came from the district, in the order of their numbers."""
    return tuple(ward for ward in wards.values() if ward.main_former_district == code)


def _not_yet(district: District, year: int, districts: Mapping[str, District]) -> str:
    if not district.predecessors:
        since = _written(district.valid_from)
        return f"{district.label} thuộc Hà Nội từ ngày {since}; trước đó vùng này thuộc {district.origin}"
    before = _listed(_before(district, year, districts))
    return f"{district.label} thành lập ngày {_written(district.valid_from)}; năm {year} vùng này thuộc {before}"


def _gone(district: District, year: int, districts: Mapping[str, District]) -> str:
    after = _listed([unit.label for unit in _after(district, districts) if unit.existed_in(year)])
    until = _written(district.valid_to)
    if district.works_until > district.valid_to:
        until += f" (giấy tờ còn dùng tên này đến ngày {_written(district.works_until)})"
    return f"{district.label} chỉ có đến ngày {until}; năm {year} vùng này là {after}"


def _no_districts(district: District, districts: Mapping[str, District], wards: Mapping[str, Ward]) -> str:
    heirs = (district, *_after(district, districts))
    today = ", ".join(ward.label for heir in heirs for ward in wards_of(heir.code, wards))
    since = _written(NO_DISTRICTS_FROM)
    return f"từ {since} Hà Nội không còn quận, huyện, thị xã; nay phần chính của {district.label} là {today}"


def _before(district: District, year: int, districts: Mapping[str, District]) -> list[str]:
    """Labels of the units that held the area in the year; a province where Hà Nội did not reach yet."""
    labels: list[str] = []
    for parent in (districts[code] for code in district.predecessors):
        if parent.existed_in(year):
            labels.append(parent.label)
        else:
            labels += _before(parent, year, districts) if parent.predecessors else [parent.origin]
    return labels


def _after(district: District, districts: Mapping[str, District]) -> list[District]:
    """The units that took the district's place, and those that took theirs."""
    followers = ended_by(district, districts.values())
    return [unit for follower in followers for unit in (follower, *_after(follower, districts))]


def _written(day: date) -> str:
    month = f"{day.month:02d}" if day.month <= _LAST_PADDED_MONTH else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def _listed(labels: Sequence[str]) -> str:
    """“a”, “a và b”, “a, b và c”."""
    return " và ".join(part for part in (", ".join(labels[:-1]), labels[-1]) if part)
