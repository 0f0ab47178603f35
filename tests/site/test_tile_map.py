from __future__ import annotations

import re

import pytest

from builder.site.tile_map import GAP, SIDE, Plot, Sheet, borders, broken, tile_map
from builder.vocabulary import Square, load_vocabulary


@pytest.mark.parametrize(
    ("name", "longest", "lines"),
    [
        ("Ba Vì", 6, ("Ba Vì",)),
        ("Hai Bà Trưng", 6, ("Hai Bà", "Trưng")),
        ("Bắc Từ Liêm", 6, ("Bắc Từ", "Liêm")),
        ("Thường Tín", 9, ("Thường", "Tín")),
        ("Văn Miếu - Quốc Tử Giám", 9, ("Văn Miếu\N{NO-BREAK SPACE}–", "Quốc Tử", "Giám")),
    ],
)
def test_names_break_between_words(name: str, longest: int, lines: tuple[str, ...]) -> None:
    assert broken(name, longest) == lines


def test_no_name_of_a_place_needs_more_lines_than_a_square_has() -> None:
    vocabulary = load_vocabulary()
    assert max(len(broken(district.name, 6)) for district in vocabulary.districts.values()) == 2
    assert max(len(broken(ward.name, 9)) for ward in vocabulary.wards.values()) == 3


def test_squares_stand_where_the_grid_says_and_do_not_touch() -> None:
    plots = {Square(1, 0): Plot("B", "B: 3 bài", 3, "b/"), Square(0, 2): Plot("A", "A: chưa có bài", 0, "")}
    drawn = tile_map(Sheet("m", "M", "", 6), plots)
    assert [(tile.label, tile.x, tile.y, tile.count, tile.depth, tile.path) for tile in drawn.tiles] == [
        ("A: chưa có bài", 2 * SIDE + GAP // 2, GAP // 2, "", 0, ""),
        ("B: 3 bài", GAP // 2, SIDE + GAP // 2, "3", 1, "b/"),
    ]
    assert (drawn.width, drawn.height, drawn.edge) == (3 * SIDE, 2 * SIDE, SIDE - GAP)


def test_borders_run_between_areas_and_around_them() -> None:
    strokes = re.findall(r"M(\d+) (\d+)([hv])100", borders({Square(0, 0): "a", Square(0, 1): "a", Square(1, 0): "b"}))
    assert set(strokes) == {
        ("0", "0", "v"), ("0", "0", "h"), ("100", "0", "h"), ("200", "0", "v"),
        ("0", "100", "v"), ("0", "100", "h"), ("100", "100", "h"), ("100", "100", "v"), ("0", "200", "h"),
    }  # fmt: skip
