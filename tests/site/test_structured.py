from __future__ import annotations

import dataclasses

from builder.catalogue import Library
from builder.edition import BookPlan, plan
from builder.manuscript import edition_from, read_yaml
from builder.model import Imprint, Story
from builder.site import Download, build_site
from builder.site.structured import book_data, home_data
from tests.factory import story
from tests.site.conftest import MakeKit
from tests.site.machines import thing, things
from tests.site.test_whole import EDITION


def book(told: Story, *, sample: bool = False) -> BookPlan:
    read = edition_from(read_yaml("editions/tap-28/edition.yml", EDITION.encode()), "tap-28", {})
    assert read.edition is not None, read.issues
    imprint = Imprint(regime="publisher", publisher="Nhà xuất bản Hà Nội", isbn="978-604-0-00000-1", year=2023)
    return plan(dataclasses.replace(read.edition, sample=sample, imprint=imprint), Library.of((told,)))


def test_a_book_says_what_its_imprint_page_says(make_kit: MakeKit) -> None:
    told = story()
    kit = make_kit(told, plans=(book(told),), downloads={"tap-28": (Download("Sách PDF", "sach/a.pdf", 12),)})
    data = thing(book_data(kit.plans[0], kit), "Book")
    assert data["name"] == "Những bông hoa đẹp – Tập 28"
    assert (data["isbn"], data["datePublished"]) == ("9786040000001", "2023")
    assert data["publisher"] == {"@type": "Organization", "name": "Nhà xuất bản Hà Nội"}
    assert data["encoding"][0]["contentUrl"] == "../../sach/a.pdf"


def test_a_sample_book_has_neither_publisher_nor_number(make_kit: MakeKit) -> None:
    told = story(sample=True)
    kit = make_kit(told, plans=(book(told, sample=True),))
    data = thing(book_data(kit.plans[0], kit), "Book")
    assert data["creativeWorkStatus"] == "Bản mẫu – các nhân vật đều hư cấu"
    assert not {"isbn", "publisher", "datePublished"} & set(data)


def test_a_search_is_offered_only_under_a_whole_address(make_kit: MakeKit) -> None:
    kit = make_kit(story())
    assert "potentialAction" not in thing(home_data("Lời", kit), "WebSite")
    site = thing(home_data("Lời", dataclasses.replace(kit, site_url="https://hoa.test")), "WebSite")
    assert site["potentialAction"]["target"]["urlTemplate"] == "https://hoa.test/tim-kiem/?q={search_term_string}"
    assert site["url"] == "https://hoa.test/"


def test_all_pages_of_stories_shelves_and_books_describe_themselves_in_words_of_schema_org(make_kit: MakeKit) -> None:
    told, other = story(), story("tap-28/mau", sample=True)
    kit = make_kit(told, other, plans=(book(told),))
    kinds = {"page-story": {"Article", "ShortStory"}, "page-listing": {"CollectionPage"}, "page-book": {"Book"}}
    seen = set()
    for page in build_site(kit):
        if page.css_class in kinds:
            found = [node["@type"] for node in things(page.head)]
            assert set(found) & kinds[page.css_class], page.path
            assert "BreadcrumbList" in found, page.path
            seen.add(page.css_class)
    assert seen == set(kinds)
