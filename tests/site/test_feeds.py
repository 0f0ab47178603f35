from __future__ import annotations

import dataclasses
from datetime import date, datetime
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest

from builder.model import Approval, Award, Story
from builder.site.feeds import NEWEST, changed_on, feed_files, feed_link
from builder.vocabulary import load_vocabulary
from tests.factory import story
from tests.site.conftest import MakeKit

A = "{http://www.w3.org/2005/Atom}"
BASE = "{http://www.w3.org/XML/1998/namespace}base"
AWARD = Award(load_vocabulary().awards["nguoi-tot-viec-tot-tp"], "", date(2022, 10, 5))


def feeds(kit: object) -> dict[str, ET.Element]:
    return {file.path: ET.fromstring(file.data) for feed in feed_files(kit) for file in feed.make()}  # type: ignore[arg-type]  # noqa: S314  # our own bytes


def test_there_is_a_feed_of_all_and_one_a_place_and_field(make_kit: MakeKit) -> None:
    other = story("tap-28/b", district="quan-ba-dinh", field="day-tot-hoc-tot")
    found = feeds(make_kit(story(), other))
    assert {path: len(feed.findall(f"{A}entry")) for path, feed in found.items()} == {
        "tin-moi.xml": 2,
        "dia-ban/quan-long-bien/tin-moi.xml": 1,
        "dia-ban/quan-ba-dinh/tin-moi.xml": 1,
        "linh-vuc/nguoi-tot-viec-tot/tin-moi.xml": 1,
        "linh-vuc/day-tot-hoc-tot/tin-moi.xml": 1,
    }


@pytest.mark.parametrize("site_url", ["", "https://hoa.test/sach"])
def test_a_feed_has_what_rfc_4287_asks_for(make_kit: MakeKit, site_url: str) -> None:
    told = story(title="Giếng <b> & “nước”", author="Trần Minh Châu", summary="Một cái giếng\x0b chung.")
    kit = dataclasses.replace(make_kit(told), site_url=site_url)
    for path, feed in feeds(kit).items():
        entry = feed.find(f"{A}entry")
        assert entry is not None
        for part in (feed, entry):
            for name in ("id", "title", "updated"):
                assert len(part.findall(f"{A}{name}")) == 1
            assert datetime.fromisoformat(part.findtext(f"{A}updated") or "").tzinfo is not None
            assert (part.findtext(f"{A}id") or "").startswith("urn:uuid:")
        assert feed.findtext(f"{A}author/{A}name") == "Những bông hoa đẹp"
        assert entry.findtext(f"{A}author/{A}name") == "Trần Minh Châu"
        assert entry.findtext(f"{A}title") == "Giếng <b> & “nước” – Đỗ Thị Hoà"
        base = urljoin(f"https://hoa.test/sach/{path}", feed.get(BASE, ""))
        links = {link.get("rel"): urljoin(base, link.get("href", "")) for link in feed.findall(f"{A}link")}
        assert links["self"] == f"https://hoa.test/sach/{path}"
        assert links["alternate"] == f"https://hoa.test/sach/{path.removesuffix('tin-moi.xml')}"
        found = entry.find(f"{A}link")
        assert found is not None
        assert urljoin(base, found.get("href", "")) == "https://hoa.test/sach/bai/tap-28/do-thi-hoa/"
        assert (BASE in feed.attrib) is not bool(site_url)


def test_ids_stay_when_the_site_gets_an_address_or_a_story_is_edited(make_kit: MakeKit) -> None:
    def ids(told: Story, site_url: str) -> list[str | None]:
        kit = dataclasses.replace(make_kit(told), site_url=site_url)
        return [element.text for feed in feeds(kit).values() for element in feed.iter(f"{A}id")]

    first = ids(story(), "")
    assert len(set(first)) == 4
    assert ids(story(title="Tên khác"), "https://hoa.test") == first


def test_the_newest_come_first_and_no_more_than_fifty(make_kit: MakeKit) -> None:
    days = [date(2022, 1 + n // 28, 1 + n % 28) for n in range(NEWEST + 5)]
    stories = [story(f"tap-28/x{n:02}", person=f"Lê Văn {n}", written_on=str(day)) for n, day in enumerate(days)]
    feed = feeds(make_kit(*stories))["tin-moi.xml"]
    updated = [entry.findtext(f"{A}updated") for entry in feed.findall(f"{A}entry")]
    assert len(updated) == NEWEST
    assert updated == sorted(updated, reverse=True)  # type: ignore[type-var]  # none is missing
    assert feed.findtext(f"{A}updated") == updated[0] == f"{days[-1]}T00:00:00+07:00"


def test_the_day_of_a_story_needs_no_clock() -> None:
    bare = story()
    steps = [
        ({}, date(2022, 1, 1)),
        ({"written_on": date(2022, 8, 15)}, date(2022, 8, 15)),
        ({"awards": (AWARD,)}, date(2022, 10, 5)),
        ({"verified": Approval("Ban", date(2022, 11, 1))}, date(2022, 11, 1)),
        ({"approved": Approval("Ban", date(2022, 12, 1))}, date(2022, 12, 1)),
    ]
    told = bare
    for changes, day in steps:
        told = dataclasses.replace(told, **changes)  # type: ignore[arg-type]  # each a field of its own
        assert changed_on(told) == day


def test_a_sample_says_so_in_a_feed_and_has_no_author(make_kit: MakeKit) -> None:
    entry = feeds(make_kit(story(sample=True, author="Trần Minh Châu")))["tin-moi.xml"].find(f"{A}entry")
    assert entry is not None
    assert entry.find(f"{A}author") is None
    assert (entry.findtext(f"{A}summary") or "").startswith("Bài mẫu – nhân vật hư cấu. ")


def test_without_stories_there_is_no_feed(make_kit: MakeKit) -> None:
    assert feeds(make_kit()) == {}


def test_a_page_tells_of_its_feed() -> None:
    assert feed_link("dia-ban/x/", "A & B", "dia-ban/x/2/") == (
        '<link rel="alternate" type="application/atom+xml" title="A &amp; B" href="../../../dia-ban/x/tin-moi.xml">'
    )
