from __future__ import annotations

from typing import Any

from builder.site import Kit, Page
from builder.site.listing import KINDS, groups, listing_pages
from builder.site.paging import CARDS
from tests.factory import story
from tests.site.conftest import MakeKit
from tests.site.golden import golden

WARD: dict[str, Any] = {
    "district": None,
    "ward": "phuong-bo-de",
    "year": 2026,
    "volume": 32,
    "award_level": "xa-phuong",
}


def made(kit: Kit) -> list[Page]:
    return [pending.make() for pending in listing_pages(kit)]


def test_the_listing_of_a_place(make_kit: MakeKit) -> None:
    stories = [story(), story("tap-28/a", person="Lê Thị An"), story("tap-32/mai", person="Âu Thị Mai", **WARD)]
    pages = {page.path: page for page in made(make_kit(*stories))}
    page = pages["dia-ban/quan-long-bien/"]
    assert page.section == "dia-ban"
    assert page.body == golden("listing.html", page.body)


def test_every_kind_has_its_overview_and_a_page_a_shelf(make_kit: MakeKit) -> None:
    paths = {page.path for page in made(make_kit(story()))}
    assert paths == {
        "dia-ban/", "dia-ban/quan-long-bien/", "linh-vuc/", "linh-vuc/nguoi-tot-viec-tot/", "nam/", "nam/2022/",
        "tap/", "tap/tap-28/", "cap-khen/", "cap-khen/thanh-pho/",
    }  # fmt: skip


def test_long_shelves_go_on_over_pages_and_lose_nobody(make_kit: MakeKit) -> None:
    stories = [story(f"tap-28/x{n:03}", person=f"Lê Văn {n}") for n in range(CARDS + 5)]
    pages = {page.path: page for page in made(make_kit(*stories))}
    first, second = pages["tap/tap-28/"], pages["tap/tap-28/2/"]
    assert first.body.count('class="card"') == CARDS
    assert second.body.count('class="card"') == 5
    assert second.title == "Tập 28, trang 2 / 2"
    assert f"{CARDS + 5} bài" in second.body
    assert 'href="../../../tap/tap-28/" aria-label="Trang 1"' in second.body


def test_places_stand_in_two_groups_as_they_were_and_as_they_are(make_kit: MakeKit) -> None:
    library = make_kit(story(), story("tap-32/mai", **WARD)).library
    then, now = groups(KINDS[0], library.places)
    assert [link.label for link in then.links] == ["Quận Long Biên"]
    assert [link.label for link in now.links] == ["Phường Bồ Đề"]


def test_a_group_without_shelves_is_not_shown(make_kit: MakeKit) -> None:
    assert len(groups(KINDS[0], make_kit(story()).library.places)) == 1


def test_the_shelf_one_stands_at_is_marked_among_its_siblings(make_kit: MakeKit) -> None:
    kit = make_kit(story(), story("tap-29/b", volume=29, year=2023))
    page = next(page for page in made(kit) if page.path == "nam/2022/")
    assert page.body.count('aria-current="true"') == 1
    assert 'href="../../nam/2022/" aria-current="true"' in page.body


def test_a_volume_whose_number_is_not_documented_says_so(make_kit: MakeKit) -> None:
    page = next(page for page in made(make_kit(story())) if page.path == "tap/tap-28/")
    assert "còn chờ xác nhận" in page.body
