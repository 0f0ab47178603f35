from __future__ import annotations

import re
from typing import Any

from builder.model import Story
from builder.site.home import PICKS, home_page, opening, picks
from tests.factory import story
from tests.site.conftest import MakeKit

PLACES = (
    "quan-long-bien",
    "quan-dong-da",
    "quan-ba-dinh",
    "huyen-ba-vi",
    "huyen-gia-lam",
    "quan-tay-ho",
    "huyen-quoc-oai",
)


def many(count: int) -> list[Story]:
    return [
        story(f"tap-28/x{n}", person=f"Lê Văn {n}", district=PLACES[n % 7], written_on=f"2022-{n % 12 + 1:02}-01")
        for n in range(count)
    ]


def test_the_stories_of_the_day_do_not_depend_on_the_order_they_come_in() -> None:
    stories = many(40)
    assert picks(stories) == picks(list(reversed(stories)))
    assert len(picks(stories)) == PICKS


def test_neighbours_of_the_day_differ_in_flower_and_place_while_there_is_choice() -> None:
    chosen = picks(many(200))[:6]
    assert len({told.month for told in chosen}) == 6
    assert len({told.place.chapter.code for told in chosen}) == 6


def test_a_small_library_has_fewer_turns_and_an_empty_one_none(make_kit: MakeKit) -> None:
    assert picks([story()]) == (story(),)
    assert picks([]) == ()
    assert "spread" not in home_page(make_kit()).body


def test_the_home_page_shows_the_first_and_carries_the_others(make_kit: MakeKit) -> None:
    body = home_page(make_kit(*many(20))).body
    assert body.count("<template data-spread-turn>") == PICKS - 1
    assert body.count("<h1") == 1
    assert "20 bài, 7 địa bàn, 1 tập." in body


def test_the_newest_volume_stands_on_the_home_page(make_kit: MakeKit) -> None:
    body = home_page(make_kit(story(), story("tap-29/b", person="Lê Bình", volume=29, year=2023))).body
    newest = body[body.index('class="home-newest"') : body.index('class="home-door"')]
    assert "Tập 29" in newest
    assert "Lê Bình" in newest
    assert "Đỗ Thị Hoà" not in newest


def test_every_way_in_has_a_door(make_kit: MakeKit) -> None:
    body = home_page(make_kit(story(), story("tap-29/b", award_level="nha-nuoc", volume=29, year=2023))).body
    for way in ("dia-ban", "linh-vuc", "cap-khen", "nam", "tap", "nhan-vat"):
        assert re.search(rf'<h2 id="cua-{way}"><a href="{way}/">Theo ', body), way
    assert '<a href="cap-khen/nha-nuoc/">Cấp Nhà nước</a> <span class="run-count">1</span>' in body
    assert '<a href="tap/tap-29/">Tập 29</a> <span class="run-count">2023</span>' in body
    assert body.index("cap-khen/nha-nuoc/") < body.index("cap-khen/thanh-pho/")


def test_the_opening_ends_with_a_sentence() -> None:
    assert opening("Một hai ba. Bốn năm sáu bảy. Tám.", most=5) == "Một hai ba."
    assert opening("“Một hai ba.” Bốn năm sáu bảy tám chín.", most=5) == "“Một hai ba.”"
    assert opening("Một hai ba bốn năm sáu bảy.", most=5) == "Một hai ba bốn năm…"


def test_the_door_of_places_shows_the_map_small(make_kit: MakeKit) -> None:
    ward: dict[str, Any] = {
        "district": None,
        "ward": "phuong-bo-de",
        "year": 2026,
        "volume": 32,
        "award_level": "xa-phuong",
    }
    body = home_page(make_kit(story(), story("tap-32/mai", **ward), story("tap-28/b", district="quan-ba-dinh"))).body
    drawn = body[body.index('class="home-map"') :].split("</svg>")[0]
    depths = re.findall(r'<g class="depth-(\d)">', drawn)
    assert len(depths) == 30
    assert sorted(depths)[-3:] == ["0", "1", "2"]
    assert "<title" not in drawn


def test_a_home_without_stories_still_has_its_map(make_kit: MakeKit) -> None:
    assert home_page(make_kit()).body.count('<g class="depth-0">') == 30
