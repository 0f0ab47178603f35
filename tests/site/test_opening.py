from __future__ import annotations

from typing import Any

import pytest

from builder.catalogue import Library
from builder.edition import BookPlan, plan
from builder.manuscript import edition_from, read_yaml
from builder.model import Story
from builder.site.drawings import orders, place_flower, volume_flower
from builder.site.facts import Fact
from builder.site.listing import listing_pages
from builder.site.opening import Opening, Openings
from tests.factory import story
from tests.site.conftest import MakeKit

WARD: dict[str, Any] = {"district": None, "ward": "phuong-bo-de", "year": 2026, "volume": 32}


BOOK = """
title: Những bông hoa đẹp
subtitle: Tập 28
kind: volume
select: {volumes: [28]}
volume: 28
cover: {flower: sen}
imprint: {regime: non-commercial}
"""


def opened(section: str, code: str, *stories: Story, plans: tuple[BookPlan, ...] = ()) -> Opening:
    library = Library.of(stories)
    shelves = {"dia-ban": library.places, "tap": library.volumes, "nam": library.years}
    found = Openings(library, plans).of(section, shelves[section][code])
    assert found is not None
    return found


def facts(opening: Opening) -> dict[str, Fact]:
    return {fact.label: fact for fact in opening.facts}


def line(fact: Fact) -> str:
    return ", ".join(value.text for value in fact.values)


def test_a_district_tells_since_when_it_stood_out_of_what_and_by_which_paper() -> None:
    told = facts(opened("dia-ban", "quan-long-bien", story()))
    assert line(told["Thành lập"]) == "Ngày 06 tháng 11 năm 2003, từ huyện Gia Lâm"
    assert "132/2003/NĐ-CP" in told["Thành lập"].values[-1].remark
    assert "Phường Bồ Đề" in line(told["Phường, xã nay"])


def test_a_day_that_no_source_confirms_is_not_told() -> None:
    told = facts(opened("dia-ban", "quan-ba-dinh", story(district="quan-ba-dinh")))
    assert line(told["Thành lập"]) == "Năm 1981, từ khu phố Ba Đình"


def test_a_district_of_ha_tay_came_to_the_city() -> None:
    told = facts(opened("dia-ban", "huyen-ba-vi", story(district="huyen-ba-vi")))
    assert line(told["Về Hà Nội"]) == "Ngày 01 tháng 8 năm 2008, từ tỉnh Hà Tây"


def test_a_district_that_was_split_leads_on_to_its_heirs() -> None:
    old = story(district="huyen-tu-liem", year=2008)
    new = story("tap-29/b", district="quan-nam-tu-liem", year=2023, volume=29)
    told = facts(opened("dia-ban", "huyen-tu-liem", old, new))
    assert [(value.text, value.path) for value in told["Sau này là"].values] == [
        ("Quận Bắc Từ Liêm", ""),
        ("Quận Nam Từ Liêm", "dia-ban/quan-nam-tu-liem/"),
    ]


def test_a_ward_names_the_stories_told_of_it_before_it_was() -> None:
    before = [story(f"tap-28/x{n}", ward="phuong-bo-de", title=f"Bài {n}") for n in range(8)]
    told = facts(opened("dia-ban", "phuong-bo-de", story("tap-32/mai", **WARD), *before))
    assert line(told["Trước đây thuộc"]) == "Quận Long Biên"
    assert told["Trước đây thuộc"].values[0].path == "dia-ban/quan-long-bien/"
    assert len(told["Bài trước đó"].values) == 7
    assert told["Bài trước đó"].values[-1].text == "và 2 bài nữa"


@pytest.mark.parametrize(
    ("subjects", "expected"),
    [
        (("ca-nhan", "ca-nhan"), "2 người"),
        (("ca-nhan", "tap-the", "ho-gia-dinh"), "1 người, 1 tập thể, 1 hộ gia đình"),
    ],
)
def test_stories_are_counted_by_whom_they_honour(subjects: tuple[str, ...], expected: str) -> None:
    stories = [story(f"tap-28/x{n}", subject=subject) for n, subject in enumerate(subjects)]
    assert line(facts(opened("tap", "tap-28", *stories))["Nhân vật"]) == expected


def test_one_story_is_not_counted() -> None:
    assert "Nhân vật" not in facts(opened("tap", "tap-28", story()))


def test_a_volume_and_a_year_tell_what_sources_say_of_their_time() -> None:
    for opening in (opened("tap", "tap-28", story()), opened("nam", "2022", story())):
        told = facts(opening)["Trong năm 2022"]
        assert all(value.remark for value in told.values)
        assert "747" in line(told)


def test_fields_and_levels_open_with_their_stories() -> None:
    library = Library.of([story()])
    assert Openings(library, ()).of("linh-vuc", next(iter(library.fields.values()))) is None


def test_the_flowers_of_all_openings_are_drawn() -> None:
    stories = (story(), story("tap-32/mai", **WARD))
    drawn = {order.path for order in orders(stories, ())}
    for opening in (opened("dia-ban", "quan-long-bien", *stories), opened("tap", "tap-32", *stories)):
        assert opening.flower in drawn
    assert place_flower("quan-long-bien").path in drawn
    assert volume_flower(stories[0].volume, ()).path in drawn


def test_only_the_first_page_opens_and_a_long_shelf_leads_to_the_search(make_kit: MakeKit) -> None:
    kit = make_kit(*(story(f"tap-28/x{n:03}", person=f"Lê Văn {n}") for n in range(70)))
    pages = {pending.path: pending.make().body for pending in listing_pages(kit)}
    assert "opening-flower" in pages["tap/tap-28/"]
    assert "opening-flower" not in pages["tap/tap-28/2/"]
    assert '<a href="../../tim-kiem/?tap=tap-28">Tìm và lọc trong 70 bài này</a>' in pages["tap/tap-28/"]


def test_a_volume_has_the_flower_of_its_book_and_leads_to_it() -> None:
    read = edition_from(read_yaml("editions/tap-28/edition.yml", BOOK.encode()), "tap-28", {})
    assert read.edition is not None, read.issues
    opening = opened("tap", "tap-28", story(), plans=(plan(read.edition, Library.of([story()])),))
    assert opening.flower.startswith("hoa/medium/sen-")
    assert [(value.text, value.path, value.remark) for value in facts(opening)["Sách"].values] == [
        ("Tập 28", "sach/tap-28/", "1 bài")
    ]
