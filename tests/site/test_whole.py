"""A small site in memory: whatever a page leads to is there."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import Any

import pytest

from builder.catalogue import Library
from builder.edition import plan
from builder.manuscript import edition_from, read_yaml
from builder.site import Kit, Page, build_site, orders, site_files
from tests.factory import story
from tests.site.conftest import MakeKit
from tests.site.links import read_page, target

PEOPLE = ("Đỗ Thị Hoà", "Nguyễn Văn Ân", "Lê Ước", "Trần Ơn", "Phạm Ôn", "Đặng Êm", "Ngô Ắng", "Bùi Đức", "Lý Khánh")
WARD: dict[str, Any] = {
    "district": None,
    "ward": "phuong-bo-de",
    "year": 2026,
    "volume": 32,
    "award_level": "xa-phuong",
}
EDITION = """
title: Những bông hoa đẹp
subtitle: Tập 28
kind: volume
volume: 28
unit: Thành phố Hà Nội
select: {volumes: [28]}
imprint: {regime: publisher}
"""


@pytest.fixture
def kit(make_kit: MakeKit) -> Kit:
    stories = [story(f"tap-28/x{n}", person=name) for n, name in enumerate(PEOPLE * 8)]
    stories += [
        story("tap-28/to", person="Tổ liên gia số 3", subject="tap-the"),
        story("tap-28/ni", person="Thích Đàm An", aliases=["Nguyễn Thị Bình"]),
        story("tap-32/mai", person="Âu Thị Mai", **WARD),
    ]
    read = edition_from(read_yaml("editions/tap-28/edition.yml", EDITION.encode()), "tap-28", {})
    assert read.edition is not None, read.issues
    return make_kit(*stories, plans=(plan(read.edition, Library.of(stories)),))


@pytest.fixture
def pages(kit: Kit) -> list[Page]:
    return list(build_site(kit))


def test_no_two_pages_share_an_address(pages: list[Page], kit: Kit) -> None:
    files = [page.file for page in pages] + [file.path for file in site_files(kit)]
    assert [name for name, count in Counter(files).items() if count > 1] == []


def test_every_link_leads_somewhere(pages: list[Page], kit: Kit) -> None:
    there = {page.file for page in pages} | {file.path for file in site_files(kit)}
    there |= {order.path for order in orders(kit.library.stories, kit.plans)}
    asked = {
        (page.path, name)
        for page in pages
        for link in read_page(page.body + page.head).links
        if (name := target(page.path, link)) and not name.startswith("giao-dien/")
    }
    assert {(path, name) for path, name in asked if name not in there} == set()


def test_every_page_can_be_reached_from_home(pages: list[Page]) -> None:
    leads = {page.file: [target(page.path, link) for link in read_page(page.body).links] for page in pages}
    doors = ["tap/index.html", "cap-khen/index.html", "tim-kiem/index.html", "du-lieu/index.html"]
    reached, waiting = set(doors), ["index.html", *doors]
    while waiting:
        for name in leads.get(waiting.pop(), []):
            if name and name not in reached:
                reached.add(name)
                waiting.append(name)
    assert {page.file for page in pages} - reached - {"index.html", "ngoai-tuyen/index.html"} == set()


def test_every_page_has_one_first_heading_and_skips_no_level(pages: list[Page]) -> None:
    for page in pages:
        headings = read_page(page.body).headings
        assert headings.count(1) == 1, page.path
        assert headings[0] == 1, page.path
        assert all(after - before <= 1 for before, after in itertools.pairwise(headings)), page.path


def test_ids_are_unique_images_described_and_nothing_runs_inline(pages: list[Page]) -> None:
    for page in pages:
        read = read_page(page.body + page.head)
        assert len(read.ids) == len(set(read.ids)), page.path
        assert read.handlers == []
        assert read.inline_scripts == 0
        assert read.images_without_alt == 0


def test_every_page_describes_itself(pages: list[Page]) -> None:
    assert [page.path for page in pages if not (page.title and page.description)] == []


def test_every_story_has_its_page_and_its_card_in_every_listing_of_its_own(pages: list[Page], kit: Kit) -> None:
    bodies = {page.path: page.body for page in pages}
    for told in kit.library.stories:
        assert f"bai/{told.id}/" in bodies
    listed = "".join(body for path, body in bodies.items() if path.startswith("linh-vuc/nguoi-tot-viec-tot/"))
    assert listed.count('class="card"') == len(kit.library.stories)


def test_the_same_stories_give_the_same_pages(pages: list[Page], kit: Kit) -> None:
    assert pages == list(build_site(kit))


def test_no_page_waits_for_a_drawing(kit: Kit) -> None:
    asked: list[str] = []

    def cached(key: str, make: object) -> str:  # noqa: ARG001
        asked.append(key)
        return ""

    watched = Kit(kit.library, kit.plans, kit.env, kit.downloads, cached, kit.photo, kit.assets)
    list(build_site(watched))
    list(site_files(watched))
    assert not any(key.startswith("flower") for key in asked)


def test_every_drawing_a_page_shows_is_ordered(kit: Kit, pages: list[Page]) -> None:
    ordered = {order.path for order in orders(kit.library.stories, kit.plans)}
    shown = {match for page in pages for match in re.findall(r'src="(?:\.\./)*(hoa/[^"]+\.svg)"', page.body)}
    assert shown
    assert shown <= ordered
