"""The index of places: as they were called in each story's year, with what they belong to today.

Since 2025-07-01 Hà Nội has no districts and 126 wards. Whoever looks under a name of today is led to the former wards
whose people went there (``vocabulary``: Resolution 1656/NQ-UBTVQH15); whoever looks under a former name reads where it
belongs now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from builder.model import NO_DISTRICTS_FROM, District, FormerWard, Story, Ward
from builder.vietnamese.collate import collation_key
from builder.vietnamese.names import body_heading, body_key
from builder.vocabulary import load_vocabulary

from .index import IndexEntry, IndexGroup, grouped

Unit = District | FormerWard | Ward
_AREA_ONLY = "area_only"


def place_index(stories: Iterable[Story]) -> tuple[IndexGroup, ...]:
    """Districts and wards by name, those of today that hold former ones of the book among them."""
    filed: dict[tuple[str, str, str], tuple[Unit, list[Story]]] = {}
    for story in stories:
        for unit in (story.place.district, story.place.ward):
            if unit is not None:
                filed.setdefault(_key(unit), (unit, []))[1].append(story)
    former = _former_of({unit.code: unit for unit, _ in filed.values() if isinstance(unit, District)})
    for unit, _ in tuple(filed.values()):
        for ward in _todays(unit):
            filed.setdefault(_key(ward), (ward, []))
            former.setdefault(_key(ward), set()).add(unit.name)
    entries = (_entry(unit, held, former.get(key, set())) for key, (unit, held) in filed.items())
    return grouped((e for e in entries if e.stories or e.see), lambda entry: body_key(entry.name))


def _key(unit: Unit) -> tuple[str, str, str]:
    """Names of former wards repeat between districts, and between then and now."""
    owner = unit.district if isinstance(unit, FormerWard) else ""
    return type(unit).__name__, owner, unit.code


def _former_of(districts: Mapping[str, District]) -> dict[tuple[str, str, str], set[str]]:
    """The districts of the book that other districts of the book were made of."""
    found = {
        _key(unit): {districts[code].name for code in unit.predecessors if code in districts}
        for unit in districts.values()
    }
    return {key: names for key, names in found.items() if names}


def _todays(unit: Unit) -> Iterator[Ward]:
    """Where a former ward's people live today."""
    if isinstance(unit, FormerWard):
        wards = load_vocabulary().wards
        yield from (wards[part.ward] for part in unit.successors if part.extent != _AREA_ONLY)


def _entry(unit: Unit, stories: list[Story], former: set[str]) -> IndexEntry:
    others = sorted(former - {unit.name}, key=collation_key)
    return IndexEntry(unit.name, body_heading(unit.name), tuple(stories), detail=_detail(unit), see=", ".join(others))


def _detail(unit: Unit) -> str:
    """“phường, quận Long Biên, nay thuộc phường Bồ Đề”."""
    if isinstance(unit, Ward):
        return f"{unit.kind} từ {NO_DISTRICTS_FROM.year}"
    if isinstance(unit, District):
        ended = unit.works_until.year
        return unit.kind if ended >= NO_DISTRICTS_FROM.year else f"{unit.kind} đến {ended}"
    owner = load_vocabulary().districts[unit.district].label
    now = [ward.label for ward in _todays(unit)]
    return f"{unit.kind}, {owner}, nay thuộc {_listed(now)}" if now else f"{unit.kind}, {owner}"


def _listed(labels: list[str]) -> str:
    return " và ".join(part for part in (", ".join(labels[:-1]), labels[-1]) if part)
