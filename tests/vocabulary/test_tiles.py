"""The tile maps: everybody has one square, and the squares lie as the city does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

import pytest

from builder.vocabulary import Square, load_tiles, load_vocabulary

VOCABULARY = load_vocabulary()
TILES = load_tiles()

# One is … of the other, as any map of the city shows.
NORTH = (
    ("huyen-soc-son", "huyen-dong-anh"), ("huyen-dong-anh", "quan-tay-ho"), ("quan-tay-ho", "quan-ba-dinh"),
    ("quan-ba-dinh", "quan-dong-da"), ("quan-hoan-kiem", "quan-hai-ba-trung"), ("quan-bac-tu-liem", "quan-nam-tu-liem"),
    ("quan-nam-tu-liem", "quan-ha-dong"), ("quan-cau-giay", "quan-thanh-xuan"), ("quan-ha-dong", "huyen-thanh-oai"),
    ("huyen-thanh-tri", "huyen-thuong-tin"), ("huyen-thuong-tin", "huyen-phu-xuyen"),
    ("huyen-thanh-oai", "huyen-ung-hoa"),
    ("huyen-chuong-my", "huyen-my-duc"), ("huyen-quoc-oai", "huyen-chuong-my"), ("thi-xa-son-tay", "huyen-thach-that"),
    ("huyen-me-linh", "huyen-dan-phuong"), ("huyen-dan-phuong", "huyen-hoai-duc"),
    ("quan-hai-ba-trung", "quan-hoang-mai"),
)  # fmt: skip
WEST = (
    ("huyen-ba-vi", "thi-xa-son-tay"), ("thi-xa-son-tay", "huyen-phuc-tho"), ("huyen-phuc-tho", "huyen-dan-phuong"),
    ("huyen-dan-phuong", "quan-bac-tu-liem"), ("quan-bac-tu-liem", "quan-tay-ho"), ("quan-tay-ho", "quan-long-bien"),
    ("quan-long-bien", "huyen-gia-lam"), ("huyen-hoai-duc", "quan-nam-tu-liem"), ("quan-nam-tu-liem", "quan-cau-giay"),
    ("quan-cau-giay", "quan-ba-dinh"), ("quan-ba-dinh", "quan-hoan-kiem"), ("quan-dong-da", "quan-hai-ba-trung"),
    ("quan-thanh-xuan", "quan-dong-da"), ("quan-ha-dong", "quan-thanh-xuan"), ("huyen-chuong-my", "huyen-thanh-oai"),
    ("huyen-my-duc", "huyen-ung-hoa"), ("huyen-ung-hoa", "huyen-phu-xuyen"), ("huyen-me-linh", "huyen-dong-anh"),
    ("huyen-thanh-oai", "huyen-thanh-tri"), ("huyen-thanh-tri", "quan-hoang-mai"),
    ("huyen-thach-that", "huyen-hoai-duc"),
)  # fmt: skip


def steps(one: Square, other: Square) -> int:
    """Moves of a chess king."""
    return max(abs(one.row - other.row), abs(one.column - other.column))


def whole(squares: Iterable[Square]) -> bool:
    """Whether squares hang together by their sides."""
    left = set(squares)
    waiting = [left.pop()]
    while waiting:
        at = waiting.pop()
        beside = {Square(at.row + down, at.column + right) for down, right in ((0, 1), (0, -1), (1, 0), (-1, 0))} & left
        left -= beside
        waiting += beside
    return not left


def shared_grounds() -> Iterator[tuple[str, str]]:
    """Two former districts parts of which one ward of today took in: side by side in fact, or one between them."""
    for former in VOCABULARY.former_wards.values():
        for successor in former.successors:
            main = VOCABULARY.wards[successor.ward].main_former_district
            if main != former.district:
                yield min(main, former.district), max(main, former.district)
    for ward in VOCABULARY.wards.values():
        yield from ((one, other) for one in ward.former_districts for other in ward.former_districts if one < other)


def test_every_district_of_the_last_day_has_one_square_of_its_own() -> None:
    assert set(TILES.districts) == {district.code for district in VOCABULARY.districts_on(date(2025, 6, 30))}
    assert len(set(TILES.districts.values())) == 30


def test_every_ward_of_today_has_one_square_of_its_own() -> None:
    assert set(TILES.wards) == set(VOCABULARY.wards)
    assert len(set(TILES.wards.values())) == 126


def test_both_maps_are_in_reading_order() -> None:
    for squares in (TILES.districts, TILES.wards):
        assert list(squares.values()) == sorted(squares.values())


@pytest.mark.parametrize(("north", "south"), NORTH)
def test_north_is_above(north: str, south: str) -> None:
    assert TILES.districts[north].row < TILES.districts[south].row


@pytest.mark.parametrize(("west", "east"), WEST)
def test_west_is_to_the_left(west: str, east: str) -> None:
    assert TILES.districts[west].column < TILES.districts[east].column


def test_neighbours_in_fact_are_neighbours_on_the_map() -> None:
    pairs = set(shared_grounds())
    apart = Counter(steps(TILES.districts[one], TILES.districts[other]) for one, other in pairs)
    assert apart == {1: 42, 2: 4}


def test_the_maps_have_no_islands_and_no_holes() -> None:
    for squares in (set(TILES.districts.values()), set(TILES.wards.values())):
        assert whole(squares)
        rows = range(-1, max(square.row for square in squares) + 2)
        columns = range(-1, max(square.column for square in squares) + 2)
        assert whole({Square(row, column) for row in rows for column in columns} - squares)


def test_the_wards_of_an_area_hang_together_near_the_place_of_its_district() -> None:
    for district, place in TILES.districts.items():
        held = [TILES.wards[ward.code] for ward in VOCABULARY.wards_of_former_district(district)]
        assert whole(held)
        row = sum(square.row for square in held) / len(held)
        column = sum(square.column for square in held) / len(held)
        assert abs(row - 2 * place.row - 0.5) <= 1.5, district
        assert abs(column - 2 * place.column - 0.5) <= 1.5, district


def test_within_an_area_squares_follow_the_numbers() -> None:
    for district in TILES.districts:
        held = sorted(VOCABULARY.wards_of_former_district(district), key=lambda ward: ward.number)
        squares = [TILES.wards[ward.code] for ward in held]
        assert squares == sorted(squares)
