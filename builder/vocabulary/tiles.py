"""Where each district and each ward of today has its square on the tile maps of Hà Nội.

No boundary data of the city may be passed on freely, so the maps are grids of equal squares, drawn as text in
``data/tiles.toml``: directions and neighbours are kept as far as squares allow, areas are not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from builder.model import Ward

from .loader import load_vocabulary
from .tables import read_toml

_EMPTY = "."


@dataclass(frozen=True, slots=True, order=True)
class Square:
    """A place on a grid: row 0 is the northernmost, column 0 the westernmost. Squares sort in reading order."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class TileMaps:
    """Both maps in reading order: the 30 districts to 30/6/2025 and the 126 wards since, by code."""

    districts: Mapping[str, Square]
    wards: Mapping[str, Square]


@lru_cache(maxsize=1)
def load_tiles() -> TileMaps:
    """The packaged maps. Signs without a meaning, or squares that do not match the wards, raise an error."""
    document = read_toml("tiles")
    signs, grids = document["signs"], document["grids"]
    districts = {signs[sign]: square for sign, square in _read(grids["districts"])}
    areas = [(signs[sign], square) for sign, square in _read(grids["wards"])]
    return TileMaps(MappingProxyType(districts), MappingProxyType(_settle(areas)))


def _read(grid: str) -> Iterator[tuple[str, Square]]:
    """The signs of a grid with their squares, in reading order."""
    for row, line in enumerate(grid.strip().splitlines()):
        for column, sign in enumerate(line.split()):
            if sign != _EMPTY:
                yield sign, Square(row, column)


def _settle(areas: list[tuple[str, Square]]) -> dict[str, Square]:
    """Give the squares of each area to its wards in the order of their numbers; the result is in reading order."""
    squares: dict[str, list[Square]] = defaultdict(list)
    for area, square in areas:
        squares[area].append(square)
    wards: dict[str, list[Ward]] = defaultdict(list)
    for ward in load_vocabulary().wards.values():
        wards[ward.main_former_district].append(ward)
    if squares.keys() != wards.keys():
        msg = f"areas without wards or wards without an area: {sorted(squares.keys() ^ wards.keys())}"
        raise ValueError(msg)
    settled = {
        ward.code: square
        for area, held in wards.items()
        for ward, square in zip(sorted(held, key=lambda ward: ward.number), squares[area], strict=True)
    }
    return dict(sorted(settled.items(), key=lambda item: item[1]))
