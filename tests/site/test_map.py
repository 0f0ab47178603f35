"""The map's pages: counts equal the library, the table equals the map, links lead to listings."""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import Any

import pytest

from builder.catalogue import Library
from builder.model import District, Story
from builder.site import Kit, Page
from builder.site.maps import areas, district_rows, map_pages
from tests.factory import story
from tests.site.conftest import MakeKit

WARD: dict[str, Any] = {"district": None, "year": 2026, "volume": 32, "award_level": "xa-phuong"}


def stories() -> list[Story]:
    return [
        *(story(f"tap-28/a{n}") for n in range(12)),
        story("tap-28/b", district="quan-ba-dinh"),
        story("tap-28/c", district="quan-ba-dinh", ward="phuong-truc-bach"),
        story("tap-15/d", district="huyen-tu-liem", year=2009, volume=15),
        story("tap-32/e", ward="phuong-bo-de", **WARD),
        story("tap-32/f", ward="phuong-bo-de", **WARD),
        story("tap-32/g", ward="xa-suoi-hai", **WARD),
    ]


@pytest.fixture
def kit(make_kit: MakeKit) -> Kit:
    return make_kit(*stories())


@pytest.fixture
def pages(kit: Kit) -> tuple[Page, Page]:
    then, now = map_pages(kit)
    return then, now


def squares(page: Page, code: str) -> dict[str, tuple[str, str]]:
    """The squares of a map: what they say by name of place, with the address they lead to."""
    drawn = page.body.split(f'class="tile-map tile-map-{code}"')[1].split("</svg>", 1)[0]
    found = re.findall(r'<(?:a|g) class="tile depth-\d"(?: href="([^"]*)")?[^>]*>\s*<title>([^<]*)</title>', drawn)
    return {name: (told, link) for link, label in found for name, told in [html.unescape(label).split(": ")]}


def lines(page: Page) -> dict[str, tuple[int, str]]:
    """The lines of all tables: number of stories by name of place, with the address."""
    pattern = r'<tr><th scope="row">(?:<a href="([^"]*)">)?([^<]*)(?:</a>)?(?: <span.*?</span>)?</th><td[^>]*>([\d.]*)<'
    return {html.unescape(name): (int(number), link) for link, name, number in re.findall(pattern, page.body)}


def test_counts_equal_the_library(kit: Kit) -> None:
    rows, ended = district_rows(kit.library)
    wards = [row for area in areas(kit.library) for row in area.rows]
    assert len(rows) == 30
    assert len(wards) == 126
    assert [(row.label, row.count, row.note) for row in ended] == [("Huyện Từ Liêm", 1, "đến 31/03/2014")]
    assert sum(row.count for row in (*rows, *ended, *wards)) == len(kit.library.stories)


def test_every_story_is_counted_where_the_library_files_it(kit: Kit) -> None:
    rows, ended = district_rows(kit.library)
    wards = tuple(row for area in areas(kit.library) for row in area.rows)
    held = {row.label: row.count for row in (*rows, *ended, *wards) if row.count}
    filed = Counter(told.place.chapter.label for told in kit.library.stories)
    assert {label[0].lower() + label[1:]: number for label, number in held.items()} == filed


def test_the_table_says_what_the_map_says(pages: tuple[Page, Page]) -> None:
    for page, code, number in ((pages[0], "quan-huyen", 30), (pages[1], "phuong-xa", 126)):
        table, drawn = lines(page), squares(page, code)
        assert len(drawn) == number
        for name, (told, link) in drawn.items():
            place = name.split(", khu vực")[0]
            assert table[place] == (int(told.split()[0]) if told != "chưa có bài" else 0, link), name


def test_squares_with_stories_lead_to_their_listing_and_others_nowhere(pages: tuple[Page, Page]) -> None:
    then, now = squares(pages[0], "quan-huyen"), squares(pages[1], "phuong-xa")
    assert then["Quận Long Biên"] == ("12 bài", "../dia-ban/quan-long-bien/")
    assert then["Huyện Ba Vì"] == ("chưa có bài", "")
    assert now["Phường Bồ Đề, khu vực quận Long Biên cũ"] == ("2 bài", "../../dia-ban/phuong-bo-de/")
    assert {name for name, (_, link) in now.items() if link} == {
        "Phường Bồ Đề, khu vực quận Long Biên cũ",
        "Xã Suối Hai, khu vực huyện Ba Vì cũ",
    }


def test_the_small_map_leads_down_to_the_wards_of_each_area(pages: tuple[Page, Page]) -> None:
    small = squares(pages[1], "khu-vuc")
    assert len(small) == 30
    assert small["Khu vực quận Long Biên cũ"] == ("4 phường, xã, 2 bài", "../../ban-do/tu-2025/#quan-long-bien")
    anchors = {link.partition("#")[2] for _, link in small.values()}
    assert anchors == set(re.findall(r'<table class="plain-table" id="([^"]*)"', pages[1].body))


def test_earlier_stories_count_where_their_ground_lies_whole_today(kit: Kit) -> None:
    wards = {row.label: row for area in areas(kit.library) for row in area.rows}
    assert (wards["Phường Ba Đình"].count, wards["Phường Ba Đình"].earlier) == (0, 1)
    assert sum(row.earlier for row in wards.values()) == 1


def test_a_ward_names_the_other_districts_its_people_came_from(kit: Kit) -> None:
    notes = {row.label: row.note for area in areas(kit.library) for row in area.rows}
    assert notes["Phường Ngọc Hà"] == "(còn từ Cầu Giấy)"
    assert sum(bool(note) for note in notes.values()) == 52


def test_a_square_names_them_too(pages: tuple[Page, Page]) -> None:
    named = set(squares(pages[1], "phuong-xa"))
    assert "Phường Ngọc Hà, khu vực quận Ba Đình cũ, gồm cả một phần quận Cầu Giấy cũ" in named
    assert sum("gồm cả một phần" in name for name in named) == 52
    several = [name for name in named if " và " in name]
    assert len(several) == 13
    assert all(name.endswith(" cũ") for name in several)


def test_maps_of_an_empty_library_are_still_maps(make_kit: MakeKit) -> None:
    then, now = map_pages(make_kit())
    assert len(squares(then, "quan-huyen")) == 30
    assert len(squares(now, "phuong-xa")) == 126
    assert "Trước đó" not in now.body


def test_no_style_stands_in_the_page(pages: tuple[Page, Page]) -> None:
    for page in pages:
        assert "style=" not in page.body
        assert "<style" not in page.body


def test_districts_that_ended_are_not_lost() -> None:
    library = Library.of([story("tap-15/d", district="huyen-tu-liem", year=2009, volume=15)])
    assert isinstance(library.stories[0].place.chapter, District)
    assert [row.path for row in district_rows(library)[1]] == ["dia-ban/huyen-tu-liem/"]
